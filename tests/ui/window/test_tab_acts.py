"""Keys of the window do in the tab in front what it knows how to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.subjects.hardship.files.records import HardshipFile
from app.summary import texts
from tests.helpers.main_window import figures_tab, hardship_tab, press, summary_tab, type_address
from ui.main_window import MainWindow


@pytest.mark.parametrize(
    ("key", "name"), [("Ctrl+1", "today"), ("Ctrl+2", "members"), ("Ctrl+4", "hardship")]
)
def test_control_and_a_number_show_a_tab(window: MainWindow, file: Path, key: str, name: str) -> None:
    window.open_file(file)
    press(window, key)
    assert window.desk is not None
    assert window.desk.front.objectName() == name


def test_control_s_keeps_the_record(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = hardship_tab(window)
    type_address(tab)
    press(window, "Ctrl+S")
    assert not tab.is_dirty()
    assert [kept.address for kept in HardshipFile.select()] == ["泰祥路 1 号"]


def test_control_n_begins_a_new_record(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = hardship_tab(window)
    tab.go_to("hardship", tab.pane.table.ids()[0])
    press(window, "Ctrl+N")
    name = tab.findChild(QLineEdit, "name")
    assert isinstance(name, QLineEdit)
    assert name.text() == ""


def test_ctrl_s_saves_the_text_of_the_summary(window: MainWindow, file: Path) -> None:
    window.open_file(file)
    tab = summary_tab(window)
    tab.editor.replace_text("总结\n新的文字。")
    press(window, "Ctrl+S")
    assert texts.text_of(tab.bar.year) == "总结\n新的文字。"


def test_the_key_of_search_leads_into_the_search_of_the_figures(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    tab = figures_tab(window, file, qtbot)
    press(window, "Ctrl+F")
    assert window.focusWidget() is tab.bar.search
