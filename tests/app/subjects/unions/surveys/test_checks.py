"""The rules of enterprise surveys, one by one (domain 2.5, 2.7 and 2.8)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.subjects.unions.surveys.records import Survey
from app.subjects.unions.surveys.register import ITEMS, SURVEYS
from tests.factories.people import make_enterprise
from tests.factories.unions import make_item, make_survey, new_item
from tests.helpers.problems import blocked, forbidden, warned


def test_a_complete_unit_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    item = new_item(make_survey())
    assert (blocked(ITEMS, item), warned(ITEMS, item)) == ({}, {})


@pytest.mark.parametrize("name", ["unit_name", "ownership_kind", "employee_count", "has_union", "preparing"])
def test_a_unit_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    assert name in blocked(ITEMS, new_item(make_survey(), **{name: None}))


def test_a_survey_is_entered_once(office: Office) -> None:
    survey = make_survey()
    assert "name" in blocked(SURVEYS, Survey(name=survey.name, month="2011-12"))


def test_a_unit_stands_in_a_survey_once(office: Office) -> None:
    survey, unit = make_survey(), make_enterprise()
    make_item(survey, enterprise=unit, unit_name="有司商店")
    assert "unit_name" in blocked(ITEMS, new_item(survey, enterprise=unit, unit_name="另一个名称"))
    assert "unit_name" in blocked(ITEMS, new_item(survey, unit_name="有司商店"))
    assert blocked(ITEMS, new_item(make_survey(), enterprise=unit)) == {}


def test_a_unit_that_nobody_registered_stands_in_a_survey_once_in_whatever_way_it_is_written(
    office: Office,
) -> None:
    """Each row counts as a unit (排摸企业): 有限公司 and 有限责任公司 would be one firm counted twice."""
    survey = make_survey()
    make_item(survey, unit_name="甲灯具（上海）有限公司")
    assert "unit_name" in blocked(ITEMS, new_item(survey, unit_name="甲灯具(上海) 有限责任公司"))
    assert blocked(ITEMS, new_item(survey, unit_name="乙灯具（上海）有限公司")) == {}


def test_no_unit_has_a_union_and_prepares_one(office: Office) -> None:
    survey = make_survey()
    assert "preparing" in blocked(ITEMS, new_item(survey, has_union=True, preparing=True))
    assert blocked(ITEMS, new_item(survey, has_union=False, preparing=True)) == {}
    assert blocked(ITEMS, new_item(survey, has_union=True, preparing=False)) == {}


@pytest.mark.parametrize(
    ("has_union", "preparing", "asked"), [(False, False, True), (False, True, False), (True, False, False)]
)
def test_the_reason_for_having_no_union_is_asked_for(
    office: Office, has_union: bool, preparing: bool, asked: bool
) -> None:
    item = new_item(make_survey(), has_union=has_union, preparing=preparing, no_union_reason=None)
    assert ("no_union_reason" in warned(ITEMS, item)) == asked


def test_a_visit_in_another_year_is_doubtful(office: Office) -> None:
    survey = make_survey(month="2011-11")
    assert "visited_on" in warned(ITEMS, new_item(survey, visited_on=date(2012, 11, 8)))
    assert warned(ITEMS, new_item(survey, visited_on=date(2011, 12, 1))) == {}


def test_a_survey_of_nobody_is_not_summed_up(office: Office) -> None:
    assert "还没有登记" in forbidden(SURVEYS, make_survey(), "汇总")["name"]


@pytest.mark.parametrize(
    ("name", "typed", "counted"),
    [
        ("told_units", 61, "2"),
        ("told_workers", 7298, "109"),
        ("told_with_union", 2, "1"),
        ("told_over", 2, "1"),
    ],
)
def test_totals_that_do_not_add_up_are_refused_and_both_sides_told(
    office: Office, name: str, typed: int, counted: str
) -> None:
    survey = make_survey(**{name: typed})
    make_item(survey, employee_count=60, has_union=True)
    make_item(survey, employee_count=49)
    told = forbidden(SURVEYS, survey, "汇总")
    assert told.keys() == {name}
    assert f"填写 {typed:,}" in told[name]
    assert f"合计 {counted}，" in told[name]


def test_a_reported_survey_that_does_not_add_up_any_more_is_doubtful(office: Office) -> None:
    survey = make_survey(told_units=1)
    make_item(survey)
    assert warned(SURVEYS, survey) == {}
    survey.status = "已上报"
    assert warned(SURVEYS, survey) == {}
    make_item(survey)
    assert "上报 1" in warned(SURVEYS, survey)["told_units"]


def test_a_unit_that_has_closed_is_doubtful_in_a_survey(office: Office) -> None:
    unit = make_enterprise(business_status="注销", union_status="未建会", no_union_reason="停业")
    item = new_item(make_survey(), enterprise=unit, unit_name=unit.name, no_union_reason="停业")
    assert "已注销" in warned(ITEMS, item)["enterprise"]
