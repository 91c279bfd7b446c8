"""The limits of gifts: to a head, in a year, by source, cash against kind (domain 18)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.subjects.members.care.register import CARE, CARE_LIMITS
from tests.factories.care import make_care, make_care_limit, new_care, new_care_limit
from tests.factories.people import make_member
from tests.helpers.paper import print_out
from tests.helpers.problems import blocked, warned


def test_without_a_standard_nothing_is_limited(office: Office) -> None:
    assert blocked(CARE, new_care(amount=9_000_00, form="现金")) == {}


def test_a_gift_stays_within_the_limit_for_one_time_unless_a_reason_is_given(office: Office) -> None:
    make_care_limit(year=2010)
    assert blocked(CARE, new_care(amount=300_00)) == {}
    assert "300.00 元（示例）" in blocked(CARE, new_care(amount=300_01))["amount"]
    assert blocked(CARE, new_care(amount=300_01, over_reason="上级工会批准")) == {}


def test_what_may_be_given_in_kind_only_is_not_given_in_cash(office: Office) -> None:
    make_care_limit()
    assert "form" in blocked(CARE, new_care(form="现金"))
    assert blocked(CARE, new_care(form="卡券")) == {}


def test_several_people_share_what_is_given_to_a_place(office: Office) -> None:
    make_care_limit(occasion="送清凉", per_time=50_00, per_year=50_00)
    site = {"occasion": "送清凉", "recipient_kind": "集体", "recipient": "泰祥工地", "people": 30}
    assert blocked(CARE, new_care(amount=1_500_00, **site)) == {}
    assert "amount" in blocked(CARE, new_care(amount=1_500_01, **site))


def test_the_festivals_of_a_year_are_added_up_for_each_person(office: Office) -> None:
    make_care_limit(occasion="节日", per_time=None, per_year=1_500_00)
    festive = {"recipient": "王芳", "occasion": "节日"}
    make_care(festival="春节", amount=1_000_00, **festive)
    autumn = {"given_on": date(2011, 9, 12), "festival": "中秋", **festive}
    assert blocked(CARE, new_care(amount=500_00, **autumn)) == {}
    assert "本年已给 1,000.00 元" in blocked(CARE, new_care(amount=500_01, **autumn))["amount"]
    assert blocked(CARE, new_care(amount=500_01, **(autumn | {"employer": "有司建筑公司"}))) == {}
    assert blocked(CARE, new_care(amount=500_01, **(autumn | {"given_on": date(2012, 1, 20)}))) == {}


def test_a_limit_of_one_source_counts_the_money_of_that_source(office: Office) -> None:
    make_care_limit(occasion="节日", per_time=None, per_year=500_00, fund_source="行政拨付")
    festive = {"recipient": "王芳", "occasion": "节日"}
    make_care(festival="春节", amount=400_00, **festive)
    second = {"festival": "端午", "amount": 500_00, "fund_source": "行政拨付", **festive}
    assert blocked(CARE, new_care(**second)) == {}
    assert "amount" in blocked(CARE, new_care(**(second | {"amount": 500_01})))


def test_a_second_birthday_of_a_year_is_doubted_a_second_illness_is_not(office: Office) -> None:
    for occasion in ("生日", "生病住院"):
        make_care(recipient="王芳", occasion=occasion)
    assert "recipient" in warned(CARE, new_care(recipient="王芳"))
    assert warned(CARE, new_care(recipient="王芳", occasion="生病住院")) == {}


def test_a_member_is_one_person_and_the_one_who_is_named(office: Office) -> None:
    member = make_member(name="王芳")
    assert "people" in blocked(CARE, new_care(people=2))
    assert "member" in blocked(CARE, new_care(member=member, recipient="李强"))


def test_a_standard_limits_something(office: Office) -> None:
    assert "per_time" in blocked(CARE_LIMITS, new_care_limit(per_time=None, no_cash=False))


def test_the_list_adds_up_and_leaves_room_to_sign(office: Office, tmp_path: Path) -> None:
    make_care(recipient="王芳", amount=200_00)
    make_care(recipient="泰祥工地", recipient_kind="集体", people=30, occasion="送清凉", amount=900_00)
    paper = print_out(tmp_path, "members.care_book")
    for words in ("会员慰问登记表", "王芳", "送清凉", "1,100.00", "签收"):
        assert words in paper.joined
