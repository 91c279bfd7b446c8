"""How much time of the processor the figures of an office of 100,000 records take; for `make bench`."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from app import sample
from app.figures.figure import Figure
from app.figures.kept import is_kept
from app.figures.once import one_reading
from app.figures.reading import read_all
from app.office import close_office, open_office
from app.records.earlier import groups_of
from app.registry import RECORDS, figure_topics, figures
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.texts import brought_along

YEAR, BEFORE = year(2011), year(2010)
LARGE = 100_000
_TIMES = 3
_SHARES = {
    "member": 8,
    "membership_event": 9,
    "dues_payment": 12,
    "enterprise": 6,
    "grassroots_union": 3,
    "collective_contract": 4,
    "contract_coverage": 6,
    "labor_contract_count": 7,
    "survey_item": 3,
    "open_affairs": 2,
    "hardship_file": 3,
    "aid_payment": 5,
    "dispute_case": 2,
    "activity_participant": 6,
    "job_intention": 4,
    "mutual_claim": 7,
    "mutual_enrolment": 7,
    "annual_return": 2,
    "bulletin": 1,
    "visit": 1,
    "cash_entry": 1,
    "seal_use": 1,
}
"""What a large office has most of, in thousands of records."""
_LINKS = {
    "membership_event": ("member_id", "member"),
    "dues_payment": ("member_id", "member"),
    "contract_coverage": ("contract_id", "collective_contract"),
}


def _grow(path: Path) -> int:
    """Copy the sample's records until there are enough; return how many there are."""
    with closing(sqlite3.connect(path)) as connection:
        unique = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'"
        for (name,) in connection.execute(unique).fetchall():
            connection.execute(f'DROP INDEX "{name}"')
        for table, thousands in _SHARES.items():
            _copy(connection, table, 1000 * thousands)
        for table, (link, other) in _LINKS.items():
            connection.execute(f"UPDATE {table} SET {link} = 1 + id * 7 % (SELECT MAX(id) FROM {other})")
        # Events of one day have their places, and nobody pays twice for a month.
        connection.execute("UPDATE membership_event SET place = id")
        connection.execute("UPDATE dues_payment SET month = printf('2011-%02d', 1 + id % 12)")
        _remember(connection)
        connection.commit()
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return sum(connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in tables)


def _remember(connection: sqlite3.Connection) -> None:
    """Keep of each record whose values change over time what was told of it a year before."""
    for model in RECORDS:
        fields = [field for group in groups_of(model).values() for field in group]
        table, columns = model._meta.table_name, ", ".join(f'"{field.column_name}"' for field in fields)
        for since in groups_of(model):
            connection.execute(f"UPDATE {table} SET {since} = '2011-11-30'")
        if fields:
            connection.execute(
                f"INSERT INTO {table}_earlier (version, created_at, updated_at, owner_id, day, {columns})"
                f" SELECT 1, created_at, updated_at, id, '2010-11-30', {columns} FROM {table}"
            )


def _copy(connection: sqlite3.Connection, table: str, wanted: int) -> None:
    """Copy rows as other people and units: nobody has sixty files of hardship."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
    names = ", ".join(f'"{name}"' for name in columns)
    fresh = names.replace('"is_own"', "0")
    for told in ("employer", "id_number", "name"):
        fresh = fresh.replace(f'"{told}"', f"{told} || id")
    while (there := connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]) < wanted:
        connection.execute(
            f"INSERT INTO {table} ({names}) SELECT {fresh} FROM {table} ORDER BY id LIMIT {wanted - there}"
        )


@pytest.fixture(scope="module")
def large_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The sample office grown to 100,000 records, open for reading; how many it has."""
    folder = tmp_path_factory.mktemp("large")
    sample.build(folder / "sample.union")
    path = Path(shutil.copy(folder / "sample.union", folder / "large.union"))
    records = _grow(path)
    open_office(path, read_only=True)
    yield records
    close_office()


def _seconds(work: Callable[[], Any]) -> float:
    """Return the shortest of several times of the processor: what it does beside does not count."""
    times = []
    for _ in range(_TIMES):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _slowest(figures: Iterable[Figure]) -> str:
    timed = sorted(((_seconds(partial(one.number, YEAR)), one.label) for one in figures), reverse=True)
    return "、".join(f"{label} {1000 * seconds:.0f} ms" for seconds, label in timed[:8])


def test_all_figures_of_a_year_take_well_under_a_second(large_office: int) -> None:
    assert large_office >= LARGE

    def all_figures() -> None:
        with one_reading():
            for figure in figures():
                figure.value(YEAR)

    seconds = _seconds(all_figures)
    compared = _seconds(lambda: read_all(figures(), YEAR))
    _say(f"\n{large_office} records: all figures {seconds:.2f} s, compared with last year {compared:.2f} s")
    _say(f"slowest: {_slowest(figures())}")
    assert seconds < 0.8


def test_all_figures_of_a_year_whose_values_have_changed_since_take_under_a_second(large_office: int) -> None:
    def all_figures() -> None:
        with one_reading():
            for figure in figures():
                figure.value(BEFORE)

    seconds = _seconds(all_figures)
    with one_reading():
        kept = _seconds(lambda: [is_kept(figure, BEFORE) for figure in figures()])
    _say(f"\nall figures of the year before {seconds:.2f} s, whether they are kept {kept:.2f} s")
    assert seconds + kept < 1


def test_all_cross_tables_take_well_under_a_second(large_office: int) -> None:
    seconds = _seconds(lambda: [cross.read(YEAR) for subject in figure_topics() for cross in subject.crosses])
    _say(f"\ncross tables {seconds:.2f} s")
    assert seconds < 0.8


def test_the_summary_of_a_year_takes_well_under_a_second(large_office: int) -> None:
    seconds = _seconds(lambda: compose(brought_along(), YEAR))
    _say(f"\nsummary {seconds:.2f} s")
    assert seconds < 0.8
