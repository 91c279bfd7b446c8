"""The row of filter chips above a register's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app import listing
from app.listing import Criteria
from app.register import Condition, Register
from ui.jobs import Jobs
from ui.lists.filter_chips import ConditionChip, OnlyChip, ValueChip
from ui.widgets.flow import FlowLayout

_MOST_IN_LINE = 7
_GAP = 8


class FilterBar(QWidget):
    """All filters of a register: those there is room for in one line, and all that are in force.

    Signals:
        changed(): the criteria are others.
        save_clicked(): what the list asks for is to be saved under a name.
        return_clicked(): the person wants to go back to the desk, from where the list was opened.
    """

    changed = Signal()
    save_clicked = Signal()
    return_clicked = Signal()

    def __init__(self, register: Register, parent: QWidget | None = None, *, jobs: Jobs) -> None:
        super().__init__(parent)
        self._register = register
        self._jobs = jobs
        self._chips: list[ValueChip | ConditionChip] = []
        self._uncounted: set[ConditionChip] = set()
        self._row = FlowLayout(self, spacing=_GAP)
        self._return = self._return_chip()
        self._only = OnlyChip(self)
        self._only.changed.connect(self._reshow)
        self._row.addWidget(self._only)
        for criterion in register.filters:
            chip: ValueChip | ConditionChip
            if isinstance(criterion, Condition):
                chip = ConditionChip(criterion, self)
            else:
                chip = ValueChip(register, criterion, jobs, self)
            chip.changed.connect(self._reshow)
            self._chips.append(chip)
            self._row.addWidget(chip)
        self._more = self._more_button()
        self.setFocusProxy(self._chips[0] if self._chips else self._more)
        self._save = QPushButton("☆ 存为常用", self)
        self._save.setObjectName("save_list")
        self._save.setAccessibleName("把现在的查找和筛选存为常用列表")
        self._save.setToolTip("给现在的查找和筛选起个名称，放到左侧")
        self._save.setProperty("role", "chip")
        self._save.clicked.connect(self.save_clicked)
        self._save.hide()
        self._row.addWidget(self._save)
        self._fit()

    def chosen(self) -> dict[str, tuple[Any, ...]]:
        """Return the chosen values, by the names that `Criteria.filters` takes."""
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

    def offer_return(self, on: bool) -> None:
        """Offer the way back to the desk, to a person who came from there."""
        if on == self._return.isHidden():
            self._return.setVisible(on)
            self._fit()

    def offer_saving(self, on: bool) -> None:
        """Offer to save what is asked of the list, while something is."""
        if on == self._save.isHidden():
            self._save.setVisible(on)
            self._fit()

    def count(self) -> None:
        """Count how many records meet each condition in sight; another when its chip comes in sight."""
        self._uncounted = {chip for chip in self._chips if isinstance(chip, ConditionChip)}
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return False  # it gives itself its height: else all that stands around would be laid out by it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _return_chip(self) -> QPushButton:
        chip = QPushButton("‹ 返回工作台", self)
        chip.setObjectName("return")
        chip.setProperty("role", "chip")
        chip.setToolTip("回到打开这些记录的提醒")
        chip.clicked.connect(self.return_clicked)
        chip.hide()
        self._row.addWidget(chip)
        return chip

    def _more_button(self) -> QPushButton:
        button = QPushButton("＋ 筛选", self)
        button.setProperty("role", "chip")
        menu = QMenu(button)
        menu.aboutToShow.connect(self._offer_waiting)
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

    @Slot()
    def _offer_waiting(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for chip in (chip for chip in self._chips if chip.isHidden()):
            if isinstance(chip, ValueChip):
                menu.addMenu(chip.menu_of_values)
            else:
                menu.addAction(chip.name, chip.toggle)

    @Slot()
    def _reshow(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Show what is in force, and of the rest what one line has room for; others wait under ＋ 筛选."""
        self._only.setVisible(self.only is not None)
        shown = self._fitting()
        while fresh := self._uncounted.intersection(shown):
            self._uncounted -= fresh
            if self._count(sorted(chip.name for chip in fresh)):
                shown = self._fitting()  # the number takes room, too
        for chip in self._chips:
            chip.setVisible(chip in shown)
        self._more.setVisible(len(shown) < len(self._chips))
        self.setFixedHeight(max(self._row.heightForWidth(self.width()), self._more.sizeHint().height()))

    def _count(self, titles: Sequence[str]) -> bool:
        """Count how many records meet these conditions; False where that is done beside the window."""
        work = partial(_counted, self._register, titles)
        if listing.may_be_long(self._register, Criteria()):
            self._jobs.run(work, self._show_counted)
            return False
        self._write(work())
        return True

    @Slot(object)
    def _show_counted(self, numbers: Mapping[str, int]) -> None:
        self._write(numbers)
        self._fit()

    def _write(self, numbers: Mapping[str, int]) -> None:
        for chip in self._chips:
            if isinstance(chip, ConditionChip) and chip.name in numbers:
                chip.show_number(numbers[chip.name])

    def _fitting(self) -> list[ValueChip | ConditionChip]:
        waiting = [chip for chip in self._chips if not chip.values]
        room = self.width() - sum(_width(chip) for chip in (self._only, *self._chips) if chip not in waiting)
        room -= sum(_width(chip) for chip in (self._return, self._save) if not chip.isHidden())
        some = [chip for chip in self._chips[:_MOST_IN_LINE] if chip in waiting]
        if len(some) < len(waiting) or sum(map(_width, some)) - _GAP > room:
            room -= _width(self._more)
        shown = []
        for chip in self._chips:
            if chip in waiting:
                room -= _width(chip)
            if chip not in waiting or (chip in some and room + _GAP >= 0):
                shown.append(chip)
        return shown


def _counted(register: Register, titles: Sequence[str]) -> dict[str, int]:
    return {title: listing.count(register, Criteria(filters={title: (True,)})) for title in titles}


def _width(chip: QPushButton) -> int:
    """Return the room that a chip takes; none where there is none to show."""
    if isinstance(chip, OnlyChip) and chip.ids is None:
        return 0
    return chip.sizeHint().width() + _GAP
