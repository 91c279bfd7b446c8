"""Ctrl+K from anywhere: type, Enter, and one is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.factories.people import make_file, make_member
from ui.dialogs.preview import Preview
from ui.main_window import MainWindow
from ui.office.chronicle import ChronicleDialog
from ui.registers.tab import RegisterTab
from ui.window.finder import Finder

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on an office with one person in two lists, and another."""
    who = {"name": "仇志明", "birth_date": date(1970, 5, 6)}
    member = make_member(**who)
    make_file(**who, id_number=member.id_number)
    make_member(name="王芳")
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show_office(office)
    window.show()
    yield window
    window.jobs.shut_down()


def finder(window: MainWindow) -> Finder:
    window.stage.menu.find_anything_chosen.emit()
    (found,) = window.findChildren(Finder)
    return found


def choose(
    window: MainWindow, text: str, title: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Type, go down to what has this title, and press Enter."""
    box = finder(window)
    box.box.setText(text)
    rows = [box.rows.index(row, 0).data() for row in range(box.rows.rowCount())]
    for _ in range(next(place for place, row in enumerate(rows) if row.startswith(title))):
        QTest.keyClick(box.box, Qt.Key.Key_Down)
    QTest.keyClick(box.box, Qt.Key.Key_Return, keys)


def front(window: MainWindow) -> RegisterTab:
    assert window.desk is not None
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    return tab


def test_a_person_is_found_by_initials_and_opened(window: MainWindow) -> None:
    choose(window, "qzm", "仇志明　会员")
    assert front(window).objectName() == "members"
    record = front(window).pane.panel.form.record
    assert str(record).startswith("仇志明")


def test_a_list_is_opened_by_its_title(window: MainWindow) -> None:
    choose(window, "fafangpici", "发放批次")
    assert front(window).pane.register.key == "hardship.batches"


def test_something_new_is_begun(window: MainWindow) -> None:
    choose(window, "新建会员", "新建会员")
    record = front(window).pane.panel.form.record
    assert front(window).objectName() == "members"
    assert record is not None
    assert record.id is None


def test_a_figure_is_shown(window: MainWindow) -> None:
    choose(window, "受理争议", "受理争议")
    assert window.desk is not None
    assert window.desk.front.objectName() == "figures"


def test_an_act_of_the_menu_is_done(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr("ui.office.backup.BackingUp.begin", lambda _self: done.append("begun"))
    choose(window, "beifen", "备份")
    assert done == ["begun"]


def test_all_that_there_is_of_a_person_is_shown_printed_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "仇志明", "仇志明", Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(ChronicleDialog)
    table = dialog.table
    kinds = [item.text() for row in range(table.rowCount()) if (item := table.item(row, 1)) is not None]
    assert {"会员", "困难档案"} <= set(kinds)
    button = dialog.findChild(QPushButton, "print_chronicle")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(Preview)))
    window.findChildren(Preview)[0].close()
    table.selectRow(kinds.index("困难档案"))
    dialog.accept()
    assert front(window).objectName() == "hardship"


def test_escape_goes_back_to_where_one_was(window: MainWindow) -> None:
    box = finder(window)
    QTest.keyClick(box.box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_what_is_nowhere_is_said_to_be(window: MainWindow) -> None:
    box = finder(window)
    box.find("不存在的人")
    assert box.rows.rowCount() == 0
    box.close()
