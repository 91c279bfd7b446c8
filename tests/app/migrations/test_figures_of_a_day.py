"""A file of the last version keeps what its change log knows of employers, of the office, of households."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import util
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import app

MIGRATIONS = Path(app.__file__).parent / "migrations"
_KEPT = "SELECT day, employer, education FROM member_earlier ORDER BY day"


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    """An office file of the version before, with the office, a member and a wife in a household, of 2010."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((MIGRATIONS / "0001_first_schema.sql").read_text(encoding="utf-8"))
        _step(connection, "0004_earlier_values.py")
        for table, values in (
            ("profile", {"leader": "李强", "dues_rate": 5}),
            ("member", {"employer": "浦江机电", "education": "大专"}),
            ("hardship_family", {"lives_together": 0}),
        ):
            _insert(connection, table, values)
        yield connection


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    needed = {row[1]: 1 for row in connection.execute(f"PRAGMA table_info({table})") if row[3] and not row[5]}
    row = needed | {"created_at": "2010-01-05 09:00:00", "updated_at": "2010-01-05 09:00:00"} | values
    places = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", list(row.values()))


def _changed(file: sqlite3.Connection, table: str, day: str, **changes: list[object]) -> None:
    file.execute(
        "INSERT INTO history (at, action, table_name, row_id, changes) VALUES (?, 'UPDATE', ?, 1, ?)",
        (f"{day} 10:00:00.000", table, json.dumps(changes)),
    )


def _step(file: sqlite3.Connection, name: str) -> None:
    spec = util.spec_from_file_location("step", MIGRATIONS / name)
    assert spec is not None
    assert spec.loader is not None
    step = util.module_from_spec(spec)
    spec.loader.exec_module(step)
    step.up(None, SimpleNamespace(execute_sql=file.execute))


def _migrate(file: sqlite3.Connection) -> None:
    _step(file, "0013_figures_of_a_day.py")


def test_an_employer_is_kept_from_each_change_to_the_next(file: sqlite3.Connection) -> None:
    _changed(file, "member", "2011-03-01", employer=["天成科技", "东兰大厦"])
    _changed(file, "member", "2012-05-01", employer=["东兰大厦", "浦江机电"])
    _migrate(file)
    assert list(file.execute(_KEPT)) == [("2010-01-05", "天成科技", None), ("2011-03-01", "东兰大厦", None)]
    assert file.execute("SELECT told_on FROM member").fetchall() == [("2012-05-01",)]


def test_what_was_told_of_an_earlier_day_is_still_of_that_day(file: sqlite3.Connection) -> None:
    """大专 since June 2011, another employer since May 2012: in January 2012 still 大专."""
    file.execute("UPDATE member SET told_on = '2011-06-01'")
    _changed(file, "member", "2012-05-01", employer=["天成科技", "浦江机电"])
    _migrate(file)
    assert list(file.execute(_KEPT)) == [("2010-01-05", "天成科技", None), ("2011-06-01", None, "大专")]
    assert file.execute("SELECT told_on FROM member").fetchall() == [("2012-05-01",)]


def test_an_employer_is_not_of_the_later_day_of_something_else(file: sqlite3.Connection) -> None:
    file.execute("UPDATE member SET told_on = '2013-06-01'")
    _changed(file, "member", "2012-05-01", employer=["天成科技", "浦江机电"])
    _migrate(file)
    assert list(file.execute(_KEPT)) == [("2010-01-05", "天成科技", None), ("2012-05-01", "浦江机电", None)]
    assert file.execute("SELECT told_on FROM member").fetchall() == [("2013-06-01",)]


def test_the_office_is_kept_as_it_was(file: sqlite3.Connection) -> None:
    _changed(file, "profile", "2012-05-01", leader=["王芳", "李强"])
    _migrate(file)
    assert list(file.execute("SELECT day, leader, dues_rate FROM profile_earlier")) == [
        ("2010-01-05", "王芳", None)
    ]
    assert file.execute("SELECT told_on FROM profile").fetchall() == [("2012-05-01",)]


def test_who_left_a_household_left_on_the_day_it_was_told(file: sqlite3.Connection) -> None:
    _changed(file, "hardship_family", "2012-05-01", lives_together=[1, 0])
    _migrate(file)
    assert file.execute("SELECT left_on FROM hardship_family").fetchall() == [("2012-05-01",)]


def test_what_never_changed_is_left_as_it_was(file: sqlite3.Connection) -> None:
    _migrate(file)
    assert list(file.execute(_KEPT)) == []
    assert file.execute("SELECT told_on FROM member").fetchall() == [(None,)]
    assert file.execute("SELECT left_on FROM hardship_family").fetchall() == [(None,)]
