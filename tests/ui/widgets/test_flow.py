"""Widgets set like words in an area that grows with them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowArea

_HEIGHT, _WIDTH, _SPACING, _COUNT = 20, 100, 10, 3
_ONE_ROW = _COUNT * _WIDTH + (_COUNT - 1) * _SPACING


def test_once_there_is_room_for_one_row_nothing_scrolls(qtbot: QtBot) -> None:
    """The bar of before takes so much of the width that beside it the row would still be too long."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    area = FlowArea(window, spacing=_SPACING)
    column.addWidget(area)
    column.addStretch(1)
    for _ in range(_COUNT):
        word = QFrame()
        word.setFixedSize(_WIDTH, _HEIGHT)
        area.flow.addWidget(word)
    qtbot.addWidget(window)
    window.resize(_ONE_ROW - _WIDTH, 300)
    window.show()
    area.fit(_HEIGHT)
    QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
    window.resize(_ONE_ROW + 2, 300)
    area.fit(300)
    for _ in range(4):
        QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible()
    assert area.height() == _HEIGHT
