"""What is called by a name that a person gives it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.errors import Refused
from ui.dialogs.base import Dialog
from ui.look import theme

_LONGEST = 20


class NameDialog(Dialog):
    """Asks for a name and does the act with it; it stays open while something stands against it."""

    about = "list"

    def __init__(
        self, title: str, note: str, proposed: str, act: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._act = act
        self.add_note(note)
        self._name = QLineEdit(proposed, self)
        self._name.setObjectName("name")
        self._name.setAccessibleName("名称")
        self._name.setMaxLength(_LONGEST)
        self._name.selectAll()
        self.body.addWidget(self._name)
        self.add_foot("保存")
        self.resize(theme.length(420), theme.length(160))

    @classmethod
    def ask(cls, title: str, note: str, proposed: str, act: Callable[[str], object], parent: QWidget) -> bool:
        """Ask and do it; False where the person thought better of it."""
        dialog = cls(title, note, proposed, act, parent.window())
        return dialog.exec() == QDialog.DialogCode.Accepted

    def accept(self) -> None:
        try:
            self._act(self._name.text())
        except Refused as refused:
            self.show_message(str(refused))
            self._name.setFocus()
            return
        super().accept()
