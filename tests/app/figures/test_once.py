"""Within one reading each number is counted once; the next reading counts anew."""

from __future__ import annotations

import pytest

from app.figures.once import once, one_reading
from app.figures.reading import read_value
from app.office import Office
from app.rules.periods import year
from app.subjects.disputes import figures as disputes
from tests.factories.cases import make_case


class _Asked:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_an_answer_holds_for_one_reading() -> None:
    asked = _Asked()
    with one_reading():
        assert [once("a", asked), once("a", asked), once("b", asked)] == [1, 1, 2]
    with one_reading():
        assert once("a", asked) == 3


def test_a_reading_within_a_reading_is_part_of_it() -> None:
    asked = _Asked()
    with one_reading():
        once("a", asked)
        with one_reading():
            once("a", asked)
        once("a", asked)
    assert asked.times == 1


def test_outside_a_reading_all_is_asked_anew() -> None:
    asked = _Asked()
    assert [once("a", asked), once("a", asked)] == [1, 2]


def test_a_reading_that_fails_is_over() -> None:
    asked = _Asked()
    with pytest.raises(ZeroDivisionError), one_reading():
        once("a", lambda: asked() // 0)
    assert once("a", asked) == 2


def test_a_figure_is_counted_once_in_a_reading(office: Office) -> None:
    with one_reading():
        first = read_value(disputes.accepted, year(2011))
        make_case("受理")
        assert read_value(disputes.accepted, year(2011)) is first
    assert read_value(disputes.accepted, year(2011)).number == 1
