"""Entering many sample records at once: settled and numbered like one that is typed, written together."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence

from app.fields import SerialField
from app.records.base import Counter, Record
from app.records.settings import office_code
from app.services import keeping

_AT_ONCE = 250  # rows in a statement: SQLite takes some 32,000 values


def enter_all(records: Sequence[Record]) -> None:
    """Write records of one kind, in their order; whoever refers to them reads them again."""
    if not records:
        return
    model = type(records[0])
    names = [name for name in model._meta.fields if name != "id"]
    for kept in model.described().values():
        if isinstance(kept, SerialField):
            _number(records, kept)
    for record in records:
        keeping.settle(record)
        record.search_key = keeping.search_key(record)
    rows = [{name: record.__data__.get(name) for name in names} for record in records]
    for first in range(0, len(rows), _AT_ONCE):
        model.insert_many(rows[first : first + _AT_ONCE]).execute()


def _number(records: Sequence[Record], kept: SerialField) -> None:
    """Hand out each year's numbers in one go, after those that the office has given."""
    code, told = office_code(), kept.dated_by.name
    last = Tally({counter.prefix: counter.last for counter in Counter.select()})
    for record in records:
        prefix = f"{code}-{kept.code}-{getattr(record, told).year}-"
        last[prefix] += 1
        setattr(record, kept.name, f"{prefix}{last[prefix]:04d}")
    given = [{"prefix": prefix, "last": number} for prefix, number in last.items()]
    Counter.insert_many(given).on_conflict_replace().execute()
