"""A ledger that comes in as halves of its lists, in any order, counts as the ledger they were cut from.

What refers to rows of another half is refused as long as those are not there, and taken in with the next try,
as a clerk does with the rows that came back.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import pytest

from app.exchange.importing import open_session, report_of
from app.exchange.workbook import export
from app.figures.figure import Figure, model_of
from app.figures.once import one_reading
from app.listing import Criteria
from app.office import close_office, create, open_office
from app.register import Register
from app.registry import figures, registers
from app.rules.periods import year

_LEFT_OUT = ("insurance", "publications", "employment", "unions.committee", "office.goals")
TAKEN = [one for one in registers() if not one.single and not one.key.startswith(_LEFT_OUT)]
"""All lists but the largest, which tie nothing to each other, and the goals, which tell figures of these."""
_TRIES = 8
_YEAR = year(2011)
Half = tuple[Register, Path]


def counted() -> dict[str, tuple[Any, tuple[str, ...]]]:
    """Every figure that counts records of the lists taken, with the names it gives, in their order."""
    with one_reading():
        return {
            figure.key: (figure.value(_YEAR), tuple(figure.names(_YEAR)))
            for figure in figures(parts=True)
            if _counts_what_is_taken(figure)
        }


def _counts_what_is_taken(figure: Figure) -> bool:
    return any(register.record is model_of(figure, _YEAR) for register in TAKEN)


@pytest.fixture(scope="module")
def cut(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[Half]]:
    """The figures of the sample office, and its lists, each cut in two at random."""
    folder = tmp_path_factory.mktemp("halves")
    open_office(sample_file, read_only=True)
    expected = counted()
    halves = []
    for register in TAKEN:
        whole = folder / f"{register.key}.csv"
        export(register, Criteria(), whole)
        with whole.open(encoding="utf-8-sig", newline="") as file:
            heading, *rows = csv.reader(file)
        random.Random(register.key).shuffle(rows)
        for number in (0, 1):
            half = folder / f"{register.key}.{number}.csv"
            with half.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows([heading, *rows[number::2]])
            halves.append((register, half))
    close_office()
    return expected, halves


def take_in(halves: list[Half], chance: random.Random) -> list[str]:
    """Import halves in random orders until each came in whole; return what is refused in the end."""
    refused: list[str] = []
    for _ in range(_TRIES):
        chance.shuffle(halves)
        refused, waiting = [], []
        for register, half in halves:
            # The joining of each member is there already, made when the member came in.
            mode = "fill" if register.key == "members.events" else "skip"
            session = open_session(register, half, on_duplicate=mode)  # type: ignore[arg-type]
            session.import_rows(without_refused=True)
            if problems := report_of(session).problems:
                waiting.append((register, half))
                refused += [f"{register.key} {problem}" for problem in problems]
        halves = waiting
    return refused


@pytest.mark.parametrize("seed", [1])
def test_halves_in_any_order_give_the_same_figures_and_names(
    cut: tuple[dict[str, Any], list[Half]], tmp_path: Path, seed: int
) -> None:
    expected, halves = cut
    assert len(expected) > 100
    create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    assert take_in(list(halves), random.Random(seed)) == []
    found = counted()
    assert {key: found.get(key) for key in expected if found.get(key) != expected[key]} == {}
    close_office()
