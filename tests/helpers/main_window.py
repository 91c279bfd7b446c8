"""What tests of the whole window do in it, as a person does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.subjects.hardship.files.records import HardshipFile
from ui.figures.tab import FiguresTab
from ui.main_window import MainWindow
from ui.registers.tab import RegisterTab
from ui.summary.tab import SummaryTab


def hardship_tab(window: MainWindow) -> RegisterTab:
    """Show the hardship files."""
    assert window.desk is not None
    tab = window.desk.show_tab("hardship")
    assert isinstance(tab, RegisterTab)
    return tab


def summary_tab(window: MainWindow) -> SummaryTab:
    """Show the summary, and wait for its report."""
    assert window.desk is not None
    tab = window.desk.show_tab("summary")
    assert isinstance(tab, SummaryTab)
    window.jobs.finish()
    return tab


def type_address(tab: RegisterTab) -> None:
    """Type another address into the first record, and save nothing."""
    tab.go_to("hardship", tab.pane.table.ids()[0])
    editor = tab.findChild(QLineEdit, "address")
    assert isinstance(editor, QLineEdit)
    editor.setText("泰祥路 1 号")


def press(window: MainWindow, key: str) -> None:
    """Press a key of the window."""
    next(one for one in window.actions() if one.shortcut() == QKeySequence(key)).trigger()


def figures_tab(window: MainWindow, file: Path, qtbot: QtBot) -> FiguresTab:
    """Open an office, show its figures, and wait until they are counted."""
    window.open_file(file)
    assert window.desk is not None
    tab = window.desk.show_tab("figures")
    assert isinstance(tab, FiguresTab)
    counted = tab.findChild(QLabel, "summary")
    assert counted is not None
    qtbot.waitUntil(lambda: counted.text().startswith("共"), timeout=20_000)
    return tab


def holders() -> list[str]:
    """Return who has a hardship file."""
    return sorted(one.name for one in HardshipFile.alive())
