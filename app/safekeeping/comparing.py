"""What an office has that a copy of it lacks: what restoring the copy would take away."""

from __future__ import annotations

from collections.abc import Callable
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
class Difference:
    """Records of a register that only the office has, or only a copy, and those that say other things there.

    `older` are those that were written later in the office, `newer` those that were in the copy.
    """

    register: Register
    missing: int
    more: int
    older: int
    newer: int


@dataclass(frozen=True)
class Comparison:
    """How a copy differs from the office as it is; `records` is how many records the copy holds.

    `drafts` is how many forms were left half filled in that the copy does not have. `other` is what another
    office is called that the copy is of; empty where it is of this one.
    """

    records: int
    differences: tuple[Difference, ...]
    drafts: int = 0
    other: str = ""

    @property
    def sentence(self) -> str:
        """Say what restoring the copy would take away, and bring."""
        told = [
            f"{word} {'、'.join(counts)}"
            for word, counts in (
                ("会少", self._counts(lambda one: one.missing)),
                ("会多", self._counts(lambda one: one.more)),
            )
            if counts
        ]
        if older := sum(one.older for one in self.differences):
            told.append(f"{older:,} 条记录会回到以前的内容")
        if newer := sum(one.newer for one in self.differences):
            told.append(f"{newer:,} 条记录会是更新的内容")
        if self.drafts:
            told.append(f"没有存完的 {self.drafts:,} 处会丢掉")
        said = "，".join(told) + "。" if told else "内容没有不同。"
        return f"这是另一份台账“{self.other}”的备份，不是现在这份的：{said}" if self.other else said

    def _counts(self, number: Callable[[Difference], int]) -> list[str]:
        counted = [(one.register, number(one)) for one in self.differences]
        return [f"{register.title} {many:,} {register.unit}" for register, many in counted if many]


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


def is_of_another_office(copy: Path) -> bool:
    """Tell whether a copy is known to be of another office than the open one."""
    with suppress(sqlite.DatabaseError, PasswordNeeded), closing(connect(copy, database.key)) as connection:
        return _birth(connection) not in (None, _birth(database.connection()))
    return False


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
    records, differences = 0, []
    for register in registers():
        table = register.record._meta.table_name
        known, kept = _states(now, table), _states(then, table)
        records += len(kept)
        both = [(state, kept[row]) for row, state in known.items() if row in kept]
        older = sum(1 for ours, theirs in both if ours != theirs and ours[1] >= theirs[1])
        newer = sum(1 for ours, theirs in both if ours != theirs) - older
        missing, more = len(known) - len(both), len(kept) - len(both)
        if missing or more or older or newer:
            differences.append(Difference(register, missing, more, older, newer))
    drafts = len(_drafts(now) - _drafts(then))
    return Comparison(records, tuple(differences), drafts, _other_office(now, then))


def _drafts(connection: Connection) -> set[tuple[object, ...]]:
    if not _has(connection, "draft"):
        return set()
    return set(connection.execute("SELECT form, record, owner, texts FROM draft").fetchall())


def _other_office(now: Connection, then: Connection) -> str:
    """Return what the office of a copy is called where that is not the office's own; else nothing.

    Names change; an office has the row that bears its own from its first moment on.
    """
    if _birth(now) == _birth(then):
        return ""
    (name,) = then.execute("SELECT name FROM profile").fetchone() or ("",)
    return str(name)


def _birth(connection: Connection) -> object:
    """Return when an office was made; None where its file does not say."""
    found = connection.execute("SELECT created_at FROM profile").fetchone()
    return found[0] if found else None


def _has(connection: Connection, table: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (table,)).fetchone() is not None


def _states(connection: Connection, table: str) -> dict[tuple[int, str], tuple[int, str]]:
    """Return, for each living record by its number and birth, its version and when it was written.

    In another office, or one that went its own way, another record has the number. None where an older file
    does not have the table.
    """
    if not _has(connection, table):
        return {}
    query = f'SELECT id, created_at, version, updated_at FROM "{table}" WHERE deleted_at IS NULL'
    rows = connection.execute(query).fetchall()
    return {(row, made): (version, written) for row, made, version, written in rows}
