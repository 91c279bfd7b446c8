"""The office file: what it is made of, and what is refused without touching it."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import peewee
import pytest

import app.office
from app import lock
from app.checking.file_check import check_file
from app.cipher.connection import connect
from app.errors import Refused
from app.keeping import keeping
from app.keeping.history import History, ReplacedFile
from app.office import APPLICATION_ID, Office, close_office, create, newest_version, open_office
from app.opened import current
from app.records.base import Counter, database
from app.records.digests import Change, ChangedRow, RowDigest, changed_rows
from app.records.distinct import DistinctPair
from app.records.drafts import Draft
from app.records.prints import PrintedRecord
from app.records.saved_lists import SavedList
from app.records.steps import Step
from app.registry import RECORDS
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member

ONE_SENTENCE = re.compile(r"[^\n]*[一-龥][^\n]*。")


def _pragma(name: str) -> Any:  # noqa: ANN401  # the file's own value
    return database.execute_sql(f"PRAGMA {name}").fetchone()[0]


def _elsewhere(program: str, *arguments: object) -> str:
    """Run a program in another process: a second handle in this one would drop SQLite's lock."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _handles_on(path: Path) -> list[str]:
    opened = [str(handle.readlink()) for handle in Path("/proc/self/fd").iterdir() if handle.is_symlink()]
    return [target for target in opened if path.name in target]


def _refused(path: Path, *, read_only: bool = False) -> str:
    """Return the sentence with which a file is refused; nothing is left open, changed or lying about."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir()) if path.parent.exists() else None
    with pytest.raises(Refused) as error:
        open_office(path, read_only=read_only)
    assert current() is None
    assert database.is_closed()
    assert (path.read_bytes() if path.is_file() else None) == before
    assert (sorted(path.parent.iterdir()) if path.parent.exists() else None) == beside
    if sys.platform == "linux":
        assert _handles_on(path) == []
    assert ONE_SENTENCE.fullmatch(str(error.value))
    return str(error.value)


@pytest.fixture
def closed_file(office: Office) -> Path:
    """An office file with some members in it, closed."""
    for _ in range(30):
        make_member()
    close_office()
    return office.path


def test_a_new_office_is_open_and_bears_its_name(tmp_path: Path) -> None:
    office = create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    assert current() == office
    assert (office.name, office.read_only) == ("泰祥社区工会", False)
    close_office()
    assert current() is None
    assert [path.name for path in tmp_path.iterdir()] == ["台账.union"]


def test_an_office_file_is_one_durable_sqlite_file(office: Office) -> None:
    told = [_pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert told == ["delete", 2, 1]
    assert (_pragma("application_id"), _pragma("user_version")) == (APPLICATION_ID, newest_version())


def test_what_was_kept_is_there_when_the_office_is_opened_again(office: Office) -> None:
    member = make_member(name="王芳")
    close_office()
    open_office(office.path)
    assert Member.get_by_id(member.id).name == "王芳"


def test_an_office_opened_by_a_link_is_the_file_that_it_leads_to(office: Office, tmp_path: Path) -> None:
    close_office()
    link = tmp_path / "桌面" / "工会.union"
    link.parent.mkdir()
    link.symlink_to(office.path)
    assert open_office(link).path == office.path


def test_any_sqlite_tool_reads_the_file_while_it_is_open(office: Office) -> None:
    make_member(name="王芳")
    program = """
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT name FROM member").fetchone()[0])
"""
    assert _elsewhere(program, office.path) == "王芳"


def _schema(path: Path) -> dict[str, Any]:
    """Return each table's columns, and the statements of all indexes, of a file that is not open here.

    Not the value that SQLite asks for where a required column comes to a table later.
    """
    program = """
