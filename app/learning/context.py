"""What was found before a number of a report, which speaks for its figure or against it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from app.figures.figure import Figure, Kind
from app.learning.beside import COMMA, is_more_of, is_said_again
from app.learning.doing import kind_said
from app.learning.proposal import Proposal, Proposed
from app.learning.quantity import Quantity
from app.learning.words import pairs

_TOTAL = re.compile(r"(?:合计|共计|总计|总共|共)(?:为|达|有)?$")
_STOP = re.compile("[。；;]")

Parents = Mapping[Figure, Figure | None]
"""The figures that others are parts of."""


@dataclass(frozen=True)
class Context:
    """What was found before a number: what it is a part or the total of, the last figure, the heading."""

    wholes: tuple[Figure, ...]
    last: Figure | None
    is_same_sentence: bool
    is_said_again: bool
    group: str
    total_of: tuple[Figure, ...]
    headed: frozenset[str]
    kind: Kind | None
    counted: frozenset[Figure]
    is_part_of_unknown: bool


def context_of(quantity: Quantity, before: Sequence[Proposed], parent_of: Parents) -> Context:
    """Return what was found before a number, which has the numbers `before` it."""
    last = next((one for one in reversed(before) if one.proposals), None)
    return Context(
        tuple(before[place].proposals[0].figure for place in quantity.wholes if before[place].proposals),
        last.proposals[0].figure if last is not None else None,
        last is not None and last.quantity.sentence == quantity.sentence,
        last is not None and is_said_again(quantity, last.quantity),
        _group(quantity, before, parent_of),
        tuple(_summed(quantity, before, parent_of)),
        frozenset(pairs(quantity.heading)),
        kind_said(quantity),
        _counted_already(quantity, before),
        bool(quantity.wholes) and not any(before[place].proposals for place in quantity.wholes),
    )


def _counted_already(quantity: Quantity, before: Sequence[Proposed]) -> frozenset[Figure]:
    """Return the figures of the numbers before one in its sentence that count its things already.

    They have its unit and its days, or its words and another unit: 在档困难职工33户71人.
    """
    if before and is_more_of(quantity, before[-1].quantity):
        return frozenset()
    here = takewhile(lambda one: one.quantity.sentence == quantity.sentence, reversed(before))
    return frozenset(
        one.proposals[0].figure for one in here if one.proposals and _counts_the_same(quantity, one.quantity)
    )


def _counts_the_same(quantity: Quantity, last: Quantity) -> bool:
    """Tell whether a number counts no more what one before it did: it has its unit, or its words."""
    if (last.unit, last.span) == (quantity.unit, quantity.span):
        return last.before != quantity.before
    return last.unit != quantity.unit and quantity.before in (last.before, f"{last.before}，")


def _summed(quantity: Quantity, before: Sequence[Proposed], parent_of: Parents) -> list[Figure]:
    """Return the figures whose parts the numbers before one are that add up to it: 5份、2份，合计7份."""
    if not _TOTAL.search(COMMA.split(quantity.before)[-1]):
        return []
    parts: list[Proposal] = []
    total = Decimal(0)
    for one in reversed(before):
        if one.quantity.sentence != quantity.sentence or one.quantity.unit != quantity.unit:
            break
        total += one.quantity.value
        parts += one.proposals[:1]
        if len(parts) > 1 and total == quantity.value:
            parents = [parent_of[part.figure] for part in parts]
            return [parent for parent in dict.fromkeys(parents) if parent is not None]
    return []


def _group(quantity: Quantity, before: Sequence[Proposed], parent_of: Parents) -> str:
    """Return the part that a list is at: 私营企业27家，职工…，有工会…; up to the next semicolon.

    Where a number names a part of its own, the list goes on with that.
    """
    if not quantity.wholes or _STOP.search(quantity.before):
        return ""
    said = COMMA.split(quantity.before)[-1]
    for one in reversed(before):
        if one.quantity.sentence != quantity.sentence or not one.quantity.wholes:
            return ""
        figure = one.proposals[0].figure if one.proposals else None
        if figure is not None and (parent := parent_of[figure]) is not None:
            parts = (each.label.partition("·")[2] for each in parent.parts)
            return "" if any(part in said for part in parts) else figure.label.partition("·")[2]
        if _STOP.search(one.quantity.before):
            return ""
    return ""
