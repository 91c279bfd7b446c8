"""In the smallest window there is, and on small screens, everything can be reached."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping import keeping
from app.papers import prints_of
from app.register import Register
from app.registry import SUBJECTS, registers
from app.subject import Subject
from app.subjects.hardship.aid.entry import PAY_AID
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.helpers.reach import unreachable
from ui import theme
from ui.child_page import ChildPage
from ui.desk import FIGURES, SUMMARY, TODAY
from ui.dialogs.batch import BatchDialog
from ui.dialogs.new_office import NewOfficeDialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.print_options import PrintOptions
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.step import StepDialog
from ui.dialogs.year_close import CloseYearDialog, ReopenYearDialog
from ui.figures.tab import FiguresTab
from ui.importing.imports_dialog import ImportsDialog
from ui.importing.wizard import ImportWizard
from ui.main_window import MainWindow
from ui.register_pane import RegisterPane
from ui.register_tab import RegisterTab
from ui.tab_strip import TabStrip

_LAYERS = 12  # of layouts around the innermost change: each hands it on in a turn of its own
LEAST = QSize(900, 520)
FRAMED = QSize(895, 450)  # 1366x768 at 150 percent, without the window's title and the desktop's bar
SMALL = QSize(1024, 700)
SCALED = QSize(1092, 614)  # 1366x768 at 125 percent


@pytest.fixture(scope="module")
def shared_window(
    qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window that is only looked at, by many tests."""
    theme.apply(qapp)
    window = MainWindow(remembers=False)
    window.show()
    copy = tmp_path_factory.mktemp("shown") / "sample.union"
    window.open_file(Path(shutil.copy(sample_file, copy)))
    yield window
    window.close()
    window.deleteLater()


def settle(window: QWidget, size: QSize, state: str = "") -> None:
    """Give a window a size, and let its layouts come to rest; the size must be possible."""
    for wanted in (window.size(), size):
        window.resize(wanted)
        for _ in range(_LAYERS):
            QApplication.processEvents()
    assert window.size() == size, state


def pages(pane: RegisterPane) -> Iterator[str]:
    """Turn every page of the record in front over, with a row begun where it has rows."""
    for number, page in enumerate(pane.panel.findChildren(ChildPage), start=1):
        pane.panel.strip.go_to(number)
        begin = page.findChild(QPushButton, "new")
        assert isinstance(begin, QPushButton)
        begin.click()
        yield page.objectName()
        page.revert()
    pane.panel.strip.go_to(len(pane.panel.strip.titles()) - 1)
    yield "history"
    pane.panel.strip.go_to(0)


def register_states(tab: RegisterTab, register: Register) -> Iterator[str]:
    """Go through what a register shows: the list alone, a record with all its pages."""
    pane = tab.show_register(register.key)
    yield "list"
    pane.go_to(pane.table.ids()[0])
    yield "record"
    yield from pages(pane)


@pytest.mark.parametrize("tab", SUBJECTS, ids=lambda tab: tab.key)
def test_all_of_a_register_can_be_reached_in_the_smallest_window(
    shared_window: MainWindow, tab: Subject
) -> None:
    assert shared_window.desk is not None
    shown = shared_window.desk.show_tab(tab.key)
    assert isinstance(shown, RegisterTab)
    faults = {}
    for register in tab.registers:
        for state in register_states(shown, register):
            settle(shared_window, LEAST, state)
            if found := unreachable(shared_window):
                faults[f"{register.key} {state}"] = found
    assert faults == {}


@pytest.mark.parametrize(
    "size", [FRAMED, LEAST, SMALL, SCALED], ids=["150 percent", "least", "1024x700", "125 percent"]
)
@pytest.mark.parametrize("tab", [TODAY, *(tab.key for tab in SUBJECTS), FIGURES, SUMMARY])
def test_a_tab_can_be_used_on_a_small_screen(shared_window: MainWindow, tab: str, size: QSize) -> None:
    assert shared_window.desk is not None
    shown = shared_window.desk.show_tab(tab)
    if isinstance(shown, RegisterTab):
        shown.pane.go_to(shown.pane.table.ids()[0])
    settle(shared_window, size)
    assert unreachable(shared_window) == []


def test_two_days_of_ones_own_and_the_cross_tables_can_be_reached(shared_window: MainWindow) -> None:
    assert shared_window.desk is not None
    tab = shared_window.desk.show_tab(FIGURES)
    assert isinstance(tab, FiguresTab)
    tab.bar.chooser.choose(preset="自定义")
    for page in (0, 1):
        tab.show_page(page)
        settle(shared_window, LEAST)
        assert unreachable(shared_window) == []
    tab.bar.chooser.choose(preset="全年")


def opened(dialog: QWidget, qtbot: QtBot) -> list[str]:
    """Show a dialog in the room of the smallest window, and say what cannot be reached."""
    qtbot.addWidget(dialog)
    dialog.show()
    settle(dialog, dialog.size().boundedTo(LEAST))
    return unreachable(dialog)


def test_every_dialog_fits_into_the_smallest_window(shared_window: MainWindow, qtbot: QtBot) -> None:
    jobs = shared_window.jobs
    files = [one.id for one in HardshipFile.select().limit(3)]
    dialogs = (
        BatchDialog(PAY_AID, files, shared_window),
        ImportWizard(HARDSHIP, jobs, shared_window),
        ImportsDialog(jobs, shared_window),
        NewOfficeDialog(shared_window),
        CloseYearDialog(2011, shared_window),
        ReopenYearDialog(2011, shared_window),
    )
    for dialog in dialogs:
        assert opened(dialog, qtbot) == [], dialog.windowTitle()


@pytest.mark.parametrize("register", [one for one in registers() if one.sections], ids=lambda one: one.key)
def test_what_is_asked_of_a_register_fits_into_the_smallest_window(
    shared_window: MainWindow, qtbot: QtBot, register: Register
) -> None:
    assert opened(NewRecordDialog(register, shared_window), qtbot) == []
    for one in prints_of(register):
        assert opened(PrintOptions(one, (1, 2), (1,), shared_window), qtbot) == [], one.title
    for step in register.steps:
        record = keeping.new(register)
        assert opened(StepDialog(register, record, step, shared_window), qtbot) == [], step.title


def test_every_page_of_the_settings_can_be_reached(shared_window: MainWindow, qtbot: QtBot) -> None:
    dialog = SettingsDialog(shared_window)
    qtbot.addWidget(dialog)
    dialog.show()
    strip = dialog.findChild(TabStrip)
    assert isinstance(strip, TabStrip)
    for number in range(len(strip.titles())):
        strip.go_to(number)
        settle(dialog, LEAST * 0.9)
        assert unreachable(dialog) == []
