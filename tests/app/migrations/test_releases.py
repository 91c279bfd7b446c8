"""A file that a released version wrote opens in this one, whole and sound.

`releases` holds a small office of each version, as it wrote it: a member, a hardship file and a batch with
one payment of 500 yuan, all invented; that of the trials before 0.1.0 lacks what came until then. What this
version would leave behind (`release.py`) is held to it, too.
"""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.checking.file_check import check_file
from app.checking.ledger import check_ledger_of
from app.cipher.connection import connect, copy_under, is_under
from app.cipher.unlocking import unlock
from app.office import close_office, newest_version, open_office
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.records import Member
from tests.app.migrations.release import FOLDER, write
from tests.helpers.passwords import PASSWORD, key

RELEASES = {path.name.removesuffix(".union.gz"): path for path in sorted(FOLDER.glob("*.union.gz"))}
TODAY = "today"
FIGURES = {"members.on_roll": 1, "members.joined": 1, "members.dues_paid": 0, "hardship.files": 1}
"""Of 2011, counted by hand from what was entered."""
_NOTED_ANEW = {"row_digest", "schema_migration"}


@pytest.fixture(params=[*RELEASES, TODAY])
def office_of_a_release(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what a release wrote, or what this version writes."""
    path = tmp_path / "old.union"
    if request.param == TODAY:
        write(path)
    else:
        path.write_bytes(gzip.decompress(RELEASES[request.param].read_bytes()))
    return path


def _rows(path: Path) -> dict[tuple[str, int], dict[str, Any]]:
    """Return every row of every table, by plain SQL."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    with closing(sqlite3.connect(path)) as plain:
        tables = plain.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
        for (table,) in tables.fetchall():
            if table not in _NOTED_ANEW and not table.startswith("sqlite_"):
                rows = plain.execute(f'SELECT rowid AS rowid_, * FROM "{table}"')
                names = [column for column, *_ in rows.description]
                found |= {(table, row[0]): dict(zip(names, row, strict=True)) for row in rows}
    return found


def _schema(path: Path) -> set[tuple[Any, ...]]:
    """Return what the file is made of: columns in whatever order, keys, indexes, triggers."""
    query = (
        "SELECT 'column', kept.name, info.name, info.type, info.\"notnull\", info.pk "
        "FROM sqlite_master AS kept, pragma_table_info(kept.name) AS info WHERE kept.type = 'table' "
        'UNION ALL SELECT \'key\', kept.name, "from", "table", "to", on_delete '
        "FROM sqlite_master AS kept, pragma_foreign_key_list(kept.name) WHERE kept.type = 'table' "
        "UNION ALL SELECT type, name, tbl_name, sql, NULL, NULL FROM sqlite_master "
        "WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    )
    with closing(sqlite3.connect(path)) as plain:
        return set(plain.execute(query).fetchall())


def _opened(path: Path) -> Path:
    open_office(path)
    close_office()
    return path


def test_its_records_are_read_as_they_were_entered(office_of_a_release: Path) -> None:
    open_office(office_of_a_release)
    told = (Member.get().name, HardshipFile.get().name, AidPayment.get().name, AidPayment.get().amount)
    close_office()
    assert told == ("王小明", "李桂兰", "李桂兰", 500_00)


def test_its_figures_are_those_counted_by_hand(office_of_a_release: Path) -> None:
    open_office(office_of_a_release)
    told = {name: find_figure(name).value(year(2011))[0] for name in FIGURES}
    close_office()
    assert told == FIGURES


def test_every_value_is_kept(office_of_a_release: Path) -> None:
    before = _rows(office_of_a_release)
    after = _rows(_opened(office_of_a_release))
    assert {
        (row, name): (value, after.get(row, {}).get(name))
        for row, values in before.items()
        for name, value in values.items()
        if after.get(row, {}).get(name) != value
    } == {}


def test_it_becomes_what_a_new_file_is(office_of_a_release: Path, blank_office: Path) -> None:
    assert _schema(_opened(office_of_a_release)) == _schema(blank_office)


def test_the_file_is_sound_before_it_has_been_opened(office_of_a_release: Path) -> None:
    """A check only reads: what later versions added is not there yet, and is not missed."""
    assert [finding for finding in check_file(office_of_a_release) if not finding.note] == []


def test_the_file_is_sound_when_it_has_been_opened(office_of_a_release: Path) -> None:
    path = _opened(office_of_a_release)
    told = [finding.sentence for finding in check_file(path) + check_ledger_of(path)]
    assert [sentence for sentence in told if "备份" not in sentence] == []


@pytest.mark.parametrize("office_of_a_release", RELEASES, indirect=True)
def test_an_encrypted_one_opens_by_its_password(office_of_a_release: Path, tmp_path: Path) -> None:
    path = tmp_path / "encrypted.union"
    with closing(connect(office_of_a_release)) as plain:
        copy_under(plain, path, key())
    open_office(path, unlock(path, PASSWORD))
    told = (Member.get().name, AidPayment.get().amount)
    close_office()
    assert told == ("王小明", 500_00)
    assert all(is_under(file, key()) for file in tmp_path.glob("encrypted*.union"))
    with closing(connect(path, key())) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newest_version(),)
