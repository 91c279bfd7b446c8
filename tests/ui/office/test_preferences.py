"""How the program looks and begins is chosen, follows at once, and is the same at the next start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.office import Office, close_office
from app.safekeeping.backup_log import read_log
from tests.factories.people import make_member
from tests.helpers.scenes import settle
from ui import preferences
from ui.look import theme
from ui.look.icons import icon
from ui.look.theme import Scheme
from ui.main import first_window
from ui.main_window import MainWindow
from ui.office.preferences import PreferencesDialog
from ui.registers.tab import RegisterTab


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp)
    yield
    theme.apply(qapp)


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    """A window on an office with a member."""
    make_member(name="王芳")
    path = office.path
    close_office()
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.open_file(path)
    yield made
    made.close()


def dialog_of(window: MainWindow, qtbot: QtBot) -> PreferencesDialog:
    assert window.desk is not None
    dialog = PreferencesDialog(list(zip(window.desk.keys, window.desk.titles, strict=True)), window)
    qtbot.addWidget(dialog)
    dialog.size_wanted.connect(window.looks.choose_size)
    dialog.scheme_wanted.connect(window.looks.choose_scheme)
    return dialog


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    box = dialog.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_text_grows_at_once_and_the_lists_with_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "sizes_for", lambda _screen: theme.SIZES)
    assert window.desk is not None
    window.desk.show_tab("members")
    usual = theme.pixels(QApplication.font())
    choose(dialog_of(window, qtbot), "size", 150)
    assert theme.pixels(QApplication.font()) == usual * 3 // 2
    tab = window.desk.front
    assert isinstance(tab, RegisterTab)  # the one that was in front
    assert tab.pane.table.verticalHeader().defaultSectionSize() == theme.length(34) == 34 * usual * 3 // 28
    assert preferences.text_size() == 150


def test_what_is_unsaved_is_asked_about_first(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.desk, "may_leave", lambda: False)
    choose(dialog := dialog_of(window, qtbot), "size", 110)
    assert preferences.text_size() == 100
    assert dialog.size_box.currentData() == 100


def test_only_sizes_that_the_screen_has_room_for_are_offered() -> None:
    assert theme.sizes_for(QSize(1920, 1080)) == theme.SIZES
    assert theme.sizes_for(QSize(1024, 700)) == (100, 110, 125, 150)
    assert theme.sizes_for(QSize(640, 360)) == (100,)


def test_dark_is_worn_at_once_by_what_is_open_and_by_its_icons(window: MainWindow, qtbot: QtBot) -> None:
    before = icon("home").pixmap(20, 20).toImage()
    choose(dialog_of(window, qtbot), "scheme", Scheme.DARK)
    assert theme.colours().window == "#14181F"
    assert window.palette().window().color().name().upper() == "#14181F"
    assert icon("home").pixmap(20, 20).toImage() != before
    assert preferences.scheme() == "dark"


def test_the_program_begins_as_it_was_wanted(window: MainWindow, qtbot: QtBot, office: Office) -> None:
    dialog = dialog_of(window, qtbot)
    choose(dialog, "start_tab", preferences.LAST_TAB)
    assert window.desk is not None
    window.desk.show_tab("hardship")
    window.close()
    again = first_window(None)
    qtbot.addWidget(again)
    assert again.desk is not None
    assert again.desk.front_key == "hardship"
    settle(again)  # or its form would be made in a window that Python has dropped by then
    choose(dialog, "begins", False)
    again.close()
    later = first_window(None)
    qtbot.addWidget(later)
    assert later.desk is None


def test_a_second_place_for_copies_is_chosen_and_given_up(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = dialog_of(window, qtbot)
    other, none = (dialog.findChild(QPushButton, name) for name in ("choose_second", "no_second"))
    assert isinstance(other, QPushButton)
    assert isinstance(none, QPushButton)
    other.click()
    assert read_log().second == tmp_path
    told = dialog.findChild(QLabel, "second_place")
    assert isinstance(told, QLabel)
    assert told.text().splitlines()[0] == str(tmp_path)
    assert "在同一个磁盘上，磁盘坏了两处都没有" in told.text()
    none.click()
    assert read_log().second is None


def test_without_an_office_the_look_can_be_chosen(qtbot: QtBot) -> None:
    dialog = PreferencesDialog((), None)
    qtbot.addWidget(dialog)
    assert dialog.findChild(QComboBox, "size") is not None
    assert dialog.findChild(QComboBox, "start_tab") is None
