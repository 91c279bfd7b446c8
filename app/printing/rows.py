"""The rows of a list, written some records at a time: of all only texts, sums and keys are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

from peewee import chunked

from app.fields import Described, ReferenceField
from app.printing.layout import ListPrint, PrintColumn, PrintRequest
from app.printing.sheet import TOTAL_ROW
from app.records.base import ERASED, Query, Record
from app.records.prints import RecordKey, key_of
from app.records.references import fetch_when_asked, names_of

_TOGETHER = 500  # records

Row = tuple[str, ...]
_ColumnWriter = Callable[[Sequence[Any]], Iterable[str]]  # writes a column of some records


class Rows:
    """Writes the rows of a list, and notes what they add up to, and whose they are."""

    def __init__(self, layout: ListPrint, request: PrintRequest, *, full_ids: bool) -> None:
        self._layout = layout
        own, day = layout.own_numbers, request.as_of
        writers = (column.writer(full_ids=full_ids, own=own, day=day) for column in layout.columns)
        self._writers: list[_ColumnWriter] = [partial(map, write) for write in writers]
        self._number = 0  # of rows that were written
        self.amounts: list[int] = []
        self.beside: dict[int, list[int | None]] = {place: [] for place in places_beside(layout)}
        self.totals: set[int] = set()
        self.keys: list[RecordKey] = []

    def of(self, records: Iterable[Any]) -> Iterator[Row]:
        """Yield what stands in the columns; the lists are filled by that.

        Of the records that a query selects no more is read than the columns show, where these tell what.
        """
        if not isinstance(records, Query):
            return self._of_records(records)
        fields = _read_by(self._layout, records.model)
        return self._of_records(records.iterator()) if fields is None else self._of_values(records, fields)

    def _of_records(self, records: Iterable[Any]) -> Iterator[Row]:
        for some in chunked(records, _TOGETHER):
            kept = [record for record in some if isinstance(record, Record)]
            fetch_when_asked(kept)
            yield from self._written(some, self._writers)
            self.keys += [key_of(record) for record in kept if record.id is not None]

    def _of_values(self, query: Query, fields: Iterable[Described]) -> Iterator[Row]:
        table = query.model._meta.table_name
        columns = zip(self._layout.columns, self._writers, strict=True)
        writers = [_naming(column) or write for column, write in columns]
        for some in chunked(query.select(query.model.id, *fields).namedtuples().iterator(), _TOGETHER):
            yield from self._written(some, writers)
            self.keys += [(table, row.id) for row in some]

    def _written(self, records: Sequence[Any], writers: Iterable[_ColumnWriter]) -> list[Row]:
        amount, adds_up = self._layout.amount, self._layout.adds_up
        if amount is not None:
            self.amounts += [getattr(record, amount.name) or 0 for record in records]
        for field, amounts in zip(self._layout.beside, self.beside.values(), strict=True):
            amounts += [getattr(record, field.name) for record in records]
        rows = list(zip(*(write(records) for write in writers), strict=True))
        for at, (record, row) in enumerate(zip(records, rows, strict=True), start=self._number):
            if row[0] == TOTAL_ROW or (adds_up is not None and adds_up(record)):
                self.totals.add(at)
        self._number += len(rows)
        return rows


def places_beside(layout: ListPrint) -> Iterator[int]:
    """Yield the places of the columns that are added up beside the first."""
    names = [column.field.name if column.field is not None else "" for column in layout.columns]
    return (names.index(summed.name) for summed in layout.beside)


def _read_by(layout: ListPrint, model: type[Record]) -> list[Described] | None:
    """Return the fields by which a list's rows are written and added up; None where they may be any."""
    told = [column.reads for column in layout.columns]
    if layout.adds_up is not None or None in told:
        return None
    summed = (layout.amount,) if layout.amount is not None else ()
    fields = [*chain.from_iterable(filter(None, told)), *summed, *layout.beside]
    return fields if all(field.model is model for field in fields) else None


def _naming(column: PrintColumn) -> _ColumnWriter | None:
    """Return what writes a column of references by their ids; None for a column of anything else."""
    link = column.field
    if not isinstance(link, ReferenceField) or column.text is not None or column.on is not None:
        return None
    return partial(_named, link, column.brief)


def _named(link: ReferenceField, brief: bool, rows: Sequence[Any]) -> list[str]:
    ids = [getattr(row, link.name) for row in rows]
    names = names_of(link, filter(None, ids), brief=brief)
    return [names.get(one, ERASED) if one else "" for one in ids]
