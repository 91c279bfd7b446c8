"""Reminders that wait until a day, and those that were handed to somebody (工作台)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from app.errors import Refused
from app.keeping import history
from app.keeping.history import Change
from app.records.reminder_plans import ReminderPlan
from app.records.steps import step
from app.register import Due, Register
from app.rules.dates import write_date

Key: TypeAlias = tuple[str, str, int | None, str]
"""What tells a reminder from all others: register, kind, and the record, or the name where none is meant."""


def key_of(register_key: str, due: Due) -> Key:
    """Return what tells a reminder from all others, day by day."""
    return register_key, due.kind, due.record_id, "" if due.record_id is not None else due.name


def plans() -> dict[Key, ReminderPlan]:
    """Return what is agreed, by reminder."""
    return {(plan.register, plan.kind, plan.row, plan.name or ""): plan for plan in ReminderPlan.alive()}


def put_off(keys: Sequence[Key], until: date, reason: str) -> None:
    """Let reminders wait until a day; raises Refused without a reason, or where the day does not come."""
    if not reason.strip():
        raise Refused("请填写推迟的原因，以后在历史中可以看到。")
    if until <= date.today():
        raise Refused("推迟到的日期应在今天以后，请改为以后的日期。")

    def wait(plan: ReminderPlan) -> None:
        plan.until, plan.reason = until, reason.strip()

    _agree(keys, f"推迟到{write_date(until)}", wait)


def call_back(keys: Sequence[Key]) -> None:
    """Let reminders wait no longer."""

    def come_back(plan: ReminderPlan) -> None:
        plan.until = plan.reason = None

    _agree(keys, "不再推迟", come_back)


def hand_to(keys: Sequence[Key], person: str) -> None:
    """Hand reminders to somebody; to nobody where the name is empty."""

    def hand(plan: ReminderPlan) -> None:
        plan.person = person.strip() or None

    _agree(keys, f"交给{person.strip()}" if person.strip() else "不再交给他人", hand)


def _agree(keys: Sequence[Key], said: str, change: Callable[[ReminderPlan], None]) -> None:
    """Change what is agreed about each of some reminders, all in one step."""
    agreed = plans()
    kind = keys[0][1]
    with step(f"提醒“{kind}”{f' {len(keys)} 项' if len(keys) > 1 else ''}：{said}"):
        for key in keys:
            register, kind, row, name = key
            plan = agreed.get(key) or ReminderPlan(register=register, kind=kind, row=row, name=name or None)
            change(plan)
            plan.save()


def told_of(register: Register, record_id: int) -> list[Change]:
    """Return what was agreed about the reminders of a record, as its history tells it, the latest first."""
    own = (ReminderPlan.register == register.key) & (ReminderPlan.row == record_id)
    told = [
        replace(change, action=f"提醒“{plan.kind}”", items=_agreed_in(change))
        for plan in ReminderPlan.select().where(own)
        for change in history.of(plan)
    ]
    return sorted(told, key=lambda change: change.id, reverse=True)


def _agreed_in(change: Change) -> tuple[tuple[str, str, str], ...]:
    """Return what of a change was agreed; which reminder is meant says its heading."""
    labels = {field.label for field in (ReminderPlan.until, ReminderPlan.reason, ReminderPlan.person)}
    return tuple(item for item in change.items if item[0] in labels)
