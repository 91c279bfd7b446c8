"""The rules of committees, covered units and elections, one by one (domain 2.4 and 2.8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.unions.committees.register import COMMITTEE, COVERED, ELECTIONS
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.people import make_enterprise
from tests.factories.unions import (
    make_covered,
    make_election,
    make_seat,
    make_union,
    new_covered,
    new_election,
    new_seat,
)
from tests.helpers.problems import blocked, warned


def test_a_complete_seat_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    seat = new_seat(make_union())
    assert (blocked(COMMITTEE, seat), warned(COMMITTEE, seat)) == ({}, {})


@pytest.mark.parametrize("name", ["name", "sex", "post", "appointed_on"])
def test_a_seat_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    assert blocked(COMMITTEE, new_seat(make_union(), **{name: None})).keys() == {name}


def test_nobody_leaves_before_being_appointed(office: Office) -> None:
    seat = new_seat(make_union(), appointed_on=date(2009, 6, 1), left_on=date(2009, 5, 31))
    assert "早于任职日期" in blocked(COMMITTEE, seat)["left_on"]


def test_a_second_chair_is_doubtful_until_the_first_has_left(office: Office) -> None:
    union = make_union()
    first = make_seat(union, post="主席")
    assert first.name in warned(COMMITTEE, new_seat(union, post="主席"))["post"]
    assert warned(COMMITTEE, new_seat(make_union(), post="主席")) == {}
    first.left_on = date(2011, 6, 1)
    first.save()
    assert warned(COMMITTEE, new_seat(union, post="主席")) == {}


@pytest.mark.parametrize("post", ["主席", "财务委员"])
@pytest.mark.parametrize("audit", ["经审委员", "经审委员会主任"])
def test_whoever_leads_or_keeps_the_money_does_not_audit(office: Office, post: str, audit: str) -> None:
    union = make_union()
    make_seat(union, name="王芳", post=post)
    assert "不宜兼任经审" in warned(COMMITTEE, new_seat(union, name="王芳", post=audit))["post"]
    assert warned(COMMITTEE, new_seat(union, name="李强", post=audit)) == {}


def test_the_auditor_may_do_other_work(office: Office) -> None:
    union = make_union()
    make_seat(union, name="王芳", post="经审委员")
    assert warned(COMMITTEE, new_seat(union, name="王芳", post="女工委员")) == {}
    assert "post" in warned(COMMITTEE, new_seat(union, name="王芳", post="主席"))


def test_choosing_an_enterprise_fills_in_its_name_and_workers(office: Office) -> None:
    unit = make_enterprise(name="祥安便利店", employee_count=12)
    row = make_covered(make_union(), enterprise=unit, unit_name=None)
    assert (row.unit_name, row.employee_count) == ("祥安便利店", 12)


def test_a_unit_is_covered_once_by_a_union(office: Office) -> None:
    union, unit = make_union(), make_enterprise()
    make_covered(union, enterprise=unit)
    assert "unit_name" in blocked(COVERED, new_covered(union, enterprise=unit, unit_name="换了名称"))
    make_covered(union, unit_name="祥安便利店")
    assert "unit_name" in blocked(COVERED, new_covered(union, unit_name="祥安便利店"))


def test_a_unit_covered_by_two_unions_is_doubtful(office: Office) -> None:
    union, unit = make_union(), make_enterprise()
    row = make_covered(union, enterprise=unit)
    again = new_covered(make_union(), enterprise=unit)
    assert union.name in warned(COVERED, again)["unit_name"]
    row.left_on = date(2011, 6, 1)
    row.save()
    assert warned(COVERED, again) == {}


def test_the_units_of_a_dissolved_union_are_free(office: Office) -> None:
    union, unit = make_union(), make_enterprise()
    make_covered(union, enterprise=unit)
    union.status = "撤销"
    union.save()
    assert warned(COVERED, new_covered(make_union(), enterprise=unit)) == {}


def test_a_closed_unit_still_covered_is_doubtful(office: Office) -> None:
    unit = make_enterprise(business_status="注销")
    assert "注销" in warned(COVERED, new_covered(make_union(), enterprise=unit))["enterprise"]
    gone = new_covered(make_union(), enterprise=unit, left_on=date(2011, 6, 1))
    assert warned(COVERED, gone) == {}


def test_more_members_than_workers_are_doubtful(office: Office) -> None:
    row = new_covered(make_union(), employee_count=12, member_count=13)
    assert "12 人" in warned(COVERED, row)["member_count"]


def test_no_unit_leaves_before_it_joined(office: Office) -> None:
    row = new_covered(make_union(), joined_on=date(2011, 6, 1), left_on=date(2011, 5, 31))
    assert "left_on" in blocked(COVERED, row)


@pytest.mark.parametrize(
    ("attended", "forbidden", "doubtful"),
    [(61, True, False), (60, False, False), (40, False, False), (39, False, True)],
)
def test_two_thirds_of_those_called_elect(
    office: Office, attended: int, forbidden: bool, doubtful: bool
) -> None:
    election = new_election(make_union(), expected=60, attended=attended)
    assert ("attended" in blocked(ELECTIONS, election)) == forbidden
    assert ("attended" in warned(ELECTIONS, election)) == doubtful


def test_no_election_lies_in_the_future(office: Office) -> None:
    election = new_election(make_union(), held_on=date.today() + timedelta(days=1))
    assert "held_on" in blocked(ELECTIONS, election)


def test_a_term_is_elected_once(office: Office) -> None:
    union = make_union()
    make_election(union, term_no=2)
    assert "第 2 届" in warned(ELECTIONS, new_election(union, term_no=2))["term_no"]
    assert warned(ELECTIONS, new_election(union, term_no=3)) == {}


@pytest.mark.parametrize(
    ("held_on", "forbidden", "doubtful"),
    [
        (date(2009, 5, 31), False, True),  # the founding assembly, before the upper union approved
        (date(2009, 6, 1), False, False),
        (date(2012, 1, 1), False, False),
        (date(2012, 1, 2), True, False),
    ],
)
def test_a_union_elects_while_it_stands(
    office: Office, held_on: date, forbidden: bool, doubtful: bool
) -> None:
    union = make_union(status="撤销", status_date=date(2012, 1, 1), status_reason="并入")
    election = new_election(union, held_on=held_on)
    assert ("held_on" in blocked(ELECTIONS, election)) == forbidden
    assert ("held_on" in warned(ELECTIONS, election)) == doubtful


def test_no_union_is_dissolved_before_its_last_election(office: Office) -> None:
    union = make_union()
    make_election(union, held_on=date(2012, 6, 1))
    union.status, union.status_date, union.status_reason = "撤销", date(2012, 5, 31), "并入"
    assert "2012年6月1日的换届" in blocked(UNIONS, union)["status_date"]
    union.status_date = date(2012, 6, 1)
    assert "status_date" not in blocked(UNIONS, union)


@pytest.mark.parametrize(("day", "forbidden"), [(date(2012, 1, 1), False), (date(2012, 1, 2), True)])
def test_nobody_comes_into_the_committee_of_a_dissolved_union(
    office: Office, day: date, forbidden: bool
) -> None:
    union = make_union(status="撤销", status_date=date(2012, 1, 1), status_reason="并入")
    assert ("appointed_on" in blocked(COMMITTEE, new_seat(union, appointed_on=day))) == forbidden
