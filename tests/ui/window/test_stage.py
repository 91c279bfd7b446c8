"""What the window shows: an office with its name, or the welcome page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.office import close_office, open_office
from app.safekeeping.automatic import keep_copy
from ui import preferences
from ui.main_window import MainWindow
from ui.window.safekeeper import Safekeeper


def test_without_a_file_the_welcome_page_is_seen(window: MainWindow) -> None:
    assert window.findChild(QPushButton, "new_office") is not None
    assert window.desk is None


def test_an_office_is_opened_with_its_name_in_the_title(window: MainWindow, file: Path) -> None:
    assert window.open_file(file)
    assert window.windowTitle() == "泰祥社区工会 — 社区工会台账"


def test_opened_files_are_offered_again(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    assert preferences.recent_files() == [file.resolve()]


def test_a_value_that_changed_by_itself_is_told_with_the_copy_that_has_it_whole(
    qtbot: QtBot, file: Path, told: list[str]
) -> None:
    open_office(file)
    copy = keep_copy()
    assert copy is not None
    close_office()
    file.write_bytes(file.read_bytes().replace("陆建国".encode(), "陆建图".encode()))
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.open_file(file)
    safekeeper = window.findChild(Safekeeper)
    assert safekeeper is not None
    safekeeper.look_over()
    qtbot.waitUntil(lambda: bool(told))
    assert "“困难档案”第 1 号" in told[0]
    assert copy.path.name in told[0]
    window.close()
