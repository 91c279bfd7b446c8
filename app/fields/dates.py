"""Days, days the office knows only to the month or the year, and times of day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import Described
from app.fields.typed import Null
from app.rules import dates, times

if TYPE_CHECKING:
    from app.fields.typed import Options

_ISO = len("2011-03-08")


class DateField(Described[date, Null], peewee.DateField):
    """A day, stored as ISO text.

    `partly` is the field that keeps the month or the year where nobody knows the day. `entered` ones are the
    day on which a record was entered: of a record from a list, too, that is today. What lasts begins on the
    day `since` and ends on this one, which is no earlier. Of an old record the office may have `forgotten`
    the day: it is required all the same, and the file can do without it.
    """

    written = "哪一天，例如 2011-3-8 或 2011年3月8日"
    kept_as = date
    paper_align = "center"
    chars = 14
    clean = dates.ISO

    def __init__(
        self,
        label: str,
        *,
        partly: PartialDateField | None = None,
        entered: bool = False,
        since: DateField[Any] | None = None,
        forgotten: bool = False,
        **options: Unpack[Options[date, Null]],
    ) -> None:
        if since is not None:
            options["after"] = (since, *options.get("after", ()))
        super().__init__(label, **options)
        self.since = since
        self.forgotten = forgotten
        if forgotten:
            self.required = self.null = True
        self.partly = partly
        self.entered = entered

    def adapt(self, value: object) -> object:
        """Turn what the file holds into a day: Peewee makes a time of it first, in thrice the time."""
        if isinstance(value, str) and len(value) == _ISO:
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        return super().adapt(value)  # type: ignore[no-untyped-call]

    def read(self, text: str) -> date:
        try:
            return dates.read_date(text)
        except Invalid:
            if self.partly is not None and dates.is_partial(text):
                raise Invalid(f"请填到日，例如 2011-3-8；只知年月的填在“{self.partly.label}”") from None
            raise

    def write(self, value: date) -> str:
        return dates.write_date(value)


class PartialDateField(Described[str, Null], peewee.TextField):
    """A day, a month or a year, stored as ISO text of that length (domain 0.5)."""

    written = "哪一天，只知道年月或年的也可以"
    paper_align = "center"
    chars = 14

    def is_odd(self, value: object) -> bool:
        try:
            return value is not None and not dates.earliest(str(value))
        except ValueError:
            return True

    def read(self, text: str) -> str:
        return dates.read_partial(text)

    def write(self, value: str) -> str:
        return dates.write_partial(value)


class TimeField(Described[str, Null], peewee.TextField):
    """A time of day, kept as its hours and minutes: 8:30, 14:00."""

    written = "几点几分，例如 8:30"
    paper_align = "center"
    chars = 8

    def read(self, text: str) -> str:
        return times.read_time(text)
