"""In the smallest window there is, and on small screens, nothing is cut off, covered or out of reach."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.checking import rules
from app.office import close_office, open_office
from app.registry import find_register, registers, subjects
from tests.factories.described import DESCRIBED, make_described
from tests.helpers.every_register import TABS
from tests.helpers.geometry import faults
from tests.helpers.scenes import Scene, dialogs, dialogs_of, dropped_down, settle, subject_scenes, tabs
from ui.look import theme
from ui.main_window import MainWindow
from ui.office import check
from ui.registers.tab import RegisterTab
from ui.window.desk import FIGURES, SUMMARY, TODAY

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
    open_office(Path(shutil.copy(sample_file, copy)))
    make_described(rows=True)
    close_office()
    window.open_file(copy)
    yield window
    window.close()
    window.deleteLater()


def found_in(scenes: Iterator[Scene], size: QSize) -> dict[str, list[str]]:
    """Return what is wrong with each scene, its window no larger than this."""
    wrong = {}
    for scene in scenes:
        is_window = isinstance(scene.front, MainWindow)
        settle(scene.front, size if is_window else scene.front.size().boundedTo(size))
        if found := faults(scene.front, size):
            wrong[scene.name] = found
    return wrong


@pytest.mark.parametrize("tab", TABS)
def test_all_of_a_register_can_be_seen_in_the_smallest_window(shared_window: MainWindow, tab: str) -> None:
    (subject,) = (one for one in subjects() if one.key == tab)
    assert found_in(subject_scenes(shared_window, subject), LEAST) == {}


@pytest.mark.parametrize(
    "size", [FRAMED, LEAST, SMALL, SCALED], ids=["150 percent", "least", "1024x700", "125 percent"]
)
@pytest.mark.parametrize("tab", [TODAY, *TABS, FIGURES, SUMMARY])
def test_a_tab_can_be_used_on_a_small_screen(shared_window: MainWindow, tab: str, size: QSize) -> None:
    assert shared_window.desk is not None
    shown = shared_window.desk.show_tab(tab)
    if isinstance(shown, RegisterTab) and (ids := shown.pane.table.ids()):
        shown.pane.go_to(ids[0])
    settle(shared_window, size)
    assert shared_window.size() == size
    assert faults(shared_window, size) == []


def test_figures_and_summary_can_be_used_in_the_smallest_window(shared_window: MainWindow) -> None:
    assert found_in(tabs(shared_window), LEAST) == {}


def test_what_drops_down_stands_on_the_screen(shared_window: MainWindow) -> None:
    assert found_in(dropped_down(shared_window), LEAST) == {}


def test_every_dialog_fits_into_the_smallest_window(
    shared_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    # All of a check takes half a minute.
    monkeypatch.setattr(check, "ask", lambda: islice(rules.ask(), 3))
    assert found_in(dialogs(shared_window), LEAST) == {}


@pytest.mark.parametrize("key", [*(one.key for one in registers() if one.sections), *DESCRIBED])
def test_what_is_asked_of_a_register_fits_into_the_smallest_window(
    shared_window: MainWindow, key: str
) -> None:
    assert found_in(dialogs_of(shared_window, find_register(key)), LEAST) == {}
