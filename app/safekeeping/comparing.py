"""What an office has that a copy of it lacks: what restoring the copy would take away."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import Connection, PasswordNeeded, connect
from app.cipher.key import Key
from app.records.base import database
from app.register import Register
from app.registry import registers


@dataclass(frozen=True)
class Lack:
    """Records of a register that a copy does not have, and those that it has as they were before."""

    register: Register
    missing: int
    older: int


@dataclass(frozen=True)
class Comparison:
    """How a copy differs from the office as it is; `records` is how many records the copy holds.

    `other` is what another office is called that the copy is of; empty where it is of this one.
    """

    records: int
    lacks: tuple[Lack, ...]
    other: str = ""

    @property
    def sentence(self) -> str:
        """Say what restoring the copy would take away."""
        missing = [
            f"{one.register.title} {one.missing:,} {one.register.unit}" for one in self.lacks if one.missing
        ]
        older = sum(one.older for one in self.lacks)
        told = [f"会少 {'、'.join(missing)}"] if missing else []
        if older:
            told.append(f"{older:,} 条记录会回到以前的内容")
        said = "，".join(told) + "。" if told else "与现在的内容相同。"
        return f"这是另一份台账“{self.other}”的备份，不是现在这份的：{said}" if self.other else said


def compare_with_open(copy: Path) -> Comparison:
    """Compare a copy that is not open here with the open office; may raise DatabaseError.

    Raises PasswordNeeded for a copy that was made under another password.
    """
    with closing(connect(copy, database.key)) as connection:
        return compare(database.connection(), connection)


def other_office(copy: Path) -> str:
    """Return what the office of a copy is called where that is not the open one; else, or untold, nothing."""
    with suppress(sqlite.DatabaseError, PasswordNeeded), closing(connect(copy, database.key)) as connection:
        return _other_office(database.connection(), connection)
    return ""


def compare_files(office: Path, copy: Path, key: Key | None = None) -> Comparison | None:
    """Compare two files that are not open here, of which the key opens the copy.

    None where the office cannot be read: it is damaged, or has another password.
    """
    with (
        suppress(sqlite.DatabaseError, PasswordNeeded),
        closing(connect(office, key)) as now,
        closing(connect(copy, key)) as then,
    ):
        return compare(now, then)
    return None


def compare(now: Connection, then: Connection) -> Comparison:
    """Compare the living records of two files, register by register."""
    records, lacks = 0, []
    for register in registers():
        table = register.record._meta.table_name
        known, kept = _states(now, table), _states(then, table)
        records += len(kept)
        missing = sum(1 for row in known if row not in kept)
        older = sum(1 for row, state in known.items() if kept.get(row, state) != state)
        if missing or older:
            lacks.append(Lack(register, missing, older))
    return Comparison(records, tuple(lacks), _other_office(now, then))


def _other_office(now: Connection, then: Connection) -> str:
    """Return what the office of a copy is called where that is not the office's own; else nothing.

    Names change; an office has the row that bears its own from its first moment on.
    """
    query = "SELECT created_at, name FROM profile"
    (own, _), (theirs, name) = (one.execute(query).fetchone() or ("", "") for one in (now, then))
    return str(name) if own != theirs else ""


def _states(connection: Connection, table: str) -> dict[tuple[int, str], tuple[int, str]]:
    """Return, for each living record by its number and birth, its version and when it was written.

    In another office, or one that went its own way, another record has the number. None where an older file
    does not have the table.
    """
    exists = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    if exists.fetchone() is None:
        return {}
    query = f'SELECT id, created_at, version, updated_at FROM "{table}" WHERE deleted_at IS NULL'
    rows = connection.execute(query).fetchall()
    return {(row, made): (version, written) for row, made, version, written in rows}
