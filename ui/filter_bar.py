"""The row of filter chips above a register's list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.register import Condition, Register
from ui.filter_chips import ConditionChip, OnlyChip, ValueChip

_SHOWN = 7


class FilterBar(QWidget):
    """All filters of a register.

    Signals:
        changed(): ask the list anew.
    """

    changed = Signal()

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[ValueChip | ConditionChip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._only = OnlyChip(self)
        self._only.changed.connect(self._reshow)
        self._row.addWidget(self._only)
        for kept in register.filters:
            kind = ConditionChip if isinstance(kept, Condition) else ValueChip
            chip = kind(register, kept, self)  # type: ignore[arg-type]
            chip.changed.connect(self._reshow)
            self._chips.append(chip)
            self._row.addWidget(chip)
        self._more = self._more_button()
        self._row.addStretch(1)
        self._reshow_hidden()

    def chosen(self) -> dict[str, tuple[Any, ...]]:
        """Return the chosen values, by the names `Asked.filters` knows."""
        return {chip.name: chip.values for chip in self._chips if chip.values}

    @property
    def only(self) -> tuple[int, ...] | None:
        """Return the records that the list is kept to; None for all."""
        return self._only.ids

    def keep_to(self, title: str, ids: tuple[int, ...]) -> None:
        """Keep the list to these records, and say why."""
        self._only.keep_to(title, ids)

    def choose(self, name: str, values: tuple[Any, ...]) -> None:
        """Set one filter, as if a person had clicked it."""
        next(chip for chip in self._chips if chip.name == name).choose(values)

    def clear(self) -> None:
        """Switch all filters off."""
        if self.only is not None:
            self._only.take_back()
        for chip in self._chips:
            if chip.values:
                chip.choose(())

    def count(self) -> None:
        """Count afresh how many records meet each condition."""
        for chip in self._chips:
            if isinstance(chip, ConditionChip):
                chip.count()

    def _more_button(self) -> QPushButton:
        button = QPushButton("＋ 筛选", self)
        button.setProperty("role", "chip")
        menu = QMenu(button)
        for chip in self._chips[_SHOWN:]:
            if isinstance(chip, ValueChip):
                menu.addMenu(chip.menu_of_values)
            else:
                menu.addAction(chip.name, chip.toggle)
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

    @Slot()
    def _reshow(self) -> None:
        self._reshow_hidden()
        self.changed.emit()

    def _reshow_hidden(self) -> None:
        for position, chip in enumerate(self._chips):
            chip.setVisible(position < _SHOWN or bool(chip.values))
        self._more.setVisible(len(self._chips) > _SHOWN)
        self._only.setVisible(self.only is not None)
