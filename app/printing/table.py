"""Laying a list out on pages: columns, numbered rows, and what stands around the table."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.printing import bands
from app.printing.bands import Band, height_of
from app.printing.grid import Box, Row, grid, inner, row_of, rows_of
from app.printing.ink import Align
from app.printing.lines import set_text
from app.printing.page import LANDSCAPE, MM, PORTRAIT, Paper, cut
from app.printing.sheet import TOTAL_ROW, Sheet
from app.printing.styles import LABEL, NOTE, SMALL_LABEL, SMALL_VALUE, TEXT, VALUE
from app.printing.totals import Sums

_NUMBER_WIDTH = 11.6 * MM
_HEADING_HEIGHT = 9 * MM
_ROW_HEIGHT = 7.6 * MM
_SIGNING_HEIGHT = 10 * MM
_MANY = 10  # columns, beyond which the type is smaller


def pages(sheet: Sheet) -> tuple[Paper, list[list[Band]]]:
    """Return the paper and, page by page, what stands on it from top to bottom."""
    paper = LANDSCAPE if sheet.landscape else PORTRAIT
    table = _Table(sheet, paper)
    above = [bands.title(sheet.title, paper), bands.heads(sheet.heads, paper)]
    intro = [bands.paragraphs([sheet.intro], TEXT, paper)] if sheet.intro else []
    closing = [bands.closing(sheet.closing, paper)]
    on_each, at_end = (closing, []) if sheet.signing else ([], closing)
    at_end = [*at_end, bands.paragraphs(sheet.notes, NOTE, paper)]
    if sheet.seal:
        at_end.append(bands.seal(*sheet.seal, paper))

    room = paper.depth - height_of(above) - height_of(on_each) - table.height_on_each_page()
    tail = height_of(at_end) + table.height_at_end()
    entries = list(table.entries(most=max(room - tail, room / 2)))
    heights = [entry.row.height for entry in entries]
    parts = cut(heights, room, first=room - height_of(intro), tail=tail)
    return paper, [
        [
            *above,
            *(intro if number == 1 else []),
            *table.on_page(entries[part], is_last=number == len(parts)),
            *on_each,
            *(at_end if number == len(parts) else []),
        ]
        for number, part in enumerate(parts, start=1)
    ]


class _Track(NamedTuple):
    """A column as placed on the paper, in points from the left edge of the table."""

    heading: str
    left: float
    width: float
    align: Align


class _Entry(NamedTuple):
    """A ruled row; it carries a row's amount where that row begins, none where it goes on."""

    row: Row
    amounts: tuple[int, ...]


class _Table:
    def __init__(self, sheet: Sheet, paper: Paper) -> None:
        self._sheet = sheet
        self._paper = paper
        many = len(sheet.columns) > _MANY
        self._label, self._value = (SMALL_LABEL, SMALL_VALUE) if many else (LABEL, VALUE)
        self._tracks = _tracks(sheet, paper.room)
        self._heading = row_of(
            [
                Box(left, width, set_text(heading, self._label, inner(width), even=True), "center")
                for heading, left, width, _ in self._tracks
            ],
            _HEADING_HEIGHT,
        )
        self._sums = self._place_sums()

    def _place_sums(self) -> Sums | None:
        if not any(column.sum for column in self._sheet.columns) or not self._is_filled():
            return None
        summed = next(
            track for track, column in zip(self._tracks[1:], self._sheet.columns, strict=True) if column.sum
        )
        return Sums(self._sheet, summed.left, summed.left + summed.width, self._paper.room)

    def _is_filled(self) -> bool:
        return bool(self._sheet.rows or self._sheet.blank_rows)

    def height_on_each_page(self) -> float:
        """Return what heading and subtotal take, in points."""
        amounts = self._sheet.amounts or ()
        return self._heading.height + (self._sums.subtotal(amounts).height if self._sums else 0.0)

    def height_at_end(self) -> float:
        """Return what the total takes, in points."""
        return self._sums.total(self._sheet.amounts or ()).height if self._sums else 0.0

    def entries(self, most: float) -> Iterator[_Entry]:
        """Yield the rows; one higher than `most` points goes on in further rows."""
        if not self._is_filled():
            nothing = set_text("无记录", self._value, self._paper.room)
            yield _Entry(row_of([Box(0, self._paper.room, nothing, "center")], self._least()), ())
        for number, cells in enumerate(self._sheet.rows, start=1):
            amounts = (self._sheet.amounts[number - 1],) if self._sheet.amounts else ()
            numbered = "" if cells[0] == TOTAL_ROW else str(number)
            for row in self._rows((numbered, *cells), most):
                yield _Entry(row, amounts)
                amounts = ()
        empty = ("",) * len(self._sheet.columns)
        for number in range(len(self._sheet.rows) + 1, len(self._sheet.rows) + self._sheet.blank_rows + 1):
            yield from (_Entry(row, ()) for row in self._rows((str(number), *empty), most))

    def _least(self) -> float:
        return _SIGNING_HEIGHT if self._sheet.signing or self._sheet.blank_rows else _ROW_HEIGHT

    def _rows(self, cells: Sequence[str], most: float) -> list[Row]:
        boxes = []
        for text, (_, left, width, align) in zip(cells, self._tracks, strict=True):
            whole, even = align == "right", align == "center"
            block = set_text(text, self._value, inner(width), whole=whole, even=even)
            boxes.append(Box(left, width, block, align))
        return rows_of(boxes, self._least(), most)

    def on_page(self, entries: Sequence[_Entry], *, is_last: bool) -> list[Band]:
        """Return the table as it stands on one page; no band where nothing is left for that page."""
        rows = [self._heading, *(entry.row for entry in entries)] if entries else []
        if self._sums and entries:
            rows.append(self._sums.subtotal([amount for entry in entries for amount in entry.amounts]))
        if self._sums and is_last:
            rows.append(self._sums.total(self._sheet.amounts or ()))
        return [grid(rows, self._paper)] if rows else []


def _tracks(sheet: Sheet, room: float) -> list[_Track]:
    """Put 序号 before the columns, and scale these to the rest of the paper."""
    scale = (room - _NUMBER_WIDTH) / sum(column.width_mm for column in sheet.columns)
    tracks = [_Track("序号", 0.0, _NUMBER_WIDTH, "center")]
    for column in sheet.columns:
        left = tracks[-1].left + tracks[-1].width
        tracks.append(_Track(column.heading, left, column.width_mm * scale, column.align))
    return tracks
