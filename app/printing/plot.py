"""Charts drawn on paper, and on the screen as the same page: bars of parts, columns of months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.printing import fonts
from app.printing.chart import Bar, Chart
from app.printing.fonts import width
from app.printing.ink import Pen
from app.printing.lines import set_text
from app.printing.page import Paper
from app.printing.roles import Role
from app.printing.styles import LABEL, Style

_TEXT = Style(Role.SONG, 9)
_SMALL = Style(Role.SONG, 7.5)
_HEAD = 20.0  # points: the title and the key
_ROW, _THICK, _SLIM = 23.0, 8.0, 6.0
_LABEL_SHARE = 0.34
_GAP = 6.0
_COLUMNS_HEIGHT, _MONTHS_BELOW, _NUMBER_ABOVE = 96.0, 14.0, 12.0
_KEY = 7.0
_BASELINE = 0.36  # of the font size, from the middle of a line to its baseline


@dataclass(frozen=True)
class Inks:
    """The colours of a chart; this year's is much darker than last year's, also in grey."""

    text: str = "#1D2430"
    secondary: str = "#5F6878"
    line: str = "#CBD1DA"
    now: str = "#1F5FBF"
    before: str = "#C3D3EC"


PAPER = Inks()


def height_of(chart: Chart) -> float:
    """Return how high the chart stands, in points."""
    if chart.kind == "columns":
        return _HEAD + _NUMBER_ABOVE + _COLUMNS_HEIGHT + _MONTHS_BELOW
    return _HEAD + _ROW * len(chart.bars)


def draw(pen: Pen, chart: Chart, left: float, top: float, room: float, inks: Inks = PAPER) -> None:
    """Draw the chart `room` points wide, below and to the right of a point of the page."""
    _Drawing(pen, left, room, inks).draw(chart, top)


def picture(chart: Chart, room: float, inks: Inks) -> bytes:
    """Return a PDF of one page, `room` points wide, that holds nothing but the chart."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, initialFontName=fonts.register(Role.SONG))
    pen, height = Pen(canvas), height_of(chart)
    pen.begin_page(Paper(room, height, 0, 0, 0))
    draw(pen, chart, 0, height, room, inks)
    pen.finish_page()
    canvas.save()
    return buffer.getvalue()


class _Drawing:
    """Draws in a strip of the page."""

    def __init__(self, pen: Pen, left: float, room: float, inks: Inks) -> None:
        self._pen, self._left, self._room, self._inks = pen, left, room, inks

    def draw(self, chart: Chart, top: float) -> None:
        self._head(chart, top - _HEAD / 2)
        if chart.kind == "columns":
            self._columns(chart.bars, top - _HEAD - _NUMBER_ABOVE)
        else:
            self._rows(chart.bars, top - _HEAD)

    def _head(self, chart: Chart, middle: float) -> None:
        """Write the title, and at the right what is dark and what is light."""
        x = self._left + self._room
        for name, ink in ((chart.before, self._inks.before), (chart.now, self._inks.now)):
            x -= width(name, *_SMALL)
            self._write(x, middle, name, _SMALL, self._inks.secondary)
            x -= _KEY + 4
            self._pen.fill(x, middle - _KEY / 2, _KEY, _KEY, ink)
            x -= 2 * _GAP
        title = set_text(chart.title, LABEL, max(x - self._left, self._room / 3)).lines[0]
        self._write(self._left, middle, title, LABEL, self._inks.text)

    def _rows(self, bars: Sequence[Bar], top: float) -> None:
        longest = max(width(bar.label, *_TEXT) for bar in bars)
        labels = min(longest, self._room * _LABEL_SHARE)
        numbers = max(width(text, *_TEXT) for bar in bars for text in (bar.now_text, bar.before_text))
        start = self._left + labels + (_GAP if labels else 0)
        scale = _scale(bars, self._left + self._room - start - numbers - _GAP)
        for bar in bars:
            block = set_text(bar.label, _TEXT, labels + 1)
            self._write(self._left, top - _ROW / 2, _one_line(block.lines), block.style, self._inks.text)
            y = top - 3 - _THICK
            for number, text, height, ink, style, text_ink in (
                (bar.now, bar.now_text, _THICK, self._inks.now, _TEXT, self._inks.text),
                (bar.before, bar.before_text, _SLIM, self._inks.before, _SMALL, self._inks.secondary),
            ):
                self._pen.fill(start, y, max(number * scale, 0.75), height, ink)
                x = start + max(number * scale, 0.75) + _GAP / 2
                self._write(x, y + height / 2, text, style, text_ink)
                y -= _SLIM + 1
            top -= _ROW

    def _columns(self, bars: Sequence[Bar], top: float) -> None:
        share, bottom = self._room / len(bars), top - _COLUMNS_HEIGHT
        scale, thick = _scale(bars, _COLUMNS_HEIGHT), share * 0.36
        fits = all(width(bar.now_text, *_SMALL) <= share for bar in bars)
        for number, bar in enumerate(bars):
            middle = self._left + (number + 0.5) * share
            self._pen.fill(middle - thick, bottom, thick, bar.before * scale, self._inks.before)
            self._pen.fill(middle, bottom, thick, bar.now * scale, self._inks.now)
            self._centre(middle, bottom - _MONTHS_BELOW / 2, bar.label, self._inks.secondary)
            if bar.now and (fits or bar.now == max(bar.now for bar in bars)):
                highest = bottom + max(bar.now, bar.before) * scale
                self._centre(middle, highest + _NUMBER_ABOVE / 2, bar.now_text, self._inks.text)
        self._pen.fill(self._left, bottom - 0.5, self._room, 0.5, self._inks.line)

    def _centre(self, middle: float, y: float, text: str, ink: str) -> None:
        length = width(text, *_SMALL)
        x = min(max(middle - length / 2, self._left), self._left + self._room - length)
        self._write(x, y, text, _SMALL, ink)

    def _write(self, x: float, middle: float, text: str, style: Style, ink: str) -> None:
        self._pen.write(x, middle - _BASELINE * style.size, text, style, ink=ink)


def _scale(bars: Sequence[Bar], room: float) -> float:
    return room / max(max(bar.now, bar.before) for bar in bars)


def _one_line(lines: Sequence[str]) -> str:
    return lines[0] if len(lines) == 1 else f"{lines[0][:-1]}…"


def texts(chart: Chart) -> Iterator[str]:
    """Yield everything that a chart says, piece by piece."""
    yield from (chart.title, chart.now, chart.before)
    for bar in chart.bars:
        yield from (bar.label, bar.now_text, bar.before_text)
