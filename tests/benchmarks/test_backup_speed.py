"""Backing up an office of 485 MB, beside cp and fsync of its file, while somebody saves all the time.

What counts is the time by the clock, which means little while others keep processor or disk busy: so the
time of the processor and the longest save without a backup are told, too. Where the disk writes more than
500 MB in a second, what takes the time is the processor, which digests every page and every row.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from time import perf_counter, process_time, sleep

from app.cipher.connection import connect
from app.keeping import keeping
from app.office import close_office, create
from app.records.base import change, database
from app.safekeeping.backup import back_up
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.members.records import Member
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.people import make_file, make_member
from tests.helpers.measured import measured

FILES, FILE_BYTES, MEMBERS_TOO, TURNS = 440, 1_000_000, 50_000, 3
_BETWEEN = 0.05  # seconds from one save to the next


def test_a_big_office_is_backed_up(tmp_path: Path) -> None:
    create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    try:
        _fill()
        rows = MEMBERS_TOO + FILES
        with (
            measured("backup by the clock", rows, unit="s", goal="1.2x", floor_is="cp, fsync") as line,
            measured("backup, of the processor", rows, unit="s") as busy,
        ):
            for turn in range(TURNS):
                line.floor.append(_copied_and_synced(tmp_path))
                seconds, processor, members = _backed_up(tmp_path / f"U盘{turn}")
                line.taken.append(seconds)
                busy.taken.append(processor)
                line.check(members == MEMBERS_TOO + 1)
                busy.check(members == MEMBERS_TOO + 1)
        with measured("longest save during a backup", rows, goal="100 ms", floor_is="without") as line:
            line.floor = [max(_save_for(seconds))]
            with _saved_beside() as waits:
                _backed_up(tmp_path / "U盘")
            line.taken = [max(waits)]
            saved = Visit.alive().where(Visit.name == "王芳").count()
            line.check(len(waits) > 1 and saved >= len(waits) - 1)
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


def _backed_up(folder: Path) -> tuple[float, float, int]:
    """Back up on another thread, as the window does.

    Return how long it took, how long it kept the processor busy, and how many members the copy has.
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
    shutil.rmtree(folder)
    return seconds, processor, members


def _save_for(seconds: float) -> list[float]:
    started, waits = perf_counter(), []
    while perf_counter() - started < seconds:
        waits.append(_save())
    return waits


@contextmanager
def _saved_beside() -> Iterator[list[float]]:
    """Save on a thread of its own until the block is left; yield how long each save took."""
    stop, waits = Event(), [0.0]

    def save_on() -> None:
        with database.connection_context():
            while not stop.is_set():
                waits.append(_save())

    with ThreadPoolExecutor(1) as saver:
        saving = saver.submit(save_on)
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
