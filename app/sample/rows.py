"""Entering thousands of invented records in a second: completed one by one, written at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from app.fields import PersonNameField, SerialField, TextField
from app.keeping import keeping
from app.records.base import Counter, Record, database
from app.records.profile import office_code

Row: TypeAlias = dict[str, Any]
"""The values of a record to be kept, by field name."""

_keys: dict[tuple[object, ...], str] = {}  # the pinyin of a name takes longer than everything else


def enter(records: Sequence[Record]) -> None:
    """Keep new records of one kind, in order, without asking their checks; each gets its id.

    Past Peewee's statements, which take longer to put together than SQLite takes to obey them.
    """
    if not records:
        return
    model = type(records[0])
    last = model.select(model.id).order_by(model.id.desc()).limit(1).scalar() or 0
    _number(records)
    derived = [(field.name, field.derive) for field in model.described().values() if field.derive is not None]
    for position, record in enumerate(records, start=last + 1):
        record.id = position
        for name, derive in derived:
            setattr(record, name, derive(record))
        record.search_key = _search_key(record)
    fields = model._meta.sorted_fields
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    places = ", ".join("?" for _ in fields)
    statement = f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES ({places})'
    database.cursor().executemany(
        statement,
        [[field.db_value(record.__data__.get(field.name)) for field in fields] for record in records],
    )


def _search_key(record: Record) -> str:
    words = tuple(
        getattr(record, kept.name) for kept in record.naming if isinstance(kept, PersonNameField | TextField)
    )
    if words not in _keys:
        _keys[words] = keeping.search_key(record)
    return _keys[words]


def _number(records: Sequence[Record]) -> None:
    """Hand out the numbers of all records, counting each prefix up once."""
    serials = [field for field in type(records[0]).described().values() if isinstance(field, SerialField)]
    code = office_code()
    for serial in serials:
        by_prefix: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            day = getattr(record, serial.dated_by.name) or date.today()
            by_prefix[f"{code}-{serial.code}-{day.year}-"].append(record)
        for prefix, numbered in by_prefix.items():
            counted = Counter.get_or_none(Counter.prefix == prefix)
            first = counted.last + 1 if counted is not None else 1
            for number, record in enumerate(numbered, start=first):
                setattr(record, serial.name, f"{prefix}{number:04d}")
            Counter.insert(prefix=prefix, last=first + len(numbered) - 1).on_conflict_replace().execute()
