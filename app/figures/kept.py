"""Whether what a figure counts was told of its day, or only later: then there is no last year (domain 18)."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from functools import reduce

import peewee
from peewee import OP, Node

from app.figures.figure import Difference, Figure, Ratio, as_of
from app.figures.once import first_value, once
from app.records.earlier import kept_on, values_asked
from app.rules.periods import Period


def is_kept(figure: Figure, period: Period) -> bool:
    """Tell whether all that a figure counts on the last day of a period was told of that day."""
    if isinstance(figure, Ratio | Difference):
        return all(is_kept(term, period) for term in figure.terms())
    return once((figure.key, "kept", *period), lambda: _is_kept(figure, period))


def _is_kept(figure: Figure, period: Period) -> bool:
    query, day = figure.query(period), as_of(period)
    conditions = list(_conditions(vars(query)["_where"]))  # Peewee keeps a query's conditions nowhere else
    asked = [value.kept for condition in conditions for value in values_asked(condition)]
    if figure.measure.changing is not None:
        asked.append(kept_on(figure.measure.changing, day))
    told = [kept for kept in asked if kept is not None]
    if not told:
        return True
    # What was not told may have kept a record out: all that the other conditions let in are asked.
    lasting = (condition for condition in conditions if not any(values_asked(condition)))
    candidates = query.model.select(query.model.id).where(*lasting, ~reduce(operator.and_, told))
    return first_value(candidates.limit(1)) is None


def _conditions(node: Node | None) -> Iterator[Node]:
    if isinstance(node, peewee.Expression) and node.op == OP.AND:
        yield from _conditions(node.lhs)
        yield from _conditions(node.rhs)
    elif node is not None:
        yield node
