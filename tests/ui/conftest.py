"""What every test of the window stands on: the look, a config folder of its own, no surviving windows."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.office import close_office, create
from tests.factories.people import make_file
from ui.dialogs.unsaved import Answer, Unsaved
from ui.look import theme
from ui.main_window import MainWindow
from ui.window import choosing, office_acts, opening, restoring, stage, tab_acts


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Give every window the program's look: what fits, and what a PDF says, depends on its fonts.

    What lies on the clipboard is taken from it at the end: Qt would crash over it once Python is gone.
    """
    theme.apply(qapp)
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the window remembers apart from the person's own."""

    def folder(*_args: object, **_options: object) -> Path:
        return tmp_path / "config"

    monkeypatch.setattr(platformdirs, "user_config_path", folder)


@pytest.fixture(autouse=True)
def leave_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Discard what is still unsaved when a test's windows are closed: nobody is there to answer."""
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.DISCARD)


@pytest.fixture(scope="module", autouse=True)
def what_stays_is_not_searched() -> None:
    """Take what is loaded for good out of the search for garbage, which each test asks for."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_surviving_windows(qapp: QApplication) -> Iterator[None]:
    """Deliver what Qt put off, so that no window lives into the next test.

    Nor is one that a test has let go taken away before, while Qt is still at work in it.
    """
    gc.disable()
    yield
    gc.enable()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed office with one hardship file."""
    path = tmp_path / "泰祥.union"
    create(path, "泰祥社区工会", code="TY")
    make_file(name="陆建国")
    close_office()
    return path


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window says in boxes that nobody is there to close."""
    said: list[str] = []

    def tell(title: str, sentence: str, _parent: object) -> None:
        said.append(f"{title}：{sentence}")

    for module in (choosing, office_acts, opening, restoring, stage, tab_acts):
        monkeypatch.setattr(module, "tell", tell)
    return said


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window, with no office yet."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    yield made
    monkeypatch.setattr(Unsaved, "ask", lambda *_: Answer.DISCARD)
    made.close()
