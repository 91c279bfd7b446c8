"""Writing lists, forms, letters and reports to one PDF file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from app.printing import bands, boxes, fonts, official, prose, sections, table
from app.printing.bands import Band
from app.printing.form import FormSheet
from app.printing.ink import Pen
from app.printing.letter import LetterSheet
from app.printing.page import Paper
from app.printing.report import ReportSheet
from app.printing.sections import SectionSheet
from app.printing.sheet import Sheet

AnySheet = Sheet | FormSheet | LetterSheet | ReportSheet | SectionSheet

_PROGRAM = "社区工会台账"


@dataclass(frozen=True)
class PrintResult:
    """How many pages were written, and which texts hold characters that no font has."""

    pages: int
    missing: tuple[tuple[str, str], ...]  # the whole text, and the characters drawn as 〓


def write(
    sheets: Sequence[AnySheet], target: Path | BinaryIO, *, printed_at: datetime, author: str = ""
) -> PrintResult:
    """Write the sheets one after the other, each with its own page numbers; nothing half-done is left.

    The same sheets at the same time give the same bytes. `author` is the office's name.
    """
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        invariant=1,
        lang="zh-CN",
        initialFontName=fonts.register(fonts.Role.SONG),  # else every page refers to Helvetica
    )
    _describe(canvas, sheets[0].title, author, printed_at)
    pen = Pen(canvas)
    pages = sum(_draw(pen, sheet, printed_at) for sheet in sheets)
    canvas.save()
    if isinstance(target, Path):
        target.write_bytes(buffer.getvalue())
    else:
        target.write(buffer.getvalue())
    return PrintResult(pages, _missing(sheets))


def _describe(canvas: Canvas, title: str, author: str, printed_at: datetime) -> None:
    canvas.setTitle(title)
    canvas.setAuthor(author or _PROGRAM)
    canvas.setSubject(title)
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: f"D:{printed_at:%Y%m%d%H%M%S}")


def _draw(pen: Pen, sheet: AnySheet, printed_at: datetime) -> int:
    """Draw one sheet and return its number of pages."""
    paper, pages = _pages(sheet)
    time = f"打印时间：{printed_at.year}年{printed_at.month}月{printed_at.day}日 {printed_at:%H:%M}"
    for number, page in enumerate(pages, start=1):
        pen.begin_page(paper)
        if sheet.watermark:
            pen.watermark(sheet.watermark, paper)
        top = paper.top
        for band in page:
            band.draw(pen, top)
            top -= band.height
        if isinstance(sheet, ReportSheet):
            official.foot(pen, number)
        else:
            bands.foot(pen, paper, number, len(pages), time)
        pen.finish_page()
    return len(pages)


def _pages(sheet: AnySheet) -> tuple[Paper, list[list[Band]]]:
    if isinstance(sheet, Sheet):
        return table.pages(sheet)
    if isinstance(sheet, ReportSheet):
        return official.pages(sheet)
    if isinstance(sheet, SectionSheet):
        return sections.pages(sheet)
    return boxes.pages(sheet) if isinstance(sheet, FormSheet) else prose.pages(sheet)


def _missing(sheets: Sequence[AnySheet]) -> tuple[tuple[str, str], ...]:
    texts = dict.fromkeys(text for sheet in sheets for text in sheet.texts())
    return tuple((text, lacking) for text in texts if (lacking := fonts.missing(text)))
