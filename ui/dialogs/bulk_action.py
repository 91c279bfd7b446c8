"""A bulk action on records of a list: whom it concerns, what it asks for, and afterwards who was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app import listing
from app.fields.problems import Block, blocks
from app.keeping import bulk, keeping
from app.register import BulkAction, Register, Section
from ui.dialogs.many import ManyDialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.step import with_today
from ui.forms.form import Form
from ui.jobs import Jobs


class BulkActionDialog(ManyDialog):
    """Asks once for what the act needs, and does it to all."""

    about = "list"

    def __init__(
        self, window: QWidget, jobs: Jobs, register: Register, action: BulkAction, ids: Sequence[int]
    ) -> None:
        super().__init__(f"批量{action.title}", window, jobs, register)
        self._action = action
        self._ids = bulk.concerned(register, ids, action)
        count = f"{len(self._ids):,} {register.unit}"
        others = len(ids) - len(self._ids)
        rest = f"，另有 {others:,} {register.unit}的状态不能办理" if others else ""
        self.add_note(f"将对 {count}办理“{action.title}”{rest}。")
        if self._ids:
            self.add_note(f"{listing.names(register, self._ids)}。")
        if action.confirm:
            self.add_note(action.confirm)
        required = {field.name for field in action.asks}
        self.form = Form((Section("", *action.asks),), self, required=required, make=NewRecordDialog.ask)
        self.form.load(with_today(keeping.new(register), action.asks))
        self.form.edited.connect(self._drafts.touch)
        self.body.addWidget(self.form, 1)
        self.keep_drafts_of(action.title)
        self.add_act(action.title)
        self._do.setEnabled(bool(self._ids))
        self.fit(self.form.page, width=560)

    @classmethod
    def ask(
        cls, window: QWidget, jobs: Jobs, register: Register, action: BulkAction, ids: Sequence[int]
    ) -> bool:
        """Ask and do it; tell whether anything was done."""
        dialog = cls(window, jobs, register, action, ids)
        dialog.exec()
        return dialog.has_done

    def accept(self) -> None:
        if self.outcome is not None:
            super().accept()
            return
        values, problems = self.form.read()
        values = {field.name: getattr(self.form.record, field.name) for field in self._action.asks} | values
        unread = {problem.field.name for problem in problems}
        for field in self._action.asks:
            if values[field.name] in (None, "") and field.name not in unread:
                problems.append(Block(field, f"请填写{field.label}"))
        if problems:
            self.form.show_problems(blocks(problems))
            self.form.focus_first_problem()
            return
        self.begin(self._ids, self._action, values)

    def hide_questions(self) -> None:
        self.form.hide()

    def unsaved(self) -> dict[str, str]:
        return self.form.unsaved()

    def write_back(self, texts: Mapping[str, str]) -> None:
        self.form.write_back(texts)
