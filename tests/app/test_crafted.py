"""Files that another program rewrote, or somebody made up: refused or opened in a sentence, never a fault.

The bytes of the head are those of SQLite's file format, https://www.sqlite.org/fileformat2.html, 1.3.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from app.errors import Refused
from app.office import APPLICATION_ID, close_office, newest_version, open_office
from app.records.base import database
from app.safekeeping.backup import back_up
from app.safekeeping.restore import restore
from app.subjects.members.records import Member
from tests.factories.people import make_member


@pytest.fixture
def file(blank_office: Path, tmp_path: Path) -> Path:
    """A closed office."""
    return Path(shutil.copy(blank_office, tmp_path / "台账.union"))


def write(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for statement in statements:
            plain.execute(statement)


def refusal(path: Path) -> str:
    """Return why a file is not opened: for reading alone, as a backup and by the check the same is said."""
    said = {one.sentence for one in check_file(path)}
    for read_only in (True, False):
        with pytest.raises(Refused) as refused:
            open_office(path, read_only=read_only)
        said.add(str(refused.value))
    with pytest.raises(Refused) as refused:
        restore(path, path.with_name("恢复.union"))
    (sentence,) = {str(refused.value), *said}
    return sentence


def test_a_file_in_utf_16_is_refused(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "另存.union"
    with closing(sqlite3.connect(file)) as plain:
        dumped = "\n".join(plain.iterdump())
    with closing(sqlite3.connect(other, isolation_level=None)) as plain:
        plain.execute("PRAGMA encoding = 'UTF-16le'")
        plain.executescript(dumped)
    write(other, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {newest_version()}")
    assert "被别的程序换了文字编码" in refusal(other)


@pytest.mark.parametrize("at", [18, 19, 47])
def test_a_head_that_no_version_writes_is_called_damaged(file: Path, at: int) -> None:
    """With another version to write by, SQLite would call the file read-only."""
    content = bytearray(file.read_bytes())
    content[at] |= 8
    file.write_bytes(content)
    assert "开头已损坏" in refusal(file)


@pytest.mark.parametrize("version", [-1, -(2**31), 2**31 - 1])
def test_an_odd_number_of_a_version_is_a_newer_one(file: Path, version: int) -> None:
    write(file, f"PRAGMA user_version = {version}")
    assert "由更新版本的程序保存" in refusal(file)


def test_a_file_with_nothing_in_it_but_the_marks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "空.union"
    write(
        path,
        "CREATE TABLE theirs (a)",
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {newest_version()}",
    )
    for act in (open_office, lambda path: restore(path, tmp_path / "恢复.union")):
        with pytest.raises(Refused, match="缺少 表"):
            act(path)


_UNKNOWN = (
    "INSERT INTO sqlite_master VALUES ('table', 'odd', 'odd', 0, 'CREATE VIRTUAL TABLE odd USING none(a)')"
)


@pytest.mark.parametrize(
    "statements",
    [
        ("PRAGMA page_size = 512", "VACUUM"),
        ("PRAGMA page_size = 65536", "VACUUM"),
        ("PRAGMA auto_vacuum = FULL", "VACUUM"),
        ("PRAGMA journal_mode = WAL",),
        ("CREATE VIEW bad AS SELECT nosuch FROM nowhere",),
        ("CREATE TRIGGER bad AFTER INSERT ON member BEGIN INSERT INTO nowhere VALUES (1); END",),
        ("CREATE TRIGGER bad BEFORE INSERT ON member BEGIN SELECT RAISE(ABORT, 'no'); END",),
        ("CREATE VIRTUAL TABLE words USING fts5(a)", "INSERT INTO words VALUES ('x')"),
        ("CREATE VIRTUAL TABLE places USING rtree(id, a, b)",),
        ("PRAGMA writable_schema = ON", _UNKNOWN),
        ("CREATE INDEX odd ON member (lower(name))",),
    ],
    ids=lambda statements: statements[-1][:30],
)
def test_what_harms_nothing_is_opened_worked_in_and_backed_up(
    file: Path, statements: tuple[str, ...]
) -> None:
    write(file, *statements)
    open_office(file)
    make_member(name="王芳")
    made = back_up(file.parent)
    close_office()
    assert not [one for one in check_file(file) if not one.note]
    open_office(made.path, read_only=True)
    assert [member.name for member in Member.select()] == ["王芳"]
    close_office()


def test_what_another_program_keeps_in_tables_of_its_own_is_neither_watched_nor_told_row_by_row(
    file: Path,
) -> None:
    write(file, "CREATE VIRTUAL TABLE words USING fts5(a)", "INSERT INTO words VALUES ('x'), ('y')")
    open_office(file)
    names = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    close_office()
    assert not [name for (name,) in names if name.startswith("words")]
    assert not [one.sentence for one in check_file(file) if "第 1 号" in one.sentence]


def test_a_view_calls_no_function_of_the_program(file: Path) -> None:
    """Trusted schema is off: a view may not call what the program taught its connection."""
    write(file, "CREATE VIEW spy AS SELECT digest_of(name) FROM profile")
    open_office(file)
    with pytest.raises(Exception, match="unsafe use of digest_of"):
        database.execute_sql("SELECT * FROM spy").fetchall()
    close_office()
