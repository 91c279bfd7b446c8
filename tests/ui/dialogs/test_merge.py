"""Two records become one from the list: side by side, the values chosen, undone again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from ui.dialogs.merge import MergeDialog
from ui.registers.tab import RegisterTab

Answer = Callable[[MergeDialog], int]


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> RegisterTab:
    """A list of 王芳 twice, with different addresses, and of 李娟."""
    born = {"birth_date": date(1980, 5, 6), "employer": "甲厂"}
    make_member(name="王芳", address="泰祥路5号", **born)
    make_member(name="王芳", address="浦江路9号", **born)
    make_member(name="李娟")
    tab = RegisterTab(MEMBERS)
    qtbot.addWidget(tab)
    tab.resize(1214, 768)
    tab.show()
    return tab


def _choose(tab: RegisterTab, label: str) -> None:
    button = tab.findChild(QPushButton, "twice")
    assert isinstance(button, QPushButton)
    next(one for one in button.menu().actions() if one.text() == label).trigger()


def _select(tab: RegisterTab, *names: str) -> None:
    tab.pane.table.clearSelection()
    mode = tab.pane.table.selectionModel()
    model = tab.pane.table.model()
    for row in range(model.rowCount()):
        if model.index(row, 1).data() in names:
            mode.select(model.index(row, 0), mode.SelectionFlag.Select | mode.SelectionFlag.Rows)


def _answered(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> list[str]:
    """Do something with each dialog in place of a person, and note its words."""
    said: list[str] = []

    def act(dialog: MergeDialog) -> int:
        said.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        return answer(dialog)

    monkeypatch.setattr(MergeDialog, "exec", act)
    return said


def _click(dialog: MergeDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _merge(dialog: MergeDialog) -> int:
    _click(dialog, "accept")
    return dialog.result()


def _tell_apart(dialog: MergeDialog) -> int:
    _click(dialog, "two")
    return dialog.result()


def _words(tab: RegisterTab) -> str:
    return "\n".join(label.text() for label in tab.pane.findChildren(QLabel))


def _addresses() -> list[str | None]:
    return [member.address for member in Member.alive().where(Member.name == "王芳").order_by(Member.id)]


def test_the_value_chosen_stays_and_undo_is_offered(
    tab: RegisterTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: MergeDialog) -> int:
        other = dialog.findChild(QRadioButton, "address_other")
        assert isinstance(other, QRadioButton)
        assert other.text() == "浦江路9号"
        other.click()
        return _merge(dialog)

    said = _answered(monkeypatch, answer)
    _select(tab, "王芳")
    _choose(tab, "合并所选两条…")
    assert "留下：王芳" in said[0]
    assert "并入：王芳" in said[0]
    assert _addresses() == ["浦江路9号"]
    assert "已合并为“王芳" in _words(tab)
    undo = tab.pane.findChild(QPushButton, "undo")
    assert isinstance(undo, QPushButton)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert _addresses() == ["泰祥路5号", "浦江路9号"]


def test_the_sides_can_change_places(tab: RegisterTab, monkeypatch: pytest.MonkeyPatch) -> None:
    second = Member.get(Member.address == "浦江路9号")

    def answer(dialog: MergeDialog) -> int:
        _click(dialog, "swap")
        return _merge(dialog)

    _answered(monkeypatch, answer)
    _select(tab, "王芳")
    _choose(tab, "合并所选两条…")
    assert [member.id for member in Member.alive().where(Member.name == "王芳")] == [second.id]
    assert _addresses() == ["浦江路9号"]


def test_fewer_or_more_than_two_are_asked_for_again(tab: RegisterTab) -> None:
    _select(tab, "王芳", "李娟")
    _choose(tab, "合并所选两条…")
    assert "请先在列表中选中两条" in _words(tab)


def test_pairs_are_found_and_told_apart_for_good(tab: RegisterTab, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _answered(monkeypatch, _tell_apart)
    _choose(tab, "查找重复…")
    assert len(said) == 1
    assert "姓名、出生日期相同" in said[0]
    assert len(_addresses()) == 2
    _choose(tab, "查找重复…")
    assert len(said) == 1
    assert "没有发现重复的会员" in _words(tab)


def test_what_stands_against_it_is_said_there(tab: RegisterTab, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: MergeDialog) -> int:
        Member.update(deleted_at=date(2012, 1, 1)).where(Member.address == "浦江路9号").execute()
        _click(dialog, "accept")
        problem = dialog.findChild(QLabel, "problem")
        assert isinstance(problem, QLabel)
        assert "已在回收站中" in problem.text()
        return dialog.result()

    said = _answered(monkeypatch, answer)
    _select(tab, "王芳")
    _choose(tab, "合并所选两条…")
    assert said
