"""Taking the pictures on one screen, and reading from the widgets what a person could not see on it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from tests.helpers.geometry import faults
from tests.helpers.scenes import Scene, all_scenes, settle
from ui.application import make_application
from ui.look import theme
from ui.look.theme import Scheme
from ui.main_window import MainWindow


def fill(folder: Path, sample: Path, scheme: Scheme, words: str = "") -> Iterator[str]:
    """Picture each scene into the folder, and yield what is wrong with it; `words` choose scenes.

    The window fills the screen as a maximized one does.
    """
    qInstallMessageHandler(_pass_on)
    app = make_application()
    theme.choose(app, scheme)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        window = MainWindow(remembers=False)
        window.showMaximized()
        yield from _taken(Scene("welcome", window), folder)
        window.open_file(Path(shutil.copy(sample, place)))
        window.jobs.finish()
        for scene in all_scenes(window, words):
            yield from _taken(scene, folder)
        window.close()


def _taken(scene: Scene, folder: Path) -> Iterator[str]:
    settle(scene.front)
    scene.front.grab().save(str(folder / f"{scene.name.replace('/', '／')}.png"))
    yield from (f"{scene.name}: {fault}" for fault in faults(scene.front))


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write what Qt warns of, but for what it cannot do without a display."""
    if "plugin does not support" not in message:
        print(message, file=sys.stderr)  # noqa: T201 - it is what a message handler is for
