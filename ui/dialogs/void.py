"""Taking printed records away, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from app.keeping import keeping
from app.keeping.keeping import OnPaper
from app.records.drafts import of_reason
from app.register import Register
from ui.dialogs.reason import ReasonDialog


class VoidDialog(ReasonDialog):
    """Says which paper shows them, asks for the reason, and voids them."""

    def __init__(self, register: Register, ids: Sequence[int], why: OnPaper, parent: QWidget | None) -> None:
        note = f"{why}作废后在回收站中还可以恢复，原因记入历史。"
        place = of_reason(register.key, "作废", ids[0] if len(ids) == 1 else None)
        super().__init__(f"作废{register.title}", "作废", note, "重复登记", place, parent)
        self._register = register
        self._ids = ids

    @classmethod
    def ask(cls, parent: QWidget, register: Register, ids: Sequence[int], why: OnPaper) -> bool:
        """Ask and void them; False where the person thought better of it."""
        return cls(register, ids, why, parent.window()).exec() == QDialog.DialogCode.Accepted

    def act(self, reason: str) -> None:
        keeping.void(self._register, self._ids, reason)
