"""Within one reading each number is counted once; the next reading counts anew."""

from __future__ import annotations

import pytest

from app.figures.once import once, one_reading
from app.figures.reading import read_value
from app.office import Office
from app.rules.periods import year
from app.subjects.disputes import figures as disputes
from tests.factories.disputes import make_case


class _Asked:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_an_answer_holds_for_one_reading() -> None:
    criteria = _Asked()
    with one_reading():
        assert [once("a", criteria), once("a", criteria), once("b", criteria)] == [1, 1, 2]
    with one_reading():
        assert once("a", criteria) == 3


def test_a_reading_within_a_reading_is_part_of_it() -> None:
    criteria = _Asked()
    with one_reading():
        once("a", criteria)
        with one_reading():
            once("a", criteria)
        once("a", criteria)
    assert criteria.times == 1


def test_outside_a_reading_all_is_asked_anew() -> None:
    criteria = _Asked()
    assert [once("a", criteria), once("a", criteria)] == [1, 2]


def test_a_reading_that_fails_is_over() -> None:
    criteria = _Asked()
    with pytest.raises(ZeroDivisionError), one_reading():
        once("a", lambda: criteria() // 0)
    assert once("a", criteria) == 2


def test_a_figure_is_counted_once_in_a_reading(office: Office) -> None:
    with one_reading():
        first = read_value(disputes.accepted, year(2011))
        make_case("受理")
        assert read_value(disputes.accepted, year(2011)) is first
    assert read_value(disputes.accepted, year(2011)).number == 1
