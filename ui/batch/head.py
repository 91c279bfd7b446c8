"""The head of a batch while it is put together: what is said of all its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.batch_entry import BatchEntry
from app.fields.problems import Problem
from app.keeping import keeping
from app.records.base import Record
from ui.forms.cell import Cell
from ui.forms.explaining import ExplainingWidget

_COLUMNS = 4


class BatchHead(ExplainingWidget):
    """The fields of a batch's head, above its rows.

    Signals:
        edited(): a person changed something.
    """

    edited = Signal()

    def __init__(self, entry: BatchEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self._cells: dict[str, Cell] = {}
        self._named_by_hand = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, field in enumerate(entry.asks):
            cell = Cell(field, self, given=False, starred=field.required)
            cell.touched.connect(self._touched)
            self._cells[field.name] = cell
            grid.addLayout(cell.column, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
        self._prefill()

    def cells(self) -> Iterable[Cell]:
        return self._cells.values()

    def record(self) -> tuple[Record, list[Problem]]:
        """Return the head as typed, made anew: one that was rolled back keeps a dead id."""
        values, misread = keeping.read(self._entry.asks, self.texts())
        head = keeping.new(self._entry.head)
        keeping.assign(head, values)
        return head, misread

    def texts(self) -> dict[str, str]:
        """Return what is written in each field, by name."""
        return {name: cell.editor.text() for name, cell in self._cells.items()}

    def write_back(self, texts: Mapping[str, str]) -> None:
        """Write texts into the fields that are still there, as if they had been typed."""
        for name, text in texts.items():
            if name in self._cells:
                self._cells[name].editor.set_text(text)
        self._named_by_hand = True
        self.edited.emit()

    def show_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show each problem under its field, and return those that concern no field here."""
        for name, cell in self._cells.items():
            cell.show_problems([problem for problem in problems if problem.field.name == name])
        return [problem for problem in problems if problem.field.name not in self._cells]

    def _prefill(self) -> None:
        head = keeping.new(self._entry.head, **self._entry.starts_with())
        for cell in self._cells.values():
            cell.show_value(head)
        self._propose_name()

    @Slot(str)
    def _touched(self, name: str) -> None:
        if name == self._entry.name.name:
            self._named_by_hand = True
        elif not self._named_by_hand:
            self._propose_name()
        self.edited.emit()

    def _propose_name(self) -> None:
        self._cells[self._entry.name.name].write(self._entry.proposed_name(self.texts()))
