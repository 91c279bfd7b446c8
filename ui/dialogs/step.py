"""What a step of a life cycle asks for on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from app.errors import Refused
from app.fields import DateField, Described
from app.fields.problems import Blocked, blocks
from app.keeping import again, keeping, lifecycle
from app.records.base import Record
from app.records.drafts import of_step
from app.register import Register, Section, Step
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.forms.draft_keeper import DraftKeeper
from ui.forms.form import Form


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
        required = {field.name for field in step.asks}
        self.form = Form((Section("", *step.asks),), self, required=required, make=NewRecordDialog.ask)
        asked = with_today(_without_past_answers(register, record, step), step.asks)
        self.form.load(_with_last(asked, step.asks))
        self.body.addWidget(self.form, 1)
        self._drafts = DraftKeeper(self.form.unsaved, self)
        self._drafts.restored.connect(self.form.write_back)
        self.form.edited.connect(self._drafts.touch)
        self.form.remedied.connect(self.accept)
        if (offer := self._drafts.come_to(of_step(register.key, step.title, record.id))) is not None:
            self.form.put_first(offer)
        self.add_foot(step.title)
        self.fit(self.form.page, width=520)

    @classmethod
    def ask(cls, parent: QWidget, register: Register, record: Record, step: Step) -> Record | None:
        """Ask, take the step, and return the record after it; None when the person thought better of it."""
        dialog = cls(register, record, step, parent)
        dialog.form.focus_first()
        return dialog.moved if dialog.exec() == QDialog.DialogCode.Accepted else None

    @classmethod
    def take(cls, parent: QWidget, register: Register, record: Record, step: Step) -> Record | None:
        """Take a step, asking first where there is something to ask; None when it was not taken.

        Raises Blocked, or Refused, where nothing was asked.
        """
        if step.asks or step.confirm:
            return cls.ask(parent, register, record, step)
        return lifecycle.advance(register, record, step, {})

    def accept(self) -> None:
        values, problems = self.form.read()
        draft = self.form.record
        if draft is not None:
            values = {field.name: getattr(draft, field.name) for field in self._step.asks} | values
        try:
            if not problems:
                self.moved = lifecycle.advance(self._register, self._record, self._step, values)
                self._drafts.leave()
                super().accept()
                return
        except Blocked as error:
            problems = list(error.problems)
        except Refused as error:
            self.form.show_message(str(error))
            return
        self.form.show_problems(blocks(problems))
        self.form.focus_first_problem()

    def reject(self) -> None:
        self._drafts.leave()
        super().reject()


def _without_past_answers(register: Register, record: Record, step: Step) -> Record:
    """Return a copy of the record without the fields that the step before it asked for too.

    The step into the present state filled them in; that is no answer to this step.
    """
    state = getattr(record, register.status.name) if register.status else ""
    before = {field.name for earlier in register.steps if earlier.target == state for field in earlier.asks}
    draft = keeping.draft_of(record)
    keeping.assign(draft, {field.name: None for field in step.asks if field.name in before})
    return draft


def _with_last(record: Record, asks: Sequence[Described]) -> Record:
    """Return a copy of the record, with what was answered last in those fields that stay as they were."""
    draft = keeping.draft_of(record)
    staying = [field for field in asks if field.stays and not getattr(draft, field.name)]
    keeping.assign(draft, {field.name: again.last_value(field) for field in staying})
    return draft


def with_today(record: Record, asks: Sequence[Described]) -> Record:
    """Return a copy of the record, with today in those date fields of `asks` that are empty."""
    draft = keeping.draft_of(record)
    days = [field for field in asks if isinstance(field, DateField)]
    keeping.assign(draft, {field.name: date.today() for field in days if getattr(draft, field.name) is None})
    return draft
