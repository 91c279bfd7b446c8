"""What a step of a life cycle asks for on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from app.errors import Refused
from app.fields import DateField, Described
from app.fields.problems import Blocked, blocks
from app.keeping import keeping, lifecycle
from app.records.base import Record
from app.register import Register, Section, Step
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.form import Form


class StepDialog(Dialog):
    """Asks for the fields of a step, and takes the step; it stays open while something forbids it."""

    def __init__(self, register: Register, record: Record, step: Step, parent: QWidget) -> None:
        super().__init__(step.title, parent)
        self._register = register
        self._record = record
        self._step = step
        self.moved: Record | None = None
        self.add_note(
            f"{record}　{getattr(record, register.status.name)} → {step.target}" if register.status else ""
        )
        if step.confirm:
            self.add_note(step.confirm)
        required = {asked.name for asked in step.asks}
        self.form = Form((Section("", *step.asks),), self, required=required, make=NewRecordDialog.ask)
        self.form.load(with_today(_asked_anew(register, record, step), step.asks))
        self.body.addWidget(self.form, 1)
        self.add_foot(step.title)
        self.resize(520, 200 + 70 * ((len(step.asks) + 1) // 2))

    @classmethod
    def ask(cls, parent: QWidget, register: Register, record: Record, step: Step) -> Record | None:
        """Ask, take the step, and return the record after it; None when the person thought better of it."""
        dialog = cls(register, record, step, parent)
        dialog.form.focus_first()
        return dialog.moved if dialog.exec() == QDialog.DialogCode.Accepted else None

    def accept(self) -> None:
        values, found = self.form.read()
        draft = self.form.record
        if draft is not None:
            values = {asked.name: getattr(draft, asked.name) for asked in self._step.asks} | values
        try:
            if not found:
                self.moved = lifecycle.advance(self._register, self._record, self._step, values)
                super().accept()
                return
        except Blocked as error:
            found = list(error.problems)
        except Refused as error:
            self.form.say(str(error))
            return
        self.form.show_problems(blocks(found))
        self.form.focus_first_problem()


def _asked_anew(register: Register, record: Record, step: Step) -> Record:
    """Copy the record without what an earlier step asked for, on the way to the state it is in.

    That is no answer to this step.
    """
    state = getattr(record, register.status.name) if register.status else ""
    before = {
        asked.name for transition in register.steps if transition.target == state for asked in transition.asks
    }
    draft = keeping.draft_of(record)
    keeping.assign(draft, {asked.name: None for asked in step.asks if asked.name in before})
    return draft


def with_today(record: Record, asks: Sequence[Described]) -> Record:
    """Copy the record, with today for the days that are asked for and nobody has given."""
    draft = keeping.draft_of(record)
    days = [asked for asked in asks if isinstance(asked, DateField)]
    keeping.assign(draft, {asked.name: date.today() for asked in days if getattr(draft, asked.name) is None})
    return draft
