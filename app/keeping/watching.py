"""The triggers of an office file: those that record each change, as they must be, and no others.

A file may come from anywhere. Another program may have taken one away, so that nothing is recorded any more,
or left one of its own, which would do something whenever a record is saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

import peewee
from sqlcipher3 import dbapi2 as sqlite

from app.errors import Refused
from app.keeping import history
from app.records import digests, schema
from app.records.base import Record, database

_OWN = re.compile(".+_(history|digest)_(insert|update|delete)")
_NO_TEXT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Astray:
    """What a file has in place of the triggers that it should have.

    `missing` are the statements of those that it lacks, or has otherwise, by name; `foreign` the names of
    those that another program made or changed.
    """

    missing: dict[str, str]
    foreign: tuple[str, ...]

    @property
    def unwatched(self) -> list[str]:
        """Return the tables of which changes are not recorded as they should be."""
        return sorted({name.rsplit("_", 2)[0] for name in self.missing})


def astray(connection: sqlite.Connection, models: Iterable[type[Record]]) -> Astray:
    """Compare the triggers of a file with those of its records; nothing is written."""
    query = "SELECT CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_master WHERE type = 'trigger'"
    found = connection.execute(query).fetchall()
    there = {name.decode(errors="replace"): statement.decode(errors="replace") for name, statement in found}
    ours = history.own_triggers(models) | digests.own_triggers(connection)
    missing = {name: statement for name, statement in ours.items() if there.get(name) != statement}
    return Astray(missing, tuple(name for name, statement in there.items() if ours.get(name) != statement))


def lacking(connection: sqlite.Connection, models: Iterable[type[Record]]) -> list[str]:
    """Return the tables and columns that a file of this version should have for its records and has not."""
    query = (
        "SELECT kept.name, columns.name FROM sqlite_master AS kept, pragma_table_info(kept.name) AS columns "
        "WHERE kept.type = 'table' AND kept.rootpage > 0"
    )
    known: dict[str, set[str]] = {}
    for table, column in connection.execute(query).fetchall():
        known.setdefault(table, set()).add(column)
    lacks = []
    for model in models:
        table = model._meta.table_name
        if table not in known:
            lacks.append(f"表 {table}")
        else:
            wanted = {field.column_name for field in model._meta.sorted_fields}
            lacks += [f"{table}.{column}" for column in sorted(wanted - known[table])]
    return lacks


def put_right(models: Iterable[type[Record]]) -> None:
    """Give the open office the triggers and indexes that it should have, and take away all other triggers."""
    index_again(models)
    found = astray(database.connection(), models)
    if found.missing or found.foreign:
        with database.atomic("IMMEDIATE"):
            _drop(found.foreign)
            for statement in found.missing.values():
                database.execute_sql(statement)


def index_again(models: Iterable[type[Record]]) -> None:
    """Make the indexes again that are gone; where meanwhile what must be there once is there twice, it stays
    gone, and the check of the ledger names the records.
    """
    connection = database.connection()
    lost = {entry.table for entry in schema.changed(connection) if entry.kind == "index" and entry.is_lost}
    for model in models:
        if model._meta.table_name in lost:
            with suppress(peewee.IntegrityError), database.atomic("IMMEDIATE"):
                model.create_table()  # which is there; so its indexes alone
                schema.note(connection, [model._meta.table_name])


def take_foreign_away() -> None:
    """Take the triggers of other programs out of a file of an earlier version before anything is changed.

    Its own nobody knows word by word any more: they are told by what was noted of them, else by their names.
    """
    connection = database.connection()
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    changed = {entry.name for entry in schema.changed(connection) if entry.kind == "trigger"}
    there = [name for (name,) in connection.execute(query).fetchall()]
    _drop(name for name in there if name in changed or not _OWN.fullmatch(name))


def _drop(names: Iterable[str]) -> None:
    for name in names:
        if _NO_TEXT in name:  # no statement can name it
            raise Refused("文件已损坏，请用最近的备份恢复。")
        database.execute_sql('DROP TRIGGER "{}"'.format(name.replace('"', '""')))
