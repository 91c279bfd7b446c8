"""Lists saved under a name stand in the side bar with their numbers, and lead back to what was asked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app import saved_lists
from app.listing import Criteria
from app.office import Office
from app.records.saved_lists import all_lists
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from ui.dialogs.name import NameDialog
from ui.jobs import Jobs
from ui.registers.tab import RegisterTab
from ui.window.desk import Desk
from ui.window.saved_entry import SavedEntry


@pytest.fixture
def desk(office: Office, qtbot: QtBot) -> Desk:
    """An office with two members of one name, and a list of them that was saved."""
    make_member(name="王芳", sex="女"), make_member(name="王强", sex="男"), make_member(name="李敏", sex="女")
    saved_lists.keep(MEMBERS, Criteria(search="王", filters={"sex": ("女",)}), "王家女会员")
    desk = Desk(office, Jobs(), QMenu())
    qtbot.addWidget(desk)
    desk.resize(1366, 768)
    desk.show()
    qtbot.waitUntil(lambda: bool(entries(desk)))
    return desk


def entries(desk: Desk) -> list[SavedEntry]:
    return [entry for entry in desk.findChildren(SavedEntry) if not entry.isHidden()]


def number(entry: SavedEntry) -> str:
    label = entry.findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def members(desk: Desk) -> RegisterTab:
    tab = desk.front
    assert isinstance(tab, RegisterTab)
    return tab


def test_a_click_shows_what_was_asked(desk: Desk) -> None:
    (entry,) = entries(desk)
    assert number(entry) == "1"
    entry.click()
    pane = members(desk).pane
    assert (pane.criteria.search, dict(pane.criteria.filters)) == ("王", {"sex": ("女",)})
    assert members(desk).commands.search.text() == "王"
    assert len(pane.table.ids()) == 1


def test_the_number_follows_what_is_saved_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    make_member(name="王敏", sex="女")
    desk.refresh()
    qtbot.waitUntil(lambda: number(entries(desk)[0]) == "2")


def test_what_is_asked_is_saved_from_the_row_of_filters(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = desk.show_tab("members")
    assert isinstance(tab, RegisterTab)
    button = tab.findChild(QPushButton, "save_list")
    assert isinstance(button, QPushButton)
    assert button.isHidden()
    tab.pane.search("李")

    def answer(dialog: NameDialog) -> int:
        line = dialog.findChild(QLineEdit, "name")
        assert isinstance(line, QLineEdit)
        assert line.text() == "李"
        line.setText("姓李的")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(NameDialog, "exec", answer)
    button.click()
    qtbot.waitUntil(lambda: len(entries(desk)) == 2)
    assert [one.name for one in all_lists()] == ["姓李的", "王家女会员"]


def test_a_list_is_taken_out_of_the_side_bar(desk: Desk, qtbot: QtBot) -> None:
    (entry,) = entries(desk)
    entry.forget_chosen.emit(entry.saved)
    qtbot.waitUntil(lambda: not entries(desk))
    assert all_lists() == []
