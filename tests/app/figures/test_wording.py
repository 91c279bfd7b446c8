"""A figure's explanation is made from its query: a changed filter changes the sentence."""

from __future__ import annotations

from datetime import date

import pytest
from peewee import ColumnBase, fn

from app.figures.figure import flow
from app.figures.wording import define, explain
from app.office import Office
from app.records.base import Record
from app.records.conditions import InWords
from app.rules import periods
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.mediation.records import Mediator
from app.subjects.members import figures as members
from app.subjects.members.records import Member
from tests.factories.disputes import make_case, make_mediator

Y2011 = periods.year(2011)


def _told(*conditions: ColumnBase, model: type[Record] = DisputeCase) -> str:
    figure = flow("试算", "起")(lambda period: model.alive().where(*conditions))
    return define(figure, Y2011)


def test_the_number_is_said_with_its_unit(office: Office) -> None:
    make_case("受理")
    assert explain(disputes.accepted, Y2011) == "1 起 = 受理日期在2011年的争议案件数"


def test_a_changed_period_changes_the_sentence(office: Office) -> None:
    assert define(disputes.accepted, periods.half(2011, 1)) == "受理日期在2011年上半年的争议案件数"


def test_dates_that_are_not_the_period_are_written_out(office: Office) -> None:
    between = DisputeCase.closed_on.between(date(2011, 3, 1), date(2011, 3, 8))
    assert _told(between) == "结案日期在2011年3月1日至2011年3月8日的争议案件数"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (DisputeCase.status == "结案", "状态为结案"),
        (DisputeCase.status != "结案", "状态不是结案"),
        (DisputeCase.status.in_(("受理", "结案")), "状态为受理或结案"),
        (DisputeCase.status.not_in(("受理", "结案")), "状态不是受理或结案"),
        (DisputeCase.closed_on.is_null(), "没有登记结案日期"),
        (DisputeCase.closed_on.is_null(False), "登记了结案日期"),
        (DisputeCase.closed_on <= date(2011, 3, 8), "结案日期不晚于2011年3月8日"),
        (DisputeCase.people_count >= 10, "涉及人数不少于10"),
        (fn.COALESCE(DisputeCase.people_count, 0) > 3, "涉及人数多于3"),
        (DisputeCase.claim_amount < 1_000_00, "争议金额少于1,000.00"),
        ((DisputeCase.status == "受理") | (DisputeCase.status == "结案"), "（状态为受理或状态为结案）"),
        (~(DisputeCase.status == "受理"), "不属于“状态为受理”"),
        (InWords(fn.LENGTH(DisputeCase.facts) > 10, "事实写得较长"), "事实写得较长"),
    ],
)
def test_each_form_of_condition_has_words(office: Office, condition: ColumnBase, words: str) -> None:
    assert _told(condition) == f"{words}的争议案件数"


def test_conditions_are_told_one_after_the_other(office: Office) -> None:
    told = _told(DisputeCase.status == "结案", DisputeCase.people_count >= 10)
    assert told == "状态为结案、涉及人数不少于10的争议案件数"


def test_a_flag_is_told_as_people_say_it(office: Office) -> None:
    assert _told(Member.is_migrant_worker, model=Member) == "是农民工的会员数"
    assert _told(~Member.is_migrant_worker, model=Member) == "不是农民工的会员数"


def test_records_found_through_others_are_told_through_them(office: Office) -> None:
    assert define(disputes.followed_up, Y2011) == "有“回访日期在2011年的回访”的争议案件数"


def test_a_figure_with_words_of_its_own_is_told_in_them(office: Office) -> None:
    assert define(members.joined, Y2011) == "2011年批准入会、仍在册或后来离开的会员数"
    part = members.joined.part("农民工")
    assert part is not None
    assert define(part, Y2011) == "2011年批准入会、仍在册或后来离开的会员中的农民工数"


def test_the_record_a_reference_means_is_named(office: Office) -> None:
    mediator: Mediator = make_mediator(name="王芳")
    assert _told(DisputeCase.mediator == mediator) == "调解员为“王芳”的争议案件数"


def test_a_share_is_told_as_a_division(office: Office) -> None:
    make_case("结案")
    told = explain(disputes.closing_rate, Y2011)
    assert told.startswith("100.0% = 受理争议结案 1 ÷ 受理争议 1")


def test_a_condition_without_words_is_no_explanation(office: Office) -> None:
    with pytest.raises(TypeError, match="no words"):
        _told(fn.LENGTH(DisputeCase.facts) > 10)
