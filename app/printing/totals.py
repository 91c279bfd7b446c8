"""The rows that add a list up: 本页小计 on each page, 合计 in figures and words at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.printing.fonts import width
from app.printing.grid import Box, Row, inner, row_of
from app.printing.lines import set_text
from app.printing.page import MM
from app.printing.sheet import Sheet
from app.printing.styles import LABEL, TOTAL, VALUE, Style
from app.rules.money import in_words, write_fen

_HEIGHT = 8.6 * MM


@dataclass(frozen=True)
class Sums:
    """Where a list's sums stand, in points from its left edge: label, figure, rest of the row.

    In the rest stand the sums of columns `beside` it, each with the place of its column.
    """

    sheet: Sheet
    left: float
    right: float
    room: float
    beside: tuple[tuple[int, float, float], ...] = ()

    def subtotal(self, rows: Sequence[int]) -> Row:
        """Return the row below the rows of one page."""
        amounts = self.sheet.amounts or ()
        figure = _written(self.sheet, sum(amounts[row] for row in rows))
        of_these = ([self.sheet.beside[place][row] for row in rows] for place, *_ in self.beside)
        beside = [_written(self.sheet, _added(amounts)) for amounts in of_these]
        return self._row(f"本页小计（{self._count(rows)}）", "", [figure, *beside], VALUE)

    def total(self) -> Row:
        """Return the last row of the list, with money in words: of several sums the first."""
        amounts = self.sheet.amounts or ()
        figures = [total_figure(self.sheet), *(total_figure(self.sheet, place) for place, *_ in self.beside)]
        return self._row(f"合计（{self._count(amounts)}）", self._words(amounts), figures, TOTAL)

    def _count(self, rows: Sequence[int]) -> str:
        return f"　　{self.sheet.unit}" if self.sheet.blank_rows else f"{len(rows)} {self.sheet.unit}"

    def _words(self, amounts: Sequence[int]) -> str:
        if not self.sheet.money:
            return ""
        words = "人民币（大写）" if self.sheet.blank_rows else in_words(sum(amounts))
        return f"{self._summed_first()}：{words}" if self.beside else words

    def _summed_first(self) -> str:
        return next(column.heading for column in self.sheet.columns if column.sum).removesuffix("（元）")

    def _row(self, label: str, words: str, figures: Sequence[str], style: Style) -> Row:
        """Put the words where there is more room, and the label before the figure if it fits there."""
        edges = [*(left for _, left, _ in self.beside), self.room]
        rest = edges[0] - self.right
        more_behind = rest > self.left
        fits_before = not more_behind or width(label, *LABEL) <= inner(self.left)
        before = [label] if fits_before else []
        behind = [] if fits_before else [label]
        if words:
            (behind if more_behind else before).append(words)
        boxes = [_text_box(0.0, self.left, before)]
        places = [(self.left, self.right), *((left, right) for _, left, right in self.beside)]
        for (left, right), edge, figure in zip(places, edges, figures, strict=True):
            block = set_text(figure, style, inner(right - left), whole=True)
            boxes.append(Box(left, right - left, block, "right"))
            if edge - right > 1:
                boxes.append(_text_box(right, edge - right, behind))
                behind = []
        return row_of(boxes, _HEIGHT)


def _text_box(left: float, room: float, texts: Sequence[str]) -> Box:
    return Box(left, room, set_text("　".join(texts), LABEL, inner(room), even=True), "center")


def total_figure(sheet: Sheet, place: int | None = None) -> str:
    """Return the figure that adds the whole list up, as it is written; nothing on a blank list.

    `place` is that of a column beside the one that is summed first.
    """
    amount = sum(sheet.amounts or ()) if place is None else _added(sheet.beside[place])
    figure = _written(sheet, amount)
    return f"¥{figure}" if figure and sheet.money else figure


def _added(amounts: Sequence[int | None]) -> int | None:
    """Add up what is known; None where nothing is: nobody spent 0 before the event."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _written(sheet: Sheet, amount: int | None) -> str:
    if sheet.blank_rows or amount is None:
        return ""
    return write_fen(amount) if sheet.money else f"{amount:,}"
