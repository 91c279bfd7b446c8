"""The rules of paying aid, one by one (domain 3.7 and 3.11)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import (
    make_batch,
    make_file,
    make_fund,
    make_kin,
    make_limit,
    make_payment,
    new_payment,
    resident_id,
)
from tests.helpers.problems import blocked, marked, warned

ACCOUNT = {"bank_card": "6222021234567890128", "bank_holder": "王芳"}


@pytest.fixture
def batch(office: Office) -> AidBatch:
    """A festive batch of 2011 that nobody is in yet."""
    return make_batch()


def test_a_payment_to_an_open_file_is_neither_forbidden_nor_doubtful(batch: AidBatch) -> None:
    payment = new_payment(batch, make_file())
    assert blocked(PAYMENTS, payment) == {}
    assert warned(PAYMENTS, payment) == {}


def test_a_payment_takes_kind_occasion_year_and_fund_from_its_batch(batch: AidBatch) -> None:
    payment = make_payment(batch, make_file())
    told = (payment.aid_kind, payment.occasion, payment.year, payment.fund_source)
    assert told == ("送温暖慰问", "春节", 2011, "本级工会经费")


@pytest.mark.parametrize(("amount", "forbidden"), [(0, True), (1, False)])
def test_aid_is_more_than_nothing(batch: AidBatch, amount: int, forbidden: bool) -> None:
    assert ("amount" in blocked(PAYMENTS, new_payment(batch, make_file(), amount=amount))) == forbidden


@pytest.mark.parametrize(
    ("pay_mode", "asked"), [("现金", set()), ("实物", {"goods"}), ("银行卡", {"bank_card", "bank_holder"})]
)
def test_the_form_marks_what_the_way_of_paying_asks_for(
    batch: AidBatch, pay_mode: str, asked: set[str]
) -> None:
    assert marked(new_payment(batch, make_file(), pay_mode=pay_mode)) == asked


def test_goods_are_named(batch: AidBatch) -> None:
    payment = new_payment(batch, make_file(), pay_mode="实物")
    assert "goods" in blocked(PAYMENTS, payment)
    payment.goods = "大米 10 公斤"
    assert blocked(PAYMENTS, payment) == {}


def test_a_person_is_paid_once_for_an_occasion(batch: AidBatch) -> None:
    file = make_file()
    make_payment(batch, file)
    again = new_payment(make_batch(name="2011年春节第二批"), file)
    assert (
        "2011年春节已发过送温暖慰问 500.00 元（2011年春节困难职工慰问）"
        in blocked(PAYMENTS, again)["id_number"]
    )
    again.override_reason = "住院，追加"
    assert blocked(PAYMENTS, again) == {}
    assert "override_reason" in warned(PAYMENTS, again)


def test_a_payment_stays_as_it_is_when_another_was_made_for_a_reason(batch: AidBatch) -> None:
    file = make_file()
    first = make_payment(batch, file)
    make_payment(batch, file, override_reason="住院，追加")
    assert blocked(PAYMENTS, first) == {}


@pytest.mark.parametrize(
    "other",
    [{"year": 2012}, {"occasion": "国庆"}, {"aid_kind": "生活救助"}],
    ids=["year", "occasion", "kind"],
)
def test_another_year_occasion_or_kind_is_another_payment(batch: AidBatch, other: dict[str, Any]) -> None:
    file = make_file()
    make_payment(batch, file)
    assert blocked(PAYMENTS, new_payment(make_batch(**other), file)) == {}


@pytest.mark.parametrize("status", ["退回", "作废"])
def test_a_returned_or_void_payment_does_not_count(batch: AidBatch, status: str) -> None:
    file = make_file()
    make_payment(batch, file, status=status, status_reason="卡号错误")
    assert blocked(PAYMENTS, new_payment(batch, file)) == {}


def test_what_came_back_is_not_in_the_way_of_what_was_paid_instead(batch: AidBatch) -> None:
    file = make_file()
    wife = make_kin(file, relation="配偶")
    back = make_payment(batch, file, status="退回", status_reason="卡号错误")
    make_payment(batch, file)
    make_payment(batch, name=wife.name, id_number=wife.id_number)
    assert blocked(PAYMENTS, back) == {}
    assert warned(PAYMENTS, back) == {}


def test_a_payment_in_the_recycle_bin_does_not_count(batch: AidBatch) -> None:
    file = make_file()
    keeping.to_bin(PAYMENTS, [make_payment(batch, file).id])
    assert blocked(PAYMENTS, new_payment(batch, file)) == {}


def test_the_same_household_paid_twice_is_doubtful(batch: AidBatch) -> None:
    file = make_file()
    wife = make_kin(file, relation="配偶")
    make_payment(batch, file)
    told = warned(PAYMENTS, new_payment(batch, name=wife.name, id_number=wife.id_number))
    assert file.name in told["name"]


def test_a_relative_living_elsewhere_is_another_household(batch: AidBatch) -> None:
    file = make_file()
    brother = make_kin(file, lives_together=False)
    make_payment(batch, file)
    assert warned(PAYMENTS, new_payment(batch, name=brother.name, id_number=brother.id_number)) == {}


def test_aid_from_another_source_is_doubtful(batch: AidBatch) -> None:
    assert "other_aid" in warned(PAYMENTS, new_payment(batch, make_file(), other_aid="民政临时救助 2000 元"))


@pytest.mark.parametrize(("amount", "forbidden"), [(3000_00, False), (3000_01, True)])
def test_a_festive_payment_stays_within_the_limit_for_one_time(
    batch: AidBatch, amount: int, forbidden: bool
) -> None:
    make_limit(per_time=3000_00)
    told = blocked(PAYMENTS, new_payment(batch, make_file(), amount=amount))
    assert ("每人每次上限 3,000.00 元" in told.get("amount", "")) == forbidden


@pytest.mark.parametrize(("amount", "forbidden"), [(1500_00, False), (1500_01, True)])
def test_festive_payments_of_a_year_stay_within_the_limit_for_one_person(
    batch: AidBatch, amount: int, forbidden: bool
) -> None:
    make_limit(per_time=None, per_year=2000_00)
    file = make_file()
    make_payment(batch, file, amount=500_00)
    again = new_payment(make_batch(occasion="国庆"), file, amount=amount)
    assert ("每人全年上限 2,000.00 元" in blocked(PAYMENTS, again).get("amount", "")) == forbidden


def test_the_festive_limits_do_not_bind_other_kinds_nor_other_years(office: Office) -> None:
    make_limit(year=2011, per_time=100_00, per_year=100_00)
    living = make_batch(aid_kind="生活救助", occasion="日常")
    assert blocked(PAYMENTS, new_payment(living, make_file())) == {}
    assert blocked(PAYMENTS, new_payment(make_batch(year=2010), make_file(opened_on=date(2011, 1, 25)))) == {}


@pytest.mark.parametrize("status", ["申请", "调查", "公示中", "待审批", "不予建档"])
def test_aid_before_a_file_is_approved_is_forbidden(batch: AidBatch, status: str) -> None:
    file = make_file(status=status, opened_on=None)
    assert f"“{status}”" in blocked(PAYMENTS, new_payment(batch, file))["file"]


def _closed() -> dict[str, object]:
    return {"status": "退档(脱困)", "closed_on": date(2011, 12, 1), "close_reason": "脱困"}


def test_aid_to_a_closed_file_is_forbidden(batch: AidBatch) -> None:
    assert "“退档(脱困)”" in blocked(PAYMENTS, new_payment(batch, make_file(**_closed())))["file"]


def test_aid_before_the_day_a_file_was_opened_is_forbidden(batch: AidBatch) -> None:
    payment = new_payment(batch, make_file(opened_on=date(2011, 1, 18)), paid_on=date(2011, 1, 17))
    assert "早于建档日期" in blocked(PAYMENTS, payment)["paid_on"]
    payment.paid_on = date(2011, 1, 18)
    assert blocked(PAYMENTS, payment) == {}


@pytest.mark.parametrize(("day", "forbidden"), [(date(2011, 11, 30), False), (date(2011, 12, 1), True)])
def test_what_was_paid_before_a_file_was_closed_stands(office: Office, day: date, forbidden: bool) -> None:
    make_fund()
    paid = make_batch(status="已发放")
    payment = new_payment(paid, make_file(**_closed()), status="已发放", paid_on=day, signed=True)
    assert ("file" in blocked(PAYMENTS, payment)) == forbidden


def test_what_is_only_planned_for_a_closed_file_is_forbidden(batch: AidBatch) -> None:
    payment = new_payment(batch, make_file(**_closed()), paid_on=date(2011, 11, 30))
    assert "file" in blocked(PAYMENTS, payment)


def test_what_is_said_to_be_paid_before_a_file_was_opened_is_forbidden(office: Office) -> None:
    make_fund()
    file = make_file(status="待审批", opened_on=None)
    payment = new_payment(make_batch(status="已发放"), file, status="已发放", paid_on=date(2011, 2, 1))
    assert "file" in blocked(PAYMENTS, payment)


def test_what_was_paid_can_be_corrected_after_the_person_applied_anew(office: Office) -> None:
    make_fund()
    file = make_file()
    payment = make_payment(
        make_batch(status="已发放"), file, status="已发放", paid_on=date(2011, 2, 1), signed=True
    )
    file.status, file.opened_on, file.approved_on = "申请", None, None
    keeping.save(HARDSHIP, file)
    payment = AidPayment.get_by_id(payment.id)
    payment.voucher_no = "0007"
    assert blocked(PAYMENTS, payment) == {}


def test_a_payment_names_the_person_of_the_file(batch: AidBatch) -> None:
    assert "id_number" in blocked(PAYMENTS, new_payment(batch, make_file(), id_number=resident_id()))


def test_without_a_file_only_festive_aid_is_paid(office: Office) -> None:
    assert blocked(PAYMENTS, new_payment(make_batch())) == {}
    assert "请先建档" in blocked(PAYMENTS, new_payment(make_batch(aid_kind="生活救助")))["file"]


def test_a_person_without_a_file_is_marked(batch: AidBatch) -> None:
    assert (make_payment(batch).outside, make_payment(batch, make_file()).outside) == (True, False)


def test_a_transfer_needs_card_and_holder(batch: AidBatch) -> None:
    assert blocked(PAYMENTS, new_payment(batch, make_file(), pay_mode="银行卡")).keys() == {
        "bank_card",
        "bank_holder",
    }


def test_a_transfer_to_a_stranger_is_doubtful(batch: AidBatch) -> None:
    file = make_file(name="李强")
    payment = new_payment(batch, file, pay_mode="银行卡", **ACCOUNT)
    assert "bank_holder" in warned(PAYMENTS, payment)
    make_kin(file, name="王芳", relation="配偶")
    assert warned(PAYMENTS, payment) == {}


def test_who_receives_for_another_tells_the_relation(batch: AidBatch) -> None:
    payment = new_payment(batch, make_file(), receiver="王芳")
    assert "receiver_relation" in blocked(PAYMENTS, payment)
    payment.receiver_relation = "妻子"
    assert blocked(PAYMENTS, payment) == {}


@pytest.mark.parametrize("status", ["退回", "作废"])
def test_a_returned_or_void_payment_tells_why(batch: AidBatch, status: str) -> None:
    assert "status_reason" in blocked(PAYMENTS, new_payment(batch, make_file(), status=status))


def test_cash_paid_and_not_signed_for_is_doubtful(office: Office) -> None:
    make_fund()
    paid = {"status": "已发放", "paid_on": date(2011, 2, 1)}
    payment = new_payment(make_batch(status="已发放"), make_file(), **paid)
    assert "signed" in warned(PAYMENTS, payment)
    payment.signed = True
    assert warned(PAYMENTS, payment) == {}


def test_what_was_paid_has_a_day(office: Office) -> None:
    make_fund()
    payment = new_payment(make_batch(status="已发放"), make_file(), status="已发放")
    assert "paid_on" in blocked(PAYMENTS, payment)


@pytest.mark.parametrize("status", ["已审批", "已发放"])
def test_a_payment_is_not_approved_before_its_batch(office: Office, status: str) -> None:
    make_fund()
    payment = new_payment(make_batch(), make_file(), status=status, paid_on=date(2011, 2, 1))
    assert "请先审批批次" in blocked(PAYMENTS, payment)["status"]
    payment.batch = make_batch(status=status, name="已审批的批次")
    assert blocked(PAYMENTS, payment) == {}


@pytest.mark.parametrize(("amount", "forbidden"), [(1000_00, False), (1000_01, True)])
def test_a_payment_beyond_the_balance_of_its_fund_is_forbidden(
    office: Office, amount: int, forbidden: bool
) -> None:
    make_fund(1000_00)
    make_fund(99_999_00, fund_source="社会捐助")
    payment = new_payment(
        make_batch(status="已发放"), make_file(), status="已发放", paid_on=date(2011, 2, 1), amount=amount
    )
    assert ("余额 1,000.00 元" in blocked(PAYMENTS, payment).get("amount", "")) == forbidden


def test_a_payment_within_the_balance_can_be_corrected_when_the_fund_is_spent(office: Office) -> None:
    make_fund(1000_00)
    paid = {"status": "已发放", "paid_on": date(2011, 2, 1), "signed": True}
    payment = make_payment(make_batch(status="已发放"), make_file(), amount=1000_00, **paid)
    payment.remark = "代领"
    assert blocked(PAYMENTS, payment) == {}
    payment.amount = 1000_01
    assert "amount" in blocked(PAYMENTS, payment)


def test_a_year_may_allow_more_than_a_fund_holds(office: Office) -> None:
    make_limit(guards_balance=False)
    paid = {"status": "已发放", "paid_on": date(2011, 2, 1)}
    assert blocked(PAYMENTS, new_payment(make_batch(status="已发放"), make_file(), **paid)) == {}


@pytest.mark.parametrize(
    ("kind", "missing"), [("医疗救助", {"own_share"}), ("子女助学", {"student_name", "school"})]
)
def test_medical_and_schooling_aid_tell_their_particulars_before_approval(
    office: Office, kind: str, missing: set[str]
) -> None:
    make_fund()
    draft = new_payment(make_batch(aid_kind=kind), make_file())
    assert warned(PAYMENTS, draft).keys() == missing
    assert blocked(PAYMENTS, draft) == {}
    approved = new_payment(make_batch(aid_kind=kind, status="已审批"), make_file(), status="已审批")
    assert blocked(PAYMENTS, approved).keys() == missing


def test_last_years_list_with_the_same_amounts_is_doubtful(office: Office) -> None:
    files = [
        make_file(opened_on=date(2009, 1, 1), applied_on=date(2009, 1, 1), approved_on=None) for _ in range(3)
    ]
    make_batch(*files, year=2010, planned_on=date(2010, 2, 1))
    copied = make_batch(*files)
    assert "与上年同一节日完全相同" in warned(BATCHES, copied)["name"]
    changed = AidPayment.get(AidPayment.batch == copied)
    changed.amount = 600_00
    keeping.save(PAYMENTS, changed)
    assert warned(BATCHES, copied) == {}


def test_goods_are_counted(office: Office) -> None:
    batch, file = make_batch(), make_file()
    payment = new_payment(batch, file, pay_mode="实物", goods="大米和食用油")
    assert "goods_count" in warned(PAYMENTS, payment)
    payment.goods_count = 2
    assert "goods_count" not in warned(PAYMENTS, payment)
