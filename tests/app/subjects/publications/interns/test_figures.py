"""Figures of interns (domain 9.4 and 11.2, F092)."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.figure import as_of
from app.figures.wording import explain
from app.registry import find_figure
from app.rules.periods import custom, quarter, through_month
from app.subjects.publications.interns import figures as interns
from app.subjects.publications.interns.records import Intern, InternAssessment, months_unassessed
from tests.factories.publications import make_assessment, make_intern, new_assessment
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored

SAMPLE: Expected = {
    "见习人员": 3,
    "新到见习人员": f"SELECT COUNT(*) FROM intern WHERE first_day {IN}",
    "见习考评": "SELECT COUNT(*) FROM intern_assessment WHERE month LIKE '2011-%'",
    "缺考评见习人员": 0,
}
_LATER = {"first_day": date(2012, 7, 2), "last_day": date(2012, 9, 28), "agreement_on": date(2012, 7, 1)}


def _two_of_three_months() -> Intern:
    intern = make_intern()
    make_assessment(intern)
    make_assessment(intern, "2011-08")
    return intern


def _third_month(intern: Intern, month: str = "2011-09") -> InternAssessment:
    return stored(new_assessment(intern, month))


CASES = (
    Case(
        lambda _, **values: make_intern(**values),
        _LATER,
        {"见习人员": 1, "新到见习人员": 1, "缺考评见习人员": 1},
    ),
    Case(
        _third_month, {"month": "2012-01"}, {"见习考评": 3, "缺考评见习人员": 0}, before=_two_of_three_months
    ),
)


test_sample, test_following, test_complete, test_explained = hold(interns, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
def test_lacking_is_told_as_the_register_tells_it() -> None:
    intern = _two_of_three_months()
    for period in (*(through_month(2011, month) for month in range(6, 13)), YEAR):
        told = bool(months_unassessed(Intern.get_by_id(intern.id), as_of(period)))
        assert find_figure("缺考评见习人员").number(period) == int(
            told and intern.first_day <= period.last
        ), period


@pytest.mark.usefixtures("office")
def test_an_internship_counts_in_every_period_it_has_a_day_in() -> None:
    make_intern()
    assert [find_figure("见习人员").number(quarter(2011, which)) for which in (2, 3, 4)] == [0, 1, 0]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        (date(2010, 10, 8), date(2011, 1, 1), 1),
        (date(2010, 10, 8), date(2010, 12, 31), 0),
        (date(2011, 12, 31), date(2012, 3, 30), 1),
        (date(2012, 1, 1), date(2012, 3, 30), 0),
    ],
)
def test_one_day_of_an_internship_within_the_year_is_enough(first: date, last: date, counts: int) -> None:
    make_intern(first_day=first, last_day=last, agreement_on=first)
    assert find_figure("见习人员").number(YEAR) == counts


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2010, 12, 31), False),
        (date(2011, 1, 1), True),
        (date(2011, 12, 31), True),
        (date(2012, 1, 1), False),
    ],
)
def test_an_intern_is_new_and_a_month_assessed_in_their_own_year(day: date, counts: bool) -> None:
    intern = make_intern(first_day=day, last_day=date(2012, 3, 30), agreement_on=day)
    make_assessment(intern, f"{day:%Y-%m}")
    assert find_figure("新到见习人员").number(YEAR) == int(counts)
    assert find_figure("见习考评").number(YEAR) == int(counts)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("first", "day", "lacks"),
    [
        (date(2011, 11, 30), date(2011, 12, 31), 1),
        (date(2011, 12, 1), date(2011, 12, 31), 0),
        (date(2011, 12, 31), date(2012, 1, 1), 1),
        (date(2012, 1, 1), date(2012, 1, 1), 0),
    ],
)
def test_a_month_is_asked_for_once_it_is_over(first: date, day: date, lacks: int) -> None:
    make_intern(first_day=first, last_day=date(2012, 3, 30), agreement_on=first)
    assert find_figure("缺考评见习人员").number(custom(date(2011, 1, 1), day)) == lacks


@pytest.mark.usefixtures("office")
def test_a_month_assessed_before_it_is_over_does_not_stand_for_one_before_it() -> None:
    intern = make_intern(first_day=date(2011, 11, 1), last_day=date(2012, 3, 30), agreement_on=None)
    make_assessment(intern, "2011-12")
    assert find_figure("缺考评见习人员").number(YEAR) == 1


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("缺考评见习人员"), YEAR) == (
        "0 名 = 截至2011年12月31日已开始见习、此前有月份未考评的见习人员数"
    )


@pytest.mark.usefixtures("office")
def test_who_comes_back_in_a_year_is_one_intern() -> None:
    """三名大学生 are persons: who learns here in spring and again in autumn is one (domain 0.3)."""
    for first, last in ((date(2011, 3, 1), date(2011, 4, 30)), (date(2011, 9, 1), date(2011, 10, 31))):
        make_intern(name="陆小安", school="上海大学", first_day=first, last_day=last, agreement_on=first)
    assert [find_figure(label).number(YEAR) for label in ("见习人员", "新到见习人员")] == [1, 1]
