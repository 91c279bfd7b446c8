"""A file of the last version keeps until when the terms before ran, as its change log knows it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import util
from pathlib import Path
from types import SimpleNamespace

import pytest

import app

MIGRATIONS = Path(app.__file__).parent / "migrations"
_STEPS = ("0004_earlier_values", "0028_former_terms")
_KEPT = "SELECT day, member_count, term_end FROM grassroots_union_earlier ORDER BY day"


def _migrate(file: sqlite3.Connection, name: str) -> None:
    spec = util.spec_from_file_location("step", MIGRATIONS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    step = util.module_from_spec(spec)
    spec.loader.exec_module(step)
    step.up(None, SimpleNamespace(execute_sql=file.execute))


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    """An office file of the first version with one union."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((MIGRATIONS / "0001_first_schema.sql").read_text(encoding="utf-8"))
        table = connection.execute("PRAGMA table_info(grassroots_union)").fetchall()
        row: dict[str, object] = {column[1]: 1 for column in table if column[3] and not column[5]}
        row |= {"created_at": "2010-01-05 09:00:00", "updated_at": "2010-01-05 09:00:00"}
        places = ", ".join("?" * len(row))
        connection.execute(
            f"INSERT INTO grassroots_union ({', '.join(row)}) VALUES ({places})", list(row.values())
        )
        yield connection


def _changed(file: sqlite3.Connection, **changes: list[object]) -> None:
    file.execute(
        "INSERT INTO history (at, action, table_name, row_id, changes) "
        "VALUES ('2013-03-05 10:00:00.000', 'UPDATE', 'grassroots_union', 1, ?)",
        (json.dumps(changes),),
    )


_ELECTED: dict[str, list[object]] = {
    "term_start": ["2010-06-01", "2013-03-01"],
    "term_end": ["2012-12-30", "2016-03-01"],
}


def test_the_end_of_a_former_term_is_kept_from_its_beginning(file: sqlite3.Connection) -> None:
    _changed(file, term_no=[2, 3], **_ELECTED)
    for step in _STEPS:
        _migrate(file, step)
    assert list(file.execute(_KEPT)) == [("2010-06-01", None, "2012-12-30")]


def test_what_was_told_from_the_same_day_keeps_its_row(file: sqlite3.Connection) -> None:
    _migrate(file, _STEPS[0])
    file.execute(
        "INSERT INTO grassroots_union_earlier (version, created_at, updated_at, owner_id, day, member_count) "
        "VALUES (1, '', '', 1, '2010-06-01', 60)"
    )
    _changed(file, term_no=[2, 3], **_ELECTED)
    _migrate(file, _STEPS[1])
    assert list(file.execute(_KEPT)) == [("2010-06-01", 60, "2012-12-30")]


def test_a_term_that_was_mended_was_no_other(file: sqlite3.Connection) -> None:
    _changed(file, **_ELECTED)
    for step in _STEPS:
        _migrate(file, step)
    assert list(file.execute(_KEPT)) == []
