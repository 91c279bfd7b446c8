"""The statements by which single records are found and written, each made once for its kind of record.

Peewee composes a statement anew each time it is asked: for the forty columns of a member that takes several
times as long as SQLite takes to carry it out, and a save needs a dozen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

import peewee

from app.fields.worked_out import worked_out
from app.records.base import Record, database
from app.records.index import plain


def ids_where(model: type[Record], values: Mapping[str, object]) -> list[int]:
    """Return the ids of the living records with these values by field name, the first saved first."""
    fields = [model._meta.fields[name] for name in values]
    asked = [field.db_value(plain(value)) for field, value in zip(fields, values.values(), strict=True)]
    # Not IS ?, which fits empty values, too: an index on what is not empty would go unused.
    terms = "".join(
        f' AND "{field.column_name}" {"= ?" if value is not None else "IS NULL"}'
        for field, value in zip(fields, asked, strict=True)
    )
    statement = f'SELECT id FROM "{model._meta.table_name}" WHERE deleted_at IS NULL{terms} ORDER BY id'
    given = [value for value in asked if value is not None]
    return [record_id for (record_id,) in database.execute_sql(statement, given).fetchall()]


def insert(record: Record) -> None:
    """Write a new record; it gets its id."""
    fields = _fields(type(record))
    cursor = database.execute_sql(insertion(type(record), fields), _values(record, fields))
    record.id = cursor.lastrowid


def update(record: Record, version: int) -> bool:
    """Write a record over what the file has; false where it is not there in this version."""
    fields = _fields(type(record))
    values = [*_values(record, fields), record.id, version]
    return bool(database.execute_sql(_overwriting(type(record)), values).rowcount)


def update_all(model: type[Record], records: Sequence[Record], versions: Sequence[int]) -> bool:
    """Write many records of a kind over what the file has; false where one is not there in its version."""
    fields = _fields(model)
    columns = [written(field, [record.__data__.get(field.name) for record in records]) for field in fields]
    rows = zip(*columns, [record.id for record in records], versions, strict=True)
    return database.execute_many(_overwriting(model), rows) == len(records)


@cache
def insertion(model: type[Record], fields: tuple[peewee.Field, ...]) -> str:
    """Return the statement that writes a new record with values of these fields."""
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    marks = ", ".join("?" * len(fields))
    return f'INSERT INTO "{model._meta.table_name}" ({columns}) VALUES ({marks})'


@worked_out
def _overwriting(model: type[Record]) -> str:
    values = ", ".join(f'"{field.column_name}" = ?' for field in _fields(model))
    return f'UPDATE "{model._meta.table_name}" SET {values} WHERE id = ? AND version = ?'


@worked_out
def _fields(model: type[Record]) -> tuple[peewee.Field, ...]:
    return tuple(field for field in model._meta.sorted_fields if field.name != "id")


def _values(record: Record, fields: Sequence[peewee.Field]) -> list[object]:
    values = ((writer_of(field), record.__data__.get(field.name)) for field in fields)
    return [value if value is None or write is None else write(value) for write, value in values]


def written(field: peewee.Field, column: Sequence[Any]) -> Sequence[object]:
    """Return a field's values as the file keeps them."""
    write = writer_of(field)
    if write is None:
        return column
    return [None if value is None else write(value) for value in column]


@cache
def writer_of(field: peewee.Field) -> Callable[[Any], object] | None:
    """Return what makes of a field's value what the file keeps; None where that is the value itself."""
    if isinstance(field, peewee.DateTimeField):
        return _at
    if isinstance(field, peewee.DateField):
        return plain
    if isinstance(field, peewee.BooleanField):
        return int  # the driver is slow over a bool
    return None if type(field).db_value is peewee.Field.db_value else field.db_value


@lru_cache(maxsize=16)  # the records of a batch share it
def _at(moment: datetime) -> str:
    return moment.isoformat(" ")
