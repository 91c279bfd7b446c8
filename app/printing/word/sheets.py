"""Lists, forms, letters and bound files as a Word document, as they stand on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from itertools import accumulate
from pathlib import Path

from docx.shared import Pt

from app.errors import Refused
from app.printing import boxes, prose, table
from app.printing.bound import BoundSheet
from app.printing.form import GRID, Cell, FormSheet
from app.printing.grid import Row
from app.printing.letter import LetterSheet, Passage
from app.printing.page import LETTER, PORTRAIT
from app.printing.pdf import AnySheet
from app.printing.sheet import Sheet
from app.printing.styles import (
    LABEL,
    NOTE,
    PROSE,
    PROSE_HEADING,
    TEXT,
    TITLE,
    TOTAL,
    VALUE,
    WALL_NOTE,
    WALL_TEXT,
    WALL_TITLE,
)
from app.printing.table_row import NUMBER
from app.printing.word.writer import Ruled, Writer

_INDENT = 2 * PROSE.size


def write(sheets: Sequence[AnySheet], target: Path) -> None:
    """Write the sheets one after the other, each from a new page and with its own page numbers.

    Raises Refused for labels and envelopes, which hang on their place on the paper.
    """
    writer = Writer(sheets[0].title)
    for sheet in sheets:
        _add(sheet, writer)
    writer.book.save(str(target))


@singledispatch
def _add(sheet: AnySheet, writer: Writer) -> None:
    raise Refused(f"“{sheet.title}”不能存为 Word，请存为 PDF。")


@_add.register
def _(sheet: Sheet, writer: Writer) -> None:
    fit = table.fitted(sheet)
    title, text, note, seal = (
        (WALL_TITLE, WALL_TEXT, WALL_NOTE, WALL_TEXT) if sheet.wall else (TITLE, TEXT, NOTE, VALUE)
    )
    writer.begin(fit.paper, sheet.watermark)
    writer.title(sheet.title, title, sheet.what)
    writer.heads(sheet.heads)
    if sheet.intro:
        writer.text(sheet.intro, text)
    writer.table(fit.widths, _rows(sheet, fit))
    writer.closing(sheet.closing)
    for words in sheet.notes:
        writer.text(words, note)
    if sheet.seal:
        writer.seal(*sheet.seal, seal)


def _rows(sheet: Sheet, fit: table.Fit) -> Iterator[Ruled]:
    headings = [NUMBER, *(column.heading for column in sheet.columns)]
    yield Ruled(
        [Cell(heading, label=True) for heading in headings],
        fit.label,
        fit.value,
        table.HEADING_HEIGHT,
        heading=True,
    )
    aligns = [column.align for column in sheet.columns]
    number_of, least = table.numbers_of(sheet), table.least_height(sheet)
    empty = [""] * len(sheet.columns)
    for at, texts in enumerate((*sheet.rows, *[empty] * sheet.blank_rows)):
        cells = [Cell(text, align=align) for text, align in zip(texts, aligns, strict=True)]
        value = fit.value._replace(role=TOTAL.role) if at in sheet.totals else fit.value
        yield Ruled([Cell(number_of(at)), *cells], fit.label, value, least)
    if not table.is_filled(sheet):
        yield Ruled([Cell(table.NOTHING, len(headings))], fit.label, fit.value, least)
    if sums := table.sums_of(sheet, fit):
        total = sums.total()
        yield Ruled(_cells(total, fit.widths), LABEL, TOTAL, total.height)


def _cells(row: Row, widths: Sequence[float]) -> list[Cell]:
    """Return the boxes of a row by how many columns they take."""
    edges = [round(edge) for edge in accumulate(widths, initial=0.0)]
    return [
        Cell(
            "".join(box.block.lines),
            edges.index(round(box.left + box.width)) - edges.index(round(box.left)),
            label=box.block.style == LABEL,
            align=box.align,
        )
        for box in row.boxes
    ]


@_add.register
def _(form: FormSheet, writer: Writer) -> None:
    writer.begin(PORTRAIT, form.watermark)
    writer.title(form.title, TITLE)
    writer.heads((form.head_left, "", form.head_right))
    rows = (
        Ruled(row, LABEL, VALUE, boxes.ROW_HEIGHT, kept=all(cell.label for cell in row))
        for row in boxes.fitted(form).rows
    )
    writer.table([PORTRAIT.room / GRID] * GRID, rows)
    writer.closing(form.closing)
    for words in form.notes:
        writer.text(words, NOTE)


@_add.register
def _(letter: LetterSheet, writer: Writer) -> None:
    writer.begin(LETTER, letter.watermark)
    writer.title(letter.title, TITLE)
    writer.heads(("", "", letter.number))
    for passage in letter.passages:
        _add_passage(passage, writer)
    for row in letter.signatures:
        _add_signatures(row, writer)
    if letter.seal:
        writer.seal(*letter.seal, PROSE)
    for words in letter.notes:
        writer.text(words, NOTE)


def _add_passage(passage: Passage, writer: Writer) -> None:
    if not passage.text.strip():
        for _ in range(passage.lines):
            writer.ruled_line(prose.LEADING)
        return
    for words in filter(None, map(str.strip, passage.text.splitlines())):
        is_heading = passage.kind == "heading"
        written = writer.text(words, PROSE_HEADING if is_heading else PROSE, leading=prose.LEADING)
        if passage.kind != "addressee":
            written.paragraph_format.first_line_indent = Pt(_INDENT)
        if is_heading:
            written.paragraph_format.space_before = Pt(prose.ABOVE_HEADING)
            written.paragraph_format.keep_with_next = True
            writer.outline(written, 1)


def _add_signatures(row: Sequence[str], writer: Writer) -> None:
    """Write those who sign beside each other, each with an equal share of the line."""
    written = writer.text("\t".join(row), PROSE)
    written.paragraph_format.space_before = Pt(prose.SIGNATURE_HEIGHT - PROSE.leading)
    for number in range(1, len(row)):
        written.paragraph_format.tab_stops.add_tab_stop(Pt(writer.room * number / len(row)))


@_add.register
def _(bound: BoundSheet, writer: Writer) -> None:
    papers = (sheet for paper in bound.papers for sheet in paper)
    for sheet in (bound.cover, bound.contents(()), *papers, bound.back):
        _add(sheet, writer)
