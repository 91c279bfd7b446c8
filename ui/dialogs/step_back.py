"""Taking a mistaken step of a life cycle back, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.errors import Refused
from app.keeping import undoing
from app.records.base import Record
from app.records.steps import Step
from app.register import Register
from ui.dialogs.base import Dialog

_LONGEST = 100


class StepBackDialog(Dialog):
    """Asks for the reason and takes the step back; it stays open while something stands against it."""

    def __init__(self, register: Register, record: Record, done: Step, parent: QWidget | None) -> None:
        super().__init__("退回上一步", parent)
        self._register = register
        self._record = record
        self.told = ""
        self.add_note(
            f"将退回：{done.sentence}（{done.at:%Y-%m-%d %H:%M}）。办理时一并写入的内容也恢复原状。"
        )
        self._reason = QLineEdit(self)
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName("退回的原因")
        self._reason.setPlaceholderText("原因，例如 点错了人")
        self._reason.setMaxLength(_LONGEST)
        self.body.addWidget(self._reason)
        self.add_foot("退回")
        self.resize(480, 180)

    @classmethod
    def ask(cls, parent: QWidget, register: Register, record: Record, done: Step) -> str:
        """Ask and take the step back; return what was done, nothing where the person thought better of it."""
        dialog = cls(register, record, done, parent.window())
        return dialog.told if dialog.exec() == QDialog.DialogCode.Accepted else ""

    def accept(self) -> None:
        try:
            self.told = undoing.step_back(self._register, self._record, self._reason.text())
        except Refused as refused:
            self.show_message(str(refused))
            self._reason.setFocus()
            return
        super().accept()
