"""What an office file is made of: its tables, indexes and triggers, each as this program made it.

SQLite's own check reads an index that is there; it does not know of one that is gone, nor of a trigger in
which a bit flipped. So each has a digest among those of the rows, under a name that no table has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.cipher.connection import Connection

_KEY = "sqlite_master"
_BETWEEN = "\t"
_ENTRIES = (
    f"SELECT '{_KEY}{_BETWEEN}' || tbl_name || '{_BETWEEN}' || type || '{_BETWEEN}' || name AS entry, 0, "
    "digest_of(CAST(json_array(type, name, tbl_name, sql) AS BLOB)) AS digest FROM sqlite_master "
    "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)


@dataclass(frozen=True)
class ChangedEntry:
    """A table, index, trigger or view (its `kind`) that is not as this program made it.

    `was` and `is_there` tell whether it is this program's, and whether the file has it.
    """

    kind: str
    name: str
    table: str
    was: bool
    is_there: bool

    @property
    def is_lost(self) -> bool:
        """Tell whether the file had it, and has it no more."""
        return self.was and not self.is_there


def note(connection: Connection, tables: Iterable[str]) -> None:
    """Note what belongs to some tables as it is now."""
    for table in tables:
        noted = _beginning(f"{_KEY}{_BETWEEN}{table}{_BETWEEN}")
        connection.execute("DELETE FROM row_digest WHERE table_name > ? AND table_name < ?", noted)
        connection.execute(f"INSERT INTO row_digest {_ENTRIES} AND tbl_name = ?", (table,))


def is_noted(connection: Connection) -> bool:
    """Tell whether it is noted what a file is made of; earlier versions did not."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'row_digest'").fetchone() is None:
        return False
    query = "SELECT 1 FROM row_digest WHERE table_name > ? AND table_name < ? LIMIT 1"
    return connection.execute(query, _beginning(f"{_KEY}{_BETWEEN}")).fetchone() is not None


def is_entry(table: str) -> bool:
    """Tell whether a name among the digests is not that of a table."""
    return table.startswith(f"{_KEY}{_BETWEEN}")


def foreign_tables(connection: Connection) -> set[str]:
    """Return the tables that another program made, which are left alone; none where nothing is noted."""
    if not is_noted(connection):
        return set()
    noted = f"'{_KEY}{_BETWEEN}' || tbl_name || '{_BETWEEN}table{_BETWEEN}' || name"
    query = (
        f"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        f"AND NOT EXISTS (SELECT 1 FROM row_digest WHERE table_name = {noted})"
    )
    return {name for (name,) in connection.execute(query).fetchall()}


def changed(connection: Connection) -> Iterator[ChangedEntry]:
    """Yield what is not as this program made it; nothing of a file in which nothing is noted.

    The connection must know the function that digests.
    """
    if not is_noted(connection):
        return
    query = "SELECT CAST(table_name AS BLOB), digest FROM row_digest WHERE table_name > ? AND table_name < ?"
    known = _by_entry(connection.execute(query, _beginning(f"{_KEY}{_BETWEEN}")).fetchall())
    there = _by_entry(connection.execute(f"SELECT CAST(entry AS BLOB), digest FROM ({_ENTRIES})").fetchall())
    for key in sorted(known.keys() | there.keys()):
        if known.get(key) != there.get(key):
            table, kind, name = [*key.split(_BETWEEN)[1:], "", "", ""][:3]  # the note may be damaged itself
            yield ChangedEntry(kind, name, table, key in known, key in there)


def _beginning(words: str) -> tuple[str, str]:
    """Return the bounds of all names that begin so: for LIKE SQLite would read the digests of all rows."""
    return words, f"{words}\U0010ffff"


def _by_entry(rows: Iterable[tuple[bytes, bytes]]) -> dict[str, bytes]:
    """A damaged name is no text: it is read as far as it is one."""
    return {entry.decode(errors="replace"): digest for entry, digest in rows}
