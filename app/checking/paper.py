"""What a check found, on paper: to be worked off, and kept with the year's papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from app.checking.finding import Finding
from app.printing.heads import office_head
from app.printing.pdf import PrintResult
from app.printing.sections import Grid, Section, SectionSheet
from app.printing.sheet import Column
from app.records.profile import office_name
from app.rules.dates import write_date
from app.target import written_whole

TITLE = "检查结果"
_COLUMNS = (
    Column("序号", 15, "center"),
    Column("发现", 165),
    Column("台账", 35),
    Column("记录编号", 50),
)


def write(
    parts: Sequence[tuple[str, Sequence[Finding]]], target: Path, *, printed_at: datetime
) -> PrintResult:
    """Write what each part of a check found to a PDF file; raises Refused where it cannot be written."""
    from app.printing import pdf

    with written_whole(target, ".pdf") as unfinished:
        return pdf.write([sheet(parts)], unfinished, printed_at=printed_at, author=office_name())


def sheet(parts: Sequence[tuple[str, Sequence[Finding]]]) -> SectionSheet:
    """Return what the print says: a section for each part that found something."""
    count = sum(len(found) for _, found in parts)
    sections = tuple(Section(part, Grid(_COLUMNS, _rows(found))) for part, found in parts if found)
    heads = (office_head(), f"共 {count} 处", f"检查日期：{write_date(date.today())}")
    return SectionSheet(title=TITLE, heads=heads, sections=sections)


def _rows(found: Sequence[Finding]) -> list[list[str]]:
    return [
        [str(number), f"{'提醒：' if finding.note else ''}{finding.sentence}", finding.title, finding.numbers]
        for number, finding in enumerate(found, 1)
    ]
