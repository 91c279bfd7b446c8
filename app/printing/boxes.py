"""Laying a form out on pages: boxes on the grid, sections kept with what follows them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from typing import NamedTuple

from app.printing import bands
from app.printing.bands import Band, Laid, height_of
from app.printing.form import GRID, Cell, FormSheet
from app.printing.grid import Box, Row, grid, inner, parted, row_of
from app.printing.lines import Block, set_text
from app.printing.page import MM, PORTRAIT, Paper, cut
from app.printing.styles import LABEL, LEAST_VALUE, NOTE, SMALL_VALUE, VALUE

ROW_HEIGHT = 7.8 * MM
_TIGHT = 7.2 * MM  # where the form takes a page less for it
_TOGETHER, _STRIP = (
    2,
    40 * MM,
)  # of rows on the last page, at least: their number, and how much of it they fill
_NARROW, _HIGHEST = 8, 40 * MM  # columns of a narrow box, and how high its text may be
LABEL_PAD = 0.75 * MM  # four characters fit a box of two columns
_BLANK = 40 * MM  # what may be left of a page rather than tear the text of the next box


class _Group(NamedTuple):
    """Rows that stay on one page, and the headings of the table that the last of them belongs to.

    A text that `goes_on` begins on the page before.
    """

    rows: list[Row]
    heads: list[Row]
    goes_on: bool = False

    @property
    def repeated(self) -> list[Row]:
        """The headings that stand above it once more where it begins a page: none where it has its own."""
        return self.heads if len(self.rows) == 1 else []


def pages(form: FormSheet) -> Laid:
    """Lay the form out."""
    return _lay(fitted(form))


def fitted(form: FormSheet) -> FormSheet:
    """Return the form with as many of its spare texts, the short ones first, as take no page more."""
    spare = sorted(
        (cell.text.count("\n"), row, place)
        for row, cells in enumerate(form.rows)
        for place, cell in enumerate(cells)
        if cell.spare
    )
    out = {(row, place) for _, row, place in spare}
    least = _lay(_without(form, out)).number if out else 0
    for _, row, place in spare:
        if _lay(_without(form, out - {(row, place)})).number == least:
            out.remove((row, place))
    return _without(form, out)


def _without(form: FormSheet, out: set[tuple[int, int]]) -> FormSheet:
    """Return the form with boxes left empty, each given by its row and its place there."""
    rows = [list(cells) for cells in form.rows]
    for row, place in out:
        rows[row][place] = replace(rows[row][place], text="")
    return replace(form, rows=tuple(map(tuple, rows)))


def _lay(form: FormSheet) -> Laid:
    """Lay a form out, its rows a little tighter where that saves a page."""
    usual = _lay_rows(form, ROW_HEIGHT)
    tight = usual if usual.number == 1 else _lay_rows(form, _TIGHT)
    return tight if tight.number < usual.number else usual


def _lay_rows(form: FormSheet, least: float) -> Laid:
    paper = PORTRAIT
    above = [
        bands.title(form.title, paper),
        bands.heads((form.head_left, "", form.head_right), paper),
    ]
    room = paper.depth - height_of(above)
    notes = bands.paragraphs(form.notes, NOTE, paper)
    first_below, *further = bands.below([bands.closing(form.closing, paper)], notes, [], room)
    groups = list(_flowing([*_groups(form, paper, least)], room, height_of(first_below)))
    heights = [_height(group.rows) for group in groups]
    heads = [_height(group.repeated) for group in groups]
    parts = cut(heights, room, tail=height_of(first_below), repeated=heads, together=_together(groups))
    last = [_on_page(groups[parts[-1]], paper, begins=len(parts) == 1), first_below]
    left = room - sum(height_of(some) for some in last)
    behind = cut([height_of(group) for group in further], room, first=left)
    laid = [[*above, *_on_page(groups[part], paper, begins=at == 0)] for at, part in enumerate(parts)]
    laid[-1] += [*first_below, *chain.from_iterable(further[behind[0]])]
    laid += [[*above, *chain.from_iterable(further[part])] for part in behind[1:]]
    return Laid(paper, len(laid), laid)


def _together(groups: Sequence[_Group]) -> int:
    """Return how many of the last groups stand on the last page: none above the rest of a text."""
    number, height = 0, 0.0
    for group in reversed(groups):
        number, height = number + 1, height + _height(group.rows)
        if group.goes_on or (number >= _TOGETHER and height >= _STRIP):
            break
    return number


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _on_page(groups: Sequence[_Group], paper: Paper, *, begins: bool) -> list[Band]:
    """Return the rows of a page, below the headings of a table that goes on; one `begins` the form."""
    if not groups:
        return []
    heads = [] if begins else groups[0].repeated
    return [grid([*heads, *(row for group in groups for row in group.rows)], paper)]


def _groups(form: FormSheet, paper: Paper, least: float) -> Iterator[_Group]:
    """Yield rows that stay on one page: those of labels alone with the first row they head."""
    headings: list[Row] = []
    table: tuple[int, ...] = ()
    heads: list[Row] = []
    for cells in form.rows:
        row = _row(cells, paper, least)
        spans = tuple(cell.span for cell in cells)
        if all(cell.label for cell in cells):
            headings.append(row)
            table, heads = (spans, [row]) if len(cells) > 1 else ((), [])
            continue
        if spans != table:
            table, heads = (), []
        yield _Group([*headings, row], heads)
        headings = []
    if headings:
        yield _Group(headings, [])


def _flowing(groups: Sequence[_Group], room: float, tail: float) -> Iterator[_Group]:
    """Yield the groups, a long text in two where a page ends, as `cut` will end it with its tail."""
    used, begins = 0.0, True
    for at, whole in enumerate(groups):
        group, below = whole, tail if at == len(groups) - 1 else 0.0
        while (free := room - used) < _height(group.rows) + below:
            two = _parted(group, min(free, _height(group.rows) - 1)) if free > _BLANK else None
            if two is not None:
                first, group = two
                yield first
            elif begins:
                break
            used, begins = _height(group.repeated), True
        used, begins = used + _height(group.rows), False
        yield group


def _parted(group: _Group, most: float) -> tuple[_Group, _Group] | None:
    """Part the last row of a group."""
    *above, row = group.rows
    if (two := parted(row, most - _height(above))) is None:
        return None
    return _Group([*above, two[0]], group.heads), _Group([two[1]], group.heads, goes_on=True)


def _row(cells: Sequence[Cell], paper: Paper, least: float) -> Row:
    unit = paper.room / GRID
    lefts = accumulate((unit * cell.span for cell in cells), initial=0.0)
    boxes = [_box(cell, left, unit * cell.span) for cell, left in zip(cells, lefts, strict=False)]
    return row_of(boxes, max(least, *(cell.height_mm * MM for cell in cells)))


def _box(cell: Cell, left: float, width: float) -> Box:
    if cell.label:
        block = set_text(cell.text, LABEL, width - 2 * LABEL_PAD, even=True)
        return Box(left, width, block, "center", label=True)
    room = inner(width)
    block = _value(cell, room)
    foot = set_text(cell.foot, VALUE, room) if cell.foot else None
    return Box(left, width, block, cell.align, at_top=cell.top or foot is not None, foot=foot)


def _value(cell: Cell, room: float) -> Block:
    """Set a value in the largest type in which it is not too high for a narrow box."""
    whole, even = cell.align == "right", cell.align == "center"
    for style in (VALUE, SMALL_VALUE, LEAST_VALUE):
        block = set_text(cell.text, style, room, whole=whole, even=even)
        if block.height <= _HIGHEST or cell.span > _NARROW:
            break
    return block
