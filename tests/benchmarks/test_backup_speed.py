"""Backing up an office of 485 MB, beside cp and fsync of its file, while somebody saves all the time.

All of it lies on a disk: tests keep their files in memory, where there is nothing to wait for. What counts is
the time by the clock, which means little while others keep processor or disk busy: so the time of the
processor and the longest save during a plain copy are told, too.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter, process_time, sleep

import pytest

from app.cipher.connection import connect
from app.keeping import keeping
from app.office import close_office, create
from app.records.base import change, database
from app.safekeeping.backup import back_up, make_durable
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.records import Member
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.people import make_file, make_member
from tests.helpers.measured import measured

FILES, FILE_BYTES, MEMBERS_TOO, TURNS = 440, 1_000_000, 50_000, 3
_BETWEEN = 0.05  # seconds from one save to the next
_DISK = Path("/var/tmp")  # what lies there outlives a restart, so that it is never in memory


@pytest.fixture
def disk() -> Iterator[Path]:
    """Give an empty folder on a disk."""
    with TemporaryDirectory(dir=_DISK if _DISK.is_dir() else None) as folder:
        yield Path(folder)


def test_a_big_office_is_backed_up(disk: Path) -> None:
    create(disk / "台账.union", "泰祥社区工会", code="TY")
    try:
        _fill()
        rows = MEMBERS_TOO + FILES
        with (
            measured("backup by the clock", rows, unit="s", goal="2x", floor_is="cp, fsync") as line,
            measured("backup, checked", rows, unit="s", goal="1.2x", floor_is="cp, fsync, check") as checked,
            measured("backup, of the processor", rows, unit="s") as busy,
        ):
            for turn in range(TURNS):
                synced = _copied_and_synced(disk)
                seconds, processor, members, looked_at = _backed_up(disk / f"U盘{turn}")
                line.floor.append(synced)
                checked.floor.append(synced + looked_at)
                line.taken.append(seconds)
                checked.taken.append(seconds)
                busy.taken.append(processor)
                for told in (line, checked, busy):
                    told.check(members == MEMBERS_TOO + 1)
        with measured("longest save during a backup", rows, goal="100 ms", floor_is="cp, fsync") as line:
            for turn in range(TURNS):
                with _saved_beside() as waits:
                    _copied_and_synced(disk)
                line.floor.append(max(waits))
                before = Visit.alive().count()
                with _saved_beside() as waits:
                    _backed_up(disk / f"另一U盘{turn}")
                line.taken.append(max(waits))
                line.check(Visit.alive().count() - before == len(waits) > 1)
    finally:
        close_office()


def _fill() -> None:
    file, member = make_file(), make_member()
    own = [name for name in Member._meta.columns if name not in ("id", "member_no", "id_number")]
    columns = ", ".join(f'"{name}"' for name in own)
    with change():
        for _ in range(FILES):
            HardshipEvidence.create(file=file, kind="诊断", content=os.urandom(FILE_BYTES))
        for _ in range(MEMBERS_TOO):
            database.execute_sql(
                f"INSERT INTO member ({columns}) SELECT {columns} FROM member WHERE id = ?", (member.id,)
            )


def _copied_and_synced(folder: Path) -> float:
    """Copy as large a file: reading the office itself would drop SQLite's lock on it."""
    content, copy = folder / "content", folder / "copy"
    if not content.exists():
        with content.open("wb") as file:
            for _ in range(FILES + 45):
                file.write(os.urandom(FILE_BYTES))
            os.fsync(file.fileno())
    started = perf_counter()
    shutil.copyfile(content, copy)
    with copy.open("r+b") as file:
        os.fsync(file.fileno())
    taken = perf_counter() - started
    copy.unlink()
    return taken


def _backed_up(folder: Path) -> tuple[float, float, int, float]:
    """Back up on another thread, as the window does.

    Return how long it took, how long it kept the processor busy, how many members the copy has, and how
    long SQLite alone takes to read the copy from the disk and check it.
    """
    folder.mkdir()

    def work() -> None:
        with database.connection_context():
            back_up(folder)

    started, busy = perf_counter(), process_time()
    with ThreadPoolExecutor(1) as worker:
        worker.submit(work).result()
    seconds, processor = perf_counter() - started, process_time() - busy
    (copy,) = folder.glob("*.union")
    with closing(connect(copy)) as connection:
        (members,) = connection.execute("SELECT count(*) FROM member").fetchone()
    make_durable(copy)
    started = perf_counter()
    with closing(connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    looked_at = perf_counter() - started
    return seconds, processor, members, looked_at


@contextmanager
def _saved_beside() -> Iterator[list[float]]:
    """Save on a thread of its own until the block is left; yield how long each save took.

    Its connection has saved before, as that of a window has: the first time it reads the schema.
    """
    begun, stop, waits = Event(), Event(), [0.0]

    def save_on() -> None:
        with database.connection_context():
            _save()
            begun.set()
            while not stop.is_set():
                waits.append(_save())

    with ThreadPoolExecutor(1) as saver:
        saving = saver.submit(save_on)
        begun.wait()
        try:
            yield waits
        finally:
            stop.set()
            saving.result()


def _save() -> float:
    sleep(_BETWEEN)
    visit = Visit(name="王芳", mobile="13800138000", subject="困难帮扶", matter="咨询", received_by="李强")
    started = perf_counter()
    keeping.save(VISITS, visit)
    return perf_counter() - started
