"""Press, choose and type at random in the window, and see whether anything ends in an error.

Run by hand, from the root of the checkout; pytest does not collect this file:

    python -m tests.walks 60 [SEED]     for so many seconds in a copy of the sample office

Whatever is seen and can be used is used: in the window, in its dialogs, in what drops down. What is refused
in a sentence is as it should be. A walk ends with the first error, and tells by which steps it came to it.
"""

from __future__ import annotations

import faulthandler
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from app import sample
from app.errors import Refused

_VIEWS = (QListView, QTableView, QTreeView)
_USED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, *_VIEWS)
_WORDS = (
    "王芳",
    "wf",
    "310104197208081221",
    "2011-3-8",
    "13800138000",
    "3.5",
    "１２",
    "①",
    "无",
    "\n",
    "%_",
    "'\"",
    "长" * 300,
)
_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
)
_WITH_CONTROL = (
    Qt.Key.Key_A,
    Qt.Key.Key_C,
    Qt.Key.Key_D,
    Qt.Key.Key_K,
    Qt.Key.Key_N,
    Qt.Key.Key_S,
    Qt.Key.Key_Z,
)
_PAUSE_MS = 15
_TOLD = 25  # steps before an error
_LONGEST_IN_DIALOG = 25  # steps
_TOP_ROWS = 30
_LEAVING = "退出"


class Walk:
    """Goes about in a window for some seconds; `steps` are the last ones, `error` is what they led to."""

    def __init__(self, window: QWidget, seed: int) -> None:
        self.steps: deque[str] = deque(maxlen=_TOLD)
        self.taken = 0
        self.error = ""
        self._window = window
        self._chance = random.Random(seed)
        self._in_dialog = 0
        self._until = 0.0
        self._over: Callable[[Walk], object]

    def begin(self, seconds: float, over: Callable[[Walk], object]) -> None:
        """Walk until the time is over or something went wrong, then say so to `over`.

        A dialog that is open by then stays open.
        """
        self._until, self._over = monotonic() + seconds, over
        sys.excepthook = self._hear
        QTimer.singleShot(0, self._step)

    def _hear(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if not isinstance(error, Refused):
            self.error = self.error or "".join(traceback.format_exception(kind, error, where))

    def _step(self) -> None:
        if self.error or monotonic() > self._until:
            self._over(self)
            return
        # First the next one: a dialog that this one opens is walked through before it returns.
        QTimer.singleShot(_PAUSE_MS, self._step)
        self.taken += 1
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._pick(popup)
        elif dialog is not None:
            self._answer(dialog)
        else:
            self._in_dialog = 0
            self._window.show()
            self._use(self._chance.choice([self._window, *self._beside()]))

    def _beside(self) -> list[QDialog]:
        """Return the windows open beside the first, such as a preview; now and then one is closed."""
        open_ones = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
        ]
        if open_ones and self._chance.random() < 0.3:
            open_ones.pop().close()
        return open_ones

    def _pick(self, popup: QWidget) -> None:
        acts = [action for action in popup.actions() if self._can_be_done(action)]
        popup.close()
        if isinstance(popup, QMenu) and acts:
            self._do(self._chance.choice(acts))

    def _can_be_done(self, action: QAction) -> bool:
        # Not asked of the action itself: PySide deletes the menu that it returns once nobody holds it.
        opens = any(action is one.menuAction() for one in QApplication.allWidgets() if isinstance(one, QMenu))
        return action.isEnabled() and not opens and not action.isSeparator() and _LEAVING not in action.text()

    def _do(self, action: QAction) -> None:
        self.steps.append(f"menu: {action.text()}")
        action.trigger()

    def _answer(self, dialog: QWidget) -> None:
        self._in_dialog += 1
        if self._in_dialog > self._chance.randint(5, _LONGEST_IN_DIALOG):
            self._in_dialog = 0
            self.steps.append(f"close {type(dialog).__name__}")
            dialog.close()
        else:
            self._use(dialog)

    def _use(self, place: QWidget) -> None:
        """Use something of a window that can be seen and used."""
        usable = [one for one in place.findChildren(QWidget) if isinstance(one, _USED)]
        usable = [one for one in usable if one.isVisible() and one.isEnabled()]
        if not usable:
            return
        one = self._chance.choice(usable)
        name = one.text()[:12] if isinstance(one, QAbstractButton) else ""
        self.steps.append(f"{type(one).__name__} {one.objectName()} {name}".rstrip())
        if isinstance(one, QAbstractButton):
            self._press(one)
        elif isinstance(one, QComboBox):
            one.setCurrentIndex(self._chance.randrange(max(one.count(), 1)))
            one.activated.emit(one.currentIndex())
        elif isinstance(one, _VIEWS):
            self._choose_in(one)
        else:
            self._type_into(one)

    def _press(self, button: QAbstractButton) -> None:
        if _LEAVING not in button.text():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _type_into(self, box: QWidget) -> None:
        box.setFocus()
        word = self._chance.choice(_WORDS)
        if isinstance(box, QLineEdit):
            if self._chance.random() < 0.5:
                box.clear()
            box.insert(word)
        elif isinstance(box, QPlainTextEdit | QTextEdit):
            box.insertPlainText(word)
        QTest.keyClick(box, self._chance.choice(_KEYS[:4]))

    def _choose_in(self, view: QAbstractItemView) -> None:
        model = view.model()
        rows = model.rowCount(QModelIndex()) if model is not None else 0
        if not rows:
            return
        index = model.index(self._chance.randrange(min(rows, _TOP_ROWS)), 0)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        if self._chance.random() < 0.4:
            control = self._chance.random() < 0.3
            held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(view, self._chance.choice(_WITH_CONTROL if control else _KEYS), held)


def _leave_the_computer_alone() -> None:
    """Choose no file, and open nothing in another program."""
    for chooser in ("getOpenFileName", "getSaveFileName"):
        setattr(QFileDialog, chooser, staticmethod(lambda *_, **__: ("", "")))
    QFileDialog.getExistingDirectory = staticmethod(lambda *_, **__: "")  # type: ignore[method-assign]
    QDesktopServices.openUrl = staticmethod(lambda *_: True)  # type: ignore[method-assign]


def main(seconds: float, seed: int, home: Path) -> None:
    """Walk in a sample office in a folder, and end the program: with 1 where the walk came to an error.

    The folder is removed, with all that was written during the walk.
    """
    from ui.application import make_application
    from ui.main_window import MainWindow

    def tell(walk: Walk) -> None:
        told = [*walk.steps, walk.error] if walk.error else []
        print(f"seed {seed}: {walk.taken} steps", *told or ["no error"], sep="\n", flush=True)  # noqa: T201
        shutil.rmtree(home, ignore_errors=True)
        os._exit(bool(walk.error))  # whatever is still asked, such as whether to save, is not waited for

    faulthandler.enable()
    application = make_application()
    _leave_the_computer_alone()
    office = home / "sample.union"
    sample.build(office)
    window = MainWindow(remembers=False)
    window.resize(1366, 768)
    window.show()
    window.open_file(office)
    Walk(window, seed).begin(seconds, tell)
    application.exec()


if __name__ == "__main__":
    folder = tempfile.mkdtemp()
    os.environ |= {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10_000)
    main(float(sys.argv[1]), wanted, Path(folder))
