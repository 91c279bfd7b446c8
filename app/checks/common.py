"""Checks that several kinds of record share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.fields import Described
from app.problems import Block, Problem
from app.records.batch import alike


def others(record: Any) -> Any:
    """Select the living records of the same kind, this one not among them."""
    model = type(record)
    return model.alive().where(model.id != (record.id or 0))


def twins(record: Any, *kept: Described) -> list[Any]:
    """Return the other living records that say the same in these fields, the first kept first.

    A rule that asks so is fast for the rows of a large workbook, too.
    """
    values = {one.name: record.__data__.get(one.name) for one in kept}
    return [one for one in alike(type(record), **values) if one.id != record.id]


def first(query: Any) -> Any:
    """Return the first record of a query; None where there is none.

    Most checks find nothing: they ask for the id alone, as naming forty columns takes longer than
    the answer.
    """
    found = query.select(query.model.id).tuples().first()
    return None if found is None else query.model.get_by_id(found[0])


def in_order(record: Any, days: Sequence[Described]) -> Iterator[Problem]:
    """Yield a block for each day that lies before one that must come first."""
    earlier: Described | None = None
    for kept in days:
        day = getattr(record, kept.name)
        if day is None:
            continue
        if earlier is not None and day < getattr(record, earlier.name):
            told = earlier.format(getattr(record, earlier.name))
            yield Block(kept, f"早于{earlier.label}（{told}），请核对两个日期")
        else:
            earlier = kept
