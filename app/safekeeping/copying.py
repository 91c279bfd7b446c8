"""Copying the open office step by step, without keeping anybody who saves meanwhile waiting.

While nobody saves, the bytes of the file are copied as they lie: SQLite takes five times as long to hand
them over page by page, and decrypts and encrypts each page of an encrypted file. Once
somebody saves, SQLite copies.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import connect
from app.errors import Refused
from app.records.base import database

_BLOCK = 4 << 20  # bytes copied as they lie between two looks at the lock: a few milliseconds
_PAGES = 512  # copied between two looks at the lock: a few milliseconds
_BREATH = 0.0001  # seconds between them: whoever waits to save comes in, which a lock alone does not let them
_PAUSE = 0.02  # seconds, while somebody is saving
_CAN_BEGIN = hasattr(os, "posix_fadvise")
_WRITE_EVERY = 0.02 if _CAN_BEGIN else 0.2  # seconds: what waits to be written to the disk stays little
_HELD = 5  # seconds that another program may keep the file locked
_PATIENCE = 5  # times the copy begins anew because others saved


class _SavedMeanwhile(Exception):
    """Another than the one by whom the copy is read has saved: SQLite begins it anew."""


def copy_open_office(target: Path, mark: int) -> None:
    """Copy the open office into a file of its key, whose application id becomes `mark`.

    It goes through what is open already: to open and close the file anew would drop SQLite's lock on it.
    The lock is free between the steps. What is saved by the connection through which the copy is read SQLite
    writes into the copy, too; so that is the one that saves. Where several save in turn the copy begins anew,
    and after some times is made in one step. What of it is durable yet nobody knows. May raise DatabaseError,
    and Refused where the office itself cannot be read.
    """
    with _written_out(target):
        if _copy_bytes(target):
            _mark(target, mark)
            return
        for _ in range(_PATIENCE):
            source = _saving()
            try:
                _copy(source, target, mark, _PAGES, _stop_where_others_save(source))
                return
            except _SavedMeanwhile:
                continue
        _copy(database.connection(), target, mark, -1, _give_up_where_held(database.connection()))


def _copy_bytes(target: Path) -> bool:
    """Copy the bytes of the open office; False where somebody changed it meanwhile, or it cannot be done."""
    source, connection = database.handle, database.connection()
    if source is None or connection.in_transaction:
        return False
    try:
        return _copy_unchanged(source, connection, target)
    except sqlite.OperationalError as error:
        if error.sqlite_errorcode != sqlite.SQLITE_BUSY:
            raise
        return False  # somebody saves for long: SQLite copies by the connection that does


def _copy_unchanged(source: int, connection: sqlite.Connection, target: Path) -> bool:
    """Copy a file that is open by a connection, as long as nobody changes it."""
    if connection.execute("PRAGMA journal_mode").fetchone() != ("delete",):
        return False  # what was saved last would lie beside the file
    block, at, begun = memoryview(bytearray(_BLOCK)), 0, None
    with target.open("r+b") as copy:  # buffered: a nearly full disk takes a part of a block without a word
        while True:
            with _unchanging(connection) as state:
                if state != (begun or state):
                    return False
                begun = state
                read = _read(source, block, at)
            if not read:
                return True
            copy.write(block[:read])
            at += read
            sleep(_BREATH)


def _read(source: int, block: memoryview, at: int) -> int:
    try:
        return os.preadv(source, [block], at)
    except OSError as error:
        raise Refused(
            "台账文件有的内容从磁盘上读不出来，没有备份。请用以前的备份找回，不要删除以前的备份，并换一个磁盘。"
        ) from error


@contextmanager
def _unchanging(connection: sqlite.Connection) -> Iterator[tuple[int, int]]:
    """Let nobody write into the file of a connection for a moment; yield numbers that change with it."""
    connection.execute("BEGIN")
    try:
        (by_others,) = connection.execute("PRAGMA data_version").fetchone()
        yield by_others, connection.total_changes
    finally:
        connection.execute("ROLLBACK")


def _mark(copy: Path, mark: int) -> None:
    with closing(_unjournaled(copy)) as connection:
        connection.execute(f"PRAGMA application_id = {mark}")


def _unjournaled(copy: Path) -> sqlite.Connection:
    """Open a copy that is thrown away whole when it is cut off, and synced whole by whoever asked for it."""
    connection = connect(copy, database.key, mode="rw")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _copy(
    source: sqlite.Connection,
    target: Path,
    mark: int,
    pages: int,
    follow: Callable[[int, int, int], None],
) -> None:
    os.truncate(target, 0)  # what was cut off before
    with closing(_unjournaled(target)) as copy:
        source.backup(copy, pages=pages, progress=follow, sleep=_PAUSE)
        copy.execute(f"PRAGMA application_id = {mark}")


@contextmanager
def _written_out(path: Path) -> Iterator[None]:
    """Let the disk write what a file has got while more comes.

    Written at the end, all of it would keep the disk from whoever saves meanwhile, and take longer.
    """
    done = Event()

    def write_out(handle: int) -> None:
        with suppress(OSError):  # whoever copies meets it, too
            while not done.wait(_WRITE_EVERY):
                _begin_to_write(handle)

    with path.open("r+b") as file:
        writing = Thread(target=write_out, args=(file.fileno(),), daemon=True)
        writing.start()
        try:
            yield
        finally:
            done.set()
            writing.join()


def _begin_to_write(handle: int) -> None:
    """Let the disk begin to write a file, without waiting for it where that can be asked for.

    To be synced a file waits for all files of its disk, and whoever saves meanwhile waits for this one.
    """
    if _CAN_BEGIN:
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)  # what is not written yet is begun with
    else:
        os.fsync(handle)


def _saving() -> sqlite.Connection:
    """Return the connection that saved last, where its thread still has it open; else this thread's own."""
    try:
        if database.saving is not None:
            database.saving.total_changes  # noqa: B018  # asked of a closed one it raises
            return database.saving
    except sqlite.ProgrammingError:
        pass
    return database.connection()


def _stop_where_others_save(source: sqlite.Connection) -> Callable[[int, int, int], None]:
    left_before, begun, give_up = -1, 0, _give_up_where_held(source)

    def follow(status: int, left: int, total: int) -> None:
        nonlocal left_before, begun
        give_up(status, left, total)
        if status == sqlite.SQLITE_OK and left >= left_before >= 0:  # begun anew, or the file has grown
            begun += 1
            if database.saving is not source or begun > _PATIENCE:
                raise _SavedMeanwhile
        left_before = left
        sleep(_BREATH)

    return follow


def _give_up_where_held(source: sqlite.Connection) -> Callable[[int, int, int], None]:
    """Wait for no other program that keeps the file locked; whoever saves for long here comes to an end."""
    since: float | None = None

    def follow(status: int, _left: int, _total: int) -> None:
        nonlocal since
        is_held = status == sqlite.SQLITE_BUSY and not source.in_transaction
        since = (since or monotonic()) if is_held else None
        if since is not None and monotonic() - since >= _HELD:
            raise Refused("文件正被其他程序占用，没有备份。请关闭那个程序后重试。")

    return follow
