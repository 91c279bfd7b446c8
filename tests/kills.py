"""Kill the program in the middle of saves, imports, backups and restores, and look at what it left.

Run by hand, from the root of the checkout; pytest does not collect this file:

    python -m tests.kills 10000 [ACT ...]     so many kills, of all acts in turn or of those named

Each act runs once to its end, and the content of the file is noted at each moment at which it may be found:
before, after, and between two saves. Then it is killed at chance moments. Afterwards the file must open as
the program opens it, hold one of these contents, each row as it was written, and be free for the next who
comes; every backup that bears its final name must be whole.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as sqlite

from app.errors import Refused
from app.exchange.importing import import_book
from app.keeping import keeping
from app.office import close_office, create, open_office
from app.records.base import database
from app.records.digests import Connection
from app.registry import RECORDS
from app.safekeeping.backup import back_up
from app.safekeeping.restore import restore
from app.safekeeping.soundness import faults_of
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS

_BOOKKEEPING = ("version", "created_at", "updated_at")
_SAVES, _ROWS = 12, 60

Reached = Callable[[], None]


@dataclass(frozen=True)
class Act:
    """What is done to the office of a folder; it says when a content was reached that may be found."""

    name: str
    do: Callable[[Path, Reached], None]


@dataclass(frozen=True)
class Course:
    """How an act runs when nobody kills it: in how many seconds, through which contents."""

    seconds: float
    legal: frozenset[str]


def _office(folder: Path) -> Path:
    return folder / "泰祥.union"


def _visit(number: int) -> Visit:
    return Visit(
        visited_on=date(2011, 3, 8),
        name="王芳",
        mobile=f"138{number:08d}",
        subject="困难帮扶",
        matter=f"第{number}次咨询帮扶条件",
        received_by="李强",
    )


def _save(folder: Path, reached: Reached) -> None:
    open_office(_office(folder))
    for number in range(100, 100 + _SAVES):
        keeping.save(VISITS, _visit(number))
        reached()
    for visit in Visit.select().limit(_SAVES):
        visit.remark = "已电话告知"
        keeping.save(VISITS, visit)
        reached()
    close_office()


def _import(folder: Path, reached: Reached) -> None:
    open_office(_office(folder))
    import_book(VISITS, folder / "来访.csv")
    reached()
    close_office()


def _back_up(folder: Path, _reached: Reached) -> None:
    open_office(_office(folder))
    back_up(folder / "U盘")
    close_office()


def _restore(folder: Path, _reached: Reached) -> None:
    restore(next((folder / "旧备份").glob("*.union")), _office(folder))


ACTS = (Act("save", _save), Act("import", _import), Act("backup", _back_up), Act("restore", _restore))


def prepare(folder: Path) -> None:
    """Make an office with a backup that is behind it, and a roster to be imported."""
    for name in ("U盘", "旧备份"):
        (folder / name).mkdir(parents=True)
    create(_office(folder), "泰祥社区工会", code="TY")
    for number in range(20):
        keeping.save(VISITS, _visit(number))
    back_up(folder / "旧备份")
    keeping.save(VISITS, _visit(20))
    close_office()
    fields = (Visit.visited_on, Visit.name, Visit.mobile, Visit.subject, Visit.matter, Visit.received_by)
    with (folder / "来访.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.label for field in fields])
        for visit in map(_visit, range(200, 200 + _ROWS)):
            writer.writerow([field.format(getattr(visit, field.name)) for field in fields])


def run(act: Act, prepared: Path) -> Course:
    """Let an act run to its end, and note the contents that it goes through."""
    with _copied(prepared) as folder:
        legal = {_content_of(_office(folder))}
        began = time.perf_counter()
        act.do(folder, lambda: legal.add(_content(database.connection())))
        seconds = time.perf_counter() - began
        legal.add(_content_of(_office(folder)))
    return Course(seconds, frozenset(legal))


def kill(act: Act, course: Course, prepared: Path, share: float) -> str:
    """Kill an act after a share of its time; say what is wrong with what it left, if anything."""
    with _copied(prepared) as folder:
        child = os.fork()
        if not child:
            try:
                act.do(folder, lambda: None)
            finally:
                os._exit(0)
        time.sleep(share * course.seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return wrong_with(folder, course.legal)


def wrong_with(folder: Path, legal: frozenset[str]) -> str:
    """Say what is wrong with what was left in a folder, nothing where the next who comes finds all well."""
    try:
        open_office(_office(folder))
        close_office()
    except Refused as refused:
        return f"does not open: {refused}"
    if faults := faults_of(_office(folder)):
        return f"damaged: {faults[0]}"
    if _content_of(_office(folder)) not in legal:
        return "holds what it never should"
    for backup in (folder / "U盘").glob("[!.]*.union"):
        if faults_of(backup) or _content_of(backup) not in legal:
            return f"{backup.name} is no whole copy"
    return ""


@contextmanager
def _copied(prepared: Path) -> Iterator[Path]:
    """Copy a prepared folder for one run."""
    with tempfile.TemporaryDirectory(prefix="kills-") as parent:
        yield Path(shutil.copytree(prepared, Path(parent) / "office"))


def _content_of(path: Path) -> str:
    """Digest the records of a file that is not open here."""
    with closing(sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return _content(connection)


def _content(connection: Connection) -> str:
    """Digest all that people recorded; the moments at which they did so are different each time."""
    digest = sha256()
    for model in RECORDS:
        columns = ", ".join(
            f'"{field.column_name}"'
            for field in model._meta.sorted_fields
            if field.name not in _BOOKKEEPING and not isinstance(field, peewee.DateTimeField)
        )
        rows = connection.execute(f'SELECT {columns} FROM "{model._meta.table_name}" ORDER BY id')
        digest.update(repr(rows.fetchall()).encode())
    return digest.hexdigest()


def kills(acts: Sequence[Act], number: int, seed: int = 2011) -> Iterator[tuple[Act, float, str]]:
    """Kill the acts in turn, and yield at which share of its time each was killed, and what is wrong."""
    chance = random.Random(seed)  # to be repeated, not to be guessed
    with tempfile.TemporaryDirectory(prefix="kills-") as parent:
        prepared = Path(parent) / "prepared"
        prepare(prepared)
        courses = {act.name: run(act, prepared) for act in acts}
        for turn in range(number):
            act = acts[turn % len(acts)]
            share = chance.uniform(0, 1.2)
            yield act, share, kill(act, courses[act.name], prepared, share)


def main(arguments: Sequence[str]) -> int:
    """Kill as often as asked, say what was found wrong, and return 1 where anything was."""
    number = int(arguments[0]) if arguments else 100
    acts = [act for act in ACTS if not arguments[1:] or act.name in arguments[1:]]
    wrong = 0
    for act, share, sentence in kills(acts, number):
        if sentence:
            wrong += 1
            print(f"{act.name} killed at {share:.0%}: {sentence}")  # noqa: T201
    print(f"{number} kills of {', '.join(act.name for act in acts)}: {wrong} left something wrong")  # noqa: T201
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
