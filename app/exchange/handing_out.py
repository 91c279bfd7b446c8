"""Lists on their way out of the office: written, and noted in the print log (domain 12.2)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.exchange.mapping import exported_fields
from app.exchange.national import export_national
from app.exchange.workbook import export
from app.fields import Shown
from app.listing import Criteria
from app.opened import current
from app.records.base import change
from app.records.prints import PrintLogEntry
from app.register import Register


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
    rows = export(register, criteria, target, shown=shown)
    columns: Sequence[Shown] = shown if shown is not None else exported_fields(register)
    _note(register.key, register.title, rows, purpose, sensitive=any(column.guarded for column in columns))
    return rows


def hand_out_national(register: Register, criteria: Criteria, target: Path, *, purpose: str = "") -> int:
    """Write files for the national system, and note it; return how many. May raise Refused."""
    rows = export_national(register, criteria, target)
    _note(f"{register.key}.national", f"{register.title}（全国系统）", rows, purpose, sensitive=True)
    return rows


def _note(key: str, title: str, rows: int, purpose: str, *, sensitive: bool) -> None:
    """Note what left the office and why; a file opened for reading only takes no note."""
    office = current()
    if office is None or office.read_only:
        return
    told = f"导出 {title}，用途：{purpose}" if purpose else f"导出 {title}"
    with change():
        PrintLogEntry.create(key=f"export.{key}", title=told, rows=rows, sensitive=sensitive)
