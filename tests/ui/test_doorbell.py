"""A second start on the same office brings the window that is there to the front."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.office import close_office, create
from ui import doorbell
from ui.doorbell import Doorbell, ring
from ui.main_window import MainWindow


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed office."""
    path = tmp_path / "泰祥.union"
    create(path, "泰祥社区工会", code="TY")
    close_office()
    return path


@pytest.fixture
def window(file: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A minimised window on the office."""
    window = MainWindow(remembers=False)
    qtbot.addWidget(window)
    window.open_file(file)
    window.showMinimized()
    yield window
    window.close()


@pytest.mark.parametrize("way", ["name", "symbolic link", "hard link"])
def test_a_second_start_raises_the_first_window(
    way: str, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    named = file.with_name("桌面.union")
    if way == "symbolic link":
        named.symlink_to(file)
    elif way == "hard link":
        named.hardlink_to(file)
    else:
        named = file
    command = [sys.executable, "-c", "import sys; from ui.main import main; sys.exit(main())", str(named)]
    own = {"XDG_CONFIG_HOME": str(file.parent)}
    no_display = {
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
    }  # ringing needs none
    with subprocess.Popen(command, env=os.environ | own | no_display) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isActiveWindow()


def test_nobody_hears_the_bell_of_an_office_that_was_closed(window: MainWindow, file: Path) -> None:
    window.close()
    assert not ring(file)


def test_a_window_that_was_closed_before_it_came_to_the_bell_stays_closed(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """Who rings is answered by a thread: the window may be busy, and be closed by its person next."""
    with qtbot.waitSignal(window.stage.rung):
        assert ring(file)  # the window's own slot waits until this thread is free
        window.close()
    QApplication.processEvents()
    assert window.isHidden()


def test_nobody_hears_the_bell_of_another_office(window: MainWindow, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一个.union"
    other.write_bytes(b"")
    assert not ring(other)
    assert not ring(tmp_path / "没有.union")


def test_what_a_killed_program_left_does_not_keep_the_next_from_hearing(file: Path) -> None:
    Path(doorbell._address(file)).touch()
    assert not ring(file)
    heard = Event()
    bell = Doorbell(file, heard.set)
    assert ring(file)
    assert heard.wait(5)
    bell.close()


def test_who_rings_and_says_nothing_does_not_stop_the_bell(file: Path) -> None:
    """Such as a second start that is killed just then."""
    from multiprocessing.connection import Client

    heard = Event()
    bell = Doorbell(file, heard.set)
    Client(doorbell._address(file)).close()
    assert ring(file)
    assert heard.wait(5)
    bell.close()
