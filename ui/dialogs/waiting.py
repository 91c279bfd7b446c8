"""What changes many records is done beside the window, which waits for it and can stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from app.errors import Refused
from app.records.base import database
from ui.dialogs.base import Dialog
from ui.jobs import Jobs
from ui.look import theme

Answer = TypeVar("Answer")
_FEW = 20  # records: less is done before anybody could stop it
_AGAIN_MS = 20  # between two tries to stop: only a statement that runs is interrupted


class Waiting(Dialog):
    """Shows that something is done of which nobody knows how far it is.

    To stop it interrupts what SQLite does: the step is rolled back, nothing has changed.
    """

    def __init__(self, words: str, work: Callable[[], Any], parent: QWidget) -> None:
        super().__init__(words, parent)
        self.answer: Any = None
        self.error: Exception | None = None
        self._work = work
        self._connection: Any = None  # the driver's, of the thread that does the work
        self._stopped = False
        self._jobs = Jobs(self)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._interrupt)
        self.add_note(f"{words}…")
        bar = QProgressBar(self)
        bar.setAccessibleName("进度")
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        self.body.addWidget(bar)
        self.foot.addStretch(1)
        self.add_button("stop", "停止").clicked.connect(self.reject)
        self.setMinimumWidth(theme.length(380))

    @classmethod
    def do(cls, parent: QWidget, words: str, records: int, work: Callable[[], Answer]) -> Answer:
        """Do something to so many records and return what it returns, or raise what it raises.

        A few are done at once. Raises Refused where the person stopped it.
        """
        if records <= _FEW:
            return work()
        dialog = cls(words, work, parent.window())
        QTimer.singleShot(0, dialog.begin)
        dialog.exec()
        if dialog.error is not None:
            raise dialog.error
        answer: Answer = dialog.answer
        return answer

    @Slot()
    def begin(self) -> None:
        """Begin the work."""
        self._jobs.run(self._do, self._finish, self._fail)

    def _do(self) -> object:
        self._connection = database.connection()
        try:
            return self._work()
        finally:
            self._connection = None

    @Slot()
    def reject(self) -> None:
        """Stop the work; the dialog closes when nothing of it is left."""
        self._stopped = True
        self._again.start()

    @Slot()
    def _interrupt(self) -> None:
        if (connection := self._connection) is not None:
            connection.interrupt()

    @Slot(object)
    def _finish(self, answer: object) -> None:
        self.answer = answer
        self._close()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        refused = isinstance(error, Refused)
        self.error = Refused("已停止，没有改动。") if self._stopped and not refused else error
        self._close()

    def _close(self) -> None:
        self._again.stop()
        self._jobs.shut_down()
        self.accept()
