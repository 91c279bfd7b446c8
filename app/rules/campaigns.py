"""The office's year: campaigns that come back, from the day they open to the day they close (domain 14)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from app.rules.festivals import day_of

MonthDay: TypeAlias = tuple[int, int]
Span: TypeAlias = Callable[[date], tuple[date, date]]
"""Returns the first and the last day of the campaign nearest to a day."""


@dataclass(frozen=True, eq=False)
class Campaign:
    """Work that comes back every year, in some weeks of it."""

    title: str
    span: Span

    def closing(self, day: date) -> date | None:
        """Return the last day of the campaign that runs on a day; None where none runs then.

        >>> Campaign("高温慰问", each_year((7, 1), (8, 31))).closing(date(2011, 7, 20))
        datetime.date(2011, 8, 31)
        """
        opens, closes = self.span(day)
        return closes if opens <= day <= closes else None


def each_year(opens: MonthDay, closes: MonthDay) -> Span:
    """Say that a campaign runs from one day of the year to another."""

    def span(day: date) -> tuple[date, date]:
        return date(day.year, *opens), date(day.year, *closes)

    return span


def until_festival(opens: MonthDay, *festivals: str) -> Span:
    """Say that a campaign runs from a day of the year to a festival, the latest of several."""

    def span(day: date) -> tuple[date, date]:
        return date(day.year, *opens), max(day_of(festival, day.year) for festival in festivals)

    return span
