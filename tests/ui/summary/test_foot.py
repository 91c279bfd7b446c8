"""What a report lacks or carries over is opened, and each sentence followed or kept, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.summary.foot import Foot, Note, Remarks

_KEPT = [Note("走访了企业。", 3, "保留"), Note("受理。", 9, "保留")]
_CARRIED = Remarks("carried", "2 句沿用上年", "warn", _KEPT)
_UNTOLD = Remarks("untold", "1 项没有写进", "info", [Note("走访：全年走访企业1家", 0)])


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 300)
    return window


def shown(window: QWidget, qtbot: QtBot, *remarks: Remarks) -> tuple[Foot, list[tuple[str, str, int]]]:
    """The foot of a report, and what a person does in it."""
    foot = Foot("说明", window)
    done: list[tuple[str, str, int]] = []
    foot.chosen.connect(lambda name, target: done.append(("chosen", name, target)))
    foot.acted.connect(lambda name, target: done.append(("acted", name, target)))
    foot.show_remarks(remarks)
    foot.resize(window.size())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return foot, done


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def come_to(foot: Foot, name: str) -> None:
    """Press Tab until the cursor is on the widget of that accessible name."""
    if QApplication.focusWidget() is None:
        foot.focusNextChild()
    for _ in range(20):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"the Tab key never comes to {name}")


def test_a_line_that_is_not_told_is_followed_by_keyboard(window: QWidget, qtbot: QtBot) -> None:
    foot, done = shown(window, qtbot, _UNTOLD)
    come_to(foot, "1 项没有写进")
    press(Qt.Key.Key_Space)
    come_to(foot, "走访：全年走访企业1家")
    press(Qt.Key.Key_Return)
    assert done == [("chosen", "untold", 0)]


def test_a_carried_sentence_is_kept_or_gone_to_by_keyboard(window: QWidget, qtbot: QtBot) -> None:
    """Enter keeps it; another Tab and Enter leads to its place in the text."""
    foot, done = shown(window, qtbot, _CARRIED)
    come_to(foot, "2 句沿用上年")
    press(Qt.Key.Key_Space)
    come_to(foot, "保留　受理。")
    press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert done == [("acted", "carried", 9), ("chosen", "carried", 9)]
