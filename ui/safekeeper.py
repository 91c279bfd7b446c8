"""What watches over the open office: copies made by themselves, and the check of every value."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.safekeeping.backup_log import Backup
from ui.jobs import Jobs

_MINUTE = 60_000
_FIRST_LOOK = 3_000  # milliseconds after opening: the window is in use by then


def _keep_copy() -> Backup | None:
    from app.safekeeping.automatic import keep_copy  # not on the way to the first window

    return keep_copy()


def _look_over() -> list[str]:
    from app.records.base import database
    from app.safekeeping.soundness import damage, faults

    return [fault.sentence for fault in damage(faults(database.connection()))]


class Safekeeper(QObject):
    """Makes a copy every half hour in which something was changed, and looks the file over once.

    Signals:
        copied(): a copy was made, or could not be made: the log says which.
        damaged(list): sentences that say what is not as it was written.
    """

    copied = Signal()
    damaged = Signal(list)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._timer = QTimer(self, interval=30 * _MINUTE)
        self._timer.timeout.connect(self.keep_copy)
        self._timer.start()
        self._look = QTimer(self, singleShot=True, interval=_FIRST_LOOK)
        self._look.timeout.connect(self.look_over)
        self._look.start()

    @Slot()
    def keep_copy(self) -> None:
        """Make a copy beside the window, unless nothing was changed since the last."""
        self._jobs.run(_keep_copy, self._copied)

    @Slot()
    def look_over(self) -> None:
        """Check structure and values beside the window."""
        self._jobs.run(_look_over, self._looked)

    @Slot(object)
    def _copied(self, _made: Backup | None) -> None:
        self.copied.emit()

    @Slot(object)
    def _looked(self, sentences: list[str]) -> None:
        if sentences:
            self.damaged.emit(sentences)
