"""Setting a row of a list: what is too long for its cell stands below the row and flows on over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from app.printing.columns import BELOW
from app.printing.grid import Box, Row, inner, row_of, rows_of
from app.printing.ink import Align
from app.printing.lines import Block, set_text
from app.printing.page import MM
from app.printing.styles import Style

NUMBER = "序号"
_GOES_ON = "（续）"
_HIGHEST = 60 * MM  # of a row: what is longer stands below it, over the full width
_LONG = 3  # lines, beyond which a text may go below its row
_KEPT = 75 * MM  # of a row and what stands below it: so much stays on one page
_FEW = 3  # lines of a longer text that are not torn apart
_TELLING, _NAME = 2, 50  # texts of a row that tell whose it is, and how long they may be


class Track(NamedTuple):
    """A column as placed on the paper, in points from the left edge of the table."""

    heading: str
    left: float
    width: float
    align: Align


class Strip(NamedTuple):
    """A part of a row that is not torn: boxes side by side, or some lines of a text below them.

    These lines are of the column at a `place`; they may go on from others.
    """

    row: Row
    place: int | None = None
    goes_on: bool = False


class RowSetting:
    """Sets the rows of one list: on columns, over the width of the paper in points, `least` points high."""

    def __init__(self, tracks: Sequence[Track], room: float, label: Style, least: float) -> None:
        self._tracks, self._room, self._label, self._least = tracks, room, label, least
        self._rooms = [inner(track.width) for track in tracks]

    def low(self, cells: Sequence[str], style: Style) -> Strip:
        """Set a row of which each text is known to stand on one line."""
        boxes = (
            Box(track.left, track.width, Block((text.strip(),), style), track.align)
            for track, text in zip(self._tracks, cells, strict=True)
        )
        return Strip(Row(self._least, tuple(boxes)))

    def groups(self, cells: Sequence[str], style: Style) -> list[list[Strip]]:
        """Set a row, in groups that stay on a page: all of it where it is short.

        Of a text that would make it too high the first lines, at least, stand below it on its page.
        """
        boxes = [self._box(text, place, style) for place, text in enumerate(cells)]
        below = []
        while row_of(boxes, self._least).height > _HIGHEST:
            place = max(range(len(boxes)), key=lambda place: len(boxes[place].block.lines))
            if len(boxes[place].block.lines) <= _LONG:
                break
            below.append(place)
            boxes[place] = self._box(BELOW, place, style)
        groups: list[list[Strip]] = []
        for row in rows_of(boxes, self._least, _HIGHEST):
            if groups and depth_of(groups[-1]) + row.height <= _KEPT:
                groups[-1].append(Strip(row))
            else:
                groups.append([Strip(row)])
        for place in sorted(below):
            first, *further = self._below(place, cells[place], style, _KEPT - depth_of(groups[-1]))
            groups[-1].append(first)
            groups += [[strip] for strip in further]
        return groups

    def heading(self, cells: Sequence[str], strip: Strip) -> Row:
        """Return what stands above a part of a row that begins a page: whose it is, and of which column."""
        number, *texts = cells
        told = [f"{NUMBER} {number}"] if number else []
        told += islice((text for text in texts if text and len(text) <= _NAME and "\n" not in text), _TELLING)
        told += [self._tracks[strip.place].heading] if strip.place is not None else []
        words = set_text(_GOES_ON + "　".join(told), self._label, inner(self._room))
        return row_of([Box(0, self._room, words, "left", label=True)], self._least)

    def height_above(self, cells: Sequence[str], group: Sequence[Strip]) -> float:
        """Return how much more than its height a group takes where a page begins in the middle of a row."""
        row = self.heading(cells, group[0]).height
        return row + self._wide((), group[0].row.boxes[0].block.style).least_height * group[0].goes_on

    def joined(self, strips: Iterable[Strip]) -> Iterator[Row]:
        """Return parts of one row as they stand below each other on a page: lines of a text in one box."""
        for place, run in groupby(strips, key=attrgetter("place")):
            if place is None:
                yield from (strip.row for strip in run)
                continue
            blocks = [strip.row.boxes[0].block for strip in run]
            lines = [line for block in blocks for line in block.lines]
            yield row_of([self._wide(lines, blocks[0].style)], self._least)

    def _box(self, text: str, place: int, style: Style) -> Box:
        _, left, wide, align = self._tracks[place]
        whole, even = align == "right", align == "center"
        return Box(left, wide, set_text(text, style, self._rooms[place], whole=whole, even=even), align)

    def _below(self, place: int, text: str, style: Style, room: float) -> Iterator[Strip]:
        """Yield a text over the full width: whole where it fits the room, else a few lines at a time."""
        lines = set_text(f"{self._tracks[place].heading}：{text}", style, inner(self._room)).lines
        whole = row_of([self._wide(lines, style)], self._least)
        if whole.height <= room:
            yield Strip(whole, place)
            return
        ends = [*range(_FEW, len(lines) - _FEW + 1, _FEW), len(lines)]
        first, *further = (lines[begin:end] for begin, end in zip([0, *ends], ends, strict=False))
        yield Strip(row_of([self._wide(first, style)], self._least), place)
        for some in further:
            box = self._wide(some, style)
            yield Strip(Row(box.block.height, (box,)), place, goes_on=True)

    def _wide(self, lines: Sequence[str], style: Style) -> Box:
        return Box(0, self._room, Block(tuple(lines), style), "left")


def depth_of(strips: Iterable[Strip]) -> float:
    """Return how much the parts of a row take below each other, in points."""
    return sum(strip.row.height for strip in strips)
