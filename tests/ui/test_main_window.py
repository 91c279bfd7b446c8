"""The window: its place on the screen, and its closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.opened import current
from app.safekeeping.automatic import own_folder
from tests.factories.people import make_member
from tests.helpers.main_window import hardship_tab, summary_tab, type_address
from ui.dialogs.unsaved import Answer, Unsaved
from ui.main_window import MainWindow


def test_the_window_fits_a_small_screen(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    hardship_tab(window)
    size = window.minimumSizeHint()
    assert (size.width() <= 1366, size.height() <= 768) == (True, True)


def test_the_window_stays_where_it_was_put(qtbot: QtBot) -> None:
    first = MainWindow()
    qtbot.addWidget(first)
    first.resize(701, 602)
    first.show()
    first.close()
    second = MainWindow()
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (701, 602)  # the screen of tests is 800 wide


def test_closing_with_unsaved_changes_can_be_called_off(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(file)
    type_address(hardship_tab(window))
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.CANCEL)
    assert not window.close()
    assert current() is not None


def test_closing_asks_about_the_text_of_the_summary(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_file(file)
    tab = summary_tab(window)
    tab.editor.replace_text("总结\n新的文字。")
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.CANCEL)
    assert not window.close()
    assert tab.is_dirty()


def test_closing_closes_the_office(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    window.close()
    assert current() is None


def test_closing_keeps_a_copy_of_what_was_changed(qtbot: QtBot, file: Path) -> None:
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.open_file(file)
    make_member()
    window.close()
    assert len(list(own_folder(file).glob("*.union"))) == 1
