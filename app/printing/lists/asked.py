"""Which records a print is asked for, and the plain list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from peewee import ColumnBase, fn

from app.fields import DateField, Described, PartialDateField
from app.printing.lists.heads import office_head, period_head
from app.records.base import AnyRecord, Query, Record
from app.register import Occasion, Part
from app.rules.periods import Period


def asked(occasion: Occasion, model: type[AnyRecord], day: Described | None = None) -> Query[AnyRecord]:
    """Select the records asked for: one, some, those whose day is in the period, else all."""
    rows = model.alive()
    if occasion.record is not None:
        return rows.where(model.id == occasion.record)
    if occasion.ids is not None:
        return rows.where(model.id.in_(occasion.ids))
    if occasion.period is not None and day is not None:
        return rows.where(within(day, occasion.period))
    return rows


def within(day: Described, period: Period) -> ColumnBase:
    """Return the term for what lies in a period: by its day, by its month, or by the year it is kept for."""
    first, last = period
    if isinstance(day, DateField):
        return day.between(first, last)
    if isinstance(day, PartialDateField):  # a year alone lies in the period that begins with it
        since = f"{first:%Y}" if first.month == 1 else f"{first:%Y-%m}"
        return fn.SUBSTR(day, 1, 7).between(since, f"{last:%Y-%m}")
    return day.between(first.year, last.year)


def listing(
    model: type[Record],
    *order: ColumnBase,
    unit: str,
    day: Described | None = None,
    where: Callable[[Occasion], ColumnBase] | None = None,
) -> Callable[[Occasion], Iterator[Part]]:
    """Return what yields one sheet of the records asked for, or of those among them that `where` tells."""

    def parts(occasion: Occasion) -> Iterator[Part]:
        rows = asked(occasion, model, day)
        records = list((rows.where(where(occasion)) if where else rows).order_by(*order))
        heads = (office_head(), period_head(occasion.period), f"共 {len(records)} {unit}")
        yield Part(records, heads=heads)

    return parts
