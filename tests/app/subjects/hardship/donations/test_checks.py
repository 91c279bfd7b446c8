"""The rules of donation drives, one by one (domain 3.8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.hardship.donations.records import DonationDrive
from app.subjects.hardship.donations.register import DONATIONS, DRIVES, USES
from tests.factories.donations import (
    make_donated_payment,
    make_donation,
    make_drive,
    make_use,
    new_donation,
    new_drive,
    new_use,
)
from tests.factories.people import make_batch, make_file, make_payment
from tests.helpers.problems import blocked, marked, warned

CLOSED = {"status": "已截止", "closed_on": date(2011, 6, 20)}
SETTLED = CLOSED | {"status": "已结清", "published_on": date(2011, 6, 25), "reported_on": date(2011, 7, 1)}


def test_a_complete_drive_gift_and_use_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    drive = make_drive()
    make_donation(drive)
    for register, row in ((DRIVES, drive), (DONATIONS, new_donation(drive)), (USES, new_use(drive))):
        assert blocked(register, row) == {}
        assert warned(register, row) == {}


@pytest.mark.parametrize("name", ["theme", "organiser", "held_on", "purpose"])
def test_a_drive_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    drive = new_drive()
    setattr(drive, name, None)
    assert blocked(DRIVES, drive)[name] == f"请填写{DonationDrive.described()[name].label}"


@pytest.mark.parametrize("name", ["closed_on", "published_on", "reported_on"])
def test_nothing_happens_to_a_drive_before_it_is_held(office: Office, name: str) -> None:
    assert "早于募捐日期" in blocked(DRIVES, new_drive(**{name: date(2011, 6, 9)}))[name]


def test_a_drive_is_reported_after_it_was_closed(office: Office) -> None:
    drive = new_drive(**CLOSED, reported_on=date(2011, 6, 19))
    assert "早于截止入账日期（2011年6月20日）" in blocked(DRIVES, drive)["reported_on"]
    drive.reported_on = date(2011, 6, 20)
    assert blocked(DRIVES, drive) == {}


def test_a_closed_drive_has_a_day_of_closing(office: Office) -> None:
    assert "closed_on" in blocked(DRIVES, new_drive(status="已截止"))
    assert blocked(DRIVES, new_drive(**CLOSED)) == {}


def test_a_drive_is_entered_once(office: Office) -> None:
    make_drive(theme="有难大家帮")
    assert "已登记" in blocked(DRIVES, new_drive(theme="有难大家帮"))["theme"]
    assert blocked(DRIVES, new_drive(theme="有难大家帮", held_on=date(2010, 6, 10))) == {}


def test_what_was_booked_is_what_was_given(office: Office) -> None:
    drive = make_drive(**CLOSED, booked=99_00)
    make_donation(drive)
    drive = DonationDrive.get_by_id(drive.id)
    assert "100.00" in warned(DRIVES, drive)["booked"]
    drive.booked = 100_00
    assert warned(DRIVES, drive) == {}


@pytest.mark.parametrize("name", ["closed_on", "published_on", "reported_on"])
def test_a_settled_drive_was_closed_published_and_reported(office: Office, name: str) -> None:
    assert name in blocked(DRIVES, new_drive(**(SETTLED | {name: None})))
    assert blocked(DRIVES, new_drive(**SETTLED)) == {}


def test_a_settled_drive_says_where_the_rest_went(office: Office) -> None:
    drive = make_drive()
    make_donation(drive)
    make_use(drive, amount=60_00)
    drive = DonationDrive.get_by_id(drive.id)
    for name, value in SETTLED.items():
        setattr(drive, name, value)
    assert "40.00" in blocked(DRIVES, drive)["balance_plan"]
    drive.balance_plan = "结转下年"
    assert blocked(DRIVES, drive) == {}


def test_a_settled_drive_without_an_audit_is_doubtful(office: Office) -> None:
    assert "审计" in warned(DRIVES, new_drive(**SETTLED))["audited_on"]


def test_a_gift_names_its_donor_or_is_anonymous(office: Office) -> None:
    drive = make_drive()
    assert "匿名" in blocked(DONATIONS, new_donation(drive, donor=None))["donor"]
    assert blocked(DONATIONS, new_donation(drive, donor=None, anonymous=True)) == {}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"amount": None}, {"amount"}),
        ({"amount": 0}, {"amount"}),
        ({"mode": "实物", "amount": None}, {"goods"}),
        ({"mode": "实物", "goods": "毛毯"}, {"amount"}),
        ({"mode": "实物", "goods": "毛毯", "amount": None}, set()),
    ],
)
def test_a_gift_is_money_or_goods(office: Office, given: dict[str, object], wrong: set[str]) -> None:
    assert set(blocked(DONATIONS, new_donation(make_drive(), **given))) == wrong


@pytest.mark.parametrize(
    ("mode", "asked"),
    [("现金", {"amount"}), ("转账", {"amount"}), ("其他", {"amount"}), ("实物", {"goods"})],
)
def test_the_form_marks_money_or_goods(office: Office, mode: str, asked: set[str]) -> None:
    assert marked(new_donation(make_drive(), mode=mode)) == asked


def test_a_gift_before_the_drive_is_doubtful_and_of_tomorrow_forbidden(office: Office) -> None:
    drive = make_drive()
    assert "早于募捐日期" in warned(DONATIONS, new_donation(drive, donated_on=date(2011, 6, 9)))["donated_on"]
    tomorrow = new_donation(drive, donated_on=date.today() + timedelta(days=1))
    assert "在今天之后" in blocked(DONATIONS, tomorrow)["donated_on"]


def test_a_change_of_what_was_booked_is_doubtful(office: Office) -> None:
    drive = make_drive(**CLOSED)
    assert "善款已入账" in warned(DONATIONS, new_donation(drive))["amount"]
    kept = make_donation(drive)
    assert warned(DONATIONS, kept) == {}
    kept.amount = 90_00
    assert "善款已入账" in warned(DONATIONS, kept)["amount"]


def test_a_receipt_is_written_once(office: Office) -> None:
    make_donation(make_drive(), donor="王芳", receipt_no="0012")
    assert "王芳" in blocked(DONATIONS, new_donation(make_drive(), receipt_no="0012"))["receipt_no"]


def test_money_without_a_receipt_is_doubtful(office: Office) -> None:
    drive = make_drive()
    assert "票据" in warned(DONATIONS, new_donation(drive, receipt_no=None))["receipt_no"]
    assert warned(DONATIONS, new_donation(drive, receipt_no=None, donor=None, anonymous=True)) == {}


def test_the_same_gift_of_a_day_twice_is_doubtful(office: Office) -> None:
    drive = make_drive()
    make_donation(drive, donor="王芳")
    assert "重复" in warned(DONATIONS, new_donation(drive, donor="王芳"))["donor"]
    assert warned(DONATIONS, new_donation(drive, donor="王芳", amount=50_00)) == {}


def _drive_with(amount: int) -> DonationDrive:
    drive = make_drive()
    make_donation(drive, amount=amount)
    return drive


def test_donated_money_serves_its_purpose_only(office: Office) -> None:
    drive = _drive_with(100_00)
    assert "只能用于" in blocked(USES, new_use(drive, fits_purpose=False))["fits_purpose"]
    assert blocked(USES, new_use(drive, fits_purpose=None)) == {"fits_purpose": "请填写符合募捐用途"}


def test_no_more_is_used_than_was_given(office: Office) -> None:
    drive = _drive_with(100_00)
    assert "还剩 100.00 元" in blocked(USES, new_use(drive, amount=100_01))["amount"]
    kept = make_use(drive, amount=60_00)
    assert "还剩 40.00 元" in blocked(USES, new_use(drive, amount=40_01))["amount"]
    assert blocked(USES, new_use(drive, amount=40_00)) == {}
    kept.amount = 100_00
    assert blocked(USES, kept) == {}


def test_goods_given_are_no_money_to_use(office: Office) -> None:
    drive = make_drive()
    make_donation(drive, mode="实物", goods="毛毯", amount=None)
    assert "amount" in blocked(USES, new_use(drive))


def test_a_use_is_more_than_nothing_and_after_the_drive(office: Office) -> None:
    drive = _drive_with(100_00)
    assert "amount" in blocked(USES, new_use(drive, amount=0))
    assert "早于募捐日期" in blocked(USES, new_use(drive, used_on=date(2011, 6, 9)))["used_on"]
    tomorrow = date.today() + timedelta(days=1)
    assert "在今天之后" in blocked(USES, new_use(drive, used_on=tomorrow))["used_on"]


def test_a_use_after_settling_is_doubtful(office: Office) -> None:
    drive = _drive_with(100_00)
    DonationDrive.update(**SETTLED).where(DonationDrive.id == drive.id).execute()
    assert "已结清" in warned(USES, new_use(DonationDrive.get_by_id(drive.id)))["used_on"]


def test_a_use_that_nobody_signed_for_is_doubtful(office: Office) -> None:
    drive = _drive_with(100_00)
    assert "signed" in warned(USES, new_use(drive, signed=False))
    paid = new_use(drive, payment=make_donated_payment(), signed=False)
    assert "signed" not in warned(USES, paid), "the pay-out list was signed"


def test_a_payment_fills_in_its_use(office: Office) -> None:
    payment = make_donated_payment(80_00)
    use = make_use(_drive_with(100_00), payment=payment)
    assert (use.recipient, use.amount, use.used_on) == (payment.name, 80_00, date(2011, 7, 1))


def test_only_payments_from_donated_money_are_linked(office: Office) -> None:
    payment = make_payment(make_batch(), make_file())
    use = new_use(_drive_with(1000_00), payment=payment, used_on=date(2011, 7, 1))
    assert "本级工会经费" in blocked(USES, use)["payment"]


@pytest.mark.parametrize(("status", "allowed"), [("拟定", False), ("已审批", True), ("作废", False)])
def test_only_payments_that_stand_are_linked(office: Office, status: str, allowed: bool) -> None:
    payment = make_donated_payment(status=status, paid_on=None, status_reason="重复")
    use = new_use(_drive_with(100_00), payment=payment, used_on=date(2011, 7, 1))
    assert ("payment" not in blocked(USES, use)) == allowed


def test_a_use_goes_to_the_person_who_was_paid(office: Office) -> None:
    use = new_use(_drive_with(100_00), payment=make_donated_payment(), recipient="别人")
    assert "受助人是" in blocked(USES, use)["recipient"]


def test_a_payment_is_not_covered_twice(office: Office) -> None:
    payment = make_donated_payment(50_00)
    make_use(_drive_with(100_00), payment=payment, amount=30_00)
    again = new_use(_drive_with(100_00), payment=payment, amount=20_01)
    assert "还有 20.00 元" in blocked(USES, again)["amount"]
    again.amount = 20_00
    assert blocked(USES, again) == {}
