"""Each rule of seals, visitors, visits to enterprises and places (domain 10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.office.company_visits.register import COMPANY_VISITS
from app.subjects.office.seal_uses.register import SEAL_USES
from app.subjects.office.venues.register import VENUES
from app.subjects.office.visits.register import VISITS
from tests.factories.paperwork import (
    make_company_visit,
    make_seal_use,
    make_venue,
    make_visit,
    new_company_visit,
    new_seal_use,
    new_venue,
    new_visit,
)
from tests.factories.people import make_enterprise
from tests.helpers.problems import blocked, warned

TOMORROW = date.today() + timedelta(days=1)
BEFORE = date(2011, 3, 7)
AFTER = date(2011, 3, 10)


def test_whole_records_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    for register, record in (
        (SEAL_USES, new_seal_use()),
        (VISITS, new_visit()),
        (COMPANY_VISITS, new_company_visit()),
        (VENUES, new_venue()),
    ):
        assert blocked(register, record) == {}
        assert warned(register, record) == {}


def test_a_seal_was_put_on_something_by_today(office: Office) -> None:
    assert blocked(SEAL_USES, new_seal_use(copies=0)).keys() == {"copies"}
    assert blocked(SEAL_USES, new_seal_use(used_on=TOMORROW)).keys() == {"used_on"}


@pytest.mark.parametrize("name", ["handled_by", "applicant"])
def test_who_allows_himself_a_seal_is_doubtful(office: Office, name: str) -> None:
    assert "approved_by" in warned(SEAL_USES, new_seal_use(**{name: "王芳"}))


def test_a_seal_is_never_used_without_leave(office: Office) -> None:
    assert blocked(SEAL_USES, new_seal_use(approved_by=None)).keys() == {"approved_by"}


def test_the_same_paper_sealed_twice_a_day_is_doubtful(office: Office) -> None:
    use = make_seal_use(document="会员名册")
    assert use.use_no in warned(SEAL_USES, new_seal_use(document="会员名册"))["document"]
    assert warned(SEAL_USES, new_seal_use(document="会员名册", seal="财务专用章")) == {}
    assert warned(SEAL_USES, new_seal_use(document="会员名册", used_on=AFTER)) == {}
    assert warned(SEAL_USES, use) == {}


def test_a_visitor_came_by_today_and_was_somebody(office: Office) -> None:
    assert "visited_on" in blocked(VISITS, new_visit(visited_on=TOMORROW))
    assert blocked(VISITS, new_visit(people=0)).keys() == {"people"}


def test_an_answer_is_due_after_the_visit(office: Office) -> None:
    assert blocked(VISITS, new_visit(answer_by=BEFORE)).keys() == {"answer_by"}
    assert blocked(VISITS, new_visit(answer_by=AFTER)) == {}


@pytest.mark.parametrize(
    ("status", "names"),
    [("已答复", {"result", "closed_on"}), ("已转办", {"passed_to", "closed_on"})],
)
def test_a_matter_that_is_settled_says_how_and_when(office: Office, status: str, names: set[str]) -> None:
    assert blocked(VISITS, new_visit(status=status)).keys() == names


@pytest.mark.parametrize("day", [BEFORE, TOMORROW])
def test_a_matter_is_settled_after_it_was_brought_and_by_today(office: Office, day: date) -> None:
    assert "closed_on" in blocked(VISITS, new_visit(status="已答复", result="已解释", closed_on=day))


def test_an_open_matter_has_no_end(office: Office) -> None:
    assert "答复" in blocked(VISITS, new_visit(closed_on=AFTER))["closed_on"]


def test_who_comes_again_with_an_open_matter_is_told(office: Office) -> None:
    visit = make_visit(name="王芳")
    assert visit.visit_no in warned(VISITS, new_visit(name="王芳"))["name"]
    assert warned(VISITS, new_visit(name="王芳", mobile="13900139000")) == {}
    assert warned(VISITS, visit) == {}
    make_visit(name="李强", status="已答复", result="已解释", closed_on=AFTER)
    assert warned(VISITS, new_visit(name="李强")) == {}


@pytest.mark.parametrize("name", ["visited_on", "followed_on"])
def test_a_visit_was_made_and_followed_up_by_today(office: Office, name: str) -> None:
    assert name in blocked(COMPANY_VISITS, new_company_visit(**{name: TOMORROW}))


@pytest.mark.parametrize("name", ["follow_up_by", "followed_on"])
def test_a_visit_is_followed_up_after_it(office: Office, name: str) -> None:
    done = {"status": "已跟进", "follow_up": "已签", "followed_on": AFTER}
    assert name in blocked(COMPANY_VISITS, new_company_visit(**(done | {name: BEFORE})))


def test_what_is_to_be_followed_up_says_what_and_by_when(office: Office) -> None:
    told = blocked(COMPANY_VISITS, new_company_visit(status="待跟进"))
    assert told.keys() == {"problems", "follow_up_by"}


def test_what_was_followed_up_says_how_and_when(office: Office) -> None:
    told = blocked(COMPANY_VISITS, new_company_visit(status="已跟进"))
    assert told.keys() == {"follow_up", "followed_on"}
    assert "followed_on" in blocked(COMPANY_VISITS, new_company_visit(followed_on=AFTER))


def test_a_problem_that_nobody_follows_up_is_doubtful(office: Office) -> None:
    assert "status" in warned(COMPANY_VISITS, new_company_visit(problems="未签合同"))


def test_a_second_visit_on_a_day_is_doubtful(office: Office) -> None:
    visit = make_company_visit(unit_name="有司建筑公司")
    assert "unit_name" in warned(COMPANY_VISITS, new_company_visit(unit_name="有司建筑公司"))
    assert warned(COMPANY_VISITS, new_company_visit(unit_name="有司建筑公司", visited_on=AFTER)) == {}
    assert warned(COMPANY_VISITS, visit) == {}


def test_a_closed_enterprise_is_not_visited(office: Office) -> None:
    unit = make_enterprise(business_status="注销")
    assert "已注销" in warned(COMPANY_VISITS, new_company_visit(enterprise=unit))["enterprise"]


def test_a_registered_enterprise_gives_its_name(office: Office) -> None:
    visit = new_company_visit(enterprise=make_enterprise(name="有司建筑公司"), unit_name=None)
    assert blocked(COMPANY_VISITS, visit) == {}
    assert visit.unit_name == "有司建筑公司"


def test_a_place_is_entered_once_for_each_use(office: Office) -> None:
    venue = make_venue(name="职工之家")
    assert blocked(VENUES, new_venue(name="职工之家")).keys() == {"name"}
    assert blocked(VENUES, new_venue(name="职工之家", kind="活动场所")) == {}
    assert blocked(VENUES, venue) == {}
    assert blocked(VENUES, new_venue(area=0)).keys() == {"area"}


def test_a_closed_place_says_since_when_and_why(office: Office) -> None:
    assert blocked(VENUES, new_venue(status="停用")).keys() == {"closed_on", "closed_reason"}
    told = blocked(VENUES, new_venue(status="停用", closed_on=date(2008, 5, 19), closed_reason="搬迁"))
    assert told.keys() == {"closed_on"}
    assert "停用" in blocked(VENUES, new_venue(closed_on=AFTER))["closed_on"]
    told = blocked(VENUES, new_venue(status="停用", closed_on=TOMORROW, closed_reason="搬迁"))
    assert told == {"closed_on": "在今天之后，请核对"}
