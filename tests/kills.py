"""Kill the program in the middle of whatever it does to a file, and look at what it left.

Run by hand, from the root of the checkout; pytest does not collect this file:

    python -m tests.kills 10000 [ACT ...]     so many kills, of all acts in turn or of those named

Each act runs once to its end, and the content of the file is noted at each moment at which it may be found:
before, after, and between two saves. Then it is killed at chance moments. Afterwards the file must open as
the program opens it, hold one of these contents, each row as it was written, and be free for the next who
comes, or its name, where a new one was not made yet; every copy and every list that bears its final name must
be whole, and the list noted; what is left of a copy must be known for ours and removed.
"""

from __future__ import annotations

import contextlib
import csv
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.cipher.connection import Connection, connect, is_under
from app.cipher.key import KEY_BYTES, SALT_BYTES, Key
from app.described import changing
from app.described.description import DescribedField
from app.errors import Refused
from app.exchange.handing_out import hand_out
from app.exchange.importing import import_book
from app.keeping import keeping, undoing
from app.listing import Criteria
from app.office import APPLICATION_ID, close_office, create, open_office
from app.records.base import database
from app.records.described import is_table
from app.records.prints import PrintLogEntry
from app.registry import RECORDS
from app.safekeeping.automatic import keep_copy
from app.safekeeping.backup import back_up, remove_leftovers, sum_of, sums_path
from app.safekeeping.backup_log import note
from app.safekeeping.password import change_key
from app.safekeeping.restore import restore
from app.safekeeping.soundness import faults, faults_of
from app.statistics import closing
from app.subjects.disputes import figures as disputes
from app.subjects.hardship.aid import acts
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.described import make_service, serve
from tests.factories.people import make_file, make_fund, new_batch

_FIRST_RELEASE = Path(__file__).parents[1] / "app" / "migrations" / "0001_first_schema.sql"
_BOOKKEEPING = ("version", "created_at", "updated_at")
_VISITS, _SAVES, _ROWS, _FILES = 8, 6, 40, 4
_ABSENT = "absent"
_TOLD_EVERY = 100
_KEYS = [Key(bytes([number]) * KEY_BYTES, bytes([number]) * SALT_BYTES) for number in (1, 2)]

Reached = Callable[[], None]


@dataclass(frozen=True)
class Act:
    """What is done to a file of a folder; it says when a content was reached that may be found."""

    name: str
    do: Callable[[Path, Reached], None]
    file: str = "泰祥.union"


@dataclass(frozen=True)
class Course:
    """How an act runs when nobody kills it: in how many seconds, through which contents."""

    seconds: float
    legal: frozenset[str]


def _office(folder: Path) -> Path:
    return folder / Act.file


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


def _keep_copies(folder: Path, _reached: Reached) -> None:
    open_office(_office(folder))
    note(second=folder / "U盘")
    keep_copy()
    close_office()


def _restore(folder: Path, _reached: Reached) -> None:
    restore(next((folder / "旧备份").glob("*.union")), _office(folder))


def _create(folder: Path, _reached: Reached) -> None:
    create(folder / "新建.union", "泰祥社区工会", code="TY")
    close_office()


def _upgrade(folder: Path, _reached: Reached) -> None:
    open_office(folder / "首版.union")
    close_office()


def _pay(folder: Path, reached: Reached) -> None:
    open_office(_office(folder))
    recipients = acts.candidates(acts.open_file_ids())
    for recipient in recipients:
        recipient.amount = 500_00
    acts.pay(new_batch(approved_by="李强"), recipients, "李强", date(2011, 1, 25))
    reached()
    close_office()


def _close_year(folder: Path, reached: Reached) -> None:
    """Close a year with few figures: to count them all takes seconds in which nothing is written."""
    open_office(_office(folder))
    few = (disputes.applied, disputes.accepted, disputes.closing_rate)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(closing, "figures", lambda: iter(few))
        closing.close_year(2011, "李强")
    reached()
    close_office()


def _bin_and_undo(folder: Path, reached: Reached) -> None:
    open_office(_office(folder))
    keeping.to_bin(VISITS, [visit.id for visit in Visit.select()])
    reached()
    undoing.undo()
    reached()
    close_office()


def _export(folder: Path, reached: Reached) -> None:
    open_office(_office(folder))
    hand_out(VISITS, Criteria(), _list(folder))
    reached()
    close_office()


def _set_password(folder: Path, _reached: Reached) -> None:
    change_key(_office(folder), None, _KEYS[0])


def _change_password(folder: Path, _reached: Reached) -> None:
    change_key(folder / "加密.union", _KEYS[0], _KEYS[1])


