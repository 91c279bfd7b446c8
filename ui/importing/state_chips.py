"""The counts above the rows: each narrows the rows to one outcome."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.exchange.rows import Counts, State
from ui.look.theme import mark

_ALL = "全部"


class StateChips(QWidget):
    """One chip for all rows, one for each outcome, one for what must be looked at.

    Signals:
        chosen(): the rows to show are others.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[State | None, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for state in (None, *State):
            chip = self._chip(state.name.lower() if state else "all")
            chip.setProperty("state", state)
            self._group.addButton(chip)
            self._chips[state] = chip
            row.addWidget(chip)
        self._doubtful = self._chip("doubtful")
        row.addWidget(self._doubtful)
        row.addStretch(1)
        self._chips[None].setChecked(True)
        for chip in (*self._chips.values(), self._doubtful):
            chip.toggled.connect(self._mark)
            chip.clicked.connect(self.chosen)

    @property
    def state(self) -> State | None:
        """The outcome the rows are narrowed to; None for all."""
        return next((state for state, chip in self._chips.items() if chip.isChecked()), None)

    @property
    def doubtful(self) -> bool:
        """Whether only rows with a problem or a note are shown."""
        return self._doubtful.isChecked()

    def show_counts(self, counts: Counts, doubtful: int) -> None:
        """Write how many rows there are of each outcome."""
        numbers = dict(
            zip(
                State,
                (counts.new, counts.changed, counts.unchanged, counts.skipped, counts.refused),
                strict=True,
            )
        )
        self._write(self._chips[None], _ALL, sum(numbers.values()))
        for state, number in numbers.items():
            chip = self._chips[state]
            self._write(chip, state.value, number)
            chip.setVisible(bool(number) or chip.isChecked() or state in (State.NEW, State.REFUSED))
        self._write(self._doubtful, "只看有问题的", doubtful)
        self._doubtful.setVisible(bool(doubtful) or self._doubtful.isChecked())

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(name)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("role", "chip")
        return chip

    def _write(self, chip: QPushButton, words: str, number: int) -> None:
        chip.setText(f"{words} {number:,}")
        chip.setAccessibleName(f"{words} {number} 行")

    @Slot(bool)
    def _mark(self, on: bool) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        mark(chip, chosen=on)
