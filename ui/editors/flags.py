"""The editor of yes and no."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from app.errors import Invalid
from app.fields import FlagField
from ui.editors.lines import is_enter
from ui.look.theme import mark

_WORDS = {
    Qt.CheckState.Checked: "是",
    Qt.CheckState.Unchecked: "否",
    Qt.CheckState.PartiallyChecked: "未填",
}


class FlagEditor(QCheckBox):
    """A box to tick, with its answer in a word beside it; a third state, 未填, where nobody has
    answered; the delete key brings it back.

    Signals:
        touched(): the answer changed otherwise than by `set_text`.
    """

    touched = Signal()

    def __init__(self, field: FlagField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._open = field.default is None
        self.setTristate(self._open)
        self.setToolTip(field.explanation)
        self._last_text = ""
        self.set_text("")
        self.checkStateChanged.connect(self._notice)

    def text(self) -> str:
        """Return 是, 否, or nothing while nobody has answered."""
        return "" if self.checkState() == Qt.CheckState.PartiallyChecked else _WORDS[self.checkState()]

    def set_text(self, text: str) -> None:
        """Show an answer without announcing it."""
        try:
            answer = self._field.parse(text)
        except Invalid:
            answer = None
        if answer is None and not self._open:
            answer = bool(self._field.default)
        self._last_text = "" if answer is None else self._field.format(answer)
        states: dict[bool | None, Qt.CheckState] = {
            True: Qt.CheckState.Checked,
            False: Qt.CheckState.Unchecked,
        }
        self.setCheckState(states.get(answer, Qt.CheckState.PartiallyChecked))
        self._name_answer()

    def set_problem(self, kind: str) -> None:
        """Colour the answer for a problem: `block`, `warn`, or none when empty."""
        mark(self, problem=kind)

    def nextCheckState(self) -> None:
        ticked = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.focusNextPrevChild(True)
            return
        if self._open and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
            return
        super().keyPressEvent(event)

    def _name_answer(self) -> None:
        self.setText(_WORDS[self.checkState()])

    @Slot()
    def _notice(self) -> None:
        self._name_answer()
        if self.text() != self._last_text:
            self._last_text = self.text()
            self.touched.emit()
