"""Which records a print holds: those it is asked for by name, else those of its period, else all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic

from peewee import ColumnBase, fn

from app.fields import DateField, Described, PartialDateField
from app.printing.lists.heads import office_head, period_head
from app.records.base import Query, Selected
from app.register import Occasion, Part
from app.rules.periods import Period


@dataclass(frozen=True, eq=False)
class Selection(Generic[Selected]):
    """The rows of a print: the records of a kind, in order, that it is asked for.

    A record or some records asked for by name are meant in whatever state; else `otherwise` selects for
    the occasion, or where it says nothing all records, those of a period by their `day`. `where` narrows
    what is found either way. Called with an occasion it returns the query.
    """

    model: type[Selected]
    order: tuple[ColumnBase, ...] = ()
    day: Described | None = None
    otherwise: Callable[[Occasion], Query[Selected]] | None = None
    where: Callable[[Occasion], ColumnBase] | None = None

    def __call__(self, occasion: Occasion) -> Query[Selected]:
        """Select the records that the print is asked for."""
        records = self._asked_for(occasion)
        if self.where is not None:
            records = records.where(self.where(occasion))
        return records.order_by(*self.order) if self.order else records

    def _asked_for(self, occasion: Occasion) -> Query[Selected]:
        records = self.model.alive()
        if occasion.record is not None:
            return records.where(self.model.id == occasion.record)
        if occasion.ids is not None:
            return records.where(self.model.id.in_(occasion.ids))
        if self.otherwise is not None:
            return self.otherwise(occasion)
        if occasion.period is not None and self.day is not None:
            return records.where(within(self.day, occasion.period))
        return records

    def sheet(self, unit: str) -> Callable[[Occasion], Iterator[Part]]:
        """Return what yields one sheet of all of them, the period and their number above it."""

        def parts(occasion: Occasion) -> Iterator[Part]:
            records = list(self(occasion))
            heads = (office_head(), period_head(occasion.period), f"共 {len(records)} {unit}")
            yield Part(records, heads=heads)

        return parts


def within(day: Described, period: Period) -> ColumnBase:
    """Return the term for what lies in a period: by its day, by its month, or by the year it is kept for."""
    first, last = period
    if isinstance(day, DateField):
        return day.between(first, last)
    if isinstance(day, PartialDateField):  # a year alone lies in the period that begins with it
        since = f"{first:%Y}" if first.month == 1 else f"{first:%Y-%m}"
        return fn.SUBSTR(day, 1, 7).between(since, f"{last:%Y-%m}")
    return day.between(first.year, last.year)
