"""The day of each record behind a figure, as its query says it: names and parts come in that order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import peewee
from peewee import OP, ColumnBase, Expression, Node, fn

from app.fields import DateField, Described, ReferenceField
from app.records.base import Query, Record
from app.records.conditions import OrBefore
from app.records.earlier import ValueOn
from app.register import register_of
from app.rules.names import sort_key
from app.rules.periods import Period

_COMPARED = {OP.LT, OP.LTE, OP.GT, OP.GTE}


def day_within(query: Query, period: Period) -> ColumnBase | Query | None:
    """Find the date that a query compares with the period: of its records, or else of rows about them.

    A record that several rows speak of counts once, on the first of their days.
    """
    return _day_told(vars(query)["_where"], query, period)


def _day_told(where: Node | None, query: Query, period: Period) -> ColumnBase | Query | None:
    told = list(_conditions(where))
    for condition in told:
        if isinstance(condition, OrBefore):
            now, before = (_day_told(side, query, period) for side in (condition.now, condition.before))
            if now is not None and before is not None:
                return fn.IIF(condition.now, now, before)
    conditions = [condition for condition in told if isinstance(condition, Expression)]
    for condition in conditions:
        if condition.op == OP.BETWEEN and _is_a_day(condition.lhs):
            first, _, last = condition.rhs.nodes
            if (first, last) == tuple(period):
                day: ColumnBase = condition.lhs
                return day
    for condition in conditions:
        if condition.op == OP.IN and isinstance(condition.rhs, Query) and condition.lhs is query.model.id:
            rows, (link,) = condition.rhs, vars(condition.rhs)["_returning"]
            told_day = day_within(rows, period)
            if told_day is not None:
                earliest: Query = rows.select(fn.MIN(told_day)).where(link == query.model.id)
                return earliest
    return None


def _is_a_day(node: Node) -> bool:
    """Tell whether a query speaks of a date, or of what it was on a day."""
    return isinstance(node.node if isinstance(node, ValueOn) else node, DateField)


def conditions_of(query: Query) -> list[Node]:
    """Return the conditions that all records of a query meet; Peewee keeps them nowhere else."""
    return list(_conditions(vars(query)["_where"]))


def day_of(query: Query, period: Period) -> ColumnBase | Query | None:
    """Find the day that a record behind a figure is of: what its query asks for, or else its first date.

    Rows that have none are of the day of the record they belong to. None where nothing has a day.
    """
    for day in (day_within(query, period), _day_asked(query), _owners_day(query)):
        if day is not None:
            return day
    return main_date(query.model)


def main_date(model: type[Record]) -> DateField | None:
    """Return the date by which records of a kind are listed, else the first they have; None without any."""
    register = register_of(model)
    ordered = (getattr(by, "node", by) for by in (register.order if register is not None else ()))
    dates = (field for field in (*ordered, *model.described().values()) if isinstance(field, DateField))
    return next(dates, None)


def in_order(field: Described, dated: Iterable[tuple[object, object, int]]) -> list[object]:
    """Put values, each with its day and how often it occurs, in the order of their days.

    Those of one day come by how often, then as they are offered, or read; a value without a day comes
    last. Nothing depends on the order in which the records were entered.
    """
    offered = {term: place for place, term in enumerate(getattr(field, "offered", ()))}
    days = sorted(dated, key=lambda told: (told[1] is None, str(told[1] or ""), -told[2]))
    together = (list(same) for _, same in groupby(days, key=lambda told: told[1:]))
    return [value for same in together for value, _, _ in _as_read(same, offered)]


def _as_read(
    same: list[tuple[object, object, int]], offered: Mapping[str, int]
) -> list[tuple[object, object, int]]:
    if len(same) == 1:
        return same
    words = [str(value) for value, _, _ in same]
    keys = {word: (offered.get(word, len(offered)), sort_key(word), word) for word in words}
    return sorted(same, key=lambda told: keys[str(told[0])])


def _day_asked(query: Query) -> DateField | None:
    """Return the first date of the records that a query compares with a day."""
    for condition in _conditions(vars(query)["_where"]):
        for expression in _compared(condition):
            day = expression.lhs
            if isinstance(day, DateField) and day.model is query.model and expression.op in _COMPARED:
                return day
    return None


def _compared(node: Node) -> Iterator[Expression]:
    if isinstance(node, peewee.WrappedNode):
        yield from _compared(node.node)
    elif isinstance(node, Expression) and node.op in (OP.AND, OP.OR):
        yield from _compared(node.lhs)
        yield from _compared(node.rhs)
    elif isinstance(node, Expression):
        yield node


def _owners_day(query: Query) -> Query | None:
    """Return the SQL for the day of the record that rows belong to; None where they belong to none."""
    links = (field for field in query.model.described().values() if isinstance(field, ReferenceField))
    owner = next((link for link in links if link.required), None)
    day = main_date(owner.rel_model) if owner is not None and main_date(query.model) is None else None
    if owner is None or day is None:
        return None
    owners: Query = owner.rel_model.select(day).where(owner.rel_model.id == owner)
    return owners


def _conditions(node: Node | None) -> Iterator[Node]:
    if isinstance(node, Expression) and node.op == OP.AND:
        yield from _conditions(node.lhs)
        yield from _conditions(node.rhs)
    elif node is not None:
        yield node
