"""Names of figures: unique over all subjects, fit for a template, and found with their parts."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from app.figures.wording import define
from app.registry import figures, find_figure
from app.rules.periods import Period, custom, half, statistics_year, through_month

PERIODS = (
    half(2011, 1),
    through_month(2011, 11),
    statistics_year(2011),
    custom(date(2011, 4, 1), date(2012, 2, 29)),
)


def test_labels_are_unique_and_names_in_python() -> None:
    labels = Counter(figure.label for figure in figures())
    assert [label for label, times in labels.items() if times > 1] == []
    assert [label for label in labels if not label.isidentifier()] == []


@pytest.mark.usefixtures("open_sample")
def test_every_figure_and_part_is_found_by_its_label_and_its_key() -> None:
    for figure in figures(parts=True):
        assert {find_figure(figure.label).key, find_figure(figure.key).key} == {figure.key}


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", PERIODS, ids=[period.label for period in PERIODS])
def test_every_figure_has_words_in_every_kind_of_period(period: Period) -> None:
    for figure in figures(parts=True):
        assert "<" not in define(figure, period)


@pytest.mark.usefixtures("open_sample")
def test_parts_of_a_figure_are_as_many_as_they_have_names() -> None:
    for figure in figures():
        names = [part.key for part in figure.parts]
        assert len(set(names)) == len(names), figure.label
