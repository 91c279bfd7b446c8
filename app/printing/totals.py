"""The rows that add a list up: 本页小计 on each page, 合计 in figures and words at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.printing.fonts import width
from app.printing.grid import Box, Row, inner, row_of
from app.printing.lines import Block, set_text
from app.printing.page import MM
from app.printing.sheet import Sheet
from app.printing.styles import LABEL, TOTAL, VALUE, Style
from app.rules.money import in_words, write_fen

_HEIGHT = 8.6 * MM


@dataclass(frozen=True)
class Sums:
    """Where a list's sums stand, in points from its left edge: label, figure, rest of the row."""

    sheet: Sheet
    left: float
    right: float
    room: float

    def subtotal(self, amounts: Sequence[int]) -> Row:
        """Return the row below the rows of one page."""
        return self._row(f"本页小计（{self._count(amounts)}）", "", self._figure(amounts), VALUE)

    def total(self, amounts: Sequence[int]) -> Row:
        """Return the last row of the list, with money in words."""
        figure = total_figure(self.sheet)
        return self._row(f"合计（{self._count(amounts)}）", self._words(amounts), figure, TOTAL)

    def _count(self, amounts: Sequence[int]) -> str:
        return f"　　{self.sheet.unit}" if self.sheet.blank_rows else f"{len(amounts)} {self.sheet.unit}"

    def _figure(self, amounts: Sequence[int]) -> str:
        return _written(self.sheet, sum(amounts))

    def _words(self, amounts: Sequence[int]) -> str:
        if not self.sheet.money:
            return ""
        return "人民币（大写）" if self.sheet.blank_rows else in_words(sum(amounts))

    def _row(self, label: str, words: str, figure: str, style: Style) -> Row:
        """Put the words where there is more room, and the label before the figure if it fits there."""
        rest = self.room - self.right
        more_behind = rest > self.left
        fits_before = not more_behind or width(label, *LABEL) <= inner(self.left)
        before = [label] if fits_before else []
        behind = [] if fits_before else [label]
        if words:
            (behind if more_behind else before).append(words)
        boxes = [
            _text_box(0.0, self.left, before),
            Box(self.left, self.right - self.left, self._set_figure(figure, style), "right"),
        ]
        if rest > 1:
            boxes.append(_text_box(self.right, rest, behind))
        return row_of(boxes, _HEIGHT)

    def _set_figure(self, figure: str, style: Style) -> Block:
        return set_text(figure, style, inner(self.right - self.left), whole=True)


def _text_box(left: float, room: float, texts: Sequence[str]) -> Box:
    return Box(left, room, set_text("　".join(texts), LABEL, inner(room), even=True), "center")


def total_figure(sheet: Sheet) -> str:
    """Return the figure that adds the whole list up, as it is written; nothing on a blank list."""
    figure = _written(sheet, sum(sheet.amounts or ()))
    return f"¥{figure}" if figure and sheet.money else figure


def _written(sheet: Sheet, amount: int) -> str:
    if sheet.blank_rows:
        return ""
    return write_fen(amount) if sheet.money else f"{amount:,}"
