"""Which records a print holds: those it is asked for by name, else those of its period, else all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic

from peewee import ColumnBase, fn

from app.fields import DateField, Described, PartialDateField, ReferenceField
from app.printing.heads import as_of_head, office_head, period_head
from app.printing.layout import Part, PrintRequest, Sheets
from app.records.base import Query, Selected, among
from app.rules.periods import Period


@dataclass(frozen=True, eq=False)
class Selection(Generic[Selected]):
    """The rows of a print: the records of a kind, in order, that it is asked for.

    A record or some records asked for by name are meant in whatever state; else `otherwise` selects for
    the request, or where it says nothing all records, those of a period by their `day`. `where` narrows
    what is selected either way, `only` is what it leaves, in a word (在册的). Called with a request it
    returns the query.
    """

    model: type[Selected]
    order: tuple[ColumnBase, ...] = ()
    day: Described | None = None
    otherwise: Callable[[PrintRequest], Query[Selected]] | None = None
    where: Callable[[PrintRequest], ColumnBase | None] | None = None
    only: str = ""

    def __call__(self, request: PrintRequest) -> Query[Selected]:
        """Select the records that the print is asked for."""
        records = self.narrow(self.model.alive(), request)
        if self.where is not None and (term := self.where(request)) is not None:
            records = records.where(term)
        return records.order_by(*self.order) if self.order else records

    def narrow(self, records: Query[Selected], request: PrintRequest) -> Query[Selected]:
        """Select among records those asked for by name, else those of the period."""
        if request.record is not None:
            return records.where(self.model.id == request.record)
        if request.ids is not None:
            return records.where(among(self.model.id, request.ids))
        if self.otherwise is not None:
            return self.otherwise(request)
        if request.period is not None and self.day is not None:
            return records.where(within(self.day, request.period))
        return records

    def having(self, link: ReferenceField, only: str, *terms: ColumnBase) -> Selection[Selected]:
        """Narrow it to the records that living rows, those of the `terms`, refer to: others have no sheet."""
        rows = link.model.alive().where(*terms) if terms else link.model.alive()
        return replace(self, where=lambda _: self.model.id.in_(rows.select(link)), only=only)

    def sheet(
        self,
        unit: str,
        summary: Callable[[Query[Selected]], str] | None = None,
        *,
        as_of: bool = False,
        notes: Callable[[Sequence[Selected], date], Iterable[str]] | None = None,
    ) -> Sheets:
        """Return one sheet of all of them.

        Above it stand the period, or the day it is made for (`as_of`), and the number of rows or
        their `summary`; `notes` stand below, told for the day up to which the list goes: for these all
        records are read whole.
        """

        def parts(request: PrintRequest) -> Iterator[Part]:
            query = self(request)
            day = as_of_head(request) if as_of else period_head(request.period)
            number = summary(query) if summary is not None else f"共 {query.count()} {unit}"
            heads = (office_head(), day, number)
            if notes is None:
                yield Part(query, heads=heads)
                return
            records = list(query)
            yield Part(records, heads=heads, notes=tuple(notes(records, request.as_of)))

        return Sheets(parts, self.day, unit=unit, chosen=self)

    def each(self, part: Callable[[Selected, PrintRequest], Part], unit: str = "") -> Sheets:
        """Return a sheet for each of them."""
        return Sheets(
            lambda request: (part(record, request) for record in self(request)),
            self.day,
            self.model,
            unit,
            self,
        )


def within(day: Described, period: Period) -> ColumnBase:
    """Return the term for what lies in a period: by its day, by its month, or by the year it is for."""
    first, last = period
    if isinstance(day, DateField):
        return day.between(first, last)
    if isinstance(day, PartialDateField):  # a year alone lies in the period that begins with it
        since = f"{first:%Y}" if first.month == 1 else f"{first:%Y-%m}"
        return fn.SUBSTR(day, 1, 7).between(since, f"{last:%Y-%m}")
    return day.between(first.year, last.year)
