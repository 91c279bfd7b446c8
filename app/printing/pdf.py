"""Writing lists, forms, letters, reports and bound files to one PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from app.printing import bands, boxes, fonts, label_pages, official, prose, sections, table
from app.printing.archive import archive
from app.printing.bands import Band, Laid
from app.printing.bound import BoundSheet
from app.printing.document import Document
from app.printing.form import FormSheet
from app.printing.ink import Pen
from app.printing.labels import LabelSheet
from app.printing.layout import Abandoned, Onlooker
from app.printing.letter import LetterSheet
from app.printing.page import Paper
from app.printing.report import ReportSheet
from app.printing.roles import Role
from app.printing.sections import SectionSheet
from app.printing.sheet import Sheet
from app.rules.dates import write_date

Flat = Sheet | FormSheet | LetterSheet | ReportSheet | SectionSheet | LabelSheet
AnySheet = Flat | BoundSheet

_LAYOUTS: dict[type, Callable[[Any], Laid]] = {
    Sheet: table.pages,
    FormSheet: boxes.pages,
    LetterSheet: prose.pages,
    ReportSheet: official.pages,
    SectionSheet: sections.pages,
    LabelSheet: label_pages.pages,
}

_PROGRAM = "社区工会台账"
_FIRST, _MANY = 2, 10  # pages that are shown at once of a print that has many


@dataclass(frozen=True)
class PrintResult:
    """How many pages were written, and which texts hold characters that no font has."""

    pages: int
    missing: tuple[tuple[str, str], ...]  # the whole text, and the characters drawn as 〓


def write(
    sheets: Iterable[AnySheet],
    target: Path | BinaryIO,
    *,
    printed_at: datetime,
    author: str = "",
    stamped: bool = False,
    archived: bool = False,
    onlooker: Onlooker | None = None,
) -> PrintResult:
    """Write the sheets one after the other, each with its own page numbers, page by page as they fill.

    The same sheets at the same time give the same bytes. `author` is the office's name. A `stamped` print
    says on each page when it was made, an `archived` one is a file that archives accept (PDF/A-2b), which
    takes half as long again. The first pages of a long print are shown to an `onlooker`
    while the others are written; raises Abandoned once these are not wanted.
    """
    printing = _Printing(printed_at, author, stamped=stamped, onlooker=onlooker)
    if archived:
        with TemporaryFile() as file:
            result = printing.write(sheets, file)
            archive(file, target)
    elif isinstance(target, Path):
        with target.open("wb") as file:
            result = printing.write(sheets, file)
    else:
        result = printing.write(sheets, target)
    return result


class _Printing:
    """What stands in the file, and on each page, whatever is printed."""

    def __init__(
        self, printed_at: datetime, author: str, *, stamped: bool, onlooker: Onlooker | None
    ) -> None:
        self._printed_at, self._author, self._onlooker = printed_at, author or _PROGRAM, onlooker
        moment = f"打印时间：{write_date(printed_at.date())} {printed_at:%H:%M}"
        self._stamp = moment if stamped else ""

    def write(self, sheets: Iterable[AnySheet], file: BinaryIO) -> PrintResult:
        """Write all pages into a file; the first ones into another, too, where there are many."""
        onlooker, is_shown = self._onlooker, False
        canvas = _canvas(file)
        pen, missing = Pen(canvas), _Missing()
        first: list[_Page] = []
        number = 0
        for sheet in sheets:
            if not number:
                self._describe(canvas, sheet.title)
            for page in _pages(sheet):
                if onlooker is not None and not onlooker.wanted():
                    raise Abandoned
                _draw(pen, page, self._stamp)
                number += 1
                if number <= _FIRST:
                    first.append(page)
                is_long = number >= (_FIRST if page.of >= _MANY else _MANY)
                if onlooker is not None and is_long and not is_shown:
                    onlooker.begun(self._drawn(first))
                    is_shown = True
            missing.note(sheet)
        canvas.save()
        return PrintResult(number, missing.found())

    def _drawn(self, pages: Iterable[_Page]) -> bytes:
        """Return a file of some pages."""
        file = BytesIO()
        canvas = _canvas(file)
        pen = Pen(canvas)
        for page in pages:
            _draw(pen, page, self._stamp)
        canvas.save()
        return file.getvalue()

    def _describe(self, canvas: Canvas, title: str) -> None:
        canvas.setTitle(title)
        canvas.setAuthor(self._author)
        canvas.setSubject(title)
        canvas.setCreator(_PROGRAM)
        canvas.setProducer(_PROGRAM)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setDateFormatter(lambda *_: f"D:{self._printed_at:%Y%m%d%H%M%S}")


def _canvas(file: BinaryIO) -> Canvas:
    canvas = Canvas(file, initialFontName=fonts.register(Role.SONG))  # else every page refers to Helvetica
    canvas._doc = Document(file, "zh-CN")  # noqa: SLF001  # ReportLab takes no other
    return canvas


@dataclass(frozen=True)
class _Page:
    """A page laid out: what stands on it from top to bottom, and its number in words.

    The pages of an official report bear a plain number instead.
    """

    paper: Paper
    bands: list[Band]
    watermark: str
    number: str = ""
    plain_number: int = 0
    of: int = 0  # pages that are numbered through


def _pages(sheet: AnySheet) -> Iterator[_Page]:
    """Lay out a sheet, page by page, with its own page numbers."""
    if isinstance(sheet, BoundSheet):
        yield from (replace(page, watermark=sheet.watermark) for page in _bound(sheet))
        return
    laid = _LAYOUTS[type(sheet)](sheet)
    pages = (_Page(laid.paper, page, sheet.watermark) for page in laid.pages)
    if isinstance(sheet, ReportSheet):
        yield from (replace(page, plain_number=at) for at, page in enumerate(pages, start=1))
        return
    yield from _numbered(pages, laid.number)


def _bound(sheet: BoundSheet) -> list[_Page]:
    """Lay out what is bound, each sheet once: the papers numbered through, the contents saying where."""
    papers = [[page for part in paper for page in _laid_out(part)] for paper in sheet.papers]
    first, begins = 1, []
    for pages in papers:
        begins.append(first if pages else None)
        first += len(pages)
    front = [*_laid_out(sheet.cover), *_laid_out(sheet.contents(begins))]
    return [*front, *_numbered(chain.from_iterable(papers), first - 1), *_laid_out(sheet.back)]


def _numbered(pages: Iterable[_Page], count: int) -> Iterator[_Page]:
    for number, page in enumerate(pages, start=1):
        yield replace(page, number=f"第 {number} 页　共 {count} 页", of=count)


def _laid_out(sheet: Flat) -> list[_Page]:
    laid = _LAYOUTS[type(sheet)](sheet)
    return [_Page(laid.paper, page, sheet.watermark) for page in laid.pages]


def _draw(pen: Pen, page: _Page, stamp: str) -> None:
    pen.begin_page(page.paper)
    if page.watermark:
        pen.watermark(page.watermark, page.paper)
    top = page.paper.top
    for band in page.bands:
        band.draw(pen, top)
        top -= band.height
    if page.plain_number:
        official.foot(pen, page.plain_number)
    elif page.paper.foot:  # labels have no margin to write into
        bands.foot(pen, page.paper, page.number, stamp)
    pen.finish_page()


class _Missing:
    """The texts with characters that no font has; of a long print hardly ever any."""

    def __init__(self) -> None:
        self._drawn: set[str] = set()  # characters that are known to be drawn
        self._texts: dict[str, str] = {}

    def note(self, sheet: AnySheet) -> None:
        """Look through what a sheet says."""
        fresh = {*chain.from_iterable(sheet.texts())} - self._drawn
        lacking = {*fonts.missing("".join(fresh))}
        self._drawn |= fresh - lacking
        if lacking:
            found = (text for text in sheet.texts() if not lacking.isdisjoint(text))
            self._texts |= {text: fonts.missing(text) for text in dict.fromkeys(found)}

    def found(self) -> tuple[tuple[str, str], ...]:
        """Return each text with its characters that no font has."""
        return tuple(self._texts.items())
