"""The rules of dispute cases, one by one (domain 4.2 to 4.4 and 4.7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.keeping import deriving, keeping
from app.office import Office
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from tests.factories.disputes import (
    IN_STATE,
    make_agreement,
    make_case,
    make_extension,
    make_followup,
    make_mediator,
    make_party,
    make_step,
    make_success,
    new_case,
)
from tests.helpers.problems import blocked, warned

TODAY = date.today()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize("status", IN_STATE)
def test_a_complete_case_of_any_state_is_not_forbidden(office: Office, status: str) -> None:
    assert blocked(DISPUTES, make_case(status)) == {}


def test_a_case_that_went_all_its_way_is_not_doubtful(office: Office) -> None:
    case = make_success(case_no="（2011）泰劳调字第1号")
    assert blocked(DISPUTES, case) == {}
    assert warned(DISPUTES, case) == {}


@pytest.mark.parametrize("name", ["category", "subcategory", "claims", "facts"])
def test_a_case_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    case = new_case()
    setattr(case, name, None)
    assert blocked(DISPUTES, case)[name] == f"请填写{DisputeCase.described()[name].label}"


@pytest.mark.parametrize(("status", "needed"), [("登记", True), ("调解中", True), ("不予受理", False)])
def test_a_case_has_a_mediator_unless_it_was_refused(office: Office, status: str, needed: bool) -> None:
    assert ("mediator" in blocked(DISPUTES, new_case(status, mediator=None))) == needed


def test_nobody_assists_himself(office: Office) -> None:
    mediator = make_mediator()
    case = new_case(mediator=mediator, second_mediator=mediator)
    assert "同一人" in blocked(DISPUTES, case)["second_mediator"]
    assert blocked(DISPUTES, new_case(mediator=mediator, second_mediator=make_mediator())) == {}


def test_acceptance_does_not_come_before_the_application(office: Office) -> None:
    case = new_case("受理", accepted_on=date(2011, 4, 5))
    assert "早于申请日期" in blocked(DISPUTES, case)["accepted_on"]


def test_closing_does_not_come_before_the_acceptance(office: Office) -> None:
    case = new_case("结案", accepted_on=date(2011, 4, 8), closed_on=date(2011, 4, 7))
    assert "早于受理日期" in blocked(DISPUTES, case)["closed_on"]


@pytest.mark.parametrize("name", ["applied_on", "accepted_on", "closed_on", "archived_on"])
def test_no_day_lies_in_the_future(office: Office, name: str) -> None:
    case = new_case("归档")
    setattr(case, name, TODAY + timedelta(days=1))
    assert "在今天之后" in blocked(DISPUTES, case)[name]
    case = new_case("归档", **dict.fromkeys(("applied_on", "accepted_on", "closed_on", "archived_on"), TODAY))
    assert blocked(DISPUTES, case) == {}


def test_an_application_is_accepted_within_three_working_days(office: Office) -> None:
    friday = date(2011, 4, 8)
    in_time = new_case("受理", applied_on=friday, accepted_on=date(2011, 4, 13))
    late = new_case("受理", applied_on=friday, accepted_on=date(2011, 4, 14))
    assert "accepted_on" not in warned(DISPUTES, in_time)
    assert "3 个工作日（2011年4月13日）" in warned(DISPUTES, late)["accepted_on"]


def test_a_case_that_was_handed_on_names_who_did(office: Office) -> None:
    assert "转交单位" in blocked(DISPUTES, new_case(apply_mode="转交"))["referred_by"]
    assert blocked(DISPUTES, new_case(apply_mode="转交", referred_by="街道信访办")) == {}


def test_a_refusal_is_explained(office: Office) -> None:
    assert "原因" in blocked(DISPUTES, new_case("不予受理", refuse_reason=None))["refuse_reason"]


@pytest.mark.parametrize("status", ["受理", "调解中", "结案", "回访", "归档"])
@pytest.mark.parametrize("name", ["accepted_on", "case_no"])
def test_an_accepted_case_has_a_day_and_a_number(office: Office, status: str, name: str) -> None:
    assert name in blocked(DISPUTES, new_case(status, **{name: None}))


@pytest.mark.parametrize("status", ["登记", "不予受理"])
def test_a_case_that_was_not_accepted_has_no_day_of_it(office: Office, status: str) -> None:
    assert "accepted_on" in blocked(DISPUTES, new_case(status, accepted_on=date(2011, 4, 7)))


@pytest.mark.parametrize("status", ["结案", "回访", "归档"])
@pytest.mark.parametrize("name", ["outcome", "closed_on"])
def test_no_case_is_closed_without_outcome_and_day(office: Office, status: str, name: str) -> None:
    assert f"状态为“{status}”" in blocked(DISPUTES, new_case(status, **{name: None}))[name]


@pytest.mark.parametrize("status", ["登记", "不予受理", "受理", "调解中"])
def test_no_case_has_an_outcome_before_it_is_closed(office: Office, status: str) -> None:
    case = new_case(status, outcome="和解", closed_on=date(2011, 4, 15))
    assert blocked(DISPUTES, case).keys() >= {"outcome", "closed_on"}


def test_a_case_that_went_elsewhere_says_where(office: Office) -> None:
    sentence = blocked(DISPUTES, new_case("结案", outcome="转其他部门"))["outcome_note"]
    assert sentence == "结案方式为“转其他部门”，请填写结案说明"
    assert blocked(DISPUTES, new_case("结案", outcome="转其他部门", outcome_note="转劳动监察")) == {}


def test_an_archived_case_has_the_day(office: Office) -> None:
    assert "archived_on" in blocked(DISPUTES, new_case("归档", archived_on=None))


def test_a_case_number_stands_on_one_file(office: Office) -> None:
    first = make_case("受理")
    assert "已用于" in blocked(DISPUTES, new_case("受理", case_no=first.case_no))["case_no"]
    assert blocked(DISPUTES, first) == {}


def test_a_gap_in_the_case_numbers_is_doubtful(office: Office) -> None:
    first = make_case("受理", case_no="（2011）泰劳调字第1号")
    assert "case_no" not in warned(DISPUTES, first)
    assert "case_no" not in warned(DISPUTES, new_case("受理", case_no="（2011）泰劳调字第2号"))
    sentence = warned(DISPUTES, new_case("受理", case_no="（2011）泰劳调字第3号"))["case_no"]
    assert "（2011）泰劳调字第2号没有登记" in sentence


def test_a_number_in_the_recycle_bin_leaves_no_gap(office: Office) -> None:
    gone = make_case("受理", case_no="（2011）泰劳调字第1号")
    keeping.to_bin(DISPUTES, [gone.id])
    assert "case_no" not in warned(DISPUTES, new_case("受理", case_no="（2011）泰劳调字第2号"))


def test_a_case_number_bears_the_year_of_acceptance(office: Office) -> None:
    sentence = warned(DISPUTES, new_case("受理", case_no="（2010）泰劳调字第1号"))["case_no"]
    assert "2011年受理" in sentence


def test_at_least_one_person_is_concerned(office: Office) -> None:
    assert "至少 1 人" in blocked(DISPUTES, new_case(people_count=0))["people_count"]


@pytest.mark.parametrize(("migrants", "wrong"), [(3, False), (4, True)])
def test_migrant_workers_are_among_the_people(office: Office, migrants: int, wrong: bool) -> None:
    case = new_case(people_count=3, migrant_count=migrants)
    assert ("migrant_count" in blocked(DISPUTES, case)) == wrong


def test_more_applicants_than_people_are_doubtful(office: Office) -> None:
    case = make_case()
    assert "people_count" not in warned(DISPUTES, case)
    make_party(case)
    assert "已登记 2 人" in warned(DISPUTES, case)["people_count"]


@pytest.mark.parametrize(("people", "collective"), [(9, False), (10, True)])
def test_ten_make_a_collective_dispute_and_may_name_representatives(
    office: Office, people: int, collective: bool
) -> None:
    case = new_case(people_count=people)
    problems = warned(DISPUTES, case)
    assert case.is_collective == collective
    assert ("representatives" in problems) == collective
    assert "representatives" not in warned(DISPUTES, new_case(people_count=people, representatives="王芳"))


def test_both_sides_are_asked_for(office: Office) -> None:
    assert warned(DISPUTES, make_case(sides=False)).keys() >= {"applicants", "respondents"}
    assert warned(DISPUTES, make_case()).keys().isdisjoint({"applicants", "respondents"})


def test_the_limit_is_fifteen_days_from_the_acceptance(office: Office) -> None:
    waiting = make_case()
    accepted = make_case("受理", accepted_on=date(2011, 4, 8))
    assert waiting.due_on == date(2011, 4, 21)
    assert accepted.due_on == date(2011, 4, 23)


def test_extensions_by_consent_move_the_limit(office: Office) -> None:
    case = make_case("调解中")
    make_extension(case, days=10)
    last = make_extension(case, days=5)
    assert DisputeCase.get_by_id(case.id).due_on == date(2011, 5, 6)
    keeping.to_bin(next(one.register for one in DISPUTES.children if "ext" in one.register.key), [last.id])
    assert DisputeCase.get_by_id(case.id).due_on == date(2011, 5, 1)


@pytest.mark.parametrize(("days", "late"), [(15, False), (16, True)])
def test_an_open_case_past_its_limit_is_told(office: Office, days: int, late: bool) -> None:
    case = new_case("调解中", applied_on=ago(days), accepted_on=ago(days))
    assert ("due_on" in warned(DISPUTES, case)) == late


@pytest.mark.parametrize(("days", "told"), [(14, False), (15, True)])
def test_a_case_without_agreement_after_fifteen_days_asks_to_tell_the_parties(
    office: Office, days: int, told: bool
) -> None:
    """The law counts from the application, however late the body accepted it (art. 14)."""
    case = new_case("调解中", applied_on=ago(days), accepted_on=ago(days - 5))
    deriving.compute_derived(case)
    assert case.arbitration_open_on == ago(days - 15)
    assert case.due_on == ago(days - 20)
    assert ("arbitration_open_on" in warned(DISPUTES, case)) == told


@pytest.mark.parametrize(("day", "late"), [(21, False), (22, True)])
def test_a_case_closed_past_its_limit_is_told(office: Office, day: int, late: bool) -> None:
    case = new_case("结案", closed_on=date(2011, 4, day))
    assert ("超过期限 1 天" in warned(DISPUTES, case).get("closed_on", "")) == late


def test_nobody_meets_after_the_closing(office: Office) -> None:
    case = make_case("调解中")
    make_step(case, held_on=date(2011, 4, 18))
    case = DisputeCase.get_by_id(case.id)
    case.status, case.outcome, case.closed_on = "结案", "和解", date(2011, 4, 17)
    assert "2011年4月18日还有调解记录" in blocked(DISPUTES, case)["closed_on"]
    case.closed_on = date(2011, 4, 18)
    assert blocked(DISPUTES, case) == {}


@pytest.mark.parametrize(
    ("known", "told"),
    [(date(2010, 4, 5), "时效已过"), (date(2010, 4, 6), "为止"), (date(2010, 5, 6), "为止"), (None, "")],
)
def test_the_year_for_arbitration_is_watched(office: Office, known: date | None, told: str) -> None:
    said = warned(DISPUTES, new_case(known_on=known)).get("known_on", "")
    assert told in said
    assert bool(said) == bool(told)


def test_a_year_that_has_long_to_run_is_no_worry(office: Office) -> None:
    assert "known_on" not in warned(DISPUTES, new_case(known_on=date(2010, 5, 7)))


def test_unpaid_wages_are_excepted_from_the_year(office: Office) -> None:
    old = date(2009, 1, 1)
    assert "不受限制" in warned(DISPUTES, new_case(known_on=old))["known_on"]
    assert "不受限制" not in warned(DISPUTES, new_case(known_on=old, subcategory="工伤待遇"))["known_on"]


def test_nobody_knows_of_the_future(office: Office) -> None:
    assert "known_on" in blocked(DISPUTES, new_case(known_on=TODAY + timedelta(days=1)))


def test_success_without_an_agreement_is_doubtful(office: Office) -> None:
    case = make_case("结案", outcome="调解成功(达成协议)")
    assert "请在“协议”中登记" in warned(DISPUTES, case)["outcome"]
    make_agreement(case)
    assert "outcome" not in warned(DISPUTES, case)


@pytest.mark.parametrize(("days", "missing"), [(30, False), (31, True)])
def test_an_agreement_is_followed_up_within_thirty_days(office: Office, days: int, missing: bool) -> None:
    days_of: dict[str, Any] = {"applied_on": ago(days), "accepted_on": ago(days), "closed_on": ago(days)}
    case = make_case("结案", outcome="调解成功(达成协议)", **days_of)
    assert ("请回访" in warned(DISPUTES, case).get("closed_on", "")) == missing
    make_followup(case, visited_on=TODAY)
    assert "closed_on" not in warned(DISPUTES, case)
