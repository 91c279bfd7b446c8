"""A file of the first release takes honours and goals, and its summaries stay as they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import app.office
from app.office import APPLICATION_ID, close_office, open_office
from app.subjects.office.goals.records import Goal
from app.subjects.office.honours.records import Honour
from app.summary.texts import inherited, text_of
from tests.factories.paperwork import make_goal, make_honour

_FIRST = 101
_SAVED = "'2012-01-06 10:00:00'"


def _first_release(path: Path) -> None:
    """Write a file as the first release made it, with a summary in it."""
    step = app.office._MIGRATIONS / "0001_first_schema.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(step.read_text(encoding="utf-8"))
        connection.execute(
            "CREATE TABLE schema_migration (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(255) NOT NULL, "
            "applied DATETIME NOT NULL)"
        )
        connection.execute(f"INSERT INTO schema_migration VALUES (1, '0001_first_schema', {_SAVED})")
        connection.execute(
            "INSERT INTO summary_text (version, created_at, updated_at, year, report, body) "
            f"VALUES (1, {_SAVED}, {_SAVED}, 2011, 'year', '总结' || char(10) || '走访了企业。')"
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {_FIRST}")
        connection.commit()


def test_a_file_of_the_first_release_is_brought_up_to_date(tmp_path: Path) -> None:
    _first_release(path := tmp_path / "台账.union")
    open_office(path)
    try:
        make_honour()
        make_goal()
        assert (Honour.alive().count(), Goal.alive().count()) == (1, 1)
        assert text_of(2011) == "总结\n走访了企业。"
        assert [sentence.words for sentence in inherited(2012).marked(text_of(2012))] == ["走访了企业。"]
    finally:
        close_office()
