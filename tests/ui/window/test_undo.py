"""Ctrl+Z in the window: one step back, said below the list, and forward again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.keeping import keeping, lifecycle
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member
from ui.dialogs.step_back import StepBackDialog
from ui.main_window import MainWindow
from ui.registers.tab import RegisterTab
from ui.window import tab_acts

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> MainWindow:
    """The window on the members, one of whom is called 王芳."""
    make_member(name="王芳", mobile="13800138000")
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show_office(office)
    window.show()
    qtbot.waitExposed(window)
    assert window.desk is not None
    window.desk.show_tab("members")
    return window


def _tab(window: MainWindow) -> RegisterTab:
    assert window.desk is not None
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    return tab


def _words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in _tab(window).pane.findChildren(QLabel))


def _bin_first(window: MainWindow) -> None:
    pane = _tab(window).pane
    pane.go_to(Member.get().id)
    delete = pane.findChild(QPushButton, "delete")
    assert isinstance(delete, QPushButton)
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)


def test_a_deletion_offers_its_way_back_below_the_list(window: MainWindow) -> None:
    _bin_first(window)
    assert not Member.alive().exists()
    undo = _tab(window).pane.findChild(QPushButton, "undo")
    assert isinstance(undo, QPushButton)
    assert undo.isVisible()
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert Member.alive().exists()
    assert "已撤销：把会员“王芳" in _words(window)
    assert _tab(window).pane.table.model().rowCount() == 1


def test_ctrl_z_takes_back_and_ctrl_shift_z_does_again(window: MainWindow) -> None:
    _bin_first(window)
    QTest.keyClick(_tab(window).pane.table, Qt.Key.Key_Z, _CTRL)
    assert Member.alive().exists()
    QTest.keyClick(_tab(window).pane.table, Qt.Key.Key_Z, _CTRL | _SHIFT)
    assert not Member.alive().exists()
    assert "已重做：把会员“王芳" in _words(window)


def test_the_form_shows_what_came_back(window: MainWindow) -> None:
    pane = _tab(window).pane
    pane.go_to(Member.get().id)
    member = Member.get()
    member.mobile = "13900139000"
    keeping.save(MEMBERS, member)
    QTest.keyClick(pane.table, Qt.Key.Key_Z, _CTRL)
    mobile = pane.findChild(QLineEdit, "mobile")
    assert isinstance(mobile, QLineEdit)
    assert mobile.text() == "13800138000"


def test_in_a_field_ctrl_z_is_the_fields_own(window: MainWindow) -> None:
    pane = _tab(window).pane
    pane.go_to(Member.get().id)
    mobile = pane.findChild(QLineEdit, "mobile")
    assert isinstance(mobile, QLineEdit)
    mobile.setFocus()
    QTest.keyClicks(mobile, "9")
    QTest.keyClick(mobile, Qt.Key.Key_Z, _CTRL)
    assert mobile.text() == "13800138000"
    assert Member.alive().exists()


@pytest.mark.parametrize("name", ["mobile", "political_status", "remark"])
def test_in_a_field_with_nothing_to_take_back_ctrl_z_tells_what_it_would_take_back(
    window: MainWindow, name: str
) -> None:
    """A key too many in a field is not to undo what nobody has in mind; the same key once more does."""
    pane = _tab(window).pane
    pane.go_to(Member.get().id)
    pane.panel.form.page.cells[name].editor.setFocus()
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, _CTRL)
    assert Member.alive().exists()
    assert "上一步是：新建会员“王芳" in _words(window)
    QTest.keyClick(focused, Qt.Key.Key_Z, _CTRL)
    assert not Member.alive().exists()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Z, _CTRL | _SHIFT)
    assert Member.alive().exists()


def test_a_save_that_is_told_is_taken_back_from_the_field_where_it_was_typed(window: MainWindow) -> None:
    pane = _tab(window).pane
    pane.go_to(Member.get().id)
    mobile = pane.findChild(QLineEdit, "mobile")
    assert isinstance(mobile, QLineEdit)
    mobile.setFocus()
    mobile.selectAll()
    QTest.keyClicks(mobile, "13900139000")
    QTest.keyClick(mobile, Qt.Key.Key_S, _CTRL)
    assert Member.get().mobile == "13900139000"
    QTest.keyClick(mobile, Qt.Key.Key_Z, _CTRL)
    assert Member.get().mobile == "13800138000"


def test_a_save_is_said_below_the_list_with_the_way_back(window: MainWindow) -> None:
    pane = _tab(window).pane
    pane.go_to(Member.get().id)
    pane.panel.form.set_value("mobile", "13900139000")
    assert pane.save()
    assert f"已保存：修改会员“{Member.get()}”" in _words(window)
    back = pane.findChild(QPushButton, "undo")
    assert isinstance(back, QPushButton)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert Member.get().mobile == "13800138000"


def test_with_nothing_left_it_says_so(window: MainWindow) -> None:
    table = _tab(window).pane.table
    QTest.keyClick(table, Qt.Key.Key_Z, _CTRL)
    QTest.keyClick(table, Qt.Key.Key_Z, _CTRL)
    assert "没有可以撤销的操作" in _words(window)


def test_on_the_desk_a_box_says_what_was_taken_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(tab_acts, "tell", lambda title, sentence, _parent: said.append(f"{title}|{sentence}"))
    assert window.desk is not None
    window.desk.show_tab("today")
    QTest.keyClick(window, Qt.Key.Key_Z, _CTRL)
    assert said[0].startswith("已撤销|已撤销：新建会员“王芳")


def test_a_mistaken_step_goes_back_from_the_menu_with_its_reason(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave = next(step for step in MEMBERS.steps if step.title == "退会")
    lifecycle.advance(
        MEMBERS, Member.get(), leave, {"status_date": date(2012, 1, 5), "status_reason": "本人申请"}
    )
    pane = _tab(window).pane
    pane.reload()
    pane.go_to(Member.get().id)

    def answer(dialog: StepBackDialog) -> int:
        reason = dialog.findChild(QLineEdit, "reason")
        assert isinstance(reason, QLineEdit)
        reason.setText("点错了人")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(StepBackDialog, "exec", answer)
    others = pane.findChild(QPushButton, "steps")
    assert isinstance(others, QPushButton)
    next(one for one in others.menu().actions() if one.text() == "退回上一步…").trigger()
    assert Member.get().status == "在册"
