"""Days, days the office knows only to the month or the year, and times of day."""

from __future__ import annotations

from datetime import date

import peewee

from app.fields.base import Described
from app.fields.typed import Null
from app.rules import dates, times


class DateField(Described[date, Null], peewee.DateField):
    """A day, stored as ISO text."""

    paper_align = "center"
    chars = 14

    def read(self, text: str) -> date:
        return dates.read_date(text)

    def write(self, value: date) -> str:
        return dates.write_date(value)


class PartialDateField(Described[str, Null], peewee.TextField):
    """A day, a month or a year, stored as ISO text of that length (domain 0.5)."""

    paper_align = "center"
    chars = 14

    def read(self, text: str) -> str:
        return dates.read_partial(text)

    def write(self, value: str) -> str:
        return dates.write_partial(value)


class TimeField(Described[str, Null], peewee.TextField):
    """A time of day, kept as its hours and minutes: 8:30, 14:00."""

    paper_align = "center"
    chars = 8

    def read(self, text: str) -> str:
        return times.read_time(text)
