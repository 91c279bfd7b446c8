"""Figures drawn as chips: rounded grounds behind pieces of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

_RADIUS = 4.0
_LESS = 1.5  # high and low, so that the grounds of two lines stay apart
_MORE = 1.5  # left and right


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


def blocks(text: QTextEdit) -> Iterator[tuple[QTextBlock, QPointF]]:
    """Yield the paragraphs that can be seen, and where the layout of each begins in the viewport."""
    layout, height = text.document().documentLayout(), text.viewport().height()
    scrolled = QPointF(text.horizontalScrollBar().value(), text.verticalScrollBar().value())
    block = text.document().begin()
    while block.isValid():
        area = layout.blockBoundingRect(block).translated(-scrolled)
        if area.top() > height:
            return
        if area.bottom() >= 0:
            yield block, area.topLeft()
        block = block.next()


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
        whole = QRectF(left, middle - letters / 2, right - left, letters)
        yield whole.adjusted(-_MORE, _LESS, _MORE, -_LESS)


def _x(line: object, position: int) -> float:
    cursor = line.cursorToX(position)  # type: ignore[attr-defined]  # the stubs know only the C++ signature
    return float(cursor[0] if isinstance(cursor, tuple) else cursor)
