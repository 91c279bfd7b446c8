"""What is due and what was forgotten, gathered from the registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app import listing
from app.agenda.plans import Key, key_of, plans
from app.listing import Criteria
from app.records.reminder_plans import ReminderPlan
from app.register import Condition, Due
from app.registry import campaigns, registers, subjects
from app.rules.dates import write_date
from app.safekeeping.backup import last_backup

DESK = "today"
"""The place of what is done on the desk itself, as if it were a register."""

BACKUP_EVERY = 7  # days after which a backup is due


@dataclass(frozen=True)
class Reminder:
    """What is due, and in which register it is to be done; who sees to it, until when it waits, and why."""

    register_key: str
    due: Due
    person: str = ""
    until: date | None = None
    reason: str = ""

    @property
    def key(self) -> Key:
        """What tells it from all other reminders, day by day."""
        return key_of(self.register_key, self.due)

    @property
    def can_wait(self) -> bool:
        """Whether it may be put off and handed on: a backup is made now, and here."""
        return self.register_key != DESK


def due(today: date) -> list[Reminder]:
    """Return what all registers ask to be done now, the most urgent first."""
    return [reminder for reminder in asked(today) if reminder.until is None]


def asked(today: date) -> list[Reminder]:
    """Return what is due, and what would be but was put off: that says until when."""
    agreed = plans()
    return [_as_agreed(reminder, agreed.get(reminder.key), today) for reminder in _all_due(today)]


def _as_agreed(reminder: Reminder, plan: ReminderPlan | None, today: date) -> Reminder:
    if plan is None:
        return reminder
    until = plan.until if plan.until is not None and plan.until > today else None
    return replace(
        reminder, person=plan.person or "", until=until, reason=(plan.reason or "") if until else ""
    )


def _all_due(today: date) -> list[Reminder]:
    of_registers = [
        Reminder(register.key, due)
        for register in registers()
        if register.due is not None
        for due in register.due(today)
    ]
    return sorted(
        [*of_registers, *_campaigns(today), *_backup(today)], key=lambda reminder: reminder.due.days
    )


def _campaigns(today: date) -> Iterator[Reminder]:
    """Yield the campaigns that run now."""
    for register, campaign in campaigns():
        closes = campaign.closing(today)
        if closes is not None:
            note = f"到{write_date(closes)}"
            yield Reminder(register.key, Due(campaign.title, "", None, (closes - today).days, note))


def _backup(today: date) -> Iterator[Reminder]:
    """A week without a backup is too long; an office without a record has nothing to lose yet."""
    made = last_backup()
    if made is None or made.at.date() > today:  # a clock that was wrong must not silence the reminder
        if any(subject.registers[0].record.alive().exists() for subject in subjects() if subject.registers):
            yield Reminder(DESK, Due("还没有备份过", "", None, 0, "请点右上角“立即备份”"))
        return
    days = BACKUP_EVERY - (today - made.at.date()).days
    if days <= 0:
        yield Reminder(DESK, Due("备份", f"上次 {write_date(made.at.date())}", None, days))


@dataclass(frozen=True)
class Forgotten:
    """Records that a named filter finds, though nothing says that they are due."""

    register_key: str
    title: str
    count: int


def forgotten() -> list[Forgotten]:
    """Return what the registers' named filters find, such as files that were never helped."""
    counts = (
        Forgotten(
            register.key,
            condition.title,
            listing.count(register, Criteria(filters={condition.title: (True,)})),
        )
        for register in registers()
        for condition in register.filters
        if isinstance(condition, Condition) and not condition.usual
    )
    return [forgotten for forgotten in counts if forgotten.count]
