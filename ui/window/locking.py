"""Locking the window: nothing of the office can be seen or reached until its password is typed.

What is typed into forms stays where it is, and is kept as a draft in the encrypted file besides: whoever
switches the computer off loses none of it. When no job is left the file is closed and its key forgotten.
"""

from __future__ import annotations

from time import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolTip, QVBoxLayout, QWidget

from app.cipher.key import Key
from app.cipher.unlocking import require_word
from app.errors import Refused
from app.office import resume_office, suspend_office
from app.opened import current
from app.records.base import database
from app.safekeeping.unlocking import unlock_office
from ui.forms.draft_keeper import DraftKeeper
from ui.jobs import Jobs
from ui.office.unlock_page import UnlockPage
from ui.window.cover import Cover
from ui.window.side_bar import PROGRAM

_LOOK_EVERY = 5_000  # milliseconds between two looks at the clock
_GRACE = 2_000  # milliseconds for what was begun to end before the file is closed
_AT_WORK = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """Tells when nobody has touched keyboard or mouse for some minutes, by the clock: a computer may sleep.

    Signals:
        idle()
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = 0
        self._last = time()
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Begin to watch; 0 minutes end it."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self._seconds, self._last = 60 * minutes, time()
        if minutes:
            app.installEventFilter(self)
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell it if it has been long enough."""
        if self._seconds and time() - self._last >= self._seconds:
            self._last = time()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AT_WORK:
            self.look()  # whoever wakes the computer comes too late to keep it open
            self._last = time()
        return super().eventFilter(watched, event)


class Locking(QObject):
    """Covers every window of the program and asks for the password on top of them.

    Signals:
        locked(), unlocked()
    """

    locked = Signal()
    unlocked = Signal()

    def __init__(self, jobs: Jobs, window: QMainWindow) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._covers: list[Cover] = []
        self._dialog: QDialog | None = None
        self._page: UnlockPage | None = None
        self._closing = QTimer(self, singleShot=True, interval=_GRACE)
        self._closing.timeout.connect(self.close_file)
        self.idle = Idle(self)
        self.idle.idle.connect(self.lock)

    @property
    def is_locked(self) -> bool:
        """Tell whether the window is locked."""
        return self._page is not None

    @Slot()
    def lock(self) -> None:
        """Lock the office, if it is open and has a password."""
        if self.is_locked or database.key is None:
            return
        _keep_drafts()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        modal = QApplication.activeModalWidget()
        self._covers = [
            Cover(one)
            for one in QApplication.topLevelWidgets()
            if one.isVisible() and one.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        ]
        self._page = self._make_page()
        self._put_up(self._page, modal)
        self.locked.emit()
        self._closing.start()

    @Slot()
    def close_file(self) -> None:
        """Close the file and forget its key; later where a job still works on it."""
        if not self.is_locked or database.is_closed():
            return
        if self._jobs.is_busy or database.in_transaction():
            self._closing.start()
        else:
            suspend_office()

    def _make_page(self) -> UnlockPage:
        page = UnlockPage(
            self._jobs,
            self._key_of,
            words=("已锁定", "输入密码继续。没有保存的内容都还在。"),
            acts=("解锁", "退出程序"),
        )
        page.unlocked.connect(self._unlock)
        page.left.connect(self._quit)
        return page

    def _put_up(self, page: UnlockPage, modal: QWidget | None) -> None:
        """Show the page on the window; where a dialog keeps that from being used, in one of its own."""
        if modal is None:
            cover = next(cover for cover in self._covers if cover.window() is self._window)
            cover.hold(page)
        else:
            self._dialog = _LockDialog(page, modal)
            self._dialog.rejected.connect(self._quit)
            self._dialog.open()
        page.setFocus()

    def _key_of(self, word: str) -> Key:
        """Return the key by the word; on the worker."""
        office = current()
        assert office is not None
        if (key := database.key) is not None:
            require_word(word, key)
            return key
        return unlock_office(office.path, word)

    @Slot(object)
    def _unlock(self, key: Key) -> None:
        self._closing.stop()
        page = self._page
        assert page is not None
        if database.is_closed():
            try:
                resume_office(key)
            except Refused as refused:
                page.refuse(str(refused))
                return
        self._take_down()
        self.unlocked.emit()

    def _take_down(self) -> None:
        self._page = None
        for cover in self._covers:
            cover.lift()
        self._covers = []
        if self._dialog is not None:
            self._dialog.rejected.disconnect(self._quit)
            self._dialog.close()
            self._dialog = None

    @Slot()
    def _quit(self) -> None:
        """Close the window, and the program: a dialog that waits for an answer would keep it running."""
        self._window.close()
        QApplication.exit()


class _LockDialog(QDialog):
    """Holds the page in front of another dialog."""

    def __init__(self, page: UnlockPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(PROGRAM)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)


def _keep_drafts() -> None:
    """Write what is being typed, into whatever form, dialog or text, into the file now."""
    for window in QApplication.topLevelWidgets():
        for keeper in window.findChildren(DraftKeeper):
            keeper.keep()
