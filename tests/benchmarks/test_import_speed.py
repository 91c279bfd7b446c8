"""Taking members in under all rules, beside pandas reading the same workbook and checking nothing.

Each side is a program of its own from its start to its end, by turns. Three figures have goals: 10,000
members in all columns in half the time of pandas, a roster of eleven columns in 0.8 of it, 100,000 rows
within 250 MB.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.office import close_office, create
from tests.benchmarks.offices import NARROW, write_members
from tests.helpers.measured import measured

ROWS, MANY_ROWS = 10_000, 100_000
TURNS = 3
GOALS = {"all": 0.5, "roster": 0.8}  # of the time that pandas keeps the processor busy
MOST_MEMORY = 250  # MB resident
OURS = "import sys; from app.cli import run; sys.exit(run(sys.argv[1:]))"
PANDAS = """
import sqlite3, sys
import pandas
frame = pandas.read_excel(sys.argv[1], dtype=str, engine="openpyxl")
with sqlite3.connect(sys.argv[2]) as file:
    frame.to_sql("member", file, index=False)
"""
# A small program starts the one that is measured: memory counts from that of whoever starts it.
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


@pytest.mark.parametrize("columns", ["all", "roster"])
def test_members_come_in_checked_before_pandas_has_them_unchecked(columns: str, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    book = tmp_path / f"{columns}.xlsx"
    write_members(book, ROWS, None if columns == "all" else NARROW)
    ours, theirs = Runs(), Runs()
    for turn in range(TURNS):
        ours.run(book, _import_into(tmp_path / f"{turn}.union", book))
        theirs.run(book, [sys.executable, "-c", PANDAS, str(book), str(tmp_path / f"{turn}.sqlite")])
    what = "import of all columns" if columns == "all" else "import of a roster"
    with measured(what, ROWS, unit="s", goal=f"{GOALS[columns]}x", floor_is="pandas") as line:
        line.taken, line.floor = ours.cpu, theirs.cpu
        for turn in range(TURNS):
            line.check(_members(tmp_path / f"{turn}.union") == ROWS)
            line.check(_members(tmp_path / f"{turn}.sqlite") == ROWS)
    # A roster of eleven columns is told beside it: pandas reads less, we check and number as much.
    assert columns != "all" or min(ours.cpu) < min(theirs.cpu)


def test_many_members_come_in_without_filling_the_memory(tmp_path: Path) -> None:
    book, ours = tmp_path / "many.xlsx", Runs()
    write_members(book, MANY_ROWS, NARROW)
    ours.run(book, _import_into(tmp_path / "many.union", book))
    with measured("memory of an import", MANY_ROWS, unit="MB", goal=f"{MOST_MEMORY} MB") as line:
        line.taken = ours.memory
        line.check(_members(tmp_path / "many.union") == MANY_ROWS)
    assert ours.memory[0] <= MOST_MEMORY


def _members(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM member").fetchone()[0])


def _import_into(office: Path, book: Path) -> list[str]:
    """Return the command that imports a workbook into a new office."""
    create(office, "泰祥社区工会", code="TY")
    close_office()
    return [sys.executable, "-c", OURS, "import", str(office), "members", str(book)]


@dataclass
class Runs:
    """Several runs of a program: for how many seconds each kept the processor busy, and its MB of memory."""

    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def run(self, book: Path, command: list[str]) -> None:
        """Run it once more, from modules compiled as they are where a program is installed."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(book.with_name("compiled"))
        told = subprocess.run(
            [sys.executable, "-c", MEASURED, *command], check=True, capture_output=True, env=environment
        )
        cpu, memory = map(float, told.stdout.split())
        self.cpu.append(cpu)
        self.memory.append(memory)
