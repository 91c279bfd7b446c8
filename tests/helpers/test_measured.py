"""The table of what was measured tells nothing that was not checked, and reckons growth as it is defined."""

from __future__ import annotations

import pytest

from tests.helpers import measured as of
from tests.helpers.measured import Line, Unchecked, exponent, measured, table


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    """The lines of this test alone."""
    own: list[Line] = []
    monkeypatch.setattr(of, "LINES", own)
    return own


def taken(*sizes: tuple[int, float]) -> list[Line]:
    return [Line("save", size, taken=[seconds]) for size, seconds in sizes]


def test_a_figure_whose_result_nobody_checked_is_refused(lines: list[Line]) -> None:
    with pytest.raises(Unchecked, match="nobody checked"), measured("save", 1_000) as line:
        line.measure(lambda: None)
    assert lines == []


def test_a_wrong_result_is_refused(lines: list[Line]) -> None:
    def measure() -> None:
        with measured("save", 1_000) as line:
            line.measure(lambda: None)
            line.check(1 + 1 == 3)

    with pytest.raises(AssertionError, match="the result is wrong"):
        measure()
    assert lines == []


def test_a_check_of_nothing_measured_is_refused(lines: list[Line]) -> None:
    with pytest.raises(Unchecked, match="nothing was measured"), measured("save", 1_000) as line:
        line.check(True)
    assert lines == []


def test_something_and_its_floor_are_measured_by_turns(lines: list[Line]) -> None:
    done: list[str] = []
    with measured("save", 1_000) as line:
        line.measure(lambda: done.append("ours"), lambda: done.append("floor"), turns=2)
        line.check(True)
    assert done == ["ours", "floor", "ours", "floor"]
    assert lines == [line]


@pytest.mark.parametrize(
    ("sizes", "power"),
    [
        ([(1_000, 0.5), (10_000, 1.0), (100_000, 10.0)], 1.0),  # what is below 10,000 does not count
        ([(10_000, 1.0), (1_000_000, 1.0)], 0.0),
        ([(10_000, 1.0), (100_000, 100.0)], 2.0),
        ([(1_000, 1.0), (10_000, 10.0)], 1.0),
    ],
)
def test_growth_is_the_exponent_from_ten_thousand_to_the_largest(
    sizes: list[tuple[int, float]], power: float
) -> None:
    assert exponent(taken(*sizes)) == pytest.approx(power)


def test_one_size_does_not_grow() -> None:
    assert exponent(taken((10_000, 1.0))) is None


def test_a_line_tells_median_floor_spread_times_and_that_it_was_right() -> None:
    line = Line("年度关账", 100_000, "s", "3", [2.0, 4.0, 3.0], [1.0, 1.0, 1.0], "sql", checks=2)
    head, told = table([line]).splitlines()
    assert head.split() == "what size median spread floor spread times goal result grows".split()
    assert told.split() == "年度关账 100,000 3.00 s 67 % 1.00 s sql 0 % 3.00 3 right 2x".split()
