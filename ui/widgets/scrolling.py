"""What scroll areas lack."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 8  # pixels around what is brought into sight


def show_whole(widget: QWidget) -> None:
    """Scroll so far that a widget is seen from foot to head; Qt's own way is content with its cursor."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (page := around.widget()) is not None:
            for corner in (QPoint(0, widget.height()), QPoint()):
                place = widget.mapTo(page, corner)
                around.ensureVisible(place.x(), place.y(), 0, _MARGIN)
        around = around.parentWidget()
