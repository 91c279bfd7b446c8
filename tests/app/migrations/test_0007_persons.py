"""A file of the first release gets the day from which the parties of each dispute may go to arbitration."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.keeping import history
from app.office import APPLICATION_ID, close_office, open_office
from app.subjects.disputes.cases.records import DisputeCase

_FIRST = Path(__file__).parents[3] / "app" / "migrations" / "0001_first_schema.sql"


@pytest.fixture
def first_release(tmp_path: Path) -> Path:
    """A file as the first release left it, with a dispute of 1 April 2011 that was accepted on the 6th."""
    path = tmp_path / "old.union"
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(_FIRST.read_text(encoding="utf-8"))
        file.execute("CREATE TABLE schema_migration (id INTEGER PRIMARY KEY, name TEXT, applied TEXT)")
        file.execute("INSERT INTO schema_migration VALUES (1, '0001_first_schema', '2026-11-01')")
        known = {"id": 1, "version": 1, "status": "调解中"}
        known |= {"applied_on": "2011-04-01", "accepted_on": "2011-04-06", "due_on": "2011-04-21"}
        columns = file.execute("PRAGMA table_info(dispute_case)").fetchall()
        needed: dict[str, object] = {name: 0 for _, name, _, is_needed, *_ in columns if is_needed}
        needed |= dict.fromkeys(("created_at", "updated_at"), "2011-04-06 00:00:00")
        row = needed | known
        marks = ", ".join("?" * len(row))
        file.execute(f"INSERT INTO dispute_case ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        file.execute("PRAGMA user_version = 101")
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return path


def test_the_day_of_arbitration_follows_from_the_application(first_release: Path) -> None:
    """Fifteen days after the application (劳动争议调解仲裁法 art. 14); the body's own limit stays."""
    open_office(first_release)
    try:
        case = DisputeCase.get_by_id(1)
        assert (case.arbitration_open_on, case.due_on) == (date(2011, 4, 16), date(2011, 4, 21))
        assert history.of(case) == []
    finally:
        close_office()
