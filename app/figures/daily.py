"""A figure by day, from its own query: the days add up to the figure over their period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import OP, SQL, ColumnBase, Expression, Node, fn

from app.fields import DateField
from app.figures.figure import Figure
from app.records.base import Query
from app.records.conditions import OrBefore
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
    day = _day_in(query, figure.days(period))
    if day is None:
        raise TypeError(f"{figure.key} counts by no day of its period")
    return query, day


def _day_in(query: Query, period: Period) -> ColumnBase | Query | None:
    """Find the date that a query compares with the period: of its records, or else of rows about them.

    A record that several rows speak of counts once, on the first of their days.
    """
    where: Node | None = vars(query)["_where"]  # Peewee keeps a query's conditions nowhere else
    return _day_told(where, query, period)


def _day_told(where: Node | None, query: Query, period: Period) -> ColumnBase | Query | None:
    conditions = list(_conditions(where))
    for condition in conditions:
        if isinstance(condition, OrBefore):
            now, before = (_day_told(side, query, period) for side in (condition.now, condition.before))
            if now is not None and before is not None:
                return fn.IIF(condition.now, now, before)
        elif condition.op == OP.BETWEEN and isinstance(condition.lhs, DateField):
            first, _, last = condition.rhs.nodes
            if (first, last) == tuple(period):
                return condition.lhs
    for condition in conditions:
        if isinstance(condition, OrBefore):
            continue
        if condition.op == OP.IN and isinstance(condition.rhs, Query) and condition.lhs is query.model.id:
            rows, (link,) = condition.rhs, vars(condition.rhs)["_returning"]
            day = _day_in(rows, period)
            if day is not None:
                earliest: Query = rows.select(fn.MIN(day)).where(link == query.model.id)
                return earliest
    return None


def conditions_of(query: Query) -> list[Expression | OrBefore]:
    """Return the conditions that all records of a query meet."""
    return list(_conditions(vars(query)["_where"]))


def _conditions(node: Node | None) -> Iterator[Expression | OrBefore]:
    if isinstance(node, Expression) and node.op == OP.AND:
        yield from _conditions(node.lhs)
        yield from _conditions(node.rhs)
    elif isinstance(node, Expression | OrBefore):
        yield node
