"""What is done about a reminder on the desk itself: the step that settles it, waiting, handing it on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.agenda import plans
from app.agenda.entries import Entry
from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import bulk
from app.registry import find_register
from app.rules.dates import write_date
from ui.dialogs.bulk_action import BulkActionDialog
from ui.dialogs.name import NameDialog
from ui.dialogs.put_off import PutOffDialog
from ui.dialogs.step import StepDialog
from ui.failures import tell
from ui.jobs import Jobs
from ui.today.due_card import DueCard


class ReminderActs(QObject):
    """Does what a person asks of the reminders on a card, before its window.

    `may_change` asks about what is unsaved in the register of a key, and tells whether records of it may be
    changed here.

    Signals:
        done(str, str): something was done: in the register of this key, empty where no record was changed,
            and what, in a sentence.
        forbidden(Entry): something stands against the step; the record shows what.
    """

    done = Signal(str, str)
    forbidden = Signal(object)

    def __init__(self, jobs: Jobs, may_change: Callable[[str], bool], window: QWidget) -> None:
        super().__init__(window)
        self._may_change = may_change
        self._jobs = jobs
        self._window = window

    def serve(self, card: DueCard) -> None:
        """Do what is asked for on a card."""
        card.step_wanted.connect(self.take_step)
        card.put_off_wanted.connect(self.put_off)
        card.call_back_wanted.connect(self.call_back)
        card.hand_wanted.connect(self.hand_on)
        card.take_back_wanted.connect(self.take_back)

    @Slot(object)
    def take_step(self, entry: Entry) -> None:
        """Take the step that settles an entry, asking for what it needs."""
        register, step = find_register(entry.register_key), entry.step
        if step is None or not self._may_change(register.key):
            return
        if len(entry.ids) > 1:
            action = next(one for one in bulk.bulk_actions_of(register) if one.title == step.title)
            if BulkActionDialog.ask(self._window.window(), self._jobs, register, action, entry.ids):
                self.done.emit(register.key, f"已办理“{step.title}”")
            return
        record = register.record.by_id(entry.ids[0])
        if record is None or record.deleted_at is not None:
            self.done.emit("", "这条记录已经删除，提醒随之消失")
            return
        try:
            moved = StepDialog.take(self._window.window(), register, record, step)
        except Blocked:
            self.forbidden.emit(entry)
            return
        except Refused as refused:
            tell("没有办理", str(refused), self._window)
            return
        if moved is not None:
            self.done.emit(register.key, f"“{moved}”：已{step.title}")

    @Slot(object)
    def put_off(self, entry: Entry) -> None:
        """Ask until when an entry waits, and why."""
        until = PutOffDialog.ask(self._window.window(), entry)
        if until is not None:
            self.done.emit("", f"已推迟到{write_date(until)}，到时再提醒")

    @Slot(object)
    def call_back(self, entry: Entry) -> None:
        """Let an entry wait no longer."""
        self._agree(partial(plans.call_back, _keys(entry)), "不再推迟")

    @Slot(object)
    def hand_on(self, entry: Entry) -> None:
        """Ask who sees to an entry."""
        hand = partial(plans.hand_to, _keys(entry))
        note = f"{entry.text}\n\n由谁办理？写上姓名，提醒旁边会显示。"
        if NameDialog.ask("交给", note, entry.person, hand, self._window):
            self.done.emit("", "已交给他人办理")

    @Slot(object)
    def take_back(self, entry: Entry) -> None:
        """Let nobody in particular see to an entry."""
        self._agree(partial(plans.hand_to, _keys(entry), ""), f"不再交给{entry.person}")

    def _agree(self, change: Callable[[], None], said: str) -> None:
        try:
            change()
        except Refused as refused:
            tell("没有保存", str(refused), self._window)
            return
        self.done.emit("", said)


def _keys(entry: Entry) -> list[plans.Key]:
    return list(dict.fromkeys(reminder.key for reminder in entry.reminders))
