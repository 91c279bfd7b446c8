"""Windows stay on the screen, whatever its size and wherever they stood before."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

_BORDER = 8  # of a window, at most, on the systems we know


def bring_onto_screen(window: QWidget) -> None:
    """Make a window no larger than the free area of its screen, and move it there; a maximized one is."""
    if window.isMaximized() or window.isFullScreen():
        return
    free = window.screen().availableGeometry()
    frame = _frame(window)
    window.resize(window.size().boundedTo(free.size() - frame))
    rect = QRect(window.pos(), window.size() + frame)
    window.move(within(rect, free))


def below(widget: QWidget, size: QSize) -> QPoint:
    """Return where something of this size opens under a widget: above it where there is no room below."""
    corner = widget.mapToGlobal(QPoint(0, widget.height()))
    screen = QGuiApplication.screenAt(corner) or widget.screen()
    free = screen.availableGeometry()
    if corner.y() + size.height() > free.bottom() + 1:
        corner.setY(widget.mapToGlobal(QPoint(0, 0)).y() - size.height())
    return within(QRect(corner, size), free)


def within(rect: QRect, free: QRect) -> QPoint:
    """Return where a rectangle stands when it is pushed into the free area, its head before its foot."""
    x = max(free.left(), min(rect.left(), free.right() + 1 - rect.width()))
    y = max(free.top(), min(rect.top(), free.bottom() + 1 - rect.height()))
    return QPoint(x, y)


def _frame(window: QWidget) -> QSize:
    """Return what title and borders take; before the first show by what such a title takes commonly."""
    frame = window.frameGeometry().size() - window.size()
    if frame.isEmpty() and not window.isVisible():
        title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return QSize(2 * _BORDER, title + _BORDER)
    return frame
