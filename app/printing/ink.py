"""Putting ink on a page: text in its fonts, thin and thick rules."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.printing.fonts import Codes, register, width
from app.printing.lines import Block
from app.printing.page import MM, Paper
from app.printing.roles import Role
from app.printing.styles import WATERMARK, Style

HEADING, PARAGRAPH = "H1", "P"
"""What is written outside of tables, as PDF calls it."""
_NAME, _CODE = itemgetter(0), itemgetter(1)
_ARTIFACT = "/Artifact BMC"

THIN, THICK = 0.5, 1.2  # points

Align = Literal["left", "center", "right"]
Rule = tuple[float, float, float, float]  # from x, y to x, y

# Half the height of a Chinese character above its baseline: puts the middle of a line on a point.
_MIDDLE = 0.38
_WATERMARK_GREY = 0.9
_PAGE_NUMBER = 9 * MM  # what a page number takes of the lower margin
_BLACK = "#000000"


class Pen:
    """Draws on one canvas, in points from the lower left corner of the page."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._codes = {role: Codes(role, canvas) for role in Role}

    def begin_page(self, paper: Paper) -> None:
        """Take a new page of this paper."""
        self._canvas.setPageSize((paper.width, paper.height))
        # What is bound knows by it how far the page is printed on.
        lowest = max(0.0, paper.foot - _PAGE_NUMBER)
        self._canvas.setArtBox((paper.side, lowest, paper.side + paper.room, paper.top))
        # One text object for a whole page: a list of 10,000 rows takes two thirds of the time.
        self._text: Any = self._canvas.beginText()
        self._font = ("", 0.0)
        self._ink = _BLACK
        self._marks = 0
        self._is_marked = False

    def begin(self, tag: str) -> None:
        """Say what is written from here to the `end`: a heading, a cell. `archive` makes a tree of it."""
        self._tell(f"/{tag} <</MCID {self._marks}>> BDC")
        self._marks += 1
        self._is_marked = True

    def end(self) -> None:
        """End what was begun."""
        self._tell("EMC")
        self._is_marked = False

    def begin_artifact(self) -> None:
        """Say that what is written from here to the `end` belongs to the page, not to the text."""
        self._tell(_ARTIFACT)
        self._is_marked = True

    def _tell(self, operator: str) -> None:
        self._text._code.append(operator)  # noqa: SLF001  # ReportLab has no marked content

    def write(
        self, x: float, y: float, text: str, style: Style, *, spacing: float = 0.0, ink: str = _BLACK
    ) -> None:
        """Write one line from `x` on the baseline `y`, with `spacing` points after each character."""
        if not text:
            return
        if not self._is_marked:
            self.begin(PARAGRAPH)
            self.write(x, y, text, style, spacing=spacing, ink=ink)
            self.end()
            return
        if self._ink != ink:
            self._text.setFillColor(HexColor(ink))
            self._ink = ink
        if spacing:
            self._text.setCharSpace(spacing)
        self._tell(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for name, codes in groupby(map(self._codes[style.role].__getitem__, text), key=_NAME):
            if self._font != (name, style.size):
                self._tell(f"{name} {style.size:.2f} Tf")
                self._font = (name, style.size)
            self._tell(f"({''.join(map(_CODE, codes))}) Tj")
        if spacing:
            self._text.setCharSpace(0)

    def set(self, block: Block, left: float, middle: float, room: float, align: Align) -> None:
        """Set a block within `room` points from `left`, its height centred on the ordinate `middle`."""
        style = block.style
        y = middle + (block.height - style.leading) / 2 - _MIDDLE * style.size
        for line in block.lines:
            x = left
            if align != "left":
                spare = room - width(line, *style)
                x += spare if align == "right" else spare / 2
            self.write(x, y, line, style)
            y -= style.leading

    def rule(self, rules: Iterable[Rule]) -> None:
        """Draw thin lines."""
        with self._artifact() as canvas:
            canvas.setLineWidth(THIN)
            canvas.lines(rules)

    def frame(self, left: float, bottom: float, room: float, height: float) -> None:
        """Draw a thick frame, its outer edge half a line outside the given box."""
        with self._artifact() as canvas:
            canvas.setLineWidth(THICK)
            canvas.rect(left, bottom, room, height)

    def fill(self, left: float, bottom: float, room: float, height: float, ink: str) -> None:
        """Fill a box with a colour such as #1F5FBF, without a rule around it."""
        with self._artifact() as canvas:
            canvas.saveState()
            canvas.setFillColor(HexColor(ink))
            canvas.rect(left, bottom, room, height, stroke=0, fill=1)
            canvas.restoreState()

    def watermark(self, text: str, paper: Paper) -> None:
        """Write large and light across the page; to be called before anything else is drawn."""
        with self._artifact() as canvas:
            canvas.saveState()
            canvas.setFillGray(_WATERMARK_GREY)
            canvas.translate(paper.width / 2, paper.height / 2)
            canvas.rotate(30)
            canvas.setFont(register(WATERMARK.role), WATERMARK.size)
            canvas.drawCentredString(0, -_MIDDLE * WATERMARK.size, text)
            canvas.restoreState()

    @contextmanager
    def _artifact(self) -> Iterator[Canvas]:
        """Mark what is drawn on the canvas as belonging to the page: rules, frames, a watermark."""
        self._canvas._code.append(_ARTIFACT)  # noqa: SLF001  # ReportLab has no marked content
        yield self._canvas
        self._canvas._code.append("EMC")  # noqa: SLF001

    def finish_page(self) -> None:
        """Put what was written on the page, and the page into the file."""
        self._canvas.drawText(self._text)
        self._canvas.showPage()
