"""A watch on the event loop: for how long the interface's thread worked without looking at its events."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, thread_time

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

_LONGEST = 120  # seconds that something may go on beside the window
_TURNS = 8  # of the loop, until what was put off is done, and what that put off


class Heartbeat(QObject):
    """Beats in every turn of the loop; `gaps` are the longest times of the processor between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: dict[str, float] = {}
        self._doing = ""
        self._last = thread_time()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)

    def watch(self, doing: str, act: Callable[[], object]) -> None:
        """Do something as an event of the loop, and let the loop come to rest."""
        self._settle()
        self._doing = doing
        QTimer.singleShot(0, act)
        self._settle()
        self._doing = ""

    def watch_until(self, doing: str, act: Callable[[], object], is_over: Callable[[], bool]) -> None:
        """Do something that goes on beside the window, and watch until it is over."""
        self.watch(doing, act)
        self._doing = doing
        self._timer.start()
        self._last = thread_time()
        started = monotonic()
        while not is_over():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            if monotonic() - started > _LONGEST:
                raise TimeoutError(doing)
        self._timer.stop()
        self._settle()
        self._doing = ""

    def longer_than(self, seconds: float) -> dict[str, int]:
        """Return what took longer between two beats, in milliseconds."""
        return {doing: round(1000 * gap) for doing, gap in self.gaps.items() if gap > seconds}

    def _settle(self) -> None:
        self._timer.start()
        for _ in range(_TURNS):
            self._last = min(self._last, thread_time())
            QApplication.processEvents()
        self._timer.stop()
        self._last = thread_time()

    @Slot()
    def _beat(self) -> None:
        now = thread_time()
        if self._doing:
            self.gaps[self._doing] = max(self.gaps.get(self._doing, 0.0), now - self._last)
        self._last = now
