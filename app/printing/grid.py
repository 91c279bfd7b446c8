"""Ruled boxes with text in them, which tables and forms are both made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from app.printing.bands import Band
from app.printing.ink import Align, Pen, Rule
from app.printing.lines import Block
from app.printing.page import MM, Paper

PAD = 1.1 * MM  # between a rule and the text beside it
_PAD_ABOVE = 1.2 * MM  # between a rule and the text above or below it
_FEW = 3  # lines of a text that are not torn off


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a row, in points from the left edge of the grid, and the text set in it."""

    left: float
    width: float
    block: Block
    align: Align = "left"
    at_top: bool = False
    foot: Block | None = None  # a line at the bottom right: the seal and date below an opinion
    label: bool = False

    @property
    def least_height(self) -> float:
        """The height that the texts need, in points."""
        return self.block.height + (self.foot.height if self.foot else 0.0) + 2 * _PAD_ABOVE


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side, of one height in points."""

    height: float
    boxes: tuple[Box, ...]


def inner(width: float) -> float:
    """Return the room for text in a box of this width."""
    return width - 2 * PAD


def row_of(boxes: Sequence[Box], least: float) -> Row:
    """Return a row at least `least` points high, and as high as its texts need."""
    return Row(max(least, *(box.least_height for box in boxes)), tuple(boxes))


def rows_of(boxes: Sequence[Box], least: float, most: float) -> list[Row]:
    """Return the row, or the rows it goes on in where its text is higher than `most` points."""
    rows = [row_of(boxes, least)]
    while rows[-1].height > most and (two := parted(rows[-1], most)):
        rows[-1:] = two
    return rows


def parted(row: Row, most: float) -> tuple[Row, Row] | None:
    """Return as much of a row as stands on `most` points, and a row with what is left of its texts.

    None where it is so high to be written in by hand, or only a line or two of a text would stand there.
    A label stands in both, the line at the bottom of an opinion in the second.
    """
    cuts = [_lines_within(box, most) for box in row.boxes]
    torn = [cut for box, cut in zip(row.boxes, cuts, strict=True) if cut < len(box.block.lines)]
    if not torn or min(torn) < _FEW:
        return None
    both = [_halves(box, cut) for box, cut in zip(row.boxes, cuts, strict=True)]
    first, rest = (row_of(boxes, 0.0) for boxes in zip(*both, strict=True))
    return first, rest


def _lines_within(box: Box, most: float) -> int:
    """Return how many lines of a box stand on `most` points; where not all do, a few are left over."""
    lines = len(box.block.lines)
    if box.least_height <= most:
        return lines
    return min(lines - _FEW, int((most - 2 * _PAD_ABOVE) / box.block.style.leading))


def _halves(box: Box, cut: int) -> tuple[Box, Box]:
    if box.label and cut == len(box.block.lines):
        return box, box
    first, rest = box.block.cut(cut)
    return replace(box, block=first, at_top=True, foot=None), replace(box, block=rest, at_top=True)


def tag_of(*, is_label: bool, begins_row: bool) -> str:
    """Return the mark of a cell: a heading or a value, the first of its row or another."""
    return f"{'Row' if begins_row else ''}{'TH' if is_label else 'TD'}"


def grid(rows: Sequence[Row], paper: Paper) -> Band:
    """Return the rows below each other, ruled thinly inside and framed thickly."""
    height = sum(row.height for row in rows)

    def draw(pen: Pen, top: float) -> None:
        pen.rule(_rules(rows, paper, top))
        pen.frame(paper.side, top - height, paper.room, height)
        for row in rows:
            for place, box in enumerate(row.boxes):
                pen.begin(tag_of(is_label=box.label, begins_row=place == 0))
                _fill(pen, box, paper.side, top, row.height)
                pen.end()
            top -= row.height

    return Band(height, draw)


def _fill(pen: Pen, box: Box, side: float, top: float, height: float) -> None:
    left, room = side + box.left + PAD, inner(box.width)
    if box.foot:
        pen.set(box.foot, left, top - height + _PAD_ABOVE + box.foot.height / 2, room, "right")
    middle = top - _PAD_ABOVE - box.block.height / 2 if box.at_top else top - height / 2
    pen.set(box.block, left, middle, room, box.align)


def _rules(rows: Sequence[Row], paper: Paper, top: float) -> list[Rule]:
    """Lines between rows, and between boxes in one stroke through all rows that have them alike."""
    rules: list[Rule] = []
    bottom = top
    for row in rows[:-1]:
        bottom -= row.height
        rules.append((paper.side, bottom, paper.side + paper.room, bottom))
    for edges, equal_records in groupby(rows, key=lambda row: tuple(box.left for box in row.boxes[1:])):
        bottom = top - sum(row.height for row in equal_records)
        rules += [(paper.side + left, top, paper.side + left, bottom) for left in edges]
        top = bottom
    return rules
