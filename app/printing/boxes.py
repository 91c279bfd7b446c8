"""Laying a form out on pages: boxes on the grid, sections kept with what follows them."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from app.printing import bands
from app.printing.bands import Band, height_of
from app.printing.form import GRID, Cell, FormSheet
from app.printing.grid import Box, Row, grid, inner, rows_of
from app.printing.lines import set_text
from app.printing.page import MM, PORTRAIT, Paper, cut
from app.printing.styles import LABEL, NOTE, VALUE

_ROW_HEIGHT = 7.8 * MM
_LABEL_PAD = 0.75 * MM  # four characters fit a box of two columns


def pages(form: FormSheet) -> tuple[Paper, list[list[Band]]]:
    """Return the paper and, page by page, what stands on it from top to bottom."""
    paper = PORTRAIT
    above = [
        bands.title(form.title, paper),
        bands.heads((form.head_left, "", form.head_right), paper),
    ]
    below = [bands.closing(form.closing, paper), bands.paragraphs(form.notes, NOTE, paper)]
    room = paper.depth - height_of(above)
    groups = list(_groups(form, paper, room))
    heights = [sum(row.height for row in group) for group in groups]
    parts = cut(heights, room, tail=height_of(below))
    return paper, [
        [
            *above,
            *_on_page(groups[part], paper),
            *(below if number == len(parts) else []),
        ]
        for number, part in enumerate(parts, start=1)
    ]


def _on_page(groups: Sequence[Sequence[Row]], paper: Paper) -> list[Band]:
    return [grid([row for group in groups for row in group], paper)] if groups else []


def _groups(form: FormSheet, paper: Paper, most: float) -> Iterator[list[Row]]:
    """Yield rows that stay on one page: those of labels alone with the first row they head."""
    headings: list[Row] = []
    for cells in form.rows:
        rows = list(_rows(cells, paper, most))
        if all(cell.label for cell in cells):
            headings += rows
            continue
        yield [*headings, rows[0]]
        yield from ([row] for row in rows[1:])
        headings = []
    if headings:
        yield headings


def _rows(cells: Sequence[Cell], paper: Paper, most: float) -> list[Row]:
    unit = paper.room / GRID
    lefts = accumulate((unit * cell.span for cell in cells), initial=0.0)
    boxes = [_box(cell, left, unit * cell.span) for cell, left in zip(cells, lefts, strict=False)]
    return rows_of(boxes, max(_ROW_HEIGHT, *(cell.height_mm * MM for cell in cells)), most)


def _box(cell: Cell, left: float, width: float) -> Box:
    if cell.label:
        block = set_text(cell.text, LABEL, width - 2 * _LABEL_PAD, even=True)
        return Box(left, width, block, "center")
    room = inner(width)
    block = set_text(cell.text, VALUE, room, whole=cell.align == "right", even=cell.align == "center")
    foot = set_text(cell.foot, VALUE, room) if cell.foot else None
    return Box(left, width, block, cell.align, at_top=cell.top or foot is not None, foot=foot)
