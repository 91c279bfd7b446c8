"""Whether an office file is as the program wrote it: its structure, every value, every link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.cipher.connection import connect
from app.cipher.key import Key
from app.records.base import Record
from app.records.digests import UNREADABLE, Change, ChangedRow, Connection, changed_rows, know_digests
from app.register import register_of
from app.registry import records


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was written, in a sentence; `row` where it is a record's."""

    sentence: str
    row: ChangedRow | None = None


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with the file of a connection that knows the digests.

    The structure first: a file that does not hang together is not looked at any further than it can be.
    Of an encrypted one the codes of all pages, too, which tell every change.
    """
    try:
        hangs_together = connection.execute(
            "PRAGMA cipher_integrity_check"
        ).fetchone() is None and connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except UNREADABLE:
        hangs_together = False
    if not hangs_together:
        yield Fault("文件的结构已损坏，有的内容可能读不出来。")
    try:
        for row in changed_rows(connection):
            yield Fault(_told(connection, row), row)
        for table, row_id, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
            yield Fault(f"{_called(connection, table, row_id)}指向的记录不在了。")
    except UNREADABLE:
        yield Fault("文件的一部分读不出来。")


def faults_of(path: Path, key: Key | None = None) -> list[Fault]:
    """Return what is wrong with a file that is not open here; it is only read. May raise PasswordNeeded."""
    with closing(connect(path, key)) as connection:
        know_digests(connection)
        return list(faults(connection))


def damage(found: Iterable[Fault]) -> list[Fault]:
    """Leave out what another program wrote: that is to be known, but nothing is lost by it."""
    return [fault for fault in found if fault.row is None or not fault.row.change.is_foreign]


def _told(connection: Connection, row: ChangedRow) -> str:
    if row.row is None:
        return f"{_title(row.table)}整个{'读不出来' if row.change is Change.UNREADABLE else '不见了'}。"
    return f"{_called(connection, row.table, row.row)}{row.change.value}。"


def _kept_in(table: str) -> type[Record] | None:
    return next((model for model in records() if model._meta.table_name == table), None)


def _title(table: str) -> str:
    model = _kept_in(table)
    register = register_of(model) if model is not None else None
    return f"“{register.title}”" if register is not None else f"内部表 {table} "


def _called(connection: Connection, table: str, row: int | None) -> str:
    """Name a record as well as it can still be read."""
    model = _kept_in(table)
    name = ""
    if model is not None and model.naming and row is not None:
        column = model.naming[0].column_name
        try:
            found = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row,)).fetchone()
            name = str(found[0]) if found and found[0] else ""
        except UNREADABLE:
            name = ""
    return f"{_title(table)}第 {row} 号{f'（{name}）' if name else ''}"
