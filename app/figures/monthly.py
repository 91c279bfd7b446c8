"""Figures of single months: the most, the fewest, how many months had enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from peewee import fn

from app.fields import DateField
from app.figures.figure import Figure, Flow, Kind, as_of, key_of
from app.figures.measures import COUNT, Measure
from app.records.base import Selected
from app.rules.dates import months_between
from app.rules.periods import Period

Take = Callable[[Mapping[str, int]], int]


@dataclass(frozen=True, eq=False)
class OfMonths(Figure[Selected]):
    """What is taken of the number of records in each month; a month without any counts as nought."""

    dated: DateField = field(kw_only=True)
    take: Take = field(kw_only=True)

    def number(self, period: Period) -> int | None:
        """Take it of every month of the period that has begun; None before the first."""
        of_record = fn.SUBSTR(self.dated, 1, 7)
        rows = self.query(period).select(of_record, fn.COUNT(1)).group_by(of_record).order_by()
        by_month: dict[str, int] = dict(rows.tuples())
        counts = {month: by_month.get(month, 0) for month in months_between(period.first, as_of(period))}
        return self.take(counts) if counts else None


def of_months(
    label: str, unit: str, dated: DateField, take: Take, words: str
) -> Callable[[Flow[Selected]], OfMonths[Selected]]:
    """Make a figure of months of a function that returns, for a period, the query for their records."""

    def made(function: Flow[Selected]) -> OfMonths[Selected]:
        measure = Measure(words, COUNT.aggregate)
        return OfMonths(key_of(function), label, unit, Kind.FLOW, function, measure, dated=dated, take=take)

    return made


def fewest(counts: Mapping[str, int]) -> int:
    """Return the number of the month that has the fewest."""
    return min(counts.values())


def most(counts: Mapping[str, int]) -> int:
    """Return the number of the month that has the most."""
    return max(counts.values())