import json, sqlite3, sys
file = sqlite3.connect(sys.argv[1])
names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
columns = {name: file.execute(f'PRAGMA table_info("{name}")').fetchall() for name in names}
tables = {name: sorted((*row[1:4], row[5]) for row in rows) for name, rows in columns.items()}
keys = {name: sorted(row[2:] for row in file.execute(f'PRAGMA foreign_key_list("{name}")')) for name in names}
indexes = {
    name: " ".join(sql.replace('"', "").split())
    for name, sql, table in file.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index'")
    if sql and table != "schema_migration"
}
print(json.dumps([tables, keys, indexes]))
"""
    tables, keys, indexes = json.loads(_elsewhere(program, path))
    for found in (tables, keys):
        found.pop("schema_migration", None)
    return {"tables": tables, "keys": keys, "indexes": indexes}


MODELS: tuple[Any, ...] = (
    Counter,
    History,
    ReplacedFile,
    Step,
    DistinctPair,
    RowDigest,
    Draft,
    SavedList,
    PrintedRecord,
    *RECORDS,
)


def test_the_migrated_schema_is_the_one_the_records_declare(office: Office, tmp_path: Path) -> None:
    close_office()
    declared = tmp_path / "declared.db"
    database.init(str(declared))
    with database.connection_context():
        database.create_tables(MODELS)
    told = _schema(office.path)
    assert told["tables"].keys() == {model._meta.table_name for model in MODELS}
    assert told == _schema(declared)


def test_a_path_that_is_taken_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.union"
    path.write_text("别的内容")
    with pytest.raises(Refused, match="已经存在，没有新建"):
        create(path, "泰祥社区工会")
    assert path.read_text() == "别的内容"


@pytest.mark.parametrize("has_links", [True, False])
def test_of_two_who_make_an_office_of_one_name_the_second_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    """The first may work in it already: it must not be replaced."""
    path = tmp_path / "台账.union"
    make = app.office._give_name

    def other_first(unfinished: Path, name: Path) -> None:
        name.write_text("the other's")
        make(unfinished, name)

    monkeypatch.setattr(app.office, "_give_name", other_first)
    if not has_links:

        def no_links(*_: object) -> None:
            raise OSError

        monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(Refused, match="已经存在，没有新建"):
        create(path, "泰祥社区工会")
    assert path.read_text() == "the other's"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="不存在"):
        create(tmp_path / "没有" / "台账.union", "泰祥社区工会")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "找不到" in _refused(tmp_path / "没有.union")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "台账.union").mkdir()
    assert "是文件夹" in _refused(tmp_path / "台账.union")


def _another_programs_file(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE t (x)")
    file.close()


@pytest.mark.parametrize(
    "write",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("姓名,性别\n王芳,女\n"),
        lambda path: path.write_bytes(b"PK\x03\x04" + bytes(4000)),
        lambda path: path.write_bytes(b"SQLite format 3\x00"),
        _another_programs_file,
    ],
    ids=["empty", "text", "workbook", "head only", "another program's"],
)
def test_a_foreign_file_is_refused(tmp_path: Path, write: Callable[[Path], object]) -> None:
    path = tmp_path / "台账.union"
    write(path)
    assert "不是本程序的台账文件" in _refused(path)


@pytest.mark.parametrize("at", [*range(16), *range(68, 72)])
def test_an_office_in_whose_mark_a_bit_changed_is_called_damaged(closed_file: Path, at: int) -> None:
    content = bytearray(closed_file.read_bytes())
    content[at] ^= 1
    closed_file.write_bytes(content)
    assert "或者它的开头已损坏，请用最近的备份恢复" in _refused(closed_file)


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    ("statement", "lacks"),
    [
        ("DROP TABLE member_job", "表 member_job"),
        ("ALTER TABLE member_job RENAME COLUMN employer TO note", "member_job.employer"),
        ("ALTER TABLE member_job RENAME TO jobs", "表 member_job"),
    ],
)
def test_an_office_that_lacks_a_table_or_a_column_is_refused(
    closed_file: Path, statement: str, lacks: str, read_only: bool
) -> None:
    with closing(connect(closed_file, mode="rw")) as connection:
        connection.execute(statement)
    said = _refused(closed_file, read_only=read_only)
    assert f"缺少 {lacks}，没有打开。请用最近的备份恢复，或用 rescue" in said


@pytest.mark.parametrize("part", [0.3, 0.6, 0.99])
def test_a_truncated_file_is_refused(closed_file: Path, part: float) -> None:
    whole = closed_file.read_bytes()
    closed_file.write_bytes(whole[: int(len(whole) * part)])
    assert "不完整" in _refused(closed_file)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.8])
def test_a_damaged_file_is_refused(closed_file: Path, part: float, read_only: bool) -> None:
    content = bytearray(closed_file.read_bytes())
    first = int(len(content) * part) // 4096 * 4096
    content[first : first + 12 * 4096] = bytes(byte ^ 0xFF for byte in content[first : first + 12 * 4096])
    closed_file.write_bytes(content)
    assert "已损坏" in _refused(closed_file, read_only=read_only)


def test_a_file_of_a_newer_version_is_refused(closed_file: Path) -> None:
    program = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA user_version = 9999')"
    _elsewhere(program, closed_file)
    assert "请先升级本程序" in _refused(closed_file)


def test_a_read_only_file_is_refused_but_can_be_read(ordinary_folder: Path) -> None:
    path = ordinary_folder / "台账.union"
    path.chmod(0o400)
    assert "是只读的" in _refused(path)
    office = open_office(path, read_only=True)
    assert (office.name, office.read_only) == ("泰祥社区工会", True)
    close_office()


def test_a_file_in_a_read_only_folder_is_refused_but_can_be_read(ordinary_folder: Path) -> None:
    path = ordinary_folder / "台账.union"
    ordinary_folder.chmod(0o500)
    assert "不能在" in _refused(path)
    assert open_office(path, read_only=True).name == "泰祥社区工会"
    close_office()


def test_a_file_that_may_not_be_read_is_refused(ordinary_folder: Path) -> None:
    path = ordinary_folder / "台账.union"
    path.chmod(0o000)
    with pytest.raises(Refused, match="无法读取"):
        open_office(path)
    assert current() is None


def test_an_office_opened_for_reading_keeps_nothing(office: Office) -> None:
    member = make_member()
    close_office()
    open_office(office.path, read_only=True)
    with pytest.raises(Refused, match="只读"):
        keeping.save(MEMBERS, Member.get_by_id(member.id))
    assert not lock.lock_path(office.path).exists()


HOLDER = """
import sys
from pathlib import Path
from app.office import close_office, open_office
open_office(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
close_office()
"""


def test_a_file_open_in_another_process_is_refused_but_can_be_read(closed_file: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(closed_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        assert "正在另一处打开" in _refused(closed_file)
        assert open_office(closed_file, read_only=True).read_only
        close_office()
        holder.stdin.close()
    open_office(closed_file)
    close_office()


def test_opening_a_file_again_closes_it_first(office: Office) -> None:
    member = make_member()
    open_office(office.path)
    assert Member.get_by_id(member.id) == member


def test_a_file_written_by_another_program_meanwhile_says_so(office: Office) -> None:
    member = make_member()
    program = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""
    database.execute_sql("PRAGMA busy_timeout = 50")
    command = [sys.executable, "-c", program, str(office.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        with pytest.raises(Refused, match="正被其他程序占用"):
            keeping.save(MEMBERS, member)
        holder.stdin.close()
    keeping.save(MEMBERS, member)


def test_a_process_killed_in_the_middle_of_a_change_leaves_the_old_state_whole(office: Office) -> None:
    member = make_member(name="王芳")
    path = office.path
    close_office()
    killed = f"""
import os
from pathlib import Path
from app.office import open_office
from app.records.base import change, database
from app.subjects.members.records import Member
open_office(Path({str(path)!r}))
with change():
    Member.update(name="改了").execute()
    database.execute_sql("PRAGMA cache_size = 10")  # so that pages reach the file before the commit
    Member.update(remark="写" * 2_000_000).execute()
    os.kill(os.getpid(), 9)
"""
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == -9
    open_office(path)
    assert Member.get_by_id(member.id).name == "王芳"


STEP = """
def up(migrator, db):
    db.execute_sql("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    db.execute_sql("INSERT INTO later VALUES (1)")
    db.execute_sql("UPDATE member SET remark = '已升级'")
"""


@pytest.fixture
def next_step(
    closed_file: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """One more step after the last: the closed file is now of an older version."""
    folder = tmp_path_factory.mktemp("steps")
    for step in app.office._MIGRATIONS.glob("[0-9]*.*"):
        shutil.copy(step, folder)
    last = max(int(step.name[:4]) for step in folder.iterdir())
    step = folder / f"{last + 1:04}_later.py"
    step.write_text(STEP, encoding="utf-8")
    monkeypatch.setattr(app.office, "_MIGRATIONS", folder)
    return step


def _told_by(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(question)]


@pytest.mark.usefixtures("next_step")
def test_a_file_of_an_older_version_is_brought_up_to_date(closed_file: Path) -> None:
    open_office(closed_file)
    assert _pragma("user_version") == newest_version()
    assert "later" in database.get_tables()
    assert {member.remark for member in Member.select()} == {"已升级"}
    assert Member.select().count() == 30


def test_a_file_of_an_older_version_is_copied_aside_as_it_was(closed_file: Path, next_step: Path) -> None:
    open_office(closed_file)
    close_office()
    (aside,) = closed_file.parent.glob("*.升级前*.union")
    assert _told_by(aside, "PRAGMA user_version") == [newest_version() - 1]
    assert _told_by(aside, "SELECT DISTINCT remark FROM member") == [None]
    next_step.unlink()  # the program of before
    open_office(aside)
    assert Member.select().count() == 30


@pytest.mark.usefixtures("next_step")
def test_no_trigger_of_another_program_runs_during_an_upgrade(closed_file: Path) -> None:
    with closing(sqlite3.connect(closed_file)) as plain, plain:
        plain.execute("CREATE TRIGGER helper AFTER UPDATE ON member BEGIN DELETE FROM dues_payment; END")
        plain.execute("DROP TRIGGER member_history_update")
        plain.execute(
            "CREATE TRIGGER member_history_update AFTER UPDATE ON member "
            "BEGIN UPDATE member SET name = '改' WHERE id = OLD.id; END"
        )
    open_office(closed_file)
    assert {member.remark for member in Member.select()} == {"已升级"}
    assert "改" not in {member.name for member in Member.select()}


def _said_of(path: Path) -> list[str]:
    """Return what the check of the file says but of its backups."""
    return [one.sentence for one in check_file(path) if "备份" not in one.sentence]


@pytest.mark.usefixtures("next_step")
def test_what_a_step_makes_is_this_programs_own(closed_file: Path) -> None:
    open_office(closed_file)
    close_office()
    assert _said_of(closed_file) == []


def test_what_a_step_drops_is_not_missed(closed_file: Path, next_step: Path) -> None:
    open_office(closed_file)
    close_office()
    number = int(next_step.name[:4]) + 1
    dropping = 'def up(migrator, db):\n    db.execute_sql("DROP TABLE later")\n'
    next_step.with_name(f"{number:04}_still_later.py").write_text(dropping, encoding="utf-8")
    app.office._newest_in.cache_clear()
    open_office(closed_file)
    close_office()
    assert _said_of(closed_file) == []


@pytest.mark.usefixtures("next_step")
def test_a_table_of_another_program_stays_so_through_an_upgrade(closed_file: Path) -> None:
    with closing(sqlite3.connect(closed_file)) as plain, plain:
        plain.execute("CREATE TABLE theirs (word TEXT)")
        plain.execute("INSERT INTO theirs VALUES ('x')")
    open_office(closed_file)
    close_office()
    assert _said_of(closed_file) == ["文件里有别的程序加的表 theirs，本程序不用它。"]
    assert _told_by(closed_file, "SELECT name FROM sqlite_master WHERE tbl_name = 'theirs'") == ["theirs"]


@pytest.mark.usefixtures("next_step")
def test_an_index_that_was_lost_is_there_after_an_upgrade(closed_file: Path) -> None:
    with closing(sqlite3.connect(closed_file)) as plain, plain:
        plain.execute("DROP INDEX member_name")
    open_office(closed_file)
    close_office()
    assert _told_by(closed_file, "SELECT 1 FROM sqlite_master WHERE name = 'member_name'") == [1]


@pytest.mark.usefixtures("next_step")
def test_a_row_that_was_damaged_before_an_upgrade_is_told_after_it(closed_file: Path) -> None:
    """The digests are made anew: else the damage would become what was written."""
    with closing(sqlite3.connect(closed_file)) as plain, plain:
        plain.execute("DROP TRIGGER member_digest_update")
        plain.execute("UPDATE member SET name = '改' WHERE id = 3")
        plain.execute("DROP TRIGGER membership_event_digest_delete")
        plain.execute("DELETE FROM membership_event WHERE id = 4")
    open_office(closed_file)
    told = list(changed_rows(database.connection()))
    assert ChangedRow("member", 3, Change.CHANGED) in told
    assert ChangedRow("membership_event", 4, Change.LOST) in told


def test_what_changes_after_an_upgrade_is_in_the_history(closed_file: Path, next_step: Path) -> None:
    next_step.write_text(
        STEP + '    db.execute_sql("DROP TRIGGER member_history_update")\n', encoding="utf-8"
    )
    open_office(closed_file)
    member = Member.get()
    member.remark = "又改"
    keeping.save(MEMBERS, member)
    entry = History.select().order_by(History.id.desc()).get()
    assert json.loads(entry.changes)["remark"] == ["已升级", "又改"]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(closed_file: Path, next_step: Path) -> None:
    next_step.write_text(STEP + '    db.execute_sql("no such statement")\n', encoding="utf-8")
    with pytest.raises(peewee.OperationalError):
        open_office(closed_file)
    assert current() is None
    assert _told_by(closed_file, "PRAGMA user_version") == [newest_version() - 1]
    assert _told_by(closed_file, "SELECT DISTINCT remark FROM member") == [None]


@pytest.mark.usefixtures("next_step")
def test_an_older_file_is_not_opened_for_reading_only(closed_file: Path) -> None:
    told = _refused(closed_file, read_only=True)
    assert "由旧版本的程序保存，只读时不能升级。请先在窗口中打开它一次" in told


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("version", [1, 7, 100])
def test_a_file_of_before_the_first_release_is_refused(
    closed_file: Path, version: int, read_only: bool
) -> None:
    with closing(sqlite3.connect(closed_file)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    assert "由正式发布前的试用版保存" in _refused(closed_file, read_only=read_only)


@pytest.mark.parametrize("trigger", ["member_history_update", "member_digest_update"])
def test_what_records_changes_cannot_be_switched_off(trigger: str, office: Office) -> None:
    """Another program took it away: the check says so, and opening brings it back."""
    close_office()
    with closing(connect(office.path, mode="rw")) as connection:
        connection.execute(f'DROP TRIGGER "{trigger}"')
    assert any("member的历史或校验被别的程序停掉了" in one.sentence for one in check_file(office.path))
    open_office(office.path)
    close_office()
    assert [one.sentence for one in check_file(office.path) if not one.note] == []


def test_what_was_written_while_nothing_was_recorded_is_told(office: Office) -> None:
    make_member(name="王芳")
    close_office()
    with closing(connect(office.path, mode="rw")) as connection:
        connection.execute('DROP TRIGGER "member_digest_update"')
        connection.execute("UPDATE member SET remark = '改'")
        connection.commit()
    open_office(office.path)
    assert ChangedRow("member", 1, Change.CHANGED) in list(changed_rows(database.connection()))


@pytest.mark.skipif(os.name == "nt", reason="counts bytes")
def test_a_name_too_long_for_what_lies_beside_an_office_makes_none(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"太长.*短一些"):
        create(tmp_path / f"{'长' * 80}.union", "泰祥社区工会")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="another limit")
def test_a_folder_too_deep_for_sqlite_is_told(tmp_path: Path, blank_office: Path) -> None:
    folder = tmp_path / ("深" * 80) / ("深" * 80)  # SQLite takes 504 bytes of a path
    folder.mkdir(parents=True)
    path = Path(shutil.copy(blank_office, folder / "泰祥.union"))
    with pytest.raises(Refused, match=r"路径太长.*移到"):
        open_office(path)
    with pytest.raises(Refused, match=r"路径太长.*移到"):
        create(folder / "新.union", "泰祥社区工会")
    assert list(folder.iterdir()) == [path]


def test_where_nothing_can_be_looked_at_no_office_is_made(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o600)  # as a stick that only reads refuses to remove what is not there
    with pytest.raises(Refused, match=r"不能在.*权限"):
        create(ordinary_folder / "新.union", "泰祥社区工会")
