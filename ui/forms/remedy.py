"""The button beside a refusal that lets the person write down what lacks, and go on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.fields.problems import Problem, Remedy
from app.records.base import Record
from app.register import register_of
from ui.forms.making import Make


class RemedyButton(QPushButton):
    """Offers the first remedy among some problems; hidden where they name none.

    Signals:
        applied(): the record that lacked was saved.
    """

    applied = Signal()

    def __init__(self, make: Make, parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._remedy: Remedy | None = None
        self.setObjectName("remedy")
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.clicked.connect(self._begin)
        self.hide()

    def offer(self, problems: Iterable[Problem]) -> None:
        """Offer what does away with one of these problems."""
        self._remedy = next((problem.remedy for problem in problems if problem.remedy is not None), None)
        if self._remedy is not None:
            self.setText(self._remedy.title)
        self.setVisible(self._remedy is not None)

    @Slot()
    def _begin(self) -> None:
        if self._remedy is None or not issubclass(self._remedy.record, Record):
            return
        register = register_of(self._remedy.record)
        if register is not None and self._make(self, register, **self._remedy.values) is not None:
            self.applied.emit()
