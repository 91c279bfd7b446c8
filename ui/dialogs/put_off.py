"""Until when a reminder waits, and why."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QWidget

from app.agenda import plans
from app.agenda.entries import Entry
from app.errors import Refused
from app.records.reminder_plans import ReminderPlan
from app.register import Section
from ui.dialogs.base import Dialog
from ui.dialogs.new_record import NewRecordDialog
from ui.forms.form import Form

_WEEK = timedelta(days=7)


class PutOffDialog(Dialog):
    """Asks for a day, a week from now unless another is chosen, and for the reason."""

    about = "desk"

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__("推迟", parent)
        self._entry = entry
        self.until: date | None = None
        self.add_note(entry.text)
        self.add_note("到那一天再提醒；原因记在历史中。")
        asked = (ReminderPlan.until, ReminderPlan.reason)
        required = {field.name for field in asked}
        self.form = Form((Section("", *asked),), self, required=required, make=NewRecordDialog.ask)
        waiting = entry.reminders[0]
        self.form.load(
            ReminderPlan(until=waiting.until or date.today() + _WEEK, reason=waiting.reason or None)
        )
        self.body.addWidget(self.form, 1)
        self.add_foot("推迟")
        self.fit(self.form.page, width=520)

    @classmethod
    def ask(cls, parent: QWidget, entry: Entry) -> date | None:
        """Ask, and let the reminders wait; return until when, None where the person thought better of it."""
        dialog = cls(entry, parent)
        dialog.form.focus_first()
        return dialog.until if dialog.exec() == QDialog.DialogCode.Accepted else None

    def accept(self) -> None:
        values, problems = self.form.read()
        if problems:
            self.form.show_problems(problems)
            self.form.focus_first_problem()
            return
        plan = self.form.record
        until = values.get("until", plan.until if isinstance(plan, ReminderPlan) else None)
        try:
            plans.put_off(
                [one.key for one in self._entry.reminders], until or date.today(), values.get("reason") or ""
            )
        except Refused as refused:
            self.form.show_message(str(refused))
            return
        self.until = until
        super().accept()
