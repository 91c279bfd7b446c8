"""A bulk action on records of a list: what it asks for, and afterwards who was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.fields.problems import Block, blocks
from app.keeping import bulk, keeping
from app.keeping.bulk import BulkResult
from app.register import BulkAction, Register, Section
from app.safekeeping.automatic import keep_copy
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.dialogs.step import with_today
from ui.form import Form
from ui.jobs import Jobs


def _perform(
    register: Register, ids: Sequence[int], action: BulkAction, values: Mapping[str, object]
) -> BulkResult:
    """Do the act to many records, a copy of the office kept before."""
    keep_copy()
    return bulk.perform(register, ids, action, values)


class BulkActionDialog(Dialog):
    """Asks once for what the act needs, does it to all, and stays open to say whom it left out."""

    def __init__(
        self, window: QWidget, jobs: Jobs, register: Register, action: BulkAction, ids: Sequence[int]
    ) -> None:
        super().__init__(f"批量{action.title}", window)
        self._register, self._action, self._jobs = register, action, jobs
        self._ids = bulk.concerned(register, ids, action)
        self.outcome: BulkResult | None = None
        self._running = False
        count = f"{len(self._ids):,} {register.unit}"
        others = len(ids) - len(self._ids)
        rest = f"，另有 {others:,} {register.unit}的状态不能办理" if others else ""
        self.add_note(f"将对 {count}办理“{action.title}”{rest}。")
        if action.confirm:
            self.add_note(action.confirm)
        required = {field.name for field in action.asks}
        self.form = Form((Section("", *action.asks),), self, required=required, make=NewRecordDialog.ask)
        self.form.load(with_today(keeping.new(register), action.asks))
        self.body.addWidget(self.form, 1)
        self._left = QPlainTextEdit(self)
        self._left.setObjectName("left")
        self._left.setAccessibleName("未办理的记录")
        self._left.setReadOnly(True)
        self._left.hide()
        self.body.addWidget(self._left, 1)
        self._do = self.add_foot(action.title)
        self._do.setEnabled(bool(self._ids))
        self.resize(560, 240 + 70 * ((len(action.asks) + 1) // 2))

    @classmethod
    def ask(
        cls, window: QWidget, jobs: Jobs, register: Register, action: BulkAction, ids: Sequence[int]
    ) -> bool:
        """Ask and do it; tell whether anything was done."""
        dialog = cls(window, jobs, register, action, ids)
        dialog.exec()
        return dialog.outcome is not None and dialog.outcome.done > 0

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
        self._running = True
        self._do.setEnabled(False)
        self.show_message("正在办理…", "info")
        self._jobs.run(
            partial(_perform, self._register, self._ids, self._action, values),
            self._show_outcome,
            self._fail,
        )

    def reject(self) -> None:
        if not self._running:
            super().reject()

    @Slot(object)
    def _show_outcome(self, outcome: BulkResult) -> None:
        self._running = False
        self.outcome = outcome
        unit = self._register.unit
        if not outcome.left:
            super().accept()
            return
        self.form.hide()
        self._left.setPlainText("\n".join(outcome.left))
        self._left.show()
        self.show_message(f"已办理 {outcome.done:,} {unit}，{len(outcome.left):,} {unit}未办理：", "warn")
        self._do.setText("知道了")
        self._do.setEnabled(True)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._running = False
        self.show_message("")
        self._do.setEnabled(True)
        raise error
