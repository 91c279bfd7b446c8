"""What of a widget is painted, and what of a window is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """Follows a widget: how often it is painted, and which parts of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += 1
            self.region += event.region()
        return False


def on_screen(widget: QWidget) -> QImage:
    """Return what a person sees of a widget: what was painted and not painted over since."""
    QApplication.processEvents()
    window = widget.window()
    seen = window.screen().grabWindow(window.winId())
    return seen.copy(QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())).toImage()


def painted_anew(widget: QWidget) -> QImage:
    """Return what a person would see of a widget if all of it were painted now."""
    widget.repaint()
    return on_screen(widget)
