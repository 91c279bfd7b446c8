"""Tab goes as the eye does: through the layouts, not by the order in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QWidget,
)

_WHOLES = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)  # what stands in them is their own


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the keys to what stands after the widget that has them, or before it, round and round.

    False where the widget stands in no layout: Qt knows its neighbours better.
    """
    stops = [widget for widget in _inside(window) if _stops_tab(widget)]
    current = window.focusWidget()
    if current not in stops:
        return False
    beside = stops[(stops.index(current) + (1 if forward else -1)) % len(stops)]
    beside.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _stops_tab(widget: QWidget) -> bool:
    """Tell whether Tab comes to a widget; of buttons that exclude each other to the one that is pressed."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() not in {None, widget}:
        return False
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what can be seen in a widget, in the order of its layouts."""
    if isinstance(widget, _WHOLES) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        return
    for child in _children(widget):
        if not child.isHidden() and not child.isWindow():
            yield child
            yield from _inside(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        return [widget.widget()]
    if isinstance(widget, QSplitter):
        return [widget.widget(place) for place in range(widget.count())]
    layout = widget.layout()
    if layout is not None:
        return list(_laid_out(layout))
    return [child for child in widget.children() if isinstance(child, QWidget)]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
