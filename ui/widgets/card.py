"""A card: a framed sheet on which widgets stand below each other, edge to edge."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """Holds widgets, the first of which takes the room that is left; `column` takes more."""

    def __init__(self, parent: QWidget, *widgets: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        for place, widget in enumerate(widgets):
            self.column.addWidget(widget, 0 if place else 1)
