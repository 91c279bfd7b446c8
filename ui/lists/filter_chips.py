"""The chips above a register's list: one filters by values, one by a condition, one by given records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app import listing
from app.fields import DateField, Described
from app.listing import Criteria
from app.register import Condition, Register
from ui.jobs import Jobs
from ui.look.theme import mark
from ui.widgets.staying_menu import StayingMenu

_MOST_WORDS = 14


class ValueChip(QPushButton):
    """Filters by the values of one field.

    Signals:
        changed(): other values were chosen.
    """

    changed = Signal()

    def __init__(self, register: Register, field: Described, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._register = register
        self._field = field
        self.values: tuple[Any, ...] = ()
        self.setProperty("role", "chip")
        self.setObjectName(f"filter_{field.name}")
        self.menu_of_values = StayingMenu(self)
        self.menu_of_values.setTitle(field.label)
        self.menu_of_values.aboutToShow.connect(self._offer)
        self.menu_of_values.triggered.connect(self._pick)
        self.clicked.connect(self._open)
        self._name_values()

    @property
    def name(self) -> str:
        """The name of the filter in `Criteria`."""
        return str(self._field.name)

    def choose(self, values: tuple[Any, ...]) -> None:
        """Filter by these values; by none when empty."""
        self.values = values
        self._name_values()
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at_cross = event.position().x() > self.width() - self.fontMetrics().height() - 8
        if self.values and at_cross:
            self.choose(())
        else:
            super().mousePressEvent(event)

    @Slot()
    def _open(self) -> None:
        self.menu_of_values.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _offer(self) -> None:
        """Offer the values in use; those of a list that may be long are read beside the window."""
        work = partial(listing.options, self._register, self._field)
        if listing.may_be_long(self._register, Criteria()):
            self._say("正在读取…")
            self._jobs.run(work, self._offer_values)
        else:
            self._offer_values(work())

    def _say(self, words: str) -> None:
        self.menu_of_values.clear()
        self.menu_of_values.addAction(words).setEnabled(False)

    @Slot(object)
    def _offer_values(self, values: Sequence[object]) -> None:
        if not values:
            self._say("还没有可选的内容")
            return
        self.menu_of_values.clear()
        for value in values:
            action = self.menu_of_values.addAction(self._word(value))
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value in self.values)

    @Slot(QAction)
    def _pick(self, _action: QAction) -> None:
        self.choose(tuple(action.data() for action in self.menu_of_values.actions() if action.isChecked()))

    def _word(self, value: object) -> str:
        return f"{value}年" if isinstance(self._field, DateField) else str(self._field.format(value))

    def _name_values(self) -> None:
        words = "、".join(map(self._word, self.values))
        if len(words) > _MOST_WORDS:
            words = f"{self._word(self.values[0])[:_MOST_WORDS]} 等 {len(self.values)} 项"
        text = f"{self._field.label}：{words} ✕" if words else f"{self._field.label} ▾"
        self.setText(text)
        self.setAccessibleName(f"筛选 {self._field.label} {words}".rstrip())
        mark(self, chosen=bool(words))


class ConditionChip(QPushButton):
    """Filters by a named condition, and says how many records meet it.

    Signals:
        changed(): it was switched on or off.
    """

    changed = Signal()

    def __init__(self, condition: Condition, parent: QWidget) -> None:
        super().__init__(condition.title, parent)
        self.name = condition.title
        self.setCheckable(True)
        self.setProperty("role", "chip")
        self.setAccessibleName(f"筛选 {condition.title}")
        self.toggled.connect(self._toggled)

    @property
    def values(self) -> tuple[Any, ...]:
        """Return (True,) while the chip is checked."""
        return (True,) if self.isChecked() else ()

    def choose(self, values: tuple[Any, ...]) -> None:
        """Switch on or off."""
        self.setChecked(bool(values))

    def show_number(self, number: int) -> None:
        """Say how many records meet the condition."""
        self.setText(f"{self.name} {number}" if number else self.name)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        mark(self, chosen=on)
        self.changed.emit()


class OnlyChip(QPushButton):
    """Keeps the list to some records that were chosen elsewhere; a click takes that back.

    Signals:
        changed(): other records were chosen, or all again.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ids: tuple[int, ...] | None = None
        self.setObjectName("only")
        self.setProperty("role", "chip")
        mark(self, chosen=True)
        self.clicked.connect(self.take_back)
        self.hide()

    def keep_to(self, title: str, ids: tuple[int, ...]) -> None:
        """Keep the list to these records, and say why."""
        self.ids = ids
        self.setText(f"{title} {len(ids)} ✕")
        self.setAccessibleName(f"只看{title}，点击取消")
        self.changed.emit()

    @Slot()
    def take_back(self) -> None:
        """Show all records again."""
        self.ids = None
        self.changed.emit()
