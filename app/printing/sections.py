"""A report of several tables, charts beside each other below each: laid out on pages that follow on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.printing import bands
from app.printing import plot as chart
from app.printing.bands import Band, Laid, height_of
from app.printing.chart import Chart
from app.printing.grid import Box, Row, grid, inner, row_of, rows_of
from app.printing.ink import Pen
from app.printing.lines import set_text
from app.printing.page import LANDSCAPE, MM, Paper
from app.printing.sheet import Column
from app.printing.styles import LABEL, NOTE, PROSE_HEADING, SMALL_VALUE

_HEADING_HEIGHT, _ROW_HEIGHT = 8 * MM, 6.4 * MM
_ABOVE_SECTION = 4 * MM
_BETWEEN = 12 * MM  # two charts side by side
_ABOVE_CHARTS = 4 * MM


@dataclass(frozen=True)
class Grid:
    """A table: columns of relative widths, and rows of text."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Section:
    """A heading with its table, notes and charts."""

    heading: str
    table: Grid
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True)
class SectionSheet:
    """A printed report. Always landscape."""

    title: str
    heads: tuple[str, str, str]
    sections: tuple[Section, ...]
    watermark: str = ""

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        yield from (self.title, *self.heads)
        for section in self.sections:
            yield from (section.heading, *section.notes)
            yield from (column.heading for column in section.table.columns)
            for row in section.table.rows:
                yield from row
            for drawn in section.charts:
                yield from chart.texts(drawn)


def pages(sheet: SectionSheet) -> Laid:
    """Lay the report out."""
    paper = LANDSCAPE
    flow = _Flow(paper, [bands.title(sheet.title, paper), bands.heads(sheet.heads, paper)])
    for section in sheet.sections:
        _lay(section, flow)
    return Laid(paper, len(flow.pages), flow.pages)


class _Flow:
    """Fills one page after the other."""

    def __init__(self, paper: Paper, above: list[Band]) -> None:
        self.paper = paper
        self.pages: list[list[Band]] = [above]

    @property
    def room(self) -> float:
        """What is left of the page, in points."""
        return self.paper.depth - height_of(self.pages[-1])

    def add(self, *unbroken: Band) -> None:
        """Add bands that stay on one page below what is there, or on the next page."""
        if height_of(unbroken) > self.room and self.pages[-1]:
            self.turn()
        self.pages[-1] += unbroken

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])


def _lay(section: Section, flow: _Flow) -> None:
    """Put a section's heading, its table cut into pages each with the headings, its notes and charts."""
    paper = flow.paper
    head, rows = _table(section.table, paper)
    heading = _heading(section.heading, paper)
    if flow.room < heading.height + head.height + sum(row.height for row in rows[:2]):
        flow.turn()
    flow.add(heading)
    on_page: list[Row] = []
    for row in rows:
        if on_page and height_of([grid([head, *on_page, row], paper)]) > flow.room:
            flow.add(grid([head, *on_page], paper))
            flow.turn()
            on_page = []
        on_page.append(row)
    flow.add(grid([head, *on_page], paper))
    if section.notes:
        for line in bands.paragraphs(section.notes, NOTE, paper):
            flow.add(line)
    for start in range(0, len(section.charts), 2):
        flow.add(_charts(section.charts[start : start + 2], paper))


def _heading(text: str, paper: Paper) -> Band:
    def draw(pen: Pen, top: float) -> None:
        pen.write(paper.side, top - _ABOVE_SECTION - PROSE_HEADING.size, text, PROSE_HEADING)

    return Band(_ABOVE_SECTION + PROSE_HEADING.leading + 1 * MM, draw)


def _table(table: Grid, paper: Paper) -> tuple[Row, list[Row]]:
    """Return the row of headings, and the others, scaled to the width of the paper."""
    scale = paper.room / sum(column.width_mm for column in table.columns)
    tracks, left = [], 0.0
    for column in table.columns:
        tracks.append((column, left, column.width_mm * scale))
        left += column.width_mm * scale
    headings = [
        Box(at, room, set_text(column.heading, LABEL, inner(room), even=True), "center", label=True)
        for column, at, room in tracks
    ]
    rows = []
    for cells in table.rows:
        boxes = [
            Box(
                at,
                room,
                set_text(text, SMALL_VALUE, inner(room), whole=column.align == "right"),
                column.align,
            )
            for text, (column, at, room) in zip(cells, tracks, strict=True)
        ]
        rows += rows_of(boxes, _ROW_HEIGHT, paper.depth / 2)
    return row_of(headings, _HEADING_HEIGHT), rows


def _charts(charts: Sequence[Chart], paper: Paper) -> Band:
    """Return one chart, or two side by side."""
    room = (paper.room - _BETWEEN) / 2

    def draw(pen: Pen, top: float) -> None:
        for place, drawn in enumerate(charts):
            chart.draw(pen, drawn, paper.side + place * (room + _BETWEEN), top - _ABOVE_CHARTS, room)

    return Band(_ABOVE_CHARTS + max(map(chart.height_of, charts)) + 2 * MM, draw)
