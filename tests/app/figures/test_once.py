"""Within one reading each number is counted once; the next reading counts anew."""

from __future__ import annotations

import pytest

from app.figures.figure import Figure
from app.figures.measures import Measure
from app.figures.once import once, one_reading
from app.figures.reading import read_value
from app.office import Office
from app.registry import figures
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


def test_an_empty_register_is_not_counted_over_and_over(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []
    monkeypatch.setattr(Measure, "number", lambda _, query: counted.append(query.model.__name__) or 7)
    assert disputes.applied.number(year(2011)) == 0
    make_case("受理")
    assert disputes.applied.number(year(2011)) == 7
    assert counted == ["DisputeCase"]


def test_a_figure_of_an_empty_register_is_what_its_measure_counts(office: Office) -> None:
    plain = [figure for figure in figures() if type(figure) is Figure]
    with one_reading():
        told = {figure.key: figure.number(year(2011)) for figure in plain}
    counted = {figure.key: figure.measured(year(2011)).number(figure.query(year(2011))) for figure in plain}
    assert told == counted
