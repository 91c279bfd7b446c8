"""A digest of every row: it tells a value that changed by itself, such as by a disk that lost a bit.

SQLite's own check sees whether a file hangs together, hardly ever whether a name or an amount in it is
what was written. Triggers note which rows any program writes; ours digests these before its transaction
ends. A row that stays noted without a digest was written, or erased, by another program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

import peewee
from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import Connection
from app.records import schema
from app.records.base import before_commit, database

_FUNCTION = "digest_of"
_BYTES = 8
UNREADABLE = (sqlite.DatabaseError, UnicodeDecodeError)
"""What the driver raises where a file is damaged: also over the text of its own schema or message."""
_ROWS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}
"""By what is done to a row: what its trigger calls it."""
_ROWS_AT_ONCE, _FILES_AT_ONCE = 2_000, 20  # compared with one statement
_BEFORE_ALL = -(1 << 63)  # no row has a smaller number
_UNWATCHED = ("row_digest", "schema_migration", "draft")


class RowDigest(peewee.Model):
    """The digest of one row of one table; empty where another program wrote the row."""

    table = peewee.TextField(column_name="table_name")
    row = peewee.IntegerField(column_name="row_id")
    digest = peewee.BlobField(null=True)

    class Meta:
        database = database
        table_name = "row_digest"
        primary_key = peewee.CompositeKey("table", "row")
        without_rowid = True


RowDigest.add_index(
    peewee.SQL("CREATE INDEX IF NOT EXISTS row_digest_open ON row_digest (table_name) WHERE digest IS NULL")
)


class Change(StrEnum):
    """What became of a row outside this program."""

    CHANGED = "内容变了"
    LOST = "不见了"
    FOREIGN = "由别的程序写入"
    DELETED = "由别的程序删除"
    UNREADABLE = "读不出来"

    @property
    def is_foreign(self) -> bool:
        """Tell whether another program did it on purpose, not a disk."""
        return self in (Change.FOREIGN, Change.DELETED)


@dataclass(frozen=True)
class ChangedRow:
    """A row that is not as this program wrote it; `row` is None where a whole table cannot be read."""

    table: str
    row: int | None
    change: Change


def digest(content: str | bytes) -> bytes:
    """Digest a row, written as a JSON array, or a file within one."""
    return blake2b(content if isinstance(content, bytes) else content.encode(), digest_size=_BYTES).digest()


database.register_function(digest, _FUNCTION, 1, deterministic=True)


def know_digests(connection: sqlite.Connection) -> None:
    """Teach a connection that Peewee did not open the function that digests a row."""
    connection.create_function(_FUNCTION, 1, digest, deterministic=True)


def install(only: Iterable[str] | None = None, *, but: Collection[str] = ()) -> None:
    """(Re)create the triggers of every table, or `only` of some, and digest every row as it is now.

    Every table is this program's own `but` those named: one that a migration has made is noted nowhere yet.
    """
    connection = database.connection()
    own = [table for table in _all_tables(connection) if table not in but] if only is None else list(only)
    if only is None:
        connection.execute("DELETE FROM row_digest")  # also of what a migration has dropped
    for table in [one for one in own if one not in _UNWATCHED]:
        for name, statement in own_triggers(connection, table).items():
            connection.execute(f'DROP TRIGGER IF EXISTS "{name}"')
            connection.execute(statement)
        connection.execute("DELETE FROM row_digest WHERE table_name = ?", (table,))
        connection.execute(
            f'INSERT INTO row_digest SELECT ?, rowid, {_digested(connection, table)} FROM "{table}" AS kept',
            (table,),
        )
    schema.note(connection, own)


def own_triggers(connection: Connection, table: str | None = None) -> dict[str, str]:
    """Return the triggers that each table has, or one, by name, as they stand in the file."""
    return {
        (name := f"{table}_digest_{action}"): _trigger(table, action, name, row)
        for table in (_tables(connection) if table is None else [table])
        for action, row in _ROWS.items()
    }


def distrust(rows: Iterable[ChangedRow]) -> None:
    """Go on telling of rows that were not as they were written, though all digests were made anew."""
    RowDigest.insert_many(
        [(row.table, row.row, bytes(_BYTES)) for row in rows if row.row is not None],
        fields=[RowDigest.table, RowDigest.row, RowDigest.digest],
    ).on_conflict_replace().execute()


def note_schema() -> None:
    """Note what the file is made of, as it is now, where an earlier version did not."""
    connection = database.connection()
    if not schema.is_noted(connection):
        with database.atomic("IMMEDIATE"):
            schema.note(connection, _all_tables(connection))


def _trigger(table: str, action: str, name: str, row: str) -> str:
    # Of a row that is gone the note stays, too, until this program seals its transaction.
    note = f"INSERT INTO row_digest VALUES ('{table}', {row}.rowid, NULL)"
    statement = f"{note} ON CONFLICT DO UPDATE SET digest = NULL"
    return f'CREATE TRIGGER "{name}" AFTER {action.upper()} ON "{table}" BEGIN {statement}; END'


def seal() -> None:
    """Digest the rows written in this transaction, forget those erased; to be done before it ends."""
    connection = database.connection()
    # By their numbers: asked for by their table alone, SQLite would go through all digests of that table, or
    # through all rows that are noted, and so again for each of the tables.
    noted = (
        "SELECT table_name, json_group_array(row_id) FROM row_digest WHERE digest IS NULL GROUP BY table_name"
    )
    of_rows = "table_name = ? AND row_id IN (SELECT value FROM json_each(?))"
    for table, rows in connection.execute(noted).fetchall():
        connection.execute(
            f"DELETE FROM row_digest WHERE {of_rows} "
            f'AND NOT EXISTS (SELECT 1 FROM "{table}" AS kept WHERE kept.rowid = row_digest.row_id)',
            (table, rows),
        )
        connection.execute(
            f'UPDATE row_digest SET digest = (SELECT {_digested(connection, table)} FROM "{table}" AS kept '
            f"WHERE kept.rowid = row_digest.row_id) WHERE {of_rows}",
            (table, rows),
        )


def digest_new(table: str, first: int, last: int) -> None:
    """Digest rows that were written in one run, from one number to another, without any trigger's note."""
    connection = database.connection()
    connection.execute(
        f"INSERT OR REPLACE INTO row_digest SELECT ?, rowid, {_digested(connection, table)} "
        f'FROM "{table}" AS kept WHERE rowid BETWEEN ? AND ?',
        (table, first, last),
    )


