"""Taking a workbook's rows into a register: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from app.errors import Invalid, Refused
from app.exchange.heading import find_heading, is_foot
from app.exchange.matching import Matcher, news
from app.exchange.reading import read_rows
from app.exchange.workbook import exported_fields
from app.fields import Described
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
        place = f"第 {self.row} 行“{self.heading}”" if self.heading else f"第 {self.row} 行"
        return f"{place}：{self.sentence}"


@dataclass
class Report:
    """What an import did, or would do; rows are counted as Excel counts."""

    heading: int
    unknown: Sequence[str] = ()
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0  # rows that differ from a record that was to stay as it is
    feet: list[int] = field(default_factory=list)  # rows of sums and signatures
    problems: list[RowProblem] = field(default_factory=list)
    done: bool = False

    @property
    def sentence(self) -> str:
        """Sum the report up."""
        counts = f"新增 {self.new} 条，更新 {self.changed} 条，不变 {self.unchanged} 条"
        if self.skipped:
            counts += f"，与已有记录不同而跳过 {self.skipped} 条"
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
    heading = find_heading(rows, register, fields)
    given = _given(fields, set_values or {})
    report = Report(heading.number, heading.told_unknown)
    intake = _Intake(register, on_duplicate, report)
    try:
        with change():
            for number, row in enumerate(rows[heading.number :], start=heading.number + 1):
                texts = heading.texts(row)
                if is_foot(row, texts, register):
                    report.feet.append(number)
                elif texts:
                    intake.take(given | texts, number)
            if dry_run or report.problems:
                raise _NotNow
    except _NotNow:
        return report
    report.done = True
    return report


def _given(fields: Sequence[Described], set_values: Mapping[str, str]) -> dict[str, str]:
    given = {}
    for asked, text in set_values.items():
        found = next((kept for kept in fields if asked in (kept.name, kept.label, *kept.aliases)), None)
        if found is None:
            raise Refused(f"没有“{asked}”这个字段，可用：{'、'.join(kept.label for kept in fields)}。")
        given[found.name] = text
    return given


class _Intake:
    """Takes rows in one by one, inside the caller's transaction, and notes what came of each."""

    def __init__(self, register: Register, on_duplicate: OnDuplicate, report: Report) -> None:
        self._register = register
        self._fields = tuple(register.record.described().values())
        self._on_duplicate = on_duplicate
        self._report = report
        self._matcher = Matcher(register)

    def take(self, texts: Mapping[str, str], number: int) -> None:
        """Keep what a row says, or note what is wrong with it."""
        values, problems = keeping.read(self._fields, texts)
        if problems:
            self._refuse(number, problems)
            return
        try:
            existing = self._matcher.find(values)
            record = self._add(values) if existing is None else self._change(existing, values)
        except Blocked as error:
            self._refuse(number, [self._explained(one, values) for one in error.problems])
        except (Invalid, Refused) as error:
            self._report.problems.append(RowProblem(number, "", str(error)))
        else:
            self._matcher.take(record, values, number)

    def _add(self, values: Mapping[str, Any]) -> Record:
        record = keeping.new(self._register)
        keeping.put(record, values)
        if self._register.adopt is not None:
            told = frozenset(name for name, value in values.items() if value is not None)
            self._register.adopt(record, told)
        keeping.save(self._register, record)
        self._report.new += 1
        return record

    def _change(self, record: Record, values: Mapping[str, Any]) -> Record:
        found = news(record, values, blanks_only=self._on_duplicate == "fill")
        if not found:
            self._report.unchanged += 1
        elif self._on_duplicate == "skip":
            self._report.skipped += 1
        else:
            keeping.put(record, found)
            keeping.save(self._register, record)
            self._report.changed += 1
        return record

    def _explained(self, problem: Any, values: Mapping[str, Any]) -> Any:
        """Name the row of the workbook that a row repeats: its record is not there yet for others to see."""
        row = self._matcher.row_before(values, problem.field)
        return problem if row is None else Block(problem.field, f"与第 {row} 行重复，请核对")

    def _refuse(self, number: int, problems: Sequence[Any]) -> None:
        self._report.problems += [
            RowProblem(number, one.field.label, one.sentence) for one in problems if isinstance(one, Block)
        ]
