"""Figures drawn as chips: rounded grounds behind pieces of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

_RADIUS = 4.0
_PAD = 1.5  # beyond the letters, so that the ground shows above and below them


class Chip(NamedTuple):
    """A ground behind the characters `start` to `end` of a block; `edge` draws a frame in that colour."""

    start: int
    end: int
    ground: QColor
    edge: QColor | None = None


def paint(painter: QPainter, block: QTextBlock, origin: QPointF, chips: Iterable[Chip]) -> None:
    """Draw the grounds of a block whose layout begins at `origin`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for chip in chips:
        edge = QPen(chip.edge, 1.5) if chip.edge is not None else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.setBrush(chip.ground)
        for place in places(block, chip.start, chip.end):
            painter.drawRoundedRect(place.translated(origin), _RADIUS, _RADIUS)


def places(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Yield where characters stand, a rectangle for each line, from where the block's layout begins."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        letters = line.ascent() + line.descent()
        middle = line.y() + line.ascent() - line.ascent() / 2 + line.descent() / 2
        yield QRectF(left, middle - letters / 2 + _PAD, right - left, letters - 2 * _PAD)


def _x(line: object, position: int) -> float:
    found = line.cursorToX(position)  # type: ignore[attr-defined]  # the stubs know only the C++ signature
    return float(found[0] if isinstance(found, tuple) else found)
