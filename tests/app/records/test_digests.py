"""A value that changed by itself is told, and so is one that another program wrote."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.office import Office, close_office, open_office
from app.records import digests
from app.records.base import change, database
from app.records.digests import Change, ChangedRow, changed_rows, know_digests
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from tests.factories.people import make_member


def found(path: Path) -> list[ChangedRow]:
    with closing(sqlite.connect(path)) as connection:
        know_digests(connection)
        return list(changed_rows(connection))


@pytest.fixture
def file(office: Office) -> Path:
    """A closed office of two members."""
    make_member(name="单小娟", mobile="13800138000")
    make_member(name="仇永福")
    close_office()
    return office.path


def test_a_file_that_only_this_program_wrote_is_as_it_was_written(file: Path) -> None:
    assert found(file) == []


def flip(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert content.count(old) >= 1
    path.write_bytes(content.replace(old, new))


def test_a_bit_that_changed_in_a_name_is_told_by_table_and_row(file: Path) -> None:
    """SQLite's own check calls such a file whole."""
    before, after = "单小娟".encode(), "单小娡".encode()
    flip(file, before, after)
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ChangedRow("member", 1, Change.CHANGED) in found(file)


def test_a_text_that_is_no_text_any_more_is_told(file: Path) -> None:
    flip(file, "仇永福".encode(), b"\xff\xfe" + "仇永福".encode()[2:])
    assert ("member", 2) in {(row.table, row.row) for row in found(file)}


def test_what_another_program_wrote_is_told_as_that(file: Path) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("UPDATE member SET mobile = '13900139000' WHERE id = 1")
    changes = {(row.table, row.row): row.change for row in found(file)}
    assert changes["member", 1] is Change.FOREIGN


@pytest.mark.parametrize(
    ("statement", "change"),
    [
        ("UPDATE member SET mobile = '13900139000' WHERE id = 1", Change.CHANGED),
        ("DELETE FROM member WHERE id = 1", Change.LOST),
    ],
)
def test_a_change_behind_the_triggers_is_told(file: Path, statement: str, change: Change) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        for action in ("update", "delete"):
            plain.execute(f"DROP TRIGGER member_digest_{action}")
        plain.execute(statement)
    assert ChangedRow("member", 1, change) in found(file)


def test_a_row_that_moved_to_another_number_is_told(file: Path) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("DROP TRIGGER member_digest_update")
        plain.execute("UPDATE member SET id = 9 WHERE id = 1")
    assert {row.row for row in found(file) if row.table == "member"} == {1, 9}


def test_each_save_is_digested_before_it_ends(office: Office) -> None:
    make_member()
    ((open_rows,),) = database.execute_sql("SELECT COUNT(*) FROM row_digest WHERE digest IS NULL")
    assert open_rows == 0
    assert Member.select().count() == 1


def _steps_of_sealing(tables: str) -> int:
    """Return in how many hundreds of SQLite's steps all rows of some tables are digested."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    database.execute_sql(f"UPDATE row_digest SET digest = NULL WHERE table_name IN ({tables})")
    connection = database.connection()
    connection.set_progress_handler(count, 100)
    try:
        digests.seal()
    finally:
        connection.set_progress_handler(None, 100)
    return taken


def test_rows_of_many_tables_are_digested_in_the_steps_that_each_table_takes(
    sample_file: Path, tmp_path: Path
) -> None:
    open_office(Path(shutil.copy(sample_file, tmp_path / "sample.union")))
    tables = [f"'{table}'" for table in digests.digested_tables(database.connection())]
    one_by_one = sum(map(_steps_of_sealing, tables))
    assert _steps_of_sealing(", ".join(tables)) <= 1.1 * one_by_one + len(tables)
    close_office()


def test_a_digest_whose_table_is_no_text_any_more_is_told(file: Path) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("UPDATE row_digest SET table_name = x'07' WHERE table_name = 'profile'")
    assert {(row.table, row.change) for row in found(file)} == {
        ("profile", Change.FOREIGN),
        (str(b"\x07"), Change.LOST),
    }


def test_what_another_program_erased_is_told_as_that(file: Path) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("DELETE FROM membership_event WHERE id = 1")
    assert ChangedRow("membership_event", 1, Change.DELETED) in found(file)


def test_what_this_program_erased_and_wrote_again_is_as_it_was_written(office: Office) -> None:
    member = make_member()
    with change():
        event = MembershipEvent.get(MembershipEvent.member == member)
        event.delete_instance()
        MembershipEvent.insert(event.__data__).execute()
    close_office()
    assert found(office.path) == []


def test_rows_are_told_however_few_are_compared_at_a_time(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "_ROWS_AT_ONCE", 1)
    assert found(file) == []
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("DROP TRIGGER member_digest_update")
        plain.execute("UPDATE member SET mobile = '13900139000'")
    assert [row.row for row in found(file) if row.table == "member"] == [1, 2]
