"""What one test leaves in the office that stays open, the next one does not find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.office import close_office, create, current_office
from app.records.base import change, database
from app.records.naming import _usual_names
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise
from tests.factories.people import make_enterprise, make_member
from tests.helpers.again import Again


@pytest.fixture
def tables(again: Again) -> dict[str, list[object]]:
    """All rows of an office that nobody has changed."""
    again.open()
    found = rows()
    again.leave()
    return found


def rows() -> dict[str, list[object]]:
    names = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: database.execute_sql(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def member_with_another_code() -> None:
    make_member()
    with change():
        database.execute_sql("UPDATE profile SET code = 'XX'")


def a_table() -> None:
    database.execute_sql("CREATE TABLE other (id)")


def file_beside() -> None:
    Path(database.database).with_name("备份.union").touch()


def office_closed() -> None:
    close_office()


def another_office() -> None:
    create(Path(database.database).with_name("other.union"), "别的工会", code="BD")


def transaction_left_open() -> None:
    database.connection().execute("BEGIN")


def a_pragma() -> None:
    database.execute_sql("PRAGMA foreign_keys = OFF")


@pytest.mark.parametrize(
    "act",
    [
        member_with_another_code,
        a_table,
        file_beside,
        office_closed,
        another_office,
        transaction_left_open,
        a_pragma,
    ],
)
def test_the_next_one_finds_it_as_the_first(
    again: Again, tables: dict[str, list[object]], act: Callable[[], None]
) -> None:
    again.open()
    act()
    again.leave()
    assert current_office() is None
    assert database.is_closed()
    office = again.open()
    assert current_office() is office
    assert rows() == tables
    assert database.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)
    assert [path.name for path in office.path.parent.iterdir() if path.suffix == ".union"] == ["test.union"]
    assert database.execute_sql("PRAGMA integrity_check").fetchone() == ("ok",)
    again.leave()


def test_it_is_the_same_connection(again: Again) -> None:
    again.open()
    make_member()
    before = database.connection()
    again.leave()
    again.open()
    assert database.connection() is before
    assert Member.select().count() == 0
    again.leave()


def test_what_was_remembered_until_the_next_change_is_forgotten(again: Again) -> None:
    again.open()
    make_enterprise(name="泰祥精密机械有限公司", short_name="泰祥机械厂")
    assert _usual_names(Enterprise)
    again.leave()
    again.open()
    assert _usual_names(Enterprise) == {}
    again.leave()
