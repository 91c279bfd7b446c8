"""A figure by day, from its own query: the days add up to the figure over their period."""

from __future__ import annotations

from datetime import date

from peewee import SQL, ColumnBase, fn

from app.figures.dated import day_within
from app.figures.figure import Figure
from app.records.base import Query
from app.rules.periods import Period

_EVER = Period(date.min, date.max, "")


def by_day(figure: Figure, period: Period) -> dict[date, int]:
    """Return the figure of each day of a period on which a record counts, in its unit (money in fen).

    One query. Raises TypeError where the figure's query compares no date with the period; so do the others.
    """
    query, day = _dated(figure, period)
    rows = query.select(day, figure.measure.aggregate).group_by(SQL("1")).order_by()
    return {date.fromisoformat(str(text)): int(number or 0) for text, number in rows.tuples()}


def first_and_last_day(figure: Figure, until: date) -> tuple[date, date] | None:
    """Return the first and the last day, at most `until`, on which it counts anything; None if never."""
    query, day = _dated(figure, Period(date.min, until, ""))
    ((first, last),) = query.select(fn.MIN(day), fn.MAX(day)).order_by().tuples()
    return None if first is None else (date.fromisoformat(str(first)), date.fromisoformat(str(last)))


def years_of(figure: Figure) -> list[int]:
    """Return the years up to this one in which a figure counts anything."""
    query, day = _dated(figure, _EVER)
    years = query.select(fn.SUBSTR(day, 1, 4)).distinct().order_by().tuples()
    return [int(year) for (year,) in years]


def _dated(figure: Figure, period: Period) -> tuple[Query, ColumnBase | Query]:
    """Return a figure's query, and the SQL for the day on which each of its records counts.

    Raises TypeError where the query compares no date with the period.
    """
    query = figure.query(period)
    day = day_within(query, figure.days(period))
    if day is None:
        raise TypeError(f"{figure.key} counts by no day of its period")
    return query, day
