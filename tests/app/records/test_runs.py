"""New rows that are written in one run: noted as one, by nothing that a failure could leave away."""

from __future__ import annotations

import pytest

from app.keeping.history import History
from app.office import Office
from app.records import digests, schema
from app.records.base import change, database
from app.records.runs import noted_together
from app.subjects.members.records import MemberRelative
from tests.factories.people import make_member

ROWS = 300
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


@pytest.fixture
def member(office: Office) -> int:
    """The id of a member."""
    return int(make_member().id)


def _write(member: int, rows: int = ROWS) -> None:
    with noted_together("member_relative", 1, rows):
        database.execute_many(
            "INSERT INTO member_relative (id, version, created_at, updated_at, member_id, name) "
            "VALUES (?, 1, '2011-03-08', '2011-03-08', ?, '王芳')",
            [(number, member) for number in range(1, rows + 1)],
        )


def _open_rows() -> int:
    (found,) = database.execute_sql("SELECT COUNT(*) FROM row_digest WHERE digest IS NULL").fetchone()
    return int(found)


def test_many_rows_are_digested_as_soon_as_they_are_written(member: int) -> None:
    with change():
        before = _open_rows()
        _write(member)
        assert _open_rows() == before + 1  # the entry of the history
    assert list(digests.changed_rows(database.connection())) == []


@pytest.mark.parametrize("rows", [2, ROWS])
def test_rows_of_one_run_are_one_entry_of_the_history(member: int, rows: int) -> None:
    with change():
        _write(member, rows)
    [entry] = History.select().where(History.table == "member_relative")
    assert list(entry.rows) == list(range(1, rows + 1))


def test_what_notes_each_row_is_there_again(member: int) -> None:
    triggers = database.execute_sql(TRIGGERS).fetchall()
    with change():
        _write(member)
    assert database.execute_sql(TRIGGERS).fetchall() == triggers
    assert list(schema.changed(database.connection())) == []


def test_what_notes_each_row_is_there_after_a_failure(member: int) -> None:
    triggers = database.execute_sql(TRIGGERS).fetchall()
    with change():
        with pytest.raises(ZeroDivisionError), noted_together("member_relative", 1, ROWS):
            raise ZeroDivisionError
        assert database.execute_sql(TRIGGERS).fetchall() == triggers


def test_a_row_in_the_place_of_one_that_another_program_erased_is_as_it_was_written(member: int) -> None:
    with change():
        _write(member)
    database.execute_sql("DELETE FROM member_relative")  # noted, and not digested: nobody has sealed it
    with change():
        _write(member)
    assert list(digests.changed_rows(database.connection())) == []
    assert MemberRelative.select().count() == ROWS
