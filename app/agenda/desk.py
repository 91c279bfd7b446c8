"""All that the desk shows, read in one go: beside the window, which waits for none of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.agenda import cards, month, reminders
from app.agenda.cards import CardText
from app.agenda.first_steps import FirstStep, first_steps
from app.agenda.month import Done
from app.agenda.reminders import Forgotten, Reminder
from app.agenda.unfinished import Unfinished, unfinished
from app.rules.periods import Period


@dataclass(frozen=True)
class DeskReading:
    """What the desk shows: reminders and their like, the cards, what was done in a period, and what was left.

    `done` is what was done in the `period`, `left` what was typed and never saved.
    """

    asked: list[Reminder]
    first_steps: tuple[FirstStep, ...]
    forgotten: list[Forgotten]
    cards: list[CardText]
    period: Period
    done: list[Done]
    left: list[Unfinished]


def read_desk(today: date, period: Period, opened: datetime) -> DeskReading:
    """Read what the desk shows on a day, what was done in a period, and what was left before a moment."""
    return DeskReading(
        reminders.asked(today),
        first_steps(),
        reminders.forgotten(),
        cards.cards(today),
        period,
        month.done(period),
        unfinished(opened),
    )
