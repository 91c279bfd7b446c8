"""A file has the triggers and indexes that this program made, and none that another left in it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from app.cipher.connection import connect
from app.errors import Refused
from app.office import Office, close_office, open_office
from app.records.base import database
from app.safekeeping.automatic import keep_copy
from app.subjects.members.records import Member
from tests.factories.people import make_member


@pytest.fixture
def file(office: Office) -> Path:
    """A closed office with one member."""
    make_member(name="王芳")
    keep_copy()
    close_office()
    return office.path


def write(path: Path, *statements: str) -> None:
    """Let another program write into the file."""
    with closing(connect(path, mode="rw")) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def told(path: Path) -> list[str]:
    return [one.sentence for one in check_file(path)]


def defined(name: str) -> str:
    query = "SELECT sql FROM sqlite_master WHERE name = ?"
    found = database.execute_sql(query, (name,)).fetchone()
    return str(found[0]) if found else ""


STRANGERS = {
    "trigger": "CREATE TRIGGER helper AFTER UPDATE ON member BEGIN DELETE FROM visit; END",
    "replaced": "CREATE TRIGGER member_history_update AFTER UPDATE ON member BEGIN DELETE FROM visit; END",
}


@pytest.mark.parametrize("statement", STRANGERS.values(), ids=STRANGERS)
def test_a_trigger_of_another_program_does_not_run(file: Path, statement: str) -> None:
    write(file, "DROP TRIGGER IF EXISTS member_history_update", statement)
    open_office(file)
    assert "DELETE FROM visit" not in defined("helper") + defined("member_history_update")
    assert "INSERT INTO history" in defined("member_history_update")
    close_office()
    assert told(file) == []


def test_a_trigger_in_which_a_letter_changed_is_told_and_made_anew(file: Path) -> None:
    content = file.read_bytes()
    spoilt = content.replace(b"'UPDATE', 'member', NEW", b"'UPDATE', 'nember', NEW")
    assert spoilt != content
    file.write_bytes(spoilt)
    assert any("member的历史或校验" in sentence for sentence in told(file))
    open_office(file)
    assert "'nember'" not in defined("member_history_update")
    close_office()
    assert told(file) == []


def test_a_trigger_whose_name_is_no_text_any_more_is_told_and_the_office_refused(file: Path) -> None:
    content = file.read_bytes()
    spoilt = content.replace(b"member_digest_insert", b"mem\xe2er_digest_insert")
    assert spoilt != content
    file.write_bytes(spoilt)
    assert any("member的历史或校验" in sentence for sentence in told(file))
    with pytest.raises(Refused, match="已损坏"):
        open_office(file)


def test_a_trigger_with_what_is_no_text_is_made_anew(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content.replace(b"'UPDATE', 'member', NEW", b"'UPDATE', 'mem\xe2er', NEW"))
    open_office(file)
    close_office()
    assert told(file) == []


def test_an_index_that_is_gone_is_told_and_made_anew(file: Path) -> None:
    write(file, "DROP INDEX member_member_no")
    assert told(file) == ["文件的索引 member_member_no 不见了，用本程序打开一次，就重新建立。"]
    open_office(file)
    assert "UNIQUE" in defined("member_member_no")
    close_office()
    assert told(file) == []


def test_where_a_number_is_there_twice_meanwhile_the_office_opens_and_the_check_says_so(file: Path) -> None:
    with closing(connect(file)) as connection:
        known = [name for _, name, *_ in connection.execute("PRAGMA table_info(member)")]
    columns = ", ".join(f'"{name}"' for name in known if name not in ("id", "id_number"))
    write(
        file,
        "DROP INDEX member_member_no",
        f"INSERT INTO member ({columns}) SELECT {columns} FROM member",
    )
    open_office(file)
    assert Member.select().count() == 2
    assert defined("member_member_no") == ""
    close_office()
    assert any("member_member_no 不见了" in sentence for sentence in told(file))


def test_a_table_in_whose_definition_a_letter_changed_is_told(file: Path) -> None:
    content = file.read_bytes()
    spoilt = content.replace(b'"remark" TEXT', b'"remarc" TEXT')
    assert spoilt != content
    file.write_bytes(spoilt)
    assert any("的定义变了，请用备份恢复" in sentence for sentence in told(file))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE VIEW ours AS SELECT name FROM member", "文件里有别的程序加的视图 ours，本程序不用它。"),
        ("CREATE TABLE theirs (a)", "文件里有别的程序加的表 theirs，本程序不用它。"),
        ("CREATE VIRTUAL TABLE words USING fts5(a)", "文件里有别的程序加的表 words，本程序不用它。"),
        ("CREATE INDEX faster ON member (name)", "文件里有别的程序加的索引 faster，本程序不用它。"),
    ],
)
def test_what_another_program_added_is_told_and_nobody_minds(
    file: Path, statement: str, sentence: str
) -> None:
    write(file, statement)
    assert sentence in told(file)
    open_office(file)
    make_member(name="李娜")
    close_office()
    assert sentence in told(file)


def test_a_file_of_which_nothing_is_noted_is_noted_at_its_opening(file: Path) -> None:
    write(
        file, "DELETE FROM row_digest WHERE table_name LIKE 'sqlite_master%'", "DROP INDEX member_member_no"
    )
    assert told(file) == []
    open_office(file)
    close_office()
    write(file, "DROP INDEX member_name")
    assert any("member_name 不见了" in sentence for sentence in told(file))
