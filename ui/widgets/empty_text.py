"""What stands in the middle of a list or tree that has no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView


def paint_empty_text(view: QAbstractItemView, text: str) -> None:
    """Write a text over a view without rows, faint, after its own painting; nothing over one with rows."""
    if not text or view.model().rowCount():
        return
    painter = QPainter(view.viewport())
    painter.setPen(view.palette().placeholderText().color())
    room = view.viewport().rect().adjusted(24, 0, -24, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
