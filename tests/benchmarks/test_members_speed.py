"""One member saved, all exported, and how large the file is: in offices of few and of many members.

The floor of a save is plain SQL that changes the same row under the same triggers, that of an export is
XlsxWriter writing the same cells, that of a file the same tables without indexes, history and digests.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from app.exchange.workbook import export
from app.keeping import keeping
from app.listing import Criteria
from app.office import close_office, open_office
from app.records.base import change, database
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.helpers.measured import measured


@pytest.fixture
def path(members: int, offices: Callable[[int], Path], tmp_path: Path) -> Iterator[Path]:
    """An open office of so many members."""
    path = Path(shutil.copy(offices(members), tmp_path / "office.union"))
    open_office(path)
    yield path
    close_office()


def test_one_is_saved(members: int, path: Path) -> None:
    chosen, numbers = members // 2, count()

    def save() -> None:
        member = Member.get_by_id(chosen)
        keeping.assign(member, {"address": f"泰祥路{next(numbers)}号"})
        keeping.save(MEMBERS, member)
        assert member.version == Member.get_by_id(chosen).version

    def write() -> None:
        with change():
            database.execute_sql(
                "UPDATE member SET address = ?, version = version + 1 WHERE id = ?",
                (f"别处{next(numbers)}号", chosen),
            )

    with measured("save a member by the service", members, goal="2x", floor_is="SQL") as line:
        line.measure(save, write, turns=21)
        save()
        told = database.execute_sql("SELECT address, version FROM member WHERE id = ?", (chosen,)).fetchone()
        line.check(told == (f"泰祥路{next(numbers) - 1}号", 1 + 2 * 21 + 1))


def test_all_are_exported(members: int, path: Path, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"
    export(MEMBERS, Criteria(), ours, shown=MEMBERS.columns)
    cells = _cells(ours)

    def write() -> None:
        with Workbook(str(theirs)) as book:
            sheet = book.add_worksheet()
            for at, row in enumerate(cells):
                sheet.write_row(at, 0, row)

    with measured("export of all members", members, unit="s", goal="1.2x", floor_is="XlsxWriter") as line:
        line.measure(lambda: export(MEMBERS, Criteria(), ours, shown=MEMBERS.columns), write, turns=3)
        heading, *rows = _cells(ours)
        names = [str(row[heading.index("姓名")]) for row in rows[:members]]
        known = database.execute_sql("SELECT name FROM member").fetchall()
        line.check(sorted(names) == sorted(name for (name,) in known))


def _cells(book: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()


def test_the_file_is_small(members: int, path: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.sqlite"
    with closing(sqlite3.connect(path)) as office:
        office.execute("ATTACH ? AS alone", (str(alone),))
        tables = office.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0")
        for (name,) in tables.fetchall():
            if name not in ("history", "row_digest") and not name.startswith("sqlite_"):
                office.execute(f'CREATE TABLE alone."{name}" AS SELECT * FROM main."{name}"')
        office.commit()
        (kept,) = office.execute("SELECT count(*) FROM alone.member").fetchone()
    goal = "95 MB" if members == 100_000 else ""
    with measured("size of an imported office", members, unit="MB", goal=goal, floor_is="rows alone") as line:
        line.taken, line.floor = [path.stat().st_size / 1e6], [alone.stat().st_size / 1e6]
        line.check(kept == members)
