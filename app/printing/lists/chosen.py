"""The records of one kind that a print is asked for, by their day."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.fields import Described
from app.printing.lists.heads import office_head, period_head
from app.records.base import AnyRecord, Query, Record
from app.register import Occasion, Part


def chosen(occasion: Occasion, model: type[AnyRecord], day: Described) -> Query[AnyRecord]:
    """Select the records asked for: one, some, those of a period by `day`, or all; the first day first."""
    query = model.alive().order_by(day, model.id)
    if occasion.record is not None:
        return query.where(model.id == occasion.record)
    if occasion.ids is not None:
        return query.where(model.id.in_(occasion.ids))
    if occasion.period is not None:
        return query.where(day.between(*occasion.period))
    return query


def one_sheet(model: type[Record], day: Described, unit: str) -> Callable[[Occasion], Iterator[Part]]:
    """Return what yields one sheet of all records asked for, with their count above it."""

    def parts(occasion: Occasion) -> Iterator[Part]:
        records = list(chosen(occasion, model, day))
        yield Part(records, heads=(office_head(), period_head(occasion.period), f"共 {len(records)} {unit}"))

    return parts
