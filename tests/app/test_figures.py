"""All figures together: their names are what a text can use, and each can be explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.figures.figure import Figure, Kind
from app.figures.once import one_reading
from app.figures.reading import read_all
from app.figures.wording import define, title_of
from app.registry import figure_topics, figures, find_figure
from app.rules import periods

ALL = list(figures())
Y2011 = periods.year(2011)


def test_every_figure_explains_itself_in_one_sentence(open_sample: Path) -> None:
    told = {figure.label: define(figure, Y2011) for figure in ALL}
    assert not [label for label, sentence in told.items() if not sentence or "。" in sentence]


def test_the_records_behind_every_figure_are_kept_in_a_register(open_sample: Path) -> None:
    assert all(title_of(figure.query(Y2011).model) for figure in ALL)


def test_no_record_stands_behind_a_figure_twice(open_sample: Path) -> None:
    for figure in ALL:
        query = figure.query(Y2011)
        ids = [record_id for (record_id,) in query.select(query.model.id).tuples()]
        assert len(ids) == len(set(ids)), figure.label


def test_every_declared_sum_adds_up_in_the_sample_office(open_sample: Path) -> None:
    told = [one.disagreement(Y2011) for subject in figure_topics() for one in subject.sums]
    assert [sentence for sentence in told if sentence] == []


def test_nothing_happened_in_an_empty_year(open_sample: Path) -> None:
    flows = [figure for figure in figures(parts=True) if figure.kind is Kind.FLOW]
    for reading in read_all(flows, periods.year(1999)):
        assert not reading.value.number, reading.figure.label


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(Refused, match="没有“打架”这个统计项"):
        find_figure("打架")


_AS_OF_THE_END = {"受理争议结案", "受理争议未结", "其他方式结案", "完成任务", "未完成任务"}
"""Figures over a period that tell how what it has stands on its last day."""


def test_what_happened_in_a_year_happened_in_its_quarters(open_sample: Path) -> None:
    """Events and amounts of the quarters add up to those of the year; what is of a year is so in each."""
    wrong = {}
    with one_reading():
        for figure in ALL:
            if type(figure) is not Figure or figure.kind is Kind.STOCK or figure.opening:
                continue
            whole = figure.number(Y2011)
            quarters = [figure.number(periods.quarter(2011, which)) or 0 for which in (1, 2, 3, 4)]
            if figure.measure.adds_up and sum(quarters) != whole and quarters != [whole] * 4:
                wrong[figure.label] = (whole, quarters)
    assert wrong.keys() <= _AS_OF_THE_END, wrong
