"""The rules of internships, one by one (domain 9.4)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.subjects.publications.interns.records import InternPlan
from app.subjects.publications.interns.register import ASSESSMENTS, INTERNS, PLANS
from tests.factories.publications import make_assessment, make_intern, new_assessment, new_intern
from tests.helpers.problems import blocked, warned


def test_a_complete_intern_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    intern = new_intern()
    assert blocked(INTERNS, intern) == {}
    assert warned(INTERNS, intern) == {}


def test_an_internship_ends_after_it_begins(office: Office) -> None:
    assert "last_day" in blocked(INTERNS, new_intern(last_day=date(2011, 7, 3)))


@pytest.mark.parametrize("day", [None, date(2011, 7, 5)])
def test_an_agreement_is_signed_by_the_first_day(office: Office, day: date | None) -> None:
    assert "agreement_on" in warned(INTERNS, new_intern(agreement_on=day))


def test_an_intern_is_entered_once(office: Office) -> None:
    first = make_intern(school="第一大学")
    assert first.intern_no in blocked(INTERNS, new_intern(school="第一大学"))["name"]
    later = {"first_day": date(2012, 2, 1), "last_day": date(2012, 3, 1), "agreement_on": date(2012, 2, 1)}
    assert first.intern_no in warned(INTERNS, new_intern(school="第一大学", **later))["name"]


def test_an_intern_is_entered_once_though_she_was_one_in_another_year(office: Office) -> None:
    later = {"first_day": date(2012, 2, 1), "last_day": date(2012, 3, 1), "agreement_on": date(2012, 2, 1)}
    make_intern(school="第一大学", **later)
    first = make_intern(school="第一大学")
    assert first.intern_no in blocked(INTERNS, new_intern(school="第一大学"))["name"]


def test_who_breaks_off_says_why(office: Office) -> None:
    assert "status_reason" in blocked(INTERNS, new_intern(status="提前终止"))


def test_an_appraisal_has_three_views(office: Office) -> None:
    told = warned(INTERNS, new_intern(status="见习期满", mentor_view="好"))
    assert told.keys() == {"own_view", "office_view"}


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        ("2011-06", "早于见习开始"),
        ("2011-10", "晚于见习结束"),
        ("2011", "请填到月份"),
        ("2011-07-05", "请填到月份"),
    ],
)
def test_a_month_is_one_of_the_internship(office: Office, month: str, sentence: str) -> None:
    intern = make_intern()
    assert sentence in blocked(ASSESSMENTS, new_assessment(intern, month))["month"]
    assert sentence in blocked(PLANS, InternPlan(intern=intern, month=month, content="走访"))["month"]


@pytest.mark.parametrize("month", ["2011-07", "2011-09"])
def test_the_first_and_the_last_month_belong_to_the_internship(office: Office, month: str) -> None:
    assert blocked(ASSESSMENTS, new_assessment(make_intern(), month)) == {}


def test_a_month_is_assessed_once(office: Office) -> None:
    intern = make_intern()
    make_assessment(intern)
    assert "已登记" in blocked(ASSESSMENTS, new_assessment(intern))["month"]
    assert blocked(ASSESSMENTS, new_assessment(make_intern())) == {}


def test_a_month_that_has_not_begun_is_not_assessed(office: Office) -> None:
    year = date.today().year + 1
    intern = make_intern(last_day=date(year, 12, 31))
    assert "在今天之后" in blocked(ASSESSMENTS, new_assessment(intern, f"{year}-12"))["month"]


@pytest.mark.parametrize(("score", "too_much"), [(100, False), (101, True)])
def test_nobody_is_better_than_a_hundred(office: Office, score: int, too_much: bool) -> None:
    assert ("score" in blocked(ASSESSMENTS, new_assessment(make_intern(), score=score))) == too_much


@pytest.mark.parametrize(("days", "too_many"), [(30, False), (31, True)])
def test_nobody_is_present_on_more_days_than_the_month_has(office: Office, days: int, too_many: bool) -> None:
    told = blocked(ASSESSMENTS, new_assessment(make_intern(), "2011-09", days_present=days))
    assert ("days_present" in told) == too_many