before_commit.append(seal)


def changed_rows(connection: Connection) -> Iterator[ChangedRow]:
    """Yield the rows that are not as this program wrote them; nothing in a file without digests.

    The connection must know the function; see `know_digests`.
    """
    for table in digested_tables(connection):
        yield from changed_rows_of(connection, table)
    yield from lost_tables(connection)


def digested_tables(connection: Connection) -> list[str]:
    """Return the tables whose rows have digests; none of a file without any."""
    return _tables(connection) if "row_digest" in _all_tables(connection) else []


def changed_rows_of(connection: Connection, table: str) -> Iterator[ChangedRow]:
    """Yield the rows of one table that are not as this program wrote them."""
    try:
        yield from _changed_in(connection, table)
    except UNREADABLE:
        yield from _changed_one_by_one(connection, table)


def lost_tables(connection: Connection) -> Iterator[ChangedRow]:
    """Yield the tables that had rows with digests, and are not there any more."""
    tables = digested_tables(connection)
    if not tables:
        return
    known = connection.execute("SELECT DISTINCT table_name FROM row_digest").fetchall()
    for (name,) in known:
        table = str(name)  # of a damaged one a number
        if table not in tables and not schema.is_entry(table):
            yield ChangedRow(table, None, Change.LOST)


def _changed_in(connection: Connection, table: str) -> list[ChangedRow]:
    """Compare the rows of a table, some at a time: whoever saves meanwhile waits for no more than these."""
    changed: list[ChangedRow] = []
    last = _BEFORE_ALL
    files = any(kind == "BLOB" for _, _, kind, *_ in connection.execute(f'PRAGMA table_info("{table}")'))
    some = f'SELECT rowid AS row FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?'
    compare = (
        f'SELECT kept.rowid, known.digest FROM "{table}" AS kept LEFT JOIN row_digest AS known '
        f"ON known.table_name = ? AND known.row_id = kept.rowid "
        f"WHERE kept.rowid > ? AND kept.rowid <= ? AND known.digest IS NOT {_digested(connection, table)}"
    )
    while True:
        asked = (last, _FILES_AT_ONCE if files else _ROWS_AT_ONCE)
        (upto,) = connection.execute(f"SELECT max(row) FROM ({some})", asked).fetchone()
        if upto is None:
            return changed + _lost_from(connection, table)
        for row, known in connection.execute(compare, (table, last, upto)).fetchall():
            changed.append(ChangedRow(table, row, Change.FOREIGN if known is None else Change.CHANGED))
        last = upto


def _lost_from(connection: Connection, table: str) -> list[ChangedRow]:
    lost = connection.execute(
        "SELECT row_id, digest FROM row_digest "
        f'WHERE table_name = ? AND row_id NOT IN (SELECT rowid FROM "{table}")',
        (table,),
    )
    return [ChangedRow(table, row, _gone(known)) for row, known in lost.fetchall()]


def _gone(digest_known: bytes | None) -> Change:
    return Change.DELETED if digest_known is None else Change.LOST


def _changed_one_by_one(connection: Connection, table: str) -> Iterator[ChangedRow]:
    """Look at a table of which something cannot be read, row by row as the digests name them."""
    try:
        known = connection.execute(
            "SELECT row_id, digest FROM row_digest WHERE table_name = ?", (table,)
        ).fetchall()
    except UNREADABLE:
        yield ChangedRow(table, None, Change.UNREADABLE)
        return
    ask = f'SELECT {_digested(connection, table)} FROM "{table}" AS kept WHERE rowid = ?'
    for row, digest_known in known:
        try:
            found = connection.execute(ask, (row,)).fetchone()
        except UNREADABLE:
            yield ChangedRow(table, row, Change.UNREADABLE)
            continue
        if found is None:
            yield ChangedRow(table, row, _gone(digest_known))
        elif digest_known is None:
            yield ChangedRow(table, row, Change.FOREIGN)
        elif found[0] != digest_known:
            yield ChangedRow(table, row, Change.CHANGED)


def _all_tables(connection: Connection) -> list[str]:
    # A virtual table, such as one of another program's for searching words, has no pages of its own.
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return [name for (name,) in connection.execute(f"{query} ORDER BY name").fetchall()]


def _tables(connection: Connection) -> list[str]:
    unwatched = schema.foreign_tables(connection).union(_UNWATCHED)
    return [name for name in _all_tables(connection) if name not in unwatched]


def _digested(connection: Connection, table: str) -> str:
    """Return the call that digests a row of a table, in the order in which its columns were made.

    The number of the row is digested, too: a row that moved is another row. SQLite writes the row as JSON,
    which takes a third of the time of handing each value to Python; of a file JSON takes the digest.
    """
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    values = [
        f'iif(kept."{name}" IS NULL, NULL, hex({_FUNCTION}(kept."{name}")))'
        if kind == "BLOB"
        else f'kept."{name}"'
        for _, name, kind, *_ in columns
    ]
    return f"{_FUNCTION}(CAST(json_array(kept.rowid, {', '.join(values)}) AS BLOB))"
