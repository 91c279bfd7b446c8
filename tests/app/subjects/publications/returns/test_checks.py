"""The logic checks of the annual returns, one by one (domain 9.1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.publications.returns.register import RETURNS
from tests.factories.publications import make_entered_return, make_missing_return, make_return, new_return
from tests.factories.unions import make_union
from tests.helpers.problems import blocked, warned


def test_a_complete_return_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    one = new_return(women_workers=40, migrant_workers=30, women_members=35, migrant_members=20)
    assert blocked(RETURNS, one) == {}
    assert warned(RETURNS, one) == {}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("women_workers", "职工总数 100"),
        ("migrant_workers", "职工总数 100"),
        ("dispatched_workers", "职工总数 100"),
        ("members", "职工总数 100"),
        ("women_members", "会员总数 80"),
        ("migrant_members", "会员总数 80"),
    ],
)
def test_no_part_is_larger_than_the_whole(office: Office, part: str, whole: str) -> None:
    limit = int(whole.split()[1])
    assert whole in blocked(RETURNS, new_return(**{part: limit + 1}))[part]
    assert blocked(RETURNS, new_return(**{part: limit})) == {}


@pytest.mark.parametrize("part", ["women", "migrant"])
def test_the_members_of_a_kind_are_workers_of_that_kind(office: Office, part: str) -> None:
    one = new_return(**{f"{part}_workers": 20, f"{part}_members": 21})
    assert f"{part}_members" in blocked(RETURNS, one)


@pytest.mark.parametrize("kind", ["联合工会", "小区工会", "行业工会", "楼宇(园区)工会联合会"])
def test_a_joint_union_covers_two_units_at_least(office: Office, kind: str) -> None:
    assert "至少涵盖 2 家" in blocked(RETURNS, new_return(union_type=kind, covered_units=1))["covered_units"]
    assert "covered_units" in blocked(RETURNS, new_return(union_type=kind))
    assert blocked(RETURNS, new_return(union_type=kind, covered_units=2)) == {}


def test_a_joint_union_that_did_not_report_yet_need_not_say_what_it_covers(office: Office) -> None:
    assert blocked(RETURNS, make_missing_return(union_type="联合工会")) == {}


def test_an_independent_union_covers_its_own_unit_only(office: Office) -> None:
    assert "covered_units" in blocked(RETURNS, new_return(covered_units=2))
    assert blocked(RETURNS, new_return(covered_units=1)) == {}


def test_a_union_reports_once_for_a_year(office: Office) -> None:
    make_return(union_name="有司建筑公司工会")
    assert "union_name" in blocked(RETURNS, new_return(union_name="有司建筑公司工会"))
    other_year = new_return(union_name="有司建筑公司工会", year=2012, received_on=date(2012, 10, 12))
    assert blocked(RETURNS, other_year) == {}


@pytest.mark.parametrize("name", ["有司建筑公司工会委员会", "有司 建筑公司工会", "有司工会"])
def test_it_does_so_under_all_its_names(office: Office, name: str) -> None:
    make_union(name="有司建筑公司工会", former_names="有司工会")
    make_return(union_name="有司建筑公司工会")
    assert "已有年报" in blocked(RETURNS, new_return(union_name=name))["union_name"]
    assert blocked(RETURNS, new_return(union_name=name, year=2012)) == {}


def test_a_code_belongs_to_one_union(office: Office) -> None:
    make_return(union_name="有司建筑公司工会", code="001")
    assert "“有司建筑公司工会”" in blocked(RETURNS, new_return(code="001"))["code"]


@pytest.mark.parametrize("name", ["received_on", "workers", "members"])
@pytest.mark.parametrize("status", ["已收", "已录入国家软件"])
def test_a_return_in_hand_has_a_day_and_head_counts(office: Office, name: str, status: str) -> None:
    assert name in blocked(RETURNS, new_return(status=status, **{name: None}))
    assert blocked(RETURNS, new_return(status="未报", **{name: None})) == {}


@pytest.mark.parametrize("result", [None, "有问题"])
def test_only_what_passed_the_logic_check_is_entered(office: Office, result: str | None) -> None:
    one = new_return(status="已录入国家软件", entered_on=date(2011, 10, 20), check_result=result)
    assert blocked(RETURNS, one).keys() == {"check_result"}


def test_what_was_entered_has_a_day(office: Office) -> None:
    one = new_return(status="已录入国家软件", check_result="通过")
    assert blocked(RETURNS, one).keys() == {"entered_on"}


def test_what_is_sent_back_says_why(office: Office) -> None:
    assert "check_note" in blocked(RETURNS, new_return(status="退回修改"))


def test_a_return_is_entered_after_it_came(office: Office) -> None:
    one = new_return(status="已录入国家软件", check_result="通过", entered_on=date(2011, 10, 11))
    assert "早于收表日期" in blocked(RETURNS, one)["entered_on"]


def test_no_return_came_tomorrow(office: Office) -> None:
    assert "received_on" in blocked(RETURNS, new_return(received_on=date.today() + timedelta(days=1)))


@pytest.mark.parametrize(("day", "early"), [(date(2011, 9, 30), True), (date(2011, 10, 1), False)])
def test_a_return_before_its_year_is_over_is_doubtful(office: Office, day: date, early: bool) -> None:
    assert ("received_on" in warned(RETURNS, new_return(received_on=day))) == early


@pytest.mark.parametrize(
    ("workers", "large"), [(79, True), (80, False), (100, False), (120, False), (121, True)]
)
def test_a_change_of_more_than_a_fifth_needs_a_note(office: Office, workers: int, large: bool) -> None:
    make_return(year=2010, union_name="有司建筑公司工会", received_on=date(2010, 10, 8), members=79)
    values = {"union_name": "有司建筑公司工会", "workers": workers, "members": 79}
    assert ("change_note" in warned(RETURNS, new_return(**values))) == large
    entered = {"status": "已录入国家软件", "check_result": "通过", "entered_on": date(2011, 10, 20)}
    assert ("change_note" in blocked(RETURNS, new_return(**values, **entered))) == large
    assert blocked(RETURNS, new_return(**values, **entered, change_note="新建分厂")) == {}


def test_the_members_of_last_year_are_compared_too(office: Office) -> None:
    make_entered_return(year=2010, union_name="甲工会", received_on=date(2010, 10, 8), members=100)
    told = warned(RETURNS, new_return(union_name="甲工会", members=79))
    assert "会员总数比上年（100 人）" in told["change_note"]
