"""What disputes ask to be done, and by when (domain 4 and 14)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.agenda.reminders import Reminder, due
from app.keeping import keeping
from app.office import Office
from app.subjects.disputes.cases.due import cases_due
from app.subjects.disputes.cases.register import DISPUTES
from tests.factories.disputes import (
    make_agreement,
    make_case,
    make_extension,
    make_followup,
    make_party,
    make_step,
)

DAY = date(2011, 4, 6)  # a Wednesday; the acceptance of every case


def said(today: date) -> list[tuple[str, int]]:
    return [(one.text.split("：")[0], one.days) for one in cases_due(today)]


def test_an_application_waits_three_working_days_for_an_answer(office: Office) -> None:
    case = make_case(sides=False)
    make_party(case, name="单小娟")
    make_party(case, role="被申请人", kind="单位", name="有司建筑公司")
    (one,) = cases_due(DAY)
    assert one.text == f"待受理：单小娟 与 有司建筑公司（{case.serial_no}）"
    assert one.days == 5  # Monday the 11th
    assert one.record_id == case.id


def test_a_refused_application_asks_for_nothing(office: Office) -> None:
    make_case("不予受理")
    assert said(DAY) == []


@pytest.mark.parametrize("status", ["受理", "调解中"])
@pytest.mark.parametrize(("passed", "left"), [(7, None), (8, 7), (15, 0), (18, -3)])
def test_the_limit_is_told_a_week_ahead(office: Office, status: str, passed: int, left: int | None) -> None:
    make_case(status)
    told = [] if left is None else [("告知可申请仲裁", left), ("调解期限届满", left)]
    assert said(DAY + timedelta(days=passed)) == told


def test_an_extension_puts_the_limit_off_and_not_the_way_to_arbitration(office: Office) -> None:
    """The consent of both moves the body's own limit; the law's fifteen days run on (art. 14)."""
    make_extension(make_case("调解中"), days=10)
    assert said(DAY + timedelta(days=17)) == [("告知可申请仲裁", -2)]
    assert said(DAY + timedelta(days=25)) == [("告知可申请仲裁", -10), ("调解期限届满", 0)]


def test_arbitration_is_open_fifteen_days_after_the_application_the_limit_after_the_acceptance(
    office: Office,
) -> None:
    make_case("受理", applied_on=date(2011, 4, 1), accepted_on=date(2011, 4, 6))
    assert said(date(2011, 4, 8)) == []
    assert said(date(2011, 4, 9)) == [("告知可申请仲裁", 7)]
    assert said(date(2011, 4, 16)) == [("告知可申请仲裁", 0), ("调解期限届满", 5)]


def test_an_application_that_nobody_answered_is_told_of_arbitration_too(office: Office) -> None:
    make_case()
    assert ("告知可申请仲裁", 0) in said(DAY + timedelta(days=15))


@pytest.mark.parametrize(("passed", "told"), [(2, False), (8, True), (16, True)])
def test_who_was_told_when_the_day_was_near_is_not_told_again(
    office: Office, passed: int, told: bool
) -> None:
    """What is told at the acceptance is forgotten by then: a telling counts from a week ahead on."""
    case = make_case("调解中")
    make_step(case, kind="告知权利义务", held_on=DAY + timedelta(days=passed))
    kinds = [kind for kind, _ in said(DAY + timedelta(days=16))]
    assert ("告知可申请仲裁" not in kinds) == told


def test_a_closed_case_has_no_limit(office: Office) -> None:
    make_case("结案")
    assert said(date(2011, 6, 1)) == []


@pytest.mark.parametrize("performance", ["待履行", "未履行", "部分履行"])
def test_an_agreement_is_to_be_performed(office: Office, performance: str) -> None:
    case = make_case("结案", outcome="和解")
    make_agreement(case, performance=performance, performed_on=None, performed_amount=1_00)
    assert said(date(2011, 5, 7)) == []
    assert said(date(2011, 5, 8)) == [("协议履行到期", 7)]
    assert said(date(2011, 5, 16)) == [("协议履行到期", -1)]


def test_what_is_performed_asks_for_nothing(office: Office) -> None:
    make_agreement(make_case("结案", outcome="和解"))
    assert said(date(2011, 6, 1)) == []


def test_an_agreement_is_followed_up_within_thirty_days_of_the_closing(office: Office) -> None:
    case = make_case("结案", outcome="调解成功(达成协议)")
    assert said(date(2011, 5, 7)) == []
    assert said(date(2011, 5, 8)) == [("回访", 7)]
    make_followup(case)
    assert said(date(2011, 5, 15)) == []


def test_what_is_in_the_recycle_bin_asks_for_nothing(office: Office) -> None:
    waiting = make_case()
    agreed = make_case("结案", outcome="调解成功(达成协议)")
    make_agreement(agreed, performance="待履行", performed_on=None)
    keeping.to_bin(DISPUTES, [waiting.id, agreed.id])
    assert said(date(2011, 6, 1)) == []


def test_the_desk_opens_the_case(office: Office) -> None:
    case = make_case("调解中")
    told = [told for told in due(DAY + timedelta(days=14)) if told.due.record_id is not None]
    assert [one.due.kind for one in told] == ["告知可申请仲裁", "调解期限届满"]
    for one in told:
        assert isinstance(one, Reminder)
        assert (one.register_key, one.due.record_id, one.due.when) == ("disputes", case.id, "明天")
