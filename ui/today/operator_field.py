"""Who works here today: asked once a day on the desk, named by the history."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.records import steps
from ui import preferences
from ui.look import theme

_LONGEST = 30
_LEAST, _WIDTH = 120, 190


class OperatorField(QLineEdit):
    """Takes the name of whoever works here; empty at the beginning of each day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("operator")
        self.setAccessibleName("今天由谁经办")
        self.setToolTip("写上姓名，历史记录里会注明是谁办的")
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(theme.length(_WIDTH))
        self.editingFinished.connect(self._keep)
        self.ask()

    def ask(self) -> None:
        """Read who works here; who did on another day is only proposed."""
        name, day = preferences.operator()
        today = day == date.today()
        self.setText(name if today else "")
        self.setPlaceholderText(f"今天由谁经办（上次{name}）" if name else "今天由谁经办")
        steps.work_as(name if today else "")

    @Slot()
    def _keep(self) -> None:
        name = self.text().strip()
        if name != steps.operator():
            steps.work_as(name)
            preferences.remember_operator(name, date.today())
