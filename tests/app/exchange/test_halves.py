"""A ledger that comes in as halves of its lists, in any order, counts as the ledger they were cut from.

Of the sample office the largest lists are left out, which take minutes; `tests/halves.py` takes them, too.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.office import close_office, create, open_office
from app.registry import registers
from tests.app.exchange import world
from tests.factories.described import make_described
from tests.halves import Counted, Half, counted, cut_in_two, differing, take_in

_LARGEST = ("insurance", "publications", "employment", "unions.committee", "office.goals")


@pytest.fixture(scope="module")
def sample_cut(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Counted, list[Half]]:
    """The sample office's figures and its lists in halves, but for the largest."""
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


def test_halves_of_the_sample_in_any_order_give_the_same_figures_and_names(
    sample_cut: tuple[Counted, list[Half]], tmp_path: Path
) -> None:
    expected, halves = sample_cut
    assert len(expected) > 100
    create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    assert take_in(halves, random.Random(1)) == []
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
    assert take_in(halves, random.Random(seed)) == []
    assert differing(expected) == {}
    close_office()
