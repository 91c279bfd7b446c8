"""The box in which a column of a sheet gets its field: typed to narrow, by word or by pinyin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.exchange.targets import Target
from app.fields import ChoiceField
from ui.editors.choices import ChoiceEditor

NOTHING = "不导入"


class FieldPicker(ChoiceEditor):
    """Picks one of the fields that a column may fill, or none.

    Signals:
        picked(): another field was picked, not merely typed at.
    """

    picked = Signal()

    def __init__(self, targets: Sequence[Target], heading: str, parent: QWidget) -> None:
        labels = tuple(target.label for target in targets)
        super().__init__(ChoiceField(f"“{heading}”对应的栏目", (NOTHING, *labels)), parent)
        self.setAccessibleName(f"“{heading}”对应的栏目")
        self._targets = dict(zip(labels, targets, strict=True))
        self._picked = NOTHING
        self._offers.activated.connect(self._pick)

    @property
    def target(self) -> Target | None:
        """The field that was picked; None for a column that is not taken in."""
        return self._targets.get(self._picked)

    def show_target(self, target: Target | None) -> None:
        """Show a field that was matched by the heading or the cells; nothing is announced."""
        self._picked = target.label if target is not None else NOTHING
        self.set_text(self._picked)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._pick(self.text())

    @Slot(str)
    def _pick(self, text: str) -> None:
        """Take a field's whole name; anything else leaves the field as it was."""
        if text not in self._targets and text != NOTHING:
            self.set_text(self._picked)
        elif text != self._picked:
            self._picked = text
            self.picked.emit()
