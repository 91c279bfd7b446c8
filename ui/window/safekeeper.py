"""What watches over the open office: copies made by themselves, and the check of every value."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.records.base import database
from app.safekeeping.backup_log import Backup
from ui.jobs import Jobs

_MINUTE = 60_000
_NAMED = 5  # damaged records named one by one
_FIRST_LOOK = 3_000  # milliseconds after opening: the window is in use by then


def _keep_copy() -> Backup | None:
    from app.safekeeping.automatic import keep_copy  # not on the way to the first window

    return keep_copy()


def keep_last_copy() -> None:
    """Keep a copy before the office is closed, and let the next thin the older ones out again."""
    from app.safekeeping.backup_log import note, read_log

    _keep_copy()
    if read_log().keeps_all:
        note(keeps_all=False)


def _look_over() -> str:
    """Return what is not as it was written and what to do about it; nothing where all is well."""
    from app.opened import current
    from app.safekeeping.automatic import newest_sound_copy
    from app.safekeeping.soundness import damage, faults

    found = [fault.sentence for fault in damage(faults(database.connection()))]
    office = current()
    if not found or office is None:
        return ""
    told = "".join(found[:_NAMED]) + (f"共 {len(found)} 处。" if len(found) > _NAMED else "")
    copy = newest_sound_copy(office.path, database.key)
    remedy = f"最近一份完好的备份是“{copy.name}”，在“{copy.parent}”。" if copy else "没有找到完好的备份。"
    return f"{told}{remedy}请核对这些记录：改正后保存，或从备份恢复。"


class Safekeeper(QObject):
    """Makes a copy every half hour in which something was changed, and looks the file over once.

    Signals:
        copied(): a copy was made, or could not be made: the log says which.
        damaged(str): what is not as it was written, and what to do about it.
    """

    copied = Signal()
    damaged = Signal(str)

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
        """Make a copy beside the window, unless nothing was changed since the last, or it is locked."""
        if database.is_closed():
            return
        self._jobs.run(_keep_copy, self._copied)

    @Slot()
    def look_over(self) -> None:
        """Check structure and values beside the window, unless it is locked."""
        if database.is_closed():
            return
        self._jobs.run(_look_over, self._looked)

    @Slot(object)
    def _copied(self, _made: Backup | None) -> None:
        self.copied.emit()

    @Slot(object)
    def _looked(self, told: str) -> None:
        if told:
            self.damaged.emit(told)
