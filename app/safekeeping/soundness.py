"""Whether an office file is as the program wrote it: its structure, every value, every link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial, wraps
from itertools import chain
from operator import itemgetter
from pathlib import Path
from queue import Empty, SimpleQueue

from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import Connection, connect
from app.cipher.key import Key
from app.records import schema
from app.records.base import Record
from app.records.digests import (
    UNREADABLE,
    Change,
    ChangedRow,
    changed_rows_of,
    digested_tables,
    know_digests,
    lost_tables,
)
from app.register import register_of
from app.registry import records

_KINDS = {"table": "表", "index": "索引", "trigger": "触发器", "view": "视图"}
_BESIDE = 2  # parts of a file looked at at a time
_LARGE = 32 << 20  # bytes; of less, to read the schema once more takes longer
_UNREAD = "文件的一部分读不出来。"


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it was written, in a sentence; `row` where it is a record's.

    By what is `harmless` nothing is lost: another program wrote it, or only what is found by it is missing.
    """

    sentence: str
    row: ChangedRow | None = None
    harmless: bool = False


_Part = Callable[..., Iterator[Fault]]
"""One thing to look at in the file of a connection."""


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with the file of a connection that knows the digests.

    The structure first: a file that does not hang together is not looked at any further than it can be.
    Of an encrypted one the codes of all pages, too, which tell every change.
    """
    yield from dict.fromkeys(fault for part in _parts(connection) for fault in part(connection))


def faults_of(path: Path, key: Key | None = None) -> list[Fault]:
    """Return what is wrong with a file that is not open here; it is only read. May raise PasswordNeeded.

    The parts of a large one are looked at beside each other: it keeps more than one processor busy.
    """
    with closing(_read_only(path, key)) as connection:
        if path.stat().st_size < _LARGE:
            return list(faults(connection))
        parts = list(enumerate(_parts(connection)))
    waiting: SimpleQueue[tuple[int, _Part]] = SimpleQueue()
    for part in parts:
        waiting.put(part)

    def look(_worker: int) -> list[tuple[int, list[Fault]]]:
        found = []
        with closing(_read_only(path, key)) as connection, suppress(Empty):
            while True:
                number, part = waiting.get_nowait()
                found.append((number, list(part(connection))))
        return found

    with ThreadPoolExecutor(_BESIDE) as workers:
        found = sorted(chain.from_iterable(workers.map(look, range(_BESIDE))), key=itemgetter(0))
    return list(dict.fromkeys(fault for _, part in found for fault in part))


def _read_only(path: Path, key: Key | None) -> sqlite.Connection:
    connection = connect(path, key)
    know_digests(connection)
    return connection


def _parts(connection: Connection) -> list[_Part]:
    """Return what is looked at, each by itself, in the order in which it is told."""
    try:
        tables = digested_tables(connection)
    except UNREADABLE:
        return [_structure, _unread]
    return [_structure, *(partial(_rows, table=table) for table in tables), _lost, _links, _schema]


def _readable(part: _Part) -> _Part:
    """Let a part say so where it cannot be read."""

    @wraps(part)
    def look(connection: Connection, **named: str) -> Iterator[Fault]:
        try:
            yield from part(connection, **named)
        except UNREADABLE:
            yield Fault(_UNREAD)

    return look


def _structure(connection: Connection) -> Iterator[Fault]:
    try:
        hangs_together = connection.execute(
            "PRAGMA cipher_integrity_check"
        ).fetchone() is None and connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except UNREADABLE:
        hangs_together = False
    if not hangs_together:
        yield Fault("文件的结构已损坏，有的内容可能读不出来。")


def _unread(_connection: Connection) -> Iterator[Fault]:
    yield Fault(_UNREAD)


@_readable
def _rows(connection: Connection, table: str) -> Iterator[Fault]:
    for row in changed_rows_of(connection, table):
        yield Fault(_told(connection, row), row, row.change.is_foreign)


@_readable
def _lost(connection: Connection) -> Iterator[Fault]:
    for row in lost_tables(connection):
        yield Fault(_told(connection, row), row)


@_readable
def _links(connection: Connection) -> Iterator[Fault]:
    for table, row_id, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Fault(f"{_called(connection, table, row_id)}指向的记录不在了。")


@_readable
def _schema(connection: Connection) -> Iterator[Fault]:
    for entry in schema.changed(connection):
        kind = _KINDS.get(entry.kind, entry.kind)
        became = "的定义变了" if entry.is_there else "不见了"
        if not entry.was:
            yield Fault(f"文件里有别的程序加的{kind} {entry.name}，本程序不用它。", harmless=True)
        elif entry.kind == "table":
            yield Fault(f"文件的表 {entry.name} {became}，请用备份恢复，或用 rescue 把记录存到新文件。")
        elif entry.kind == "index":  # what is found by it is there, and opening the file makes it anew
            yield Fault(f"文件的索引 {entry.name} {became}，用本程序打开一次，就重新建立。", harmless=True)


def damage(found: Iterable[Fault]) -> list[Fault]:
    """Leave out what another program wrote: that is to be known, but nothing is lost by it."""
    return [fault for fault in found if not fault.harmless]


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
