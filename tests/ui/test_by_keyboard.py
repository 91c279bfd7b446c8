"""A record is written down and kept without touching the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.office import close_office, create
from app.subjects.activities.records import Activity
from ui.editors.choices import ChoiceEditor
from ui.main_window import MainWindow
from ui.panel.child_page import ChildPage

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    file = tmp_path / "office.union"
    create(file, "泰祥社区工会")
    close_office()
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_file(file)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    close_office()


def at_the_cursor() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def type_words(text: str) -> None:
    QTest.keyClicks(at_the_cursor(), text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the system would send it: to a list that has dropped down, else to the cursor."""
    QTest.keyClick(QApplication.activePopupWidget() or at_the_cursor(), key, modifier)


def go_on_to(name: str) -> None:
    """Press Enter until the cursor is in the field of that name."""
    for _ in range(20):
        if at_the_cursor().objectName() == name:
            return
        press(Qt.Key.Key_Return)
    raise AssertionError(f"the Enter key never comes to {name}")


def test_an_activity_is_written_down_and_kept_by_keys_alone(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_6, _CTRL)
    QTest.keyClick(window, Qt.Key.Key_N, _CTRL)
    go_on_to("name")
    type_words("Spring run 2011")
    go_on_to("kind")
    type_words("tiyu")
    go_on_to("starts_on")
    type_words("20110416")
    go_on_to("ends_on")
    type_words("2011.4.17")
    press(Qt.Key.Key_S, _CTRL)
    kept = Activity.get()
    assert (kept.name, kept.kind) == ("Spring run 2011", "体育比赛")
    assert (kept.starts_on, kept.ends_on) == (date(2011, 4, 16), date(2011, 4, 17))


def test_enter_comes_to_the_parties_where_they_stand_in_the_form_of_a_case(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_5, _CTRL)
    QTest.keyClick(window, Qt.Key.Key_N, _CTRL)
    go_on_to("source")
    press(Qt.Key.Key_Return)
    assert at_the_cursor().accessibleName() == "添加当事人"
    press(Qt.Key.Key_Return)
    assert at_the_cursor().objectName() == "role"
    type_words("sqr")
    go_on_to("kind")
    type_words("gr")
    go_on_to("name")
    type_words("Gu Huizhen")
    go_on_to("people_count")
    row = window.findChild(ChildPage, "disputes.parties")
    assert isinstance(row, ChildPage)
    role, kind = row.findChild(ChoiceEditor, "role"), row.findChild(ChoiceEditor, "kind")
    assert isinstance(role, ChoiceEditor)
    assert isinstance(kind, ChoiceEditor)
    assert (role.text(), kind.text()) == ("申请人", "个人")


def test_what_is_missing_takes_the_cursor_there(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_6, _CTRL)
    QTest.keyClick(window, Qt.Key.Key_N, _CTRL)
    go_on_to("starts_on")
    type_words("20110416")
    press(Qt.Key.Key_S, _CTRL)
    assert not Activity.alive().exists()
    focus = at_the_cursor()
    assert isinstance(focus, QLineEdit)
    assert focus.objectName() == "name"
