"""What the menu and its keys do in the tab that is in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.errors import Refused
from app.keeping import undoing
from ui.failures import tell
from ui.registers.pane import RegisterPane
from ui.registers.tab import RegisterTab
from ui.window.desk import Written
from ui.window.stage import Stage


@runtime_checkable
class Searchable(Protocol):
    """A tab with a search box."""

    def focus_search(self) -> None:
        """Put the cursor into it."""


@runtime_checkable
class Printable(Protocol):
    """A tab that can be printed from."""

    def open_prints(self) -> None:
        """Offer what there is to print, or show it."""


class TabActs(QObject):
    """Does in the front tab what it knows how to do; in others nothing happens."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = stage.window

    @property
    def _front(self) -> QWidget | None:
        return self._stage.desk.front if self._stage.desk is not None else None

    @Slot(int)
    def show_tab(self, number: int) -> None:
        """Bring the tab to the front that has this place in the side bar, counted from 0."""
        desk = self._stage.desk
        if desk is not None and number < len(desk.keys):
            desk.show_tab(desk.keys[number])

    @Slot()
    def new(self) -> None:
        """Begin a new record."""
        if isinstance(self._front, RegisterTab):
            self._front.new_record()

    @Slot()
    def save(self) -> None:
        """Save what was typed."""
        if isinstance(self._front, Written):
            self._front.save()

    @Slot()
    def find(self) -> None:
        """Put the cursor into the search box."""
        if isinstance(self._front, Searchable):
            self._front.focus_search()

    @Slot()
    def print(self) -> None:
        """Offer what there is to print."""
        if isinstance(self._front, Printable):
            self._front.open_prints()

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        self._go_back(RegisterPane.undo, undoing.undo, "撤销")

    def undo_by_key(self) -> None:
        """Take back what was done last; from a field, not before it is told what that was."""
        desk = self._stage.desk
        if desk is not None and isinstance(desk.front, RegisterTab) and self._is_in_field():
            desk.front.pane.undo_from_field()
        else:
            self.undo()

    def _is_in_field(self) -> bool:
        return isinstance(self._window.focusWidget(), QLineEdit | QComboBox | QPlainTextEdit)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go_back(RegisterPane.redo, undoing.redo, "重做")

    def _go_back(self, of_pane: Callable[[RegisterPane], None], act: Callable[[], str], word: str) -> None:
        """Take back or do again: in a list it says below what that was, elsewhere in a box."""
        desk = self._stage.desk
        if desk is None:
            return
        if isinstance(desk.front, RegisterTab):
            of_pane(desk.front.pane)
        elif desk.may_leave():
            try:
                tell(f"已{word}", act(), self._window)
            except Refused as refused:
                tell(f"没有{word}", str(refused), self._window)
            desk.reload()
