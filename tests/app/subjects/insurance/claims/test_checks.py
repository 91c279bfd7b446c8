"""The rules of insurance claims, one by one (domain 8.1 and 8.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.insurance.claims.register import CLAIMS
from tests.factories.insurance import make_claim, make_enrolment, make_product, new_claim
from tests.helpers.problems import blocked, warned

PAID: dict[str, object] = {"status": "已给付", "granted": 762_71, "granted_on": date(2011, 6, 8)}
REFUSED: dict[str, object] = {"status": "不予给付", "refused_reason": "不在保障范围"}


def test_a_complete_claim_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    for values in ({}, PAID, REFUSED):
        claim = new_claim(**values)
        assert (blocked(CLAIMS, claim), warned(CLAIMS, claim)) == ({}, {})


def test_a_claim_bears_the_name_and_number_of_the_insured(office: Office) -> None:
    enrolment = make_enrolment(name="王芳", bank_card="6222021234567890128")
    claim = make_claim(enrolment)
    assert (claim.name, claim.id_number, claim.bank_card) == (
        "王芳",
        enrolment.id_number,
        "6222021234567890128",
    )


def test_the_same_stay_is_claimed_once(office: Office) -> None:
    first = make_claim()
    assert first.claim_no in blocked(CLAIMS, new_claim(first.enrolment))["admitted_on"]
    assert blocked(CLAIMS, new_claim(first.enrolment, kind="其他")) == {}
    assert blocked(CLAIMS, new_claim()) == {}


def test_a_refused_claim_may_be_made_again(office: Office) -> None:
    first = make_claim(**REFUSED)
    assert blocked(CLAIMS, new_claim(first.enrolment)) == {}


def test_discharge_before_admission_is_forbidden(office: Office) -> None:
    assert blocked(CLAIMS, new_claim(discharged_on=date(2011, 5, 2))).keys() == {"discharged_on"}
    assert blocked(CLAIMS, new_claim(discharged_on=date(2011, 5, 3))) == {}


def test_a_claim_before_the_admission_is_forbidden(office: Office) -> None:
    early = blocked(CLAIMS, new_claim(applied_on=date(2011, 5, 2)))
    assert early["applied_on"] == "早于就诊/入院日期（2011年5月3日），请核对两个日期"
    assert blocked(CLAIMS, new_claim(applied_on=date(2011, 5, 3))) == {}


def test_payment_before_the_claim_is_forbidden(office: Office) -> None:
    early = new_claim(**(PAID | {"granted_on": date(2011, 5, 19)}))
    assert blocked(CLAIMS, early).keys() == {"granted_on"}


@pytest.mark.parametrize("name", ["applied_on", "discharged_on", "granted_on"])
def test_nothing_lies_in_the_future(office: Office, name: str) -> None:
    claim = new_claim(**(PAID | {name: date.today() + timedelta(days=1)}))
    assert "在今天之后" in blocked(CLAIMS, claim)[name]


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2010, 12, 31), False),
        (date(2011, 1, 1), True),
        (date(2011, 12, 31), True),
        (date(2012, 1, 1), False),
    ],
)
def test_a_claim_outside_the_cover_is_not_paid(office: Office, day: date, covered: bool) -> None:
    days = {"admitted_on": day, "discharged_on": None, "applied_on": date(2012, 1, 8)}
    paid = new_claim(**(PAID | days | {"granted_on": date(2012, 2, 8)}))
    assert ("admitted_on" not in blocked(CLAIMS, paid)) == covered
    assert ("admitted_on" not in warned(CLAIMS, new_claim(**days))) == covered


def test_a_claim_outside_the_cover_can_be_refused(office: Office) -> None:
    claim = new_claim(**REFUSED, admitted_on=date(2010, 12, 31))
    assert (blocked(CLAIMS, claim), warned(CLAIMS, claim)) == ({}, {})


@pytest.mark.parametrize(
    ("renewal", "day", "covered"),
    [
        ("新保", date(2011, 1, 30), False),
        ("新保", date(2011, 1, 31), True),
        ("续保", date(2011, 1, 30), True),
    ],
)
def test_the_newly_enrolled_wait(office: Office, renewal: str, day: date, covered: bool) -> None:
    enrolment = make_enrolment(make_product(waiting_days=30), renewal=renewal)
    paid = new_claim(enrolment, **PAID, admitted_on=day)
    assert ("admitted_on" not in blocked(CLAIMS, paid)) == covered
    claimed = new_claim(enrolment, admitted_on=day)
    assert blocked(CLAIMS, claimed) == {}
    assert ("等待期" in warned(CLAIMS, claimed).get("admitted_on", "")) != covered


def test_an_unpaid_enrolment_covers_nothing(office: Office) -> None:
    enrolment = make_enrolment(status="待缴", paid_on=None)
    assert blocked(CLAIMS, new_claim(enrolment, **PAID)).keys() == {"enrolment"}
    assert warned(CLAIMS, new_claim(enrolment)).keys() == {"enrolment"}


@pytest.mark.parametrize(("applied_on", "lapsed"), [(date(2013, 5, 12), False), (date(2013, 5, 13), True)])
def test_a_claim_lapses_two_years_after_the_discharge(office: Office, applied_on: date, lapsed: bool) -> None:
    paid = new_claim(**(PAID | {"applied_on": applied_on, "granted_on": date(2013, 6, 8)}))
    assert ("视为放弃" in blocked(CLAIMS, paid).get("applied_on", "")) == lapsed
    claimed = new_claim(applied_on=applied_on)
    assert blocked(CLAIMS, claimed) == {}
    assert ("视为放弃" in warned(CLAIMS, claimed).get("applied_on", "")) == lapsed


def test_a_limit_that_ends_in_february_ends_on_its_last_day(office: Office) -> None:
    enrolment = make_enrolment(make_product(claim_months=2))
    stay = {"admitted_on": date(2011, 12, 20), "discharged_on": date(2011, 12, 31)}
    assert warned(CLAIMS, new_claim(enrolment, **stay, applied_on=date(2012, 2, 29))) == {}
    assert "applied_on" in warned(CLAIMS, new_claim(enrolment, **stay, applied_on=date(2012, 3, 1)))


def test_the_own_share_is_what_the_insurance_left(office: Office) -> None:
    assert "2,000.00" in blocked(CLAIMS, new_claim(own_share=2_000_01))["own_share"]
    over = blocked(CLAIMS, new_claim(insurance_paid=8_000_01, total_cost=8_000_00))
    assert over["insurance_paid"] == "多于医疗总费用 8,000.00 元，请核对"


def test_nobody_gets_back_more_than_the_own_share(office: Office) -> None:
    over = blocked(CLAIMS, new_claim(**(PAID | {"granted": 2_000_01})))
    assert over["granted"] == "多于个人自付 2,000.00 元，请核对"
    assert blocked(CLAIMS, new_claim(**(PAID | {"granted": 2_000_00}))) == {}


def test_nobody_gets_back_more_than_was_assessed(office: Office) -> None:
    assert "审核金额" in blocked(CLAIMS, new_claim(**PAID, assessed=762_70))["granted"]


def test_more_claimed_than_borne_is_doubtful(office: Office) -> None:
    assert warned(CLAIMS, new_claim(claimed=2_000_01)).keys() == {"claimed"}


def test_the_payments_of_a_year_stay_below_the_cap(office: Office) -> None:
    enrolment = make_enrolment(make_product(yearly_cap=1_000_00))
    make_claim(enrolment, **PAID)
    second = {"admitted_on": date(2011, 5, 13), "discharged_on": None}
    over = new_claim(enrolment, **(PAID | second | {"granted": 237_30}))
    assert "超过年度封顶 1,000.00 元" in blocked(CLAIMS, over)["granted"]
    assert blocked(CLAIMS, new_claim(enrolment, **(PAID | second | {"granted": 237_29}))) == {}


def test_a_payment_tells_amount_and_day(office: Office) -> None:
    assert blocked(CLAIMS, new_claim(status="已给付")).keys() == {"granted", "granted_on"}
    assert blocked(CLAIMS, new_claim(**(PAID | {"granted": 0}))).keys() == {"granted"}


def test_a_payment_of_a_claim_that_was_not_agreed_to_is_doubtful(office: Office) -> None:
    assert warned(CLAIMS, new_claim(granted_on=date(2011, 6, 8))).keys() == {"granted_on"}


def test_a_refusal_tells_why(office: Office) -> None:
    assert blocked(CLAIMS, new_claim(status="不予给付")).keys() == {"refused_reason"}


def test_what_a_claim_lacks_is_told(office: Office) -> None:
    assert blocked(CLAIMS, new_claim(status="补材料")).keys() == {"lacking"}


def test_missing_papers_are_doubtful(office: Office) -> None:
    assert warned(CLAIMS, new_claim(papers=("互助金申请书", "医保结算单")))["papers"] == "还缺：身份证复印件"
    assert warned(CLAIMS, new_claim(kind="大病"))["papers"] == "还缺：大病证明"


def test_a_diagnosis_is_hidden_from_strangers(office: Office) -> None:
    diagnosis = CLAIMS.record.described()["diagnosis"]
    assert diagnosis.guarded
    assert "胆囊" not in diagnosis.mask("胆囊炎")


def test_a_card_has_its_bank_and_mostly_the_insured_as_holder(office: Office) -> None:
    claim = make_claim(bank_card="6222021234567890128")
    assert warned(CLAIMS, claim).keys() == {"bank_name", "bank_holder"}
    claim.bank_name, claim.bank_holder = "工商银行", claim.name
    assert warned(CLAIMS, claim) == {}
    claim.bank_holder = "别人"
    assert f"与参保人{claim.name}不同" in warned(CLAIMS, claim)["bank_holder"]
