"""Making a record on the way, while another is being written that refers to it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.keeping import keeping
from app.records.base import Record
from app.register import Register
from ui.dialogs.base import Dialog
from ui.forms.record_form import RecordForm


class NewRecordDialog(Dialog):
    """The form of a register, for one new record; it stays open while a problem forbids saving it."""

    def __init__(self, register: Register, parent: QWidget | None, **values: object) -> None:
        super().__init__(f"新建{register.title}", parent)
        self.made: Record | None = None
        self.form = RecordForm(register, self, make=NewRecordDialog.ask)
        self.body.addWidget(self.form, 1)
        self.add_foot("保存")
        self.form.load(keeping.new(register, **values))
        self.fit(self.form.page, width=560, most=560)

    @classmethod
    def ask(cls, parent: QWidget, register: Register, **values: object) -> Record | None:
        """Let the person fill the record in and keep it; None when they thought better of it."""
        dialog = cls(register, parent.window(), **values)
        dialog.form.focus_first()
        dialog.exec()
        return dialog.made

    @Slot()
    def reject(self) -> None:
        self.form.leave_draft()
        super().reject()

    @Slot()
    def accept(self) -> None:
        self.made = self.form.save()
        if self.made is not None:
            super().accept()
