"""One field of many records changed at once: who is said before, and one undo takes it back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app.keeping import undoing
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from ui.dialogs.change_many import ChangeManyDialog
from ui.jobs import Jobs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The window before which the dialog stands."""
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def begun(parent: QWidget, ids: list[int], field: str) -> ChangeManyDialog:
    dialog = ChangeManyDialog(parent, Jobs(parent), MEMBERS, ids)
    dialog.choose(field)
    dialog.show()
    return dialog


def typed(dialog: ChangeManyDialog, name: str, text: str) -> None:
    editor = dialog.form.findChild(QLineEdit, name)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)


def rows(dialog: ChangeManyDialog) -> list[list[str]]:
    table = dialog.findChild(QTableWidget, "preview")
    assert isinstance(table, QTableWidget)

    def text(row: int, column: int) -> str:
        item = table.item(row, column)
        return item.text() if item is not None else ""

    return [[text(row, column) for column in range(3)] for row in range(table.rowCount())]


def count(dialog: ChangeManyDialog) -> str:
    label = dialog.findChild(QLabel, "count")
    assert isinstance(label, QLabel)
    return label.text()


def press(dialog: ChangeManyDialog) -> None:
    button = dialog.findChild(QPushButton, "accept")
    assert isinstance(button, QPushButton)
    button.click()


def test_each_is_shown_as_it_is_and_as_it_will_be(office: Office, parent: QWidget, qtbot: QtBot) -> None:
    members = [make_member(group_name=group) for group in ("一组", "二组", None)]
    dialog = begun(parent, [one.id for one in members], "group_name")
    typed(dialog, "group_name", "二组")
    assert rows(dialog) == [[str(members[0]), "一组", "二组"], [str(members[2]), "", "二组"]]
    assert count(dialog) == "将修改 2 人，1 人已是这个值。"


def test_they_are_changed_in_one_step(office: Office, parent: QWidget, qtbot: QtBot) -> None:
    ids = [make_member(group_name=group).id for group in ("一组", None)]
    dialog = begun(parent, ids, "group_name")
    typed(dialog, "group_name", "三组")
    press(dialog)
    qtbot.waitUntil(lambda: dialog.has_done)
    assert [Member.get_by_id(one).group_name for one in ids] == ["三组", "三组"]
    undoing.undo()
    assert [Member.get_by_id(one).group_name for one in ids] == ["一组", None]


def test_a_field_can_be_emptied(office: Office, parent: QWidget, qtbot: QtBot) -> None:
    ids = [make_member(group_name="一组").id]
    dialog = begun(parent, ids, "group_name")
    assert rows(dialog)[0][1:] == ["一组", "（清空）"]
    press(dialog)
    qtbot.waitUntil(lambda: dialog.has_done)
    assert Member.get_by_id(ids[0]).group_name is None


def test_what_a_rule_forbids_is_left_out_and_told(office: Office, parent: QWidget, qtbot: QtBot) -> None:
    ids = [make_member(applied_on=date(2009, 1, 1)).id, make_member(name="陆晚来").id]
    Member.update(applied_on=date(2011, 6, 1)).where(Member.id == ids[1]).execute()
    dialog = begun(parent, ids, "approved_on")
    typed(dialog, "approved_on", "2010-02-01")
    press(dialog)
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    left = dialog.findChild(QPlainTextEdit, "left")
    assert isinstance(left, QPlainTextEdit)
    assert "陆晚来" in left.toPlainText()


def test_what_cannot_be_read_changes_nobody(office: Office, parent: QWidget, qtbot: QtBot) -> None:
    ids = [make_member(monthly_wage=100_00).id]
    dialog = begun(parent, ids, "monthly_wage")
    typed(dialog, "monthly_wage", "很多")
    button = dialog.findChild(QPushButton, "accept")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
    assert rows(dialog) == []
