"""Within one reading each number is counted once; the next reading counts anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.figures.figure import Figure
from app.figures.kept import is_kept
from app.figures.measures import Measure
from app.figures.once import Each, Ids, once, one_reading
from app.figures.reading import read_value
from app.figures.splits import UNSAID, by_value
from app.office import Office
from app.records.base import Query
from app.registry import figure_topics, figures
from app.rules.periods import year
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
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

    def number(_: Measure, query: Query) -> int:
        counted.append(query.model.__name__)
        return 7

    monkeypatch.setattr(Measure, "number", number)
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


@pytest.mark.parametrize("key", ["members", "unions", "contracts", "hardship"])
def test_what_is_read_once_for_all_counts_as_each_figure_alone_does(open_sample: Path, key: str) -> None:
    """Outside of a reading each figure asks the file itself; within one many share what was found."""
    figures = [one for topic in figure_topics() for one in topic.figures if one.topic == key]
    alone = {one.key: (one.number(year(2011)), is_kept(one, year(2011))) for one in figures}
    with one_reading():
        assert {one.key: (one.number(year(2011)), is_kept(one, year(2011))) for one in figures} == alone


@pytest.mark.parametrize("key", ["members", "unions", "surveys", "contracts", "hardship", "activities"])
def test_parts_that_are_counted_together_are_what_each_alone_comes_to(open_sample: Path, key: str) -> None:
    """Within a reading one query parts the records; outside each part asks for those that it names."""
    parts = [
        part for topic in figure_topics() for one in topic.figures if one.topic == key for part in one.parts
    ]
    alone = {part.key: part.number(year(2011)) for part in parts}
    assert any(alone.values())
    with one_reading():
        assert {part.key: part.number(year(2011)) for part in parts} == alone


def test_a_part_that_is_new_since_the_split_was_read_is_counted(office: Office) -> None:
    """A reading that comes later asks for the parts anew, and a part is known by its name in it."""
    accepted = replace(disputes.accepted, split=by_value(DisputeCase.filed_by))
    make_case("受理", filed_by="王芳", accepted_on=date(2011, 5, 1))
    (first,) = accepted.parts
    make_case("受理", filed_by="李强", applied_on=date(2011, 2, 1), accepted_on=date(2011, 2, 1))
    with one_reading():
        assert [first.number(year(2011)), *accepted.numbers_in_parts(year(2011))] == [1, "李强", "王芳"]


def test_ids_are_read_once_in_a_reading(office: Office) -> None:
    make_case("受理")
    ids = Ids(DisputeCase.alive(), "all")
    cases = DisputeCase.alive().where(DisputeCase.id.in_(ids))
    with one_reading():
        assert cases.count() == 1
        make_case("受理")
        assert cases.count() == 1
    assert cases.count() == 2


def test_what_each_record_comes_to_is_worked_out_once_in_a_reading(office: Office) -> None:
    make_case("受理")
    topic = Each(DisputeCase.case_no.concat("甲"), DisputeCase, "topic")
    topics = DisputeCase.select(topic).order_by(DisputeCase.id).tuples()
    told = list(topics.clone())
    with one_reading():
        assert list(topics.clone()) == told
        DisputeCase.update(case_no="乙").execute()
        assert list(topics.clone()) == told
    assert list(topics.clone()) == [("乙甲",)]


def test_who_wrote_that_nothing_is_told_is_a_part_and_no_gap(office: Office) -> None:
    """What stands in a record is a value, though it reads as the name of the part of those that have none."""
    accepted = replace(disputes.accepted, split=by_value(DisputeCase.filed_by))
    make_case("受理", filed_by=UNSAID)
    make_case("受理", filed_by=None)
    with one_reading():
        assert accepted.numbers_in_parts(year(2011)) == {UNSAID: 1}
    assert [part.number(year(2011)) for part in accepted.parts] == [1]
