"""Whether all that can be pressed or typed into can be reached, read from the widgets of a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)

_USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_WHOLES = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)  # what stands in them is their own
_LEAST_BUTTON = 20
_LEAST_WIDTH, _LEAST_HEIGHT = 56, 48  # of what is typed into, and of what scrolls


def unreachable(window: QWidget) -> list[str]:
    """Say of each visible widget that a person uses why it cannot be reached; nothing where all can."""
    return [f"{_name(widget)}: {why}" for widget in _used(window) for why in _faults(widget, window)]


def _used(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        own = widget.window() is window and widget.isVisibleTo(window)
        if isinstance(widget, _USED) and own and not _is_part(widget, window):
            yield widget


def _is_part(widget: QWidget, window: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, _WHOLES):
            return True
        above = above.parentWidget()
    return False


def _faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    if widget.width() <= 0 or widget.height() <= 0:
        yield f"is {widget.width()}x{widget.height()}"
        return
    if isinstance(widget, QPushButton | QToolButton) and _is_squeezed(widget):
        yield f"has {widget.size().toTuple()} for {widget.minimumSizeHint().toTuple()}"
    typed = isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit | QTextEdit)
    if typed and widget.width() < _LEAST_WIDTH:
        yield f"is {widget.width()} wide"
    takes_keys = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    if isinstance(widget, QAbstractItemView) and takes_keys and widget.tabKeyNavigation():
        yield "keeps Tab to itself: nobody comes out of it by the keyboard"
    if isinstance(widget, QAbstractItemView) and widget.height() < _LEAST_HEIGHT:
        yield f"is {widget.height()} high"
    yield from _clipped(widget, window)


def _is_squeezed(button: QWidget) -> bool:
    """Tell whether a button is too small for its words; one that may have any width shortens them."""
    free = button.sizePolicy().horizontalPolicy() is button.sizePolicy().Policy.Ignored
    least = button.minimumSizeHint()
    return button.height() < _LEAST_BUTTON or (not free and button.width() < least.width())


def _clipped(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Follow a widget outwards; a scrolling area brings it into sight, if it is large enough itself."""
    shown, at = widget.rect(), widget
    while at is not window:
        above = at.parentWidget()
        assert above is not None
        shown = QRect(at.mapToParent(shown.topLeft()), shown.size())
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and above is area.viewport():
            beside = shown.left() < -1 or shown.right() > above.width()
            if beside and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                yield f"is cut off at the side: {shown.getRect()} in {above.width()}"
            if above.height() < min(_LEAST_HEIGHT, at.height()):
                yield f"scrolls in {above.height()} pixels"
            shown = above.rect()
        elif not above.rect().adjusted(-1, -1, 1, 1).contains(shown):
            yield f"is cut off by {_name(above)}: {shown.getRect()} in {above.size().toTuple()}"
            return
        at = above


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    place = widget.mapTo(widget.window(), QPoint())
    return f"{type(widget).__name__} {widget.objectName()} {words} at {place.toTuple()}".replace("  ", " ")
