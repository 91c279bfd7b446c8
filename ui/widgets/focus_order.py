"""In which order Tab and Enter lead from one widget to the next, where a widget was moved or came later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_through(before: QWidget, inside: QWidget) -> None:
    """Let the keys lead from a widget through all that stands in another one, and on from there."""
    for widget in inside.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_keys and widget.window() is before.window():  # not a list that drops down
            QWidget.setTabOrder(before, widget)
            before = widget