def _remove_password(folder: Path, _reached: Reached) -> None:
    change_key(folder / "加密.union", _KEYS[0], None)


def _describe(folder: Path, reached: Reached) -> None:
    """Make a register of the office's own, enter something, give it another field and another kind."""
    open_office(_office(folder))
    made = make_service()
    reached()
    for day in range(1, _SAVES):
        serve(made, c2=date(2011, 3, day))
        reached()
    hours, *others = (field for field in made.description.fields if field.column == "c3")
    assert not others
    wider = made.description.with_field(replace(hours, kind="text"))
    changing.alter(made, replace(wider, fields=(*wider.fields, DescribedField("c20", "地点", "text"))))
    reached()
    close_office()


ACTS = (
    Act("save", _save),
    Act("import", _import),
    Act("backup", _back_up),
    Act("copies", _keep_copies),
    Act("restore", _restore),
    Act("new", _create, "新建.union"),
    Act("migration", _upgrade, "首版.union"),
    Act("batch", _pay),
    Act("closing", _close_year),
    Act("undo", _bin_and_undo),
    Act("export", _export),
    Act("password", _set_password),
    Act("new-password", _change_password, "加密.union"),
    Act("no-password", _remove_password, "加密.union"),
    Act("describe", _describe),
)


def prepare(folder: Path) -> None:
    """Make an office with a backup behind it, a roster to be imported, and a file of the first release."""
    for name in ("U盘", "旧备份"):
        (folder / name).mkdir(parents=True)
    create(_office(folder), "泰祥社区工会", code="TY")
    for number in range(_VISITS):
        keeping.save(VISITS, _visit(number))
    make_fund()
    for _ in range(_FILES):
        make_file()
    back_up(folder / "旧备份")
    keeping.save(VISITS, _visit(_VISITS))
    close_office()
    fields = (Visit.visited_on, Visit.name, Visit.mobile, Visit.subject, Visit.matter, Visit.received_by)
    with (folder / "来访.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.label for field in fields])
        for visit in map(_visit, range(200, 200 + _ROWS)):
            writer.writerow([field.format(getattr(visit, field.name)) for field in fields])
    _write_first_release(folder / "首版.union")
    change_key(Path(shutil.copy(_office(folder), folder / "加密.union")), None, _KEYS[0])


def _write_first_release(path: Path) -> None:
    """Write a file as the first release left it, with some visits."""
    with contextlib.closing(sqlite.connect(path)) as file, file:
        file.executescript(_FIRST_RELEASE.read_text(encoding="utf-8"))
        file.execute("CREATE TABLE schema_migration (id INTEGER PRIMARY KEY, name TEXT, applied TEXT)")
        file.execute("INSERT INTO schema_migration VALUES (1, '0001_first_schema', '2026-11-01')")
        columns = file.execute("PRAGMA table_info(visit)").fetchall()
        needed: dict[str, object] = {name: 0 for _, name, _, is_needed, *_ in columns if is_needed}
        needed |= dict.fromkeys(("created_at", "updated_at"), "2011-03-08 09:00:00")
        needed |= {"visited_on": "2011-03-08", "name": "王芳"}
        for number in range(1, _ROWS + 1):
            row = needed | {"id": number, "matter": f"第{number}次咨询"}
            marks = ", ".join("?" * len(row))
            file.execute(f"INSERT INTO visit ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        file.execute("PRAGMA user_version = 101")
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def run(act: Act, prepared: Path) -> Course:
    """Let an act run to its end, and note the contents that it goes through."""
    with _copied(prepared) as folder:
        legal = {content_of(folder / act.file)}
        began = time.perf_counter()
        act.do(folder, lambda: legal.add(_content(database.connection())))
        seconds = time.perf_counter() - began
        legal.add(content_of(folder / act.file))
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
        return wrong_with(folder / act.file, course.legal)


def wrong_with(path: Path, legal: frozenset[str]) -> str:
    """Say what is wrong with what was left of a file, nothing where the next who comes finds all well."""
    try:
        if not path.exists() and _ABSENT in legal:
            create(path, "泰祥社区工会", code="TY")
        open_office(path, _key_of(path))
    except Refused as refused:
        return f"does not open: {refused}"
    try:
        noted = PrintLogEntry.select().count()
        if found := list(faults(database.connection())):
            return f"damaged: {found[0]}"
        if _content(database.connection()) not in legal:
            return "holds what it never should"
    finally:
        close_office()
    return next(_wrong_beside(path.parent, legal, noted), "")


def _wrong_beside(folder: Path, legal: frozenset[str], noted: int) -> Iterator[str]:
    """Yield what is wrong with the copies and lists in the folder of a file whose print log notes so many."""
    copies = [*(folder / "U盘").glob("[!.]*.union"), *folder.glob("*.自动备份/[!.]*.union")]
    for copy in (*copies, *folder.glob("[!.]*.升级前*.union")):
        if faults_of(copy) or content_of(copy) not in legal:
            yield f"{copy.name} is no whole copy"
    for copy in copies:
        if not sums_path(copy).read_text(encoding="utf-8").startswith(sum_of(copy)):
            yield f"{copy.name} has another sum"
    for place in {*folder.glob("U盘"), *(copy.parent for copy in copies)}:
        for left in place.iterdir():
            os.utime(left, (0, 0))
        remove_leftovers(place)
        if hidden := sorted(left.name for left in place.glob(".*")):
            yield f"{hidden[0]} is left for good"
    exported = _list(folder)
    if exported.exists() and not _is_whole(exported):
        yield f"{exported.name} is half a list"
    elif exported.exists() and not noted:
        yield f"{exported.name} is not noted"


def _list(folder: Path) -> Path:
    return folder / "来访.xlsx"


def _is_whole(book: Path) -> bool:
    try:
        with zipfile.ZipFile(book) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


@contextlib.contextmanager
def _copied(prepared: Path) -> Iterator[Path]:
    """Copy a prepared folder for one run."""
    with tempfile.TemporaryDirectory(prefix="kills-") as parent:
        yield Path(shutil.copytree(prepared, Path(parent) / "office"))


def content_of(path: Path) -> str:
    """Digest the records of a file that is not open here, or say that there is none."""
    if not path.exists():
        return _ABSENT
    with contextlib.closing(connect(path, _key_of(path))) as connection:
        return _content(connection)


def _key_of(path: Path) -> Key | None:
    """Return the key that a file has now, None for a plain one: both passwords are known here."""
    return next((key for key in _KEYS if is_under(path, key)), None)


def _content(connection: Connection) -> str:
    """Digest all that people recorded; the moments at which they did so are different each time."""
    digest = sha256()
    for model in RECORDS:
        known = {name for _, name, *_ in connection.execute(f'PRAGMA table_info("{model._meta.table_name}")')}
        columns = ", ".join(
            f'"{field.column_name}"'
            for field in model._meta.sorted_fields
            if field.name not in _BOOKKEEPING
            and not isinstance(field, peewee.DateTimeField)
            and field.column_name in known
        )
        if not columns:
            continue  # a file of an older program does not have the table
        rows = connection.execute(
            f'SELECT deleted_at IS NULL, {columns} FROM "{model._meta.table_name}" ORDER BY id'
        )
        digest.update(repr(rows.fetchall()).encode())
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (table,) in [row for row in tables.fetchall() if is_table(row[0])]:
        columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        names = [name for _, name, *_ in columns if re.fullmatch("c[0-9].*", name)]
        described = ", ".join(f'"{name}"' for name in names)
        rows = connection.execute(f'SELECT deleted_at IS NULL, {described} FROM "{table}" ORDER BY id')
        digest.update(repr((table, rows.fetchall())).encode())
    return digest.hexdigest()


def kills(acts: Sequence[Act], number: int, seed: int = 2011) -> Iterator[tuple[Act, float, str]]:
    """Kill the acts in turn, and yield at which share of its time each was killed, and what is wrong."""
    chance = random.Random(seed)  # to be repeated, not to be guessed
    with tempfile.TemporaryDirectory(prefix="kills-") as parent:
        prepared = Path(parent) / "prepared"
        prepare(prepared)
        courses = {act.name: run(act, prepared) for act in acts}
        contents = ", ".join(f"{name} {len(course.legal)}" for name, course in courses.items())
        print(f"contents that may be found: {contents}", flush=True)  # noqa: T201
        for turn in range(number):
            act = acts[turn % len(acts)]
            share = chance.uniform(0, 1.2)
            yield act, share, kill(act, courses[act.name], prepared, share)


def main(arguments: Sequence[str]) -> int:
    """Kill as often as asked, say what was found wrong, and return 1 where anything was."""
    number = int(arguments[0]) if arguments else 100
    acts = [act for act in ACTS if not arguments[1:] or act.name in arguments[1:]]
    wrong = 0
    for done, (act, share, sentence) in enumerate(kills(acts, number), 1):
        if sentence:
            wrong += 1
            print(f"{act.name} killed at {share:.0%}: {sentence}", flush=True)  # noqa: T201
        if done % _TOLD_EVERY == 0:
            print(f"{done} kills: {wrong} left something wrong", flush=True)  # noqa: T201
    print(f"{number} kills of {', '.join(act.name for act in acts)}: {wrong} left something wrong")  # noqa: T201
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
