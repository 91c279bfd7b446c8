"""A ledger that comes in as halves of its lists, in any order, counts as the ledger they were cut from.

What refers to rows of another half is refused as long as those are not there, and taken in with the next try,
as a clerk does with the rows that came back.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from app.exchange.importing import open_session, report_of
from app.exchange.workbook import export
from app.figures.figure import model_of
from app.figures.once import one_reading
from app.listing import Criteria
from app.office import close_office, create, open_office
from app.register import Register
from app.registry import figures, find_register, registers
from app.rules.periods import year
from tests.app.exchange import world
from tests.factories.described import make_described

_LARGEST = ("insurance", "publications", "employment", "unions.committee", "office.goals")
_MODES = {"settings": "update", "members.events": "fill"}
"""Of what is there already: the office itself, and the joining of each member, made when she came in."""
_TRIES = 8
_YEAR = year(2011)
Half = tuple[str, Path]
"""The key of a register, and a file with half of its rows."""
Counted = dict[str, tuple[Any, tuple[str, ...]]]


def counted(taken: Iterable[Register]) -> Counted:
    """Every figure that counts records of these lists, with the names it gives, in their order."""
    kinds = {register.record for register in taken}
    with one_reading():
        return {
            figure.key: (figure.value(_YEAR), tuple(figure.names(_YEAR)))
            for figure in figures(parts=True)
            if model_of(figure, _YEAR) in kinds
        }


def cut_in_two(taken: Iterable[Register], folder: Path) -> list[Half]:
    """Export lists of the open office, each cut in two at random.

    Rows that are the same in all stay together: in another file they would be the same record again.
    """
    halves = []
    for register in taken:
        whole = folder / f"{register.key}.csv"
        export(register, Criteria(), whole)
        with whole.open(encoding="utf-8-sig", newline="") as file:
            heading, *rows = csv.reader(file)
        different = [*dict.fromkeys(map(tuple, rows))]
        random.Random(register.key).shuffle(different)
        for number in (0, 1):
            kept = {*different[number::2]}
            part = [row for row in rows if tuple(row) in kept]
            half = folder / f"{register.key}.{number}.csv"
            with half.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows([heading, *part])
            if part:
                halves.append((register.key, half))
    return halves


@pytest.fixture(scope="module")
def sample_cut(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Counted, list[Half]]:
    """The sample office's figures and its lists in halves, but for the largest; they stand below."""
    taken = [one for one in registers() if not one.single and not one.key.startswith(_LARGEST)]
    open_office(sample_file, read_only=True)
    cut = counted(taken), cut_in_two(taken, tmp_path_factory.mktemp("halves"))
    close_office()
    return cut


@pytest.fixture(scope="module")
def small_cut(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counted, list[Half]]:
    """The figures and the halves of all lists of an office that has something in each."""
    folder = tmp_path_factory.mktemp("small")
    create(folder / "full.union", "泰祥社区工会", code="TY")
    world.fill()
    cut = counted(registers()), cut_in_two(registers(), folder)
    close_office()
    return cut


def take_in(halves: list[Half], chance: random.Random) -> list[str]:
    """Import halves in random orders until each came in whole; return what is refused in the end."""
    refused: list[str] = []
    for _ in range(_TRIES):
        chance.shuffle(halves)
        refused, waiting = [], []
        for key, half in halves:
            mode = _MODES.get(key, "skip")
            session = open_session(find_register(key), half, on_duplicate=mode)  # type: ignore[arg-type]
            session.import_rows(without_refused=True)
            if problems := report_of(session).problems:
                waiting.append((key, half))
                refused += [f"{key} {problem}" for problem in problems]
        halves = waiting
    return refused


def differing(expected: Counted) -> Counted:
    """Return the figures of the open office that are others than was expected."""
    found = counted(registers())
    return {key: found[key] for key in expected if found[key] != expected[key]}


def test_halves_of_the_sample_in_any_order_give_the_same_figures_and_names(
    sample_cut: tuple[Counted, list[Half]], tmp_path: Path
) -> None:
    expected, halves = sample_cut
    assert len(expected) > 100
    create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    assert take_in(list(halves), random.Random(1)) == []
    assert differing(expected) == {}
    close_office()


@pytest.mark.parametrize("seed", [1, 2])
def test_halves_of_all_lists_in_any_order_give_the_same_figures_and_names(
    small_cut: tuple[Counted, list[Half]], tmp_path: Path, seed: int
) -> None:
    expected, halves = small_cut
    assert len(expected) > 300
    create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    make_described()
    assert take_in(list(halves), random.Random(seed)) == []
    assert differing(expected) == {}
    close_office()
