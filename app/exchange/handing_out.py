"""Lists on their way out of the office: noted in the print log before they have their name (domain 12.2)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.exchange.prescribed import write_prescribed
from app.exchange.record_sheet import write_table
from app.exchange.targets import exported_fields
from app.exchange.workbook import export
from app.fields import Shown
from app.listing import Criteria
from app.opened import current
from app.records.base import Record, change
from app.records.prints import PrintLogEntry
from app.register import PrescribedExport, RecordSheet, Register
from app.target import Note


def hand_out(
    register: Register,
    criteria: Criteria,
    target: Path,
    *,
    shown: Sequence[Shown] | None = None,
    purpose: str = "",
) -> int:
    """Write a list, all columns or those `shown`, and note it; return how many records.

    Raises Refused when the file cannot be written.
    """
    columns: Sequence[Shown] = shown if shown is not None else exported_fields(register)
    sensitive = any(column.guarded for column in columns)
    note = _note(register.key, register.title, purpose, sensitive=sensitive)
    return export(register, criteria, target, shown=shown, note=note)


def hand_out_prescribed(
    register: Register, export: PrescribedExport, criteria: Criteria, target: Path, *, purpose: str = ""
) -> int:
    """Write records as another body asks for them, and note it; return how many. May raise Refused."""
    key, title = f"{register.key}.{export.key}", f"{register.title}（{export.title}）"
    note = _note(key, title, purpose, sensitive=export.guarded)
    return write_prescribed(register, export, criteria, target, note=note)


def hand_out_sheet(
    register: Register,
    sheet: RecordSheet,
    record: Record,
    target: Path,
    *,
    layout: str = "",
    purpose: str = "",
) -> int:
    """Write one record's table in a layout that the office keeps, and note it; return how many rows.

    Raises Refused where something that the other body needs is missing, or the file cannot be written.
    """
    note = _note(f"{register.key}.{sheet.key}", f"{sheet.title} {record}", purpose, sensitive=True)
    return write_table(sheet.table(record, layout), target, note=note)


def _note(key: str, title: str, purpose: str, *, sensitive: bool) -> Note:
    """Return what notes that so many rows leave the office and why; who only looks takes no note."""
    sentence = f"导出 {title}，用途：{purpose}" if purpose else f"导出 {title}"

    def note(rows: int) -> None:
        office = current()
        if office is None or office.read_only:
            return
        with change():
            PrintLogEntry.create(key=f"export.{key}", title=sentence, rows=rows, sensitive=sensitive)

    return note
