"""Taking a workbook's rows into a register: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from app.errors import Invalid, Refused
from app.exchange.reading import find_heading, read_rows, same
from app.exchange.workbook import exported_fields
from app.fields import AttachmentField, Described, PersonNameField, ReferenceField
from app.problems import Block, Blocked
from app.records.base import Record, change
from app.register import Register
from app.services import keeping

OnDuplicate = Literal["skip", "fill", "update"]


@dataclass(frozen=True)
class RowProblem:
    """What is wrong in one row of the workbook, counted as Excel counts."""

    row: int
    heading: str
    sentence: str

    def __str__(self) -> str:
        return (
            f"第 {self.row} 行“{self.heading}”：{self.sentence}"
            if self.heading
            else f"第 {self.row} 行：{self.sentence}"
        )


@dataclass
class Report:
    """What an import did, or would do."""

    heading: int  # the row of the headings, counted as Excel counts
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    done: bool = False

    @property
    def sentence(self) -> str:
        """Sum the report up."""
        counts = f"新增 {self.new} 条，更新 {self.changed} 条，不变 {self.unchanged} 条"
        if self.problems:
            return f"{counts}，有误 {len({one.row for one in self.problems})} 行，没有导入"
        return f"{counts}{'，已导入' if self.done else '，尚未导入'}"


class _NotNow(Exception):
    """Rolls a rehearsal back."""


def import_book(
    register: Register,
    path: Path,
    *,
    dry_run: bool = False,
    on_duplicate: OnDuplicate = "skip",
    set_values: Mapping[str, str] | None = None,
) -> Report:
    """Take a workbook's rows in, all of them or none.

    `set_values` gives a value, by field name or label, to every row that lacks one. The report
    lists every wrong cell; nothing was kept when there is one. Raises Refused when the workbook
    cannot be read at all.
    """
    rows = read_rows(path)
    fields = [kept for kept in exported_fields(register) if kept.derive is None]
    heading, columns = find_heading(rows, fields)
    report = Report(heading + 1, unknown=_unknown(rows[heading], columns, register))
    given = _given(fields, set_values or {})
    try:
        with change():
            for number, row in enumerate(rows[heading + 1 :], start=heading + 2):
                if any(cell.strip() for cell in row):
                    _take(register, _texts(row, columns, given), number, on_duplicate, report)
            if dry_run or report.problems:
                raise _NotNow
    except _NotNow:
        return report
    report.done = True
    return report


def _unknown(heading: Sequence[str], columns: Mapping[int, Described], register: Register) -> list[str]:
    derived = {same(kept.label) for kept in register.form_fields}
    return [
        words
        for column, words in enumerate(heading)
        if words.strip() and column not in columns and same(words) not in derived
    ]


def _given(fields: Sequence[Described], set_values: Mapping[str, str]) -> dict[str, str]:
    given = {}
    for asked, text in set_values.items():
        found = next((kept for kept in fields if asked in (kept.name, kept.label, *kept.aliases)), None)
        if found is None:
            raise Refused(f"没有“{asked}”这个字段，可用：{'、'.join(kept.label for kept in fields)}。")
        given[found.name] = text
    return given


def _texts(row: Sequence[str], columns: Mapping[int, Described], given: Mapping[str, str]) -> dict[str, str]:
    texts = dict(given)
    for column, kept in columns.items():
        if column < len(row) and row[column].strip():
            texts[kept.name] = row[column].removeprefix("'")
    return texts


def _take(
    register: Register, texts: Mapping[str, str], number: int, on_duplicate: OnDuplicate, report: Report
) -> None:
    values, problems = keeping.read(register.record.described().values(), texts)
    if problems:
        report.problems += [RowProblem(number, one.field.label, one.sentence) for one in problems]
        return
    existing = _existing(register, values)
    if existing is None:
        record = keeping.new(register)
        keeping.put(record, values)
        if register.adopt is not None:
            register.adopt(record, frozenset(name for name, value in values.items() if value is not None))
    else:
        news = _news(existing, values, on_duplicate)
        if not news:
            report.unchanged += 1
            return
        record = existing
        keeping.put(record, news)
    try:
        keeping.save(register, record)
    except Blocked as error:
        report.problems += [
            RowProblem(number, one.field.label, one.sentence)
            for one in error.problems
            if isinstance(one, Block)
        ]
    except (Invalid, Refused) as error:
        report.problems.append(RowProblem(number, "", str(error)))
    else:
        report.new += existing is None
        report.changed += existing is not None


def _news(existing: Record, values: Mapping[str, Any], on_duplicate: OnDuplicate) -> dict[str, Any]:
    """Return what the row changes in the record; an empty cell never erases a value."""
    if on_duplicate == "skip":
        return {}
    before = existing.__data__
    return {
        name: value
        for name, value in values.items()
        if value is not None
        and before.get(name) != (value.id if isinstance(value, Record) else value)
        and (on_duplicate == "update" or before.get(name) in (None, ""))
    }


def _existing(register: Register, values: Mapping[str, Any]) -> Record | None:
    """Find the record a row speaks of: by its number or identity number, never by a person's name alone.

    Rows that have neither are the same as a record that agrees in all they say.
    """
    model = register.record
    owners = [
        kept == values[kept.name]
        for kept in model.described().values()
        if isinstance(kept, ReferenceField) and kept.required and values.get(kept.name) is not None
    ]
    telling = [kept for kept in model.naming if not isinstance(kept, PersonNameField)]
    for kept in telling:
        if values.get(kept.name) not in (None, ""):
            found = model.alive().where(kept == values[kept.name], *owners).first()
            if found is not None:
                return found  # type: ignore[no-any-return]
    if telling and any(values.get(kept.name) for kept in telling):
        return None
    said = [
        model._meta.fields[name] == value
        for name, value in values.items()
        if value is not None and not isinstance(model._meta.fields[name], AttachmentField)
    ]
    return model.alive().where(*said).first() if said else None  # type: ignore[no-any-return]
