"""Copying the open office while others save: nobody waits, and the copy comes to its end."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import connect
from app.errors import Refused
from app.office import BACKUP_ID, Office, close_office
from app.records.base import Counter, change, database, next_number
from app.safekeeping import copying
from app.safekeeping.soundness import faults_of


@pytest.fixture
def other() -> Iterator[Executor]:
    """Another thread with a connection of its own to the open office."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(database.connect).result()
        yield thread
        thread.submit(database.close).result()


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each copying by SQLite took at a time: here a hundred, so that there are some steps."""
    steps: list[int] = []
    copy = copying._copy

    def noted(source: object, target: Path, mark: int, pages: int, follow: object) -> None:
        steps.append(pages)
        copy(source, target, mark, pages, follow)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(copying, "_copy", noted)
    monkeypatch.setattr(copying, "_PAGES", 100)
    monkeypatch.setattr(copying, "_BLOCK", 100 * 4096)
    return steps


def _between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Let something happen between any two steps of a copy."""
    monkeypatch.setattr(copying, "sleep", lambda _seconds: act())


def _by_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite copy from the first, as where the bytes of the file cannot be read beside it."""
    monkeypatch.setattr(copying, "_copy_bytes", lambda _target: False)


def _copied(folder: Path) -> Path:
    copy = folder / "副本.union"
    copy.touch()
    copying.copy_open_office(copy, BACKUP_ID)
    return copy


def _save() -> None:
    with change():
        next_number("甲")


def _saves_in(path: Path) -> int:
    with closing(connect(path)) as connection:
        return int(connection.execute("SELECT last FROM counter WHERE prefix = '甲'").fetchone()[0])


def write_elsewhere(path: Path, statement: str) -> str:
    """Write into a file by a program of its own; return what it says against it."""
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], 0, isolation_level=None).execute(sys.argv[2])"
    command = [sys.executable, "-S", "-c", code, str(path), statement]
    return subprocess.run(command, check=False, capture_output=True, text=True).stderr


def _saves() -> int:
    return Counter.get_by_id("甲").last


def test_whoever_saves_on_another_thread_all_the_time_does_not_keep_a_copy_from_its_end(
    office: Office, other: Executor, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _by_sqlite(monkeypatch)
    _between(monkeypatch, lambda: other.submit(_save).result())
    copy = _copied(tmp_path)
    assert steps == [100, 100]
    assert (_saves_in(copy), faults_of(copy)) == (_saves() - 1, [])  # one came when the copy was done


def test_whoever_saved_last_is_copied_through_from_the_first(
    office: Office, other: Executor, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.submit(_save).result()
    _between(monkeypatch, lambda: other.submit(_save).result())
    copy = _copied(tmp_path)
    assert steps == [100]
    assert (_saves_in(copy), faults_of(copy)) == (_saves() - 1, [])


@pytest.mark.parametrize("last", ["here", "there"])
def test_where_two_save_in_turn_the_copy_is_made_in_one_step(
    last: str,
    office: Office,
    other: Executor,
    steps: list[int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def save_both() -> None:
        _save()
        other.submit(_save).result()
        if last == "here":
            _save()

    _between(monkeypatch, save_both)
    copy = _copied(tmp_path)
    assert steps == [100] * 5 + [-1]
    assert (_saves_in(copy), faults_of(copy)) == (_saves(), [])


def test_who_saved_may_have_left(office: Office, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:

        def save_and_leave() -> None:
            with database.connection_context():
                _save()

        thread.submit(save_and_leave).result()
    assert _saves_in(_copied(tmp_path)) == 1


@pytest.mark.parametrize("by_sqlite", [False, True])
def test_who_saves_may_leave_while_the_copy_is_made(
    by_sqlite: bool, office: Office, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if by_sqlite:
        _by_sqlite(monkeypatch)
    with ThreadPoolExecutor(1) as thread:
        thread.submit(database.connect).result()
        thread.submit(_save).result()
        _between(monkeypatch, lambda: thread.submit(database.close).result() and None)
        copy = _copied(tmp_path)
    assert steps == [100] * by_sqlite
    assert (_saves_in(copy), faults_of(copy)) == (1, [])


def test_while_nobody_saves_the_bytes_are_copied_as_they_lie(
    office: Office, steps: list[int], tmp_path: Path
) -> None:
    _save()
    copy = _copied(tmp_path)
    assert (steps, _saves_in(copy), faults_of(copy)) == ([], 1, [])
    close_office()
    assert copy.read_bytes()[4096:] == office.path.read_bytes()[4096:]


def test_what_another_program_saves_between_two_steps_is_no_half_copy(
    office: Office, steps: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is another process in truth; its lock and its change of the file are the same."""
    _save()
    waiting = [2]

    def save() -> None:
        if waiting and waiting.pop():
            write_elsewhere(office.path, "UPDATE counter SET last = 8 WHERE prefix = '甲'")

    _between(monkeypatch, save)
    copy = _copied(tmp_path)
    assert (len(steps), _saves_in(copy)) == (1, 8)


