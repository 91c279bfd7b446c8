"""Every tab has a key, every act has one; each is said once, and shown in the window of shortcuts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.office import Office
from app.registry import SUBJECTS
from app.subject import Subject
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_file
from tests.helpers.every_register import every_subject
from ui import keys
from ui.dialogs.keys import KeysDialog
from ui.main_window import MainWindow
from ui.panel.foot import PanelFoot
from ui.registers.command_row import CommandRow
from ui.registers.tab import RegisterTab

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on an office with one hardship file."""
    make_file()
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.show_office(office)
    window.show()
    window.activateWindow()
    yield window
    window.jobs.shut_down()


def press(window: QWidget, key: Qt.Key, keys_held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, keys_held)


def front(window: MainWindow) -> RegisterTab:
    assert window.desk is not None
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)
    return tab


def hardship(window: MainWindow) -> RegisterTab:
    assert window.desk is not None
    window.desk.show_tab("hardship")
    tab = front(window)
    tab.go_to(HARDSHIP.key, tab.pane.table.ids()[0])
    return tab


def test_no_key_stands_for_two_things() -> None:
    said = [key.keys for key in chain(keys.WINDOW, keys.LIST, keys.ROWS, keys.FORM)] + list(keys.TABS)
    written = [QKeySequence(key).toString() for key in said]
    assert len(set(written)) == len(written)
    assert all(written)


def test_every_tab_has_a_key(window: MainWindow) -> None:
    assert window.desk is not None
    assert len(window.desk.keys) <= len(keys.TABS)
    last = len(window.desk.keys)
    digit = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    press(window, Qt.Key.Key_0, CONTROL)
    assert window.desk.front.objectName() == window.desk.keys[9]
    press(window, digit[last - 10], ALT)
    assert window.desk.front.objectName() == window.desk.keys[-1]


def test_every_act_of_a_list_and_of_a_form_says_its_key(office: Office, qtbot: QtBot) -> None:
    tab = RegisterTab(SUBJECTS[2].registers)
    qtbot.addWidget(tab)
    rows = [*tab.findChildren(CommandRow), *tab.findChildren(PanelFoot)]
    buttons = [button for row in rows for button in row.findChildren(QPushButton)]
    named = {key.name for key in chain(keys.LIST, keys.FORM)}
    silent = {button.objectName() for button in buttons if "（" not in button.toolTip()} - {"more"}
    assert silent <= {"aid"}, silent
    assert {"new", "print", "import", "export", "sweep", "twice", "save", "revert", "step"} <= named


def test_keys_go_from_register_to_register_and_back(window: MainWindow) -> None:
    tab = hardship(window)
    press(window, Qt.Key.Key_Tab, CONTROL)
    assert tab.pane.register.key == "hardship.batches"
    press(window, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert tab.pane.register.key == "hardship"


def test_a_key_turns_the_pages_of_a_form(window: MainWindow) -> None:
    panel = hardship(window).pane.panel
    press(window, Qt.Key.Key_PageDown, CONTROL)
    assert panel.strip.current() == 1
    press(window, Qt.Key.Key_PageUp, CONTROL)
    press(window, Qt.Key.Key_PageUp, CONTROL)
    assert panel.strip.current() == len(panel.strip.titles()) - 1


def test_a_key_goes_into_the_bin_and_out_of_it(window: MainWindow) -> None:
    tab = hardship(window)
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    assert tab.pane.in_bin
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    assert not tab.pane.in_bin


def test_a_key_takes_back_what_was_typed(window: MainWindow) -> None:
    panel = hardship(window).pane.panel
    before = panel.form.text("address")
    panel.form.set_value("address", "泰祥路 1 号")
    panel.form.edited.emit("address")
    press(window, Qt.Key.Key_Z, ALT)
    assert panel.form.text("address") == before


def test_the_window_of_shortcuts_shows_them_all(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KeysDialog(["工作台", "会员"], parent)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    for key in chain(keys.WINDOW, keys.LIST, keys.ROWS, keys.FORM, keys.FIELDS):
        assert {key.words, keys.shown(key.keys)} <= words
    assert {"工作台", "Ctrl+1", "会员", "Ctrl+2"} <= words


def nameless(root: QWidget) -> list[str]:
    """Return the widgets in sight that take the focus and have no name that a screen reader could say."""

    def name(widget: QWidget) -> str:
        told = QAccessible.queryAccessibleInterface(widget)
        return told.text(QAccessible.Text.Name) if told is not None else ""

    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not name(widget).strip()
    ]


@every_subject
def test_whatever_takes_the_focus_has_a_name(office: Office, qtbot: QtBot, subject: Subject) -> None:
    tab = RegisterTab(subject.registers[:2])
    qtbot.addWidget(tab)
    tab.resize(1200, 2000)
    tab.show()
    for register in subject.registers[:2]:
        tab.show_register(register.key).new_record()
        assert nameless(tab) == []


def test_desk_figures_and_summary_have_names_too(window: MainWindow) -> None:
    assert window.desk is not None
    for key in ("today", "figures", "summary"):
        window.desk.show_tab(key)
        window.jobs.finish()
        assert nameless(window) == []


def test_keys_go_to_the_next_record_and_back(window: MainWindow) -> None:
    make_file()
    tab = hardship(window)
    tab.pane.reload()
    first, second = tab.pane.table.ids()
    tab.pane.go_to(first)
    press(window, Qt.Key.Key_PageDown, ALT)
    assert tab.pane.table.current_id() == second
    press(window, Qt.Key.Key_PageDown, ALT)
    assert tab.pane.table.current_id() == second
    press(window, Qt.Key.Key_PageUp, ALT)
    assert tab.pane.table.current_id() == first


def test_a_key_begins_a_record_as_another(window: MainWindow) -> None:
    tab = hardship(window)
    saved = tab.pane.panel.form.record
    press(window, Qt.Key.Key_D, CONTROL | SHIFT)
    begun = tab.pane.panel.form.record
    assert begun is not None
    assert begun.id is None
    assert begun.category == saved.category


def test_enter_presses_the_button_that_has_the_focus(window: MainWindow) -> None:
    tab = hardship(window)
    button = tab.findChild(QPushButton, "bin")
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert tab.pane.in_bin


def test_enter_on_another_button_of_a_dialog_does_not_do_its_act(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KeysDialog([], parent)
    pressed: list[str] = []
    other = dialog.add_button("other", "另一个")
    other.clicked.connect(lambda: pressed.append("other"))
    dialog.accepted.connect(lambda: pressed.append("accepted"))
    dialog.show()
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["other"]


def test_a_tab_with_something_unsaved_is_marked_while_another_is_in_front(window: MainWindow) -> None:
    tab = hardship(window)
    tab.pane.panel.form.set_value("address", "泰祥路 1 号")
    assert window.desk is not None
    window.desk.show_tab("members")
    entry = window.findChild(QToolButton, "side_hardship")
    assert isinstance(entry, QToolButton)
    assert "●" in entry.text()
    assert "没保存" in entry.accessibleName()
    window.desk.show_tab("hardship")
    assert "●" not in entry.text()
