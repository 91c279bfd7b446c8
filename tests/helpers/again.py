"""An office that is opened once and found empty by one test after the other.

Opening an office takes twenty times as long as writing the bytes of an empty one over its file, and half of
all tests need one. SQLite sees by the counter in the head of a file that it was written, and forgets what it
had read of it. Between two tests no office is open, as far as the program can tell. A test that leaves the
office otherwise than it found it (closed, moved, under a password, with something beside it) costs the next
one an opening.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from app.described.opened import extensions, opened_registers, unusable
from app.office import Office, close_office, current_office, open_office
from app.opened import set_current
from app.records.base import database

_COUNTER, _COUNTED = slice(24, 28), slice(92, 96)
"""Where the head of a file says how often it was written, and at which of these times its length was told."""

_PRAGMAS = "journal_mode foreign_keys query_only synchronous busy_timeout schema_version".split()
_OF_THE_FILE = ("database", "handle", "saving", "_identity")


class Again:
    """An office for one test after the other."""

    def __init__(self, blank: Path, folders: pytest.TempPathFactory) -> None:
        self._blank, self._folders = bytearray(blank.read_bytes()), folders
        self._office: Office | None = None
        self._connection: Any = None
        self._found: list[object] = []
        self._kept: dict[str, object] = {}

    def open(self) -> Office:
        """Return the office, open and empty."""
        if self._office is not None and self._kept:
            close_office()
            self._take_up()
            return self._office
        self.close()
        path = self._folders.mktemp("office") / "test.union"
        path.write_bytes(self._blank)
        self._office = open_office(path)
        self._connection = database.connection()
        self._found = self._state()
        return self._office

    def leave(self) -> None:
        """Empty the office and put it by for the next test; close it where that would not do."""
        if self._is_as_found():
            self._empty()
            self._put_by()
        else:
            self.close()

    def close(self) -> None:
        """Close the office for good."""
        if self._kept and self._office is not None:
            close_office()
            self._take_up()
        close_office()
        if self._office is not None:
            shutil.rmtree(self._office.path.parent, ignore_errors=True)
        self._office = self._connection = None

    def _is_as_found(self) -> bool:
        return (
            self._office is not None
            and current_office() is self._office
            and not database.is_closed()
            and database.connection() is self._connection
            and not self._connection.in_transaction
            and database.key is None
            and not database.is_moved()
            and not (opened_registers() or extensions() or unusable())
            and self._state() == self._found
        )

    def _state(self) -> list[object]:
        assert self._office is not None
        asked = [*(f"PRAGMA {name}" for name in _PRAGMAS), "SELECT count(*) FROM sqlite_temp_master"]
        path = self._office.path
        return [
            *(self._connection.execute(sql).fetchone() for sql in asked),
            sorted(path.parent.iterdir()),
            path.stat().st_mode,
        ]

    def _empty(self) -> None:
        """Write the empty office over the file, as if it had been changed once more."""
        assert self._office is not None
        with self._office.path.open("r+b") as file:
            times = int.from_bytes(file.read(28)[_COUNTER], "big") + 1
            self._blank[_COUNTER] = self._blank[_COUNTED] = times.to_bytes(4, "big")
            file.seek(0)
            file.write(self._blank)
            file.truncate()
        # Whoever keeps what he read until something is written must see that something was.
        self._connection.execute("BEGIN")
        self._connection.execute("UPDATE profile SET version = version")
        self._connection.execute("ROLLBACK")

    def _put_by(self) -> None:
        """Keep the connection aside, so that no office is open."""
        self._kept = {name: getattr(database, name) for name in _OF_THE_FILE}
        database._state.reset()
        database.handle = database.saving = None
        set_current(None)

    def _take_up(self) -> None:
        for name, value in self._kept.items():
            setattr(database, name, value)
        self._kept = {}
        database._state.set_connection(self._connection)
        set_current(self._office)
