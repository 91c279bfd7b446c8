"""The frame in which a table stands on a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def in_card(widget: QWidget, parent: QWidget) -> QFrame:
    """Return a card of the parent's with the widget in it; the margin leaves the card's edge free."""
    card = QFrame(parent)
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(widget)
    return card
