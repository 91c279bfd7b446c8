"""Tab goes as the eye does, in whatever order the widgets were made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.dialogs.base import TaughtDialog


class Made(TaughtDialog):
    """A row of two switches, a form that scrolls, a button; made from the last to the first."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("保存", self)
        page = QWidget(self)
        self.second, self.first = QLineEdit(page), QLineEdit(page)
        self.other, self.pressed = QPushButton("列表", self), QPushButton("交叉表", self)
        self.group = QButtonGroup(self)
        for switch in (self.other, self.pressed):
            switch.setCheckable(True)
            self.group.addButton(switch)
        self.pressed.setChecked(True)
        row, form = QHBoxLayout(), QVBoxLayout(page)
        for switch in (self.other, self.pressed):
            row.addWidget(switch)
        for line in (self.first, self.second):
            form.addWidget(line)
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(area)
        column.addWidget(self.button)


def _gone_through(dialog: Made, key: Qt.Key) -> list[QWidget | None]:
    """Press a key four times, from the upper line."""
    dialog.show()
    dialog.first.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget() or dialog, key)
        QApplication.processEvents()
        seen.append(dialog.focusWidget())
    return seen


def test_tab_goes_down_the_page_and_begins_again(qtbot: QtBot) -> None:
    dialog = Made()
    qtbot.addWidget(dialog)
    assert _gone_through(dialog, Qt.Key.Key_Tab) == [
        dialog.second,
        dialog.button,
        dialog.pressed,
        dialog.first,
    ]


def test_shift_and_tab_goes_up_the_page(qtbot: QtBot) -> None:
    dialog = Made()
    qtbot.addWidget(dialog)
    assert _gone_through(dialog, Qt.Key.Key_Backtab) == [
        dialog.pressed,
        dialog.button,
        dialog.second,
        dialog.first,
    ]
