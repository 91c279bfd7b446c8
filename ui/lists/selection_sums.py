"""What is selected in a list, counted at once and added up a moment later, as in a spreadsheet."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import listing
from app.register import Register
from ui.jobs import Jobs
from ui.lists.table import RecordTable

_PAUSE_MS = 60  # while the mouse is drawn over rows, each of them is another selection


class SelectionSums(QObject):
    """Follows the selection of a table.

    Signals:
        counted(int): so many rows are selected.
        summed(str): what they add up to, in a line; empty for one or none.
    """

    counted = Signal(int)
    summed = Signal(str)

    def __init__(self, register: Register, table: RecordTable, jobs: Jobs) -> None:
        super().__init__(table)
        self._jobs = jobs
        self._register = register
        self._table = table
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._sum_up)
        table.selectionModel().selectionChanged.connect(self.count)

    @Slot()
    def count(self) -> None:
        """Count what is selected now."""
        number = self._table.selected_count()
        self.counted.emit(number)
        if number > 1:
            self.summed.emit(f"选中 {number:,} {self._register.unit}")
            self._pause.start()
        else:
            self._pause.stop()
            self.summed.emit("")

    @Slot()
    def _sum_up(self) -> None:
        number, criteria = self._table.selected_count(), self._table.criteria
        if number < 2:
            return
        if number < self._table.model().rowCount():
            criteria = replace(criteria, search="", filters={}, only=self._table.selected_ids())
        work = partial(listing.summary, self._register, criteria, number, beside=list(self._table.columns))
        if listing.may_be_long(self._register, criteria):
            self._jobs.run(work, self._tell)
        else:
            self._tell(work())

    @Slot(str)
    def _tell(self, line: str) -> None:
        """Say what was added up, unless nothing is selected by now."""
        if self._table.selected_count() > 1 and not self._pause.isActive():
            self.summed.emit(line.replace("共", "选中", 1))
