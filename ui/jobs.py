"""One worker thread for whatever takes longer than a keystroke; its answers arrive in the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.records.base import database

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class _Result:
    """What became of a job, on its way to the window's thread."""

    jobs: Jobs
    deliver: Callable[[Any], None] | None
    value: object
    office: int  # number of the office, counted from the first that was opened, it works for
    error: Exception | None = None
    is_last: bool = True


class _Postman(QObject):
    """Brings what the workers send into the window's thread; it outlives whoever asked for it.

    A signal of the asker's own would be sent by its worker while the window takes the asker down.
    """

    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _hand_over(self, result: _Result) -> None:
        if isValid(result.jobs):
            result.jobs.deliver(result)


@cache
def _postman() -> _Postman:
    return _Postman()


class Jobs(QObject):
    """Runs jobs one after the other, each with a database connection of its own.

    A job gets plain values, reads everything before it works, and touches no widget.

    Signals:
        busy(bool): the first job began, or the last one ended.
    """

    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._waiting = 0
        self._office = 0
        self._postman = _postman()

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        on_file: bool = True,
    ) -> None:
        """Do `work` on the worker, then call `done` or `failed` on the window's thread.

        Work that needs no connection to the open office, such as before one is opened, is not `on_file`.

        A failure that nobody asked for reaches the excepthook. An answer to a widget that was
        closed meanwhile is dropped.
        """
        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        self._worker.submit(self._work, self._office, work, done, failed, on_file)

    def tell(self, hear: Callable[[Answer], None], value: Answer) -> None:
        """Hand something over to the window's thread while a job goes on; the job itself calls it."""
        self._postman.sent.emit(_Result(self, hear, value, self._office, is_last=False))

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is left, or its answer is on its way."""
        return self._waiting > 0

    def finish(self) -> None:
        """Wait until no job is left, answers delivered: for what is done without a person at the window.

        What begins in this turn of the window is waited for, too.
        """
        QCoreApplication.processEvents()
        while self._waiting:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def shut_down(self) -> None:
        """Wait for the running job and forget the waiting ones; call it before the office is closed.

        An answer that is on its way is dropped: there is no office left to show it from. A failure is shown.
        """
        self._office += 1
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None
        if self._waiting:
            self.busy.emit(False)
        self._waiting = 0

    def _work(
        self,
        office: int,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
        on_file: bool,
    ) -> None:
        try:
            with database.connection_context() if on_file else nullcontext():
                result = _Result(self, done, work(), office)
        except Exception as error:
            result = _Result(self, failed, error, office, error)
        self._postman.sent.emit(result)

    def deliver(self, result: _Result) -> None:
        """Hand the answer of a job to whoever waits for it."""
        if result.error is None and result.office != self._office:
            return
        if result.is_last:
            self._waiting = max(self._waiting - 1, 0)
            if self._waiting == 0:
                self.busy.emit(False)
        if result.deliver is None:
            assert result.error is not None
            raise result.error
        receiver = getattr(result.deliver, "__self__", None)
        if not isinstance(receiver, QObject) or isValid(receiver):
            result.deliver(result.value)