def test_the_file_stays_locked_to_others_while_and_after_it_is_copied(
    office: Office, other: Executor, tmp_path: Path
) -> None:
    """POSIX drops all locks of a process on a file as it closes any handle to it."""
    other.submit(database.execute_sql, "BEGIN IMMEDIATE").result()
    copy = _copied(tmp_path)
    assert "locked" in write_elsewhere(office.path, "DELETE FROM counter")
    other.submit(database.execute_sql, "ROLLBACK").result()
    assert faults_of(copy) == []


def test_nothing_of_a_journal_that_lies_elsewhere_is_missed(
    office: Office, steps: list[int], tmp_path: Path
) -> None:
    """In WAL mode what was saved last lies beside the file."""
    database.execute_sql("PRAGMA journal_mode = WAL")
    _save()
    copy = _copied(tmp_path)
    assert (len(steps), _saves_in(copy)) == (1, 1)


def test_a_disk_that_fails_is_told_by_the_copy_alone(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who lets the disk write meanwhile has nobody to tell it to."""
    failed, told = threading.Event(), list[object]()

    def fail(_handle: int) -> None:
        failed.set()
        raise OSError(errno.EIO, "input/output error")

    def wait() -> None:
        failed.wait(10)

    monkeypatch.setattr(copying, "_begin_to_write", fail)
    monkeypatch.setattr(threading, "excepthook", told.append)
    _between(monkeypatch, wait)
    assert faults_of(_copied(tmp_path)) == []
    assert told == []


def test_while_somebody_saves_for_long_the_copy_is_not_given_up(
    office: Office, other: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import too large for memory writes into the file before it ends, and lets nobody read meanwhile."""
    copy = copying._copy

    def end_and_copy(*given: object) -> None:
        other.submit(database.execute_sql, "COMMIT").result()
        copy(*given)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(copying, "_copy", end_and_copy)
    database.execute_sql("PRAGMA busy_timeout = 0")
    other.submit(database.execute_sql, "BEGIN EXCLUSIVE").result()
    assert faults_of(_copied(tmp_path)) == []


def test_a_transaction_of_ones_own_is_waited_for_however_long(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_HELD", 0)
    follow = copying._give_up_where_held(database.connection())
    with change():
        follow(sqlite.SQLITE_BUSY, 1, 1)
    with pytest.raises(Refused, match="被其他程序占用"):
        follow(sqlite.SQLITE_BUSY, 1, 1)


def test_another_program_that_keeps_the_file_locked_is_not_waited_for(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_HELD", 0)
    database.execute_sql("PRAGMA busy_timeout = 0")
    code = (
        "import sqlite3, sys; kept = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "kept.execute('BEGIN EXCLUSIVE'); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-S", "-c", code, str(office.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        with pytest.raises(Refused, match="被其他程序占用"):
            _copied(tmp_path)
        program.communicate()
