"""What is done only with a reason, which stays in the history."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import Refused
from app.records.drafts import Place
from ui.dialogs.base import Dialog
from ui.dialogs.line_drafts import LineDrafts
from ui.look import theme

_LONGEST = 100


class ReasonDialog(Dialog):
    """Asks for the reason and does the act; it stays open while something stands against it."""

    def __init__(
        self, title: str, act: str, note: str, example: str, place: Place, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self.add_note(note)
        self._reason = QLineEdit(self)
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(f"{act}的原因")
        self._reason.setPlaceholderText(f"原因，例如 {example}")
        self._reason.setMaxLength(_LONGEST)
        self.body.addWidget(self._reason)
        self._drafts = LineDrafts(place, {"reason": self._reason}, self)
        self.add_foot(act)
        self.resize(theme.length(480), theme.length(180))

    def act(self, reason: str) -> None:
        """Do what the dialog is for; may raise Refused."""
        raise NotImplementedError

    def accept(self) -> None:
        try:
            self.act(self._reason.text())
        except Refused as refused:
            self.show_message(str(refused))
            self._reason.setFocus()
            return
        self._drafts.leave()
        super().accept()

    def reject(self) -> None:
        self._drafts.leave()
        super().reject()
