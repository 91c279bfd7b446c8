"""Taking a mistaken step of a life cycle back, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from app.keeping import undoing
from app.records.base import Record
from app.records.drafts import of_reason
from app.records.steps import Step
from app.register import Register
from ui.dialogs.reason import ReasonDialog


class StepBackDialog(ReasonDialog):
    """Asks for the reason and takes the step back."""

    def __init__(self, register: Register, record: Record, done: Step, parent: QWidget | None) -> None:
        note = f"将退回：{done.sentence}（{done.at:%Y-%m-%d %H:%M}）。办理时一并写入的内容也恢复原状。"
        place = of_reason(register.key, "退回", record.id)
        super().__init__("退回上一步", "退回", note, "点错了人", place, parent)
        self._register = register
        self._record = record
        self.told = ""

    @classmethod
    def ask(cls, parent: QWidget, register: Register, record: Record, done: Step) -> str:
        """Ask and take the step back; return what was done, nothing where the person thought better of it."""
        dialog = cls(register, record, done, parent.window())
        return dialog.told if dialog.exec() == QDialog.DialogCode.Accepted else ""

    def act(self, reason: str) -> None:
        self.told = undoing.step_back(self._register, self._record, reason)
