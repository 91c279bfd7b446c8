"""The row of filter chips above a register's list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app import listing
from app.fields import DateField, Described
from app.listing import Asked
from app.register import Condition, Register
from ui.theme import mark

_SHOWN = 7
_MOST_WORDS = 14


class StayingMenu(QMenu):
    """A menu that stays open while several entries are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class ValueChip(QPushButton):
    """Filters by the values of one field.

    Signals:
        changed(): other values were chosen.
    """

    changed = Signal()

    def __init__(self, register: Register, kept: Described, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._field = kept
        self.values: tuple[Any, ...] = ()
        self.setProperty("role", "chip")
        self.setObjectName(f"filter_{kept.name}")
        self.menu_of_values = StayingMenu(self)
        self.menu_of_values.setTitle(kept.label)
        self.menu_of_values.aboutToShow.connect(self._offer)
        self.menu_of_values.triggered.connect(self._pick)
        self.clicked.connect(self._open)
        self._name_values()

    @property
    def name(self) -> str:
        """The name of the filter in `Asked`."""
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
        self.menu_of_values.clear()
        for value in listing.options(self._register, self._field):
            action = self.menu_of_values.addAction(self._word(value))
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value in self.values)
        if not self.menu_of_values.actions():
            self.menu_of_values.addAction("还没有可选的内容").setEnabled(False)

    @Slot(QAction)
    def _pick(self, _action: QAction) -> None:
        self.choose(tuple(action.data() for action in self.menu_of_values.actions() if action.isChecked()))

    def _word(self, value: Any) -> str:
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

    def __init__(self, register: Register, condition: Condition, parent: QWidget) -> None:
        super().__init__(condition.title, parent)
        self._register = register
        self.name = condition.title
        self.setCheckable(True)
        self.setProperty("role", "chip")
        self.setAccessibleName(f"筛选 {condition.title}")
        self.toggled.connect(self._toggled)

    @property
    def values(self) -> tuple[Any, ...]:
        """Return (True,) while the condition is asked for."""
        return (True,) if self.isChecked() else ()

    def choose(self, values: tuple[Any, ...]) -> None:
        """Switch on or off."""
        self.setChecked(bool(values))

    def count(self) -> None:
        """Count the records that meet the condition."""
        found = listing.count(self._register, Asked(filters={self.name: (True,)}))
        self.setText(f"{self.name} {found}" if found else self.name)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        mark(self, chosen=on)
        self.changed.emit()


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

    def choose(self, name: str, values: tuple[Any, ...]) -> None:
        """Set one filter, as if a person had clicked it."""
        next(chip for chip in self._chips if chip.name == name).choose(values)

    def clear(self) -> None:
        """Switch all filters off."""
        for chip in self._chips:
            if chip.values:
                chip.choose(())

    def count(self) -> None:
        """Count afresh how many records meet each condition."""
        for chip in self._chips:
            if isinstance(chip, ConditionChip):
                chip.count()

    def add_widget(self, widget: QWidget) -> None:
        """Put something at the right end of the row."""
        self._row.addWidget(widget)

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
