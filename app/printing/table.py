"""Laying a list out on pages: columns, numbered rows, and what stands around the table."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, chain, count, product, repeat
from typing import NamedTuple

from peewee import chunked

from app.printing import bands
from app.printing.bands import Band, Laid, height_of
from app.printing.columns import Need, least_room, need_of, samples, shares
from app.printing.fonts import measure, width
from app.printing.grid import PAD, Box, Row, grid, inner, row_of
from app.printing.ink import Align
from app.printing.lines import LONGEST_WORD, Block, set_text
from app.printing.page import A3, LANDSCAPE, MM, PORTRAIT, Paper, cut
from app.printing.sheet import Sheet
from app.printing.styles import (
    LABEL,
    LEAST_LABEL,
    LEAST_VALUE,
    NOTE,
    SMALL_LABEL,
    SMALL_VALUE,
    TEXT,
    TITLE,
    TOTAL,
    VALUE,
    WALL_NOTE,
    WALL_TEXT,
    WALL_TITLE,
    WALL_TYPES,
    Style,
)
from app.printing.table_row import NUMBER, RowSetting, Strip, Track, depth_of
from app.printing.totals import Sums, total_figure

_NUMBER_WIDTH = 11.6 * MM
HEADING_HEIGHT = 9 * MM
_ROW_HEIGHT = 7.6 * MM
_SIGNING_HEIGHT = 10 * MM
_MANY = 10  # columns, beyond which the type is smaller
_TOGETHER = 2  # rows on the last page, at least
_MEASURED = 500  # rows at a time
_WORDS = (LONGEST_WORD, 12, 6)  # letters, beyond which a word may be torn
_TYPES = ((LABEL, VALUE), (SMALL_LABEL, SMALL_VALUE), (LEAST_LABEL, LEAST_VALUE))
NOTHING = "无记录"


def pages(sheet: Sheet) -> Laid:
    """Lay the list out; its rows are set as the pages are asked for."""
    return _lay(sheet, fitted(sheet))


def _lay(sheet: Sheet, fit: Fit) -> Laid:
    paper, table = fit.paper, _Table(sheet, fit)
    title, text, note = (WALL_TITLE, WALL_TEXT, WALL_NOTE) if sheet.wall else (TITLE, TEXT, NOTE)
    above = [bands.title(sheet.title, paper, title, sheet.what), bands.heads(sheet.heads, paper)]
    intro = bands.paragraphs([sheet.intro], text, paper) if sheet.intro else []
    closing = [bands.closing(sheet.closing, paper)]
    on_each, at_end = (closing, []) if sheet.signing else ([], closing)
    depth = paper.depth - height_of(above)
    seal = [bands.seal(*sheet.seal, paper, text if sheet.wall else VALUE)] if sheet.seal else []
    first_below, *further = bands.below(at_end, bands.paragraphs(sheet.notes, note, paper), seal, depth)

    lead = cut([line.height for line in intro], depth)
    room = depth - height_of(on_each) - table.height_on_each_page()
    first = room - height_of(intro[lead[-1]])
    tail = height_of(first_below) + table.height_at_end()
    heights, above_first = table.measure()
    parts = cut(heights, room, first=first, tail=tail, together=_TOGETHER, repeated=above_first)
    left = (first if len(parts) == 1 else room) - sum(heights[parts[-1]]) - tail
    left -= sum(above_first[parts[-1].start : parts[-1].start + 1])
    behind = cut([height_of(group) for group in further], depth, first=left)

    def laid() -> Iterator[list[Band]]:
        for part in lead[:-1]:
            yield [*above, *intro[part]]
        for number, part in enumerate(parts, start=1):
            is_last = number == len(parts)
            yield [
                *above,
                *(intro[lead[-1]] if number == 1 else []),
                *table.on_page(part, is_last=is_last),
                *on_each,
                *(first_below if is_last else []),
                *(band for group in further[behind[0]] for band in group if is_last),
            ]
        for part in behind[1:]:
            yield [*above, *(band for group in further[part] for band in group)]

    return Laid(paper, len(lead) - 1 + len(parts) + len(behind) - 1, laid())


class Fit(NamedTuple):
    """How a list stands on its paper: its type, and how wide 序号 and its columns are.

    Widths are in points, and fill the room of the paper.
    """

    paper: Paper
    label: Style
    value: Style
    widths: list[float]


def fitted(sheet: Sheet) -> Fit:
    """Choose paper, type and widths by what the cells hold.

    What hangs on a wall is set as large as it fits one page, where a smaller type of a wall lets it.
    """
    cells = samples(sheet.rows, len(sheet.columns))
    if large := [*_large(sheet, cells)] if sheet.wall else []:
        on_one_page = (fit for fit in large if len(large) > 1 and _lay(sheet, fit).number == 1)
        return next(on_one_page, large[0])
    return _fitting(sheet, cells)


def _fitting(sheet: Sheet, cells: list[list[str]]) -> Fit:
    """Return the largest type with which no cell tears, on a paper that is wide enough for it.

    A list lies across the sheet where it says so, and where it would not stand upright. Long words are torn
    rather than a date or a label; where twelve months of large sums fit no sheet, it takes one of A3.
    """
    types = _TYPES[len(sheet.columns) > _MANY :]
    papers = [LANDSCAPE] if sheet.landscape else [PORTRAIT, LANDSCAPE]
    for word, paper, type_ in chain(product(_WORDS, papers, types), product(_WORDS, [A3], types)):
        needs = _needs(sheet, cells, paper, type_, word)
        if least_room(needs) <= paper.room:
            break
    return Fit(paper, *type_, shares(needs, paper.room, type_[1]))


def _large(sheet: Sheet, cells: list[list[str]]) -> Iterator[Fit]:
    """Yield the types for a wall with which most rows stay on one line, else one that tears nothing."""
    paper = LANDSCAPE if sheet.landscape else PORTRAIT
    for type_ in WALL_TYPES if sheet.rows else WALL_TYPES[-1:]:  # a blank one is to stay on its page
        needs = _needs(sheet, cells, paper, type_)
        on_one_line = sum(max(need.least, need.usual) for need in needs) <= paper.room
        if on_one_line or (type_ is WALL_TYPES[-1] and least_room(needs) <= paper.room):
            yield Fit(paper, *type_, shares(needs, paper.room, type_[1]))


class _Table:
    def __init__(self, sheet: Sheet, fit: Fit) -> None:
        self._sheet = sheet
        self._paper, self._label, self._value, widths = fit
        self._tracks = _tracks(sheet, widths)
        one_line = Box(0, 0, Block(("",), self._value), "left").least_height
        self._least = max(least_height(sheet), one_line)
        self._setting = RowSetting(self._tracks, self._paper.room, self._label, self._least)
        self._heading = row_of([self._heading_box(track) for track in self._tracks], HEADING_HEIGHT)
        self._sums = sums_of(sheet, fit)
        self._numbers = numbers_of(sheet)
        self._low = bytearray()  # whether each text of a row stands on one line
        self._entries = array("l")  # the row of each entry: one that is too high goes on in further ones

    def _heading_box(self, track: Track) -> Box:
        block = set_text(track.heading, self._label, inner(track.width), even=True)
        return Box(track.left, track.width, block, "center", label=True)

    def height_on_each_page(self) -> float:
        """Return what heading and subtotal take, in points."""
        rows = range(len(self._sheet.rows))
        return self._heading.height + (self._sums.subtotal(rows).height if self._sums else 0.0)

    def height_at_end(self) -> float:
        """Return what the total takes, in points."""
        return self._sums.total().height if self._sums else 0.0

    def measure(self) -> tuple[list[float], list[float]]:
        """Return the heights of the rows, in points, as they will be set: of their parts that stay on a page.

        Beside them stands how much more each takes where it begins a page; nothing where none takes more.
        """
        heights: list[float] = []
        above: dict[int, float] = {}
        by_hand = repeat(is_filled(self._sheet), self._sheet.blank_rows or not self._sheet.rows)
        for at, low in enumerate(chain(self._lows(), by_hand)):
            self._low.append(low)
            found = [] if low else self._groups(at)
            for place, group in enumerate(found[1:], start=len(heights) + 1):
                above[place] = self._setting.height_above(self._cells(at), group)
            heights += map(depth_of, found) if found else [self._least]
            self._entries.extend([at] * max(1, len(found)))
        return heights, [above.get(place, 0.0) for place in range(len(heights))] if above else []

    def _lows(self) -> Iterator[bool]:
        """Tell of each row whether each of its texts stands on one line, without setting it.

        A text that several rows have in a column is measured once.
        """
        rooms, positions = [inner(track.width) for track in self._tracks[1:]], count()
        for some in chunked(self._sheet.rows, _MEASURED):
            columns = zip(zip(*some, strict=True), rooms, strict=True)
            high = [_high(texts, self._value, room) for texts, room in columns]
            tall = [(place, texts) for place, texts in enumerate(high) if texts]
            for at, row in zip(positions, some, strict=False):
                if at in self._sheet.totals:
                    style = self._style_of(at)
                    yield not any(_high([text], style, room) for text, room in zip(row, rooms, strict=True))
                else:
                    yield all(row[place] not in texts for place, texts in tall)

    def _style_of(self, at: int) -> Style:
        return self._value._replace(role=TOTAL.role) if at in self._sheet.totals else self._value

    def _cells(self, at: int) -> list[str]:
        filled = at < len(self._sheet.rows)
        return [self._numbers(at), *(self._sheet.rows[at] if filled else [""] * len(self._sheet.columns))]

    def _groups(self, at: int) -> list[list[Strip]]:
        """Set one row, in groups that stay on a page."""
        if not is_filled(self._sheet):
            nothing = set_text(NOTHING, self._value, self._paper.room)
            return [[Strip(row_of([Box(0, self._paper.room, nothing, "center")], self._least))]]
        if len(self._low) > at and self._low[at]:
            return [[self._setting.low(self._cells(at), self._style_of(at))]]
        return self._setting.groups(self._cells(at), self._style_of(at))

    def on_page(self, part: slice, *, is_last: bool) -> list[Band]:
        """Return the table as it stands on one page; no band where nothing is left for that page."""
        rows = [self._heading, *self._set(part)] if part.stop > part.start else []
        if self._sums and rows:
            rows.append(self._sums.subtotal(self._begun(part)))
        if self._sums and is_last:
            rows = [*(rows or [self._heading]), self._sums.total()]
        return [grid(rows, self._paper)] if rows else []

    def _set(self, part: slice) -> Iterator[Row]:
        """Set the rows of a page; where the first goes on from the page before, it is said whose it is."""
        at = part.start
        while at < part.stop:
            row = self._entries[at]
            piece = at - self._first_entry(at)
            found = self._groups(row)[piece : piece + part.stop - at]
            if piece:
                yield self._setting.heading(self._cells(row), found[0][0])
            yield from self._setting.joined(chain.from_iterable(found))
            at += len(found)

    def _first_entry(self, at: int) -> int:
        row = self._entries[at]
        while at and self._entries[at - 1] == row:
            at -= 1
        return at

    def _begun(self, part: slice) -> list[int]:
        """Return the rows that begin on a page."""
        begins = (self._entries[at] for at in range(part.start, part.stop) if self._first_entry(at) == at)
        return [row for row in begins if row < len(self._sheet.rows)]


def _high(texts: Iterable[str], style: Style, room: float) -> set[str]:
    """Return those of some texts that do not stand on one line."""
    width_of = measure(*style)
    return {text for text in {*texts} if "\n" in text or width_of(text) > room}


def is_filled(sheet: Sheet) -> bool:
    """Tell whether it has rows, be it to fill in by hand."""
    return bool(sheet.rows or sheet.blank_rows)


def sums_of(sheet: Sheet, fit: Fit) -> Sums | None:
    """Return where the sums of a list stand; nothing where nothing is added up."""
    place = next((at for at, column in enumerate(sheet.columns, start=1) if column.sum), None)
    if place is None or not is_filled(sheet):
        return None
    edges = [*accumulate(fit.widths, initial=0.0)]
    beside = tuple((other, edges[other + 1], edges[other + 2]) for other in sorted(sheet.beside))
    return Sums(sheet, edges[place], edges[place + 1], fit.paper.room, beside)


def least_height(sheet: Sheet) -> float:
    """Return how high a row is at least, in points: one to sign or write in by hand is higher."""
    return _SIGNING_HEIGHT if sheet.signing or sheet.blank_rows else _ROW_HEIGHT


def numbers_of(sheet: Sheet) -> Callable[[int], str]:
    """Return what numbers the rows by their positions: from 1, those that add others up left out."""
    totals = sorted(sheet.totals)
    return lambda at: "" if at in sheet.totals else str(at + 1 - bisect(totals, at))


def _tracks(sheet: Sheet, widths: list[float]) -> list[Track]:
    """Put 序号 before the columns."""
    headings = [NUMBER, *(column.heading for column in sheet.columns)]
    aligns: list[Align] = ["center", *(column.align for column in sheet.columns)]
    lefts = accumulate(widths, initial=0.0)
    return [Track(*track) for track in zip(headings, lefts, widths, aligns, strict=False)]


def _needs(
    sheet: Sheet,
    cells: list[list[str]],
    paper: Paper,
    type_: tuple[Style, Style],
    word: int = LONGEST_WORD,
) -> list[Need]:
    """Measure the columns by samples of their cells."""
    label, value = type_
    number = max(_NUMBER_WIDTH, width(str(len(sheet.rows)), *value) + 2 * PAD)
    needs = [Need(number, number, number)]
    for place, column in enumerate(sheet.columns):
        need = need_of(column, cells[place], label, value, paper.room, word=word)
        if sheet.rows and (column.sum or place in sheet.beside):  # the total is set bold, and no smaller
            figure = total_figure(sheet, None if column.sum else place)
            total = width(figure, TOTAL.role, TOTAL.size) + 2 * PAD
            need = replace(need, least=max(need.least, total))
        needs.append(need)
    return needs
