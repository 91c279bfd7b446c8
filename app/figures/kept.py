"""Whether what a figure counts was told of its day, or only later: then there is no last year (domain 18)."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from datetime import date
from functools import reduce

import peewee
from peewee import OP, Node

from app.fields import Described
from app.figures.figure import Difference, Figure, Ratio, as_of
from app.figures.once import first_value, once
from app.records.earlier import ValueOn, kept_on, since_of, values_asked
from app.rules.periods import Period


def is_kept(figure: Figure, period: Period) -> bool:
    """Tell whether all that a figure counts of a period was told of the days that it asks for."""
    if isinstance(figure, Ratio | Difference):
        return all(is_kept(term, period) for term in figure.terms())
    return once((figure.key, "kept", *period), lambda: _is_kept(figure, period))


def _is_kept(figure: Figure, period: Period) -> bool:
    query, day = figure.query(period), as_of(period)
    conditions = list(_conditions(vars(query)["_where"]))  # Peewee keeps a query's conditions nowhere else
    values = [value for condition in conditions for value in values_asked(condition)]
    told = [value.kept for value in values if value.kept is not None]
    dated = [
        (value.node, value.day) for value in values if isinstance(value, ValueOn) and value.kept is not None
    ]
    changing = figure.measure.changing
    if changing is not None and (kept := kept_on(changing, day)) is not None:
        told.append(kept)
        dated.append((changing, day))
    if len(dated) == len(told) and all(_is_told_of_all(field, asked) for field, asked in dated):
        return True
    # What was not told may have kept a record out: all that the other conditions let in are asked.
    lasting = (condition for condition in conditions if not any(values_asked(condition)))
    candidates = query.model.select(query.model.id).where(*lasting, ~reduce(operator.and_, told))
    return first_value(candidates.limit(1)) is None


def _is_told_of_all(field: Described, day: date) -> bool:
    """Tell whether no record was told of a later day only: then nothing is to be asked of each figure."""

    def answer() -> bool:
        later = field.model.alive().select(field.model.id).where(since_of(field) > day)
        return first_value(later.limit(1)) is None

    return once(("told of all", field.model, field.name, day), answer)


def _conditions(node: Node | None) -> Iterator[Node]:
    if isinstance(node, peewee.Expression) and node.op == OP.AND:
        yield from _conditions(node.lhs)
        yield from _conditions(node.rhs)
    elif node is not None:
        yield node
