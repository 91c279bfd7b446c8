"""The table of a described register: made, widened, tried, with the history and digests that all tables have.

Every function writes within the caller's transaction: either all of it is there afterwards, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import peewee

from app.errors import Refused
from app.keeping import history
from app.records import digests
from app.records.base import Record, database

_OWN = """
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME"""
"""What every record has; no number is given twice, so that no record begins with another's history."""


def make_table(model: type[Record]) -> None:
    """Make the table of a kind of record, and try it."""
    table = model._meta.table_name
    columns = "".join(f",\n    {_column(field)}" for field in _described(model))
    database.execute_sql(f'CREATE TABLE "{table}" ({_OWN}{columns}\n)')
    _index(model, _described(model))
    _watch(model)


def widen(model: type[Record]) -> None:
    """Add the columns that a kind of record has and its table lacks, and try it; no row is written."""
    add_columns(model)
    _watch(model)


def add_columns(model: type[Record]) -> None:
    """Add the columns that a kind of record has and its table lacks."""
    known = _columns(model)
    new = [field for field in _described(model) if field.column_name not in known]
    for field in new:
        database.execute_sql(f'ALTER TABLE "{model._meta.table_name}" ADD COLUMN {_column(field)}')
    _index(model, new)


def lacks(model: type[Record]) -> list[str]:
    """Return the columns that a kind of record has and the file does not."""
    known = _columns(model)
    return [field.column_name for field in model._meta.sorted_fields if field.column_name not in known]


def _columns(model: type[Record]) -> set[str]:
    return {column.name for column in database.get_columns(model._meta.table_name)}


def _described(model: type[Record]) -> list[peewee.Field]:
    return [field for field in model._meta.sorted_fields if field.name not in Record._meta.fields]


def _column(field: peewee.Field) -> str:
    """Return the column of a field: text, whole numbers or bytes, which SQLite keeps as they are."""
    if isinstance(field, peewee.ForeignKeyField):
        return f'"{field.column_name}" INTEGER REFERENCES "{field.rel_model._meta.table_name}" ("id")'
    kinds = {peewee.IntegerField: "INTEGER", peewee.BlobField: "BLOB"}
    kept = next((kept for kind, kept in kinds.items() if isinstance(field, kind)), "TEXT")
    return f'"{field.column_name}" {kept}'


def _index(model: type[Record], fields: Iterable[peewee.Field]) -> None:
    table = model._meta.table_name
    for field in fields:
        if isinstance(field, peewee.ForeignKeyField):
            name = f"{table}_{field.column_name}"
            database.execute_sql(f'CREATE INDEX "{name}" ON "{table}" ("{field.column_name}")')


def _watch(model: type[Record]) -> None:
    history.install([model])
    digests.install([model._meta.table_name])
    _try(model)


def _try(model: type[Record]) -> None:
    """Write a record, change and erase it, and take all that back: a trigger is only known to work then."""
    try:
        with database.atomic() as tried:
            record = model.create(**dict.fromkeys(model.described()))
            model.update(version=2).where(model.id == record.id).execute()
            model.delete().where(model.id == record.id).execute()
            tried.rollback()
    except peewee.PeeweeException as error:
        raise Refused("新台账不能登记，没有建立。请检查字段，或请技术人员帮助。") from error
