"""What a batch of aid is as a whole: its name, occasion, fund, day and approver."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.fields import Described
from app.fields.problems import Problem
from app.keeping import keeping
from app.records.profile import profile
from app.rules.festivals import coming
from app.subjects.hardship.aid.records import AidBatch
from app.subjects.hardship.aid.register import BATCHES
from ui.cell import Cell

_ASKED: tuple[Described, ...] = (
    AidBatch.name,
    AidBatch.occasion,
    AidBatch.aid_kind,
    AidBatch.fund_source,
    AidBatch.planned_on,
    AidBatch.year,
    AidBatch.pay_mode,
    AidBatch.approved_by,
)
_COLUMNS = 4


class BatchForm(QWidget):
    """The head of the dialog in which aid is paid.

    Signals:
        edited(): a person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: dict[str, Cell] = {}
        self._named_by_hand = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, field in enumerate(_ASKED):
            cell = Cell(field, self, given=False, starred=field.required)
            cell.touched.connect(self._touched)
            self._cells[field.name] = cell
            grid.addLayout(cell.column, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
        self._prefill()

    def batch(self) -> tuple[AidBatch, list[Problem]]:
        """Return the batch as typed, made anew: one that was rolled back keeps a dead id."""
        texts = {name: cell.editor.text() for name, cell in self._cells.items()}
        values, misread = keeping.read(_ASKED, texts)
        batch = keeping.new(BATCHES)
        assert isinstance(batch, AidBatch)
        keeping.assign(batch, values)
        batch.handled_by = profile().clerk
        return batch, misread

    def show_problems(self, told: Sequence[Problem]) -> list[Problem]:
        """Tell each problem under its field, and return those that concern no field here."""
        for name, cell in self._cells.items():
            cell.show_problems([one for one in told if one.field.name == name])
        return [one for one in told if one.field.name not in self._cells]

    def _prefill(self) -> None:
        occasion, day = coming(date.today()) or (AidBatch.occasion.default, date.today())
        batch = keeping.new(BATCHES, occasion=occasion, year=day.year, approved_by=profile().leader)
        for cell in self._cells.values():
            cell.show_value(batch)
        self._propose_name()

    @Slot(str)
    def _touched(self, name: str) -> None:
        if name == AidBatch.name.name:
            self._named_by_hand = True
        elif not self._named_by_hand:
            self._propose_name()
        self.edited.emit()

    def _propose_name(self) -> None:
        asked = (AidBatch.year, AidBatch.occasion, AidBatch.aid_kind)
        year, occasion, kind = (self._cells[field.name].editor.text() for field in asked)
        named = "" if occasion == AidBatch.occasion.default else occasion
        self._cells[AidBatch.name.name].write(f"{year}年{named}{kind}")
