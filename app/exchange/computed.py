"""Columns of a workbook that tell what the program computes: held against it, or kept as totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from app.errors import Invalid
from app.exchange.mapping import Columns
from app.exchange.rows import CellProblem, Row
from app.fields import Described, ReferenceField
from app.keeping import deriving, keeping
from app.records.base import Record
from app.register import Child, Register
from app.rules.text import tidy

_SOURCE = "导入的表格"  # where totals are from that a book tells without their rows


class ComputedColumns:
    """Reads the columns of a sheet that hold what the program computes by itself."""

    def __init__(self, columns: Columns) -> None:
        self._fields = columns.kept_up
        self._totals = None if columns.is_own_export else columns.register.totals

    def depend_on(self, register: Register) -> bool:
        """Tell whether a row's columns may tell totals of its record, or name others of its register."""
        links = (field for field in self._fields.values() if isinstance(field, ReferenceField))
        return self._totals is not None or any(link.rel_model is register.record for link in links)

    def differing(self, row: Row, record: Record) -> Iterator[CellProblem]:
        """Yield a warning for each cell that tells another value than the program computes."""
        for column, field in self._fields.items():
            text = row.cells[column].strip() if column < len(row.cells) else ""
            known = record.__data__.get(field.name)
            if text and not _tells(field, text, known):
                computed = f"算得 {field.format(known)}" if known not in (None, "") else "没有算出"
                sentence = f"表中是 {text}，程序{computed}，没有录入表中的，请核对"
                yield CellProblem(field, sentence, column, blocking=False)

    def told(self, row: Row, record: Record | None) -> dict[str, object]:
        """Return the totals that a row tells of a record without rows, by the names of their fields."""
        if self._totals is None:
            return {}
        names = {total.name for total, _ in self._totals.fields}
        if record is not None and any(record.__data__.get(name) for name in names):
            return {}
        told: dict[str, object] = {}
        for column, field in self._fields.items():
            if field.name in names and column < len(row.cells):
                with suppress(Invalid):  # what cannot be read is told as another value than is computed
                    told[field.name] = field.parse(row.cells[column])
        return {name: value for name, value in told.items() if value}

    def kept(self, told: Mapping[str, object]) -> dict[str, object]:
        """Return the values of the record's fields that keep totals, and where they are from."""
        if self._totals is None or not told:
            return {}
        pairs = [(total, keeps) for total, keeps in self._totals.fields if keeps is not None]
        kept = {keeps.name: told.get(total.name) for total, keeps in pairs}
        source = self._totals.source
        return {**kept, source.name: _SOURCE} if source is not None else kept

    def row_of(self, record: Record, told: Mapping[str, object]) -> tuple[Child, Record] | None:
        """Return the row that stands for all rows of a record, not saved yet; None where none does."""
        totals = self._totals
        if totals is None or totals.child is None or totals.row is None:
            return None
        values = totals.row(record, told)
        if not values:
            return None
        total = keeping.new(totals.child.register)
        keeping.assign(total, {**values, totals.child.owner.name: record})
        deriving.compute_derived(total)
        return totals.child, total


def _tells(field: Described, text: str, known: object) -> bool:
    """Tell whether a cell says what the program computes, in whatever way of writing it."""
    if tidy(text) == field.format(known):
        return True
    try:
        value = field.parse(text)
    except Invalid:
        return False
    return (value.id if isinstance(value, Record) else value) == known
