"""A file of the last version keeps what its change log knows of earlier days."""

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
MEMBERS = "SELECT day, member_count, is_legal_person FROM grassroots_union_earlier ORDER BY day"


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    """An office file of the first version, with one union and one unit of January 2010."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((MIGRATIONS / "0001_first_schema.sql").read_text(encoding="utf-8"))
        for table, values in (
            ("grassroots_union", {"member_count": 90, "is_legal_person": 1}),
            ("enterprise", {"employee_count": 150, "counted_on": "2012-12-31"}),
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


def _migrate(file: sqlite3.Connection) -> None:
    spec = util.spec_from_file_location("step", MIGRATIONS / "0004_earlier_values.py")
    assert spec is not None
    assert spec.loader is not None
    step = util.module_from_spec(spec)
    spec.loader.exec_module(step)
    step.up(None, SimpleNamespace(execute_sql=file.execute))


def test_each_value_is_kept_from_its_change_to_the_next(file: sqlite3.Connection) -> None:
    """60 members until March 2011, 80 until May 2012; the legal person came between."""
    _changed(file, "grassroots_union", "2011-03-01", member_count=[60, 80])
    _changed(file, "grassroots_union", "2011-12-20", is_legal_person=[0, 1])
    _changed(file, "grassroots_union", "2012-05-01", member_count=[80, 90])
    _migrate(file)
    assert list(file.execute(MEMBERS)) == [("2010-01-05", 60, 0), ("2011-03-01", 80, None)]
    assert file.execute("SELECT told_on FROM grassroots_union").fetchall() == [("2012-05-01",)]


def test_what_was_mended_on_the_same_day_never_was(file: sqlite3.Connection) -> None:
    _changed(file, "grassroots_union", "2010-01-05", member_count=[600, 60])
    _changed(file, "grassroots_union", "2012-05-01", member_count=[60, 90])
    _migrate(file)
    assert list(file.execute(MEMBERS)) == [("2010-01-05", 60, None)]


def test_a_count_is_of_the_day_that_was_told_with_it(file: sqlite3.Connection) -> None:
    days: list[object] = ["2011-12-31", "2012-12-31"]
    _changed(file, "enterprise", "2013-01-10", employee_count=[120, 150], counted_on=days)
    _migrate(file)
    kept = file.execute("SELECT day, employee_count FROM enterprise_earlier").fetchall()
    assert kept == [("2011-12-31", 120)]
    assert file.execute("SELECT counted_on, told_on FROM enterprise").fetchall() == [("2012-12-31", None)]


def test_what_never_changed_is_left_as_it_was(file: sqlite3.Connection) -> None:
    _migrate(file)
    assert list(file.execute(MEMBERS)) == []
    assert file.execute("SELECT told_on FROM grassroots_union").fetchall() == [(None,)]
