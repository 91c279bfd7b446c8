"""The life of a donation drive: closing books its money, settling publishes it (domain 3.8)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.importing import import_book
from app.fields.problems import Blocked
from app.keeping import keeping
from app.office import Office
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.hardship.aid.records import fund_balance
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.donations.records import Donation, DonationDrive, DonationUse
from app.subjects.hardship.donations.register import DONATIONS, DRIVES, USES
from app.subjects.hardship.funds.records import FundIncome
from tests.app.exchange.books import write_book
from tests.factories.donations import make_donated_payment, make_donation, make_drive, make_use
from tests.helpers.problems import advance, forbidden, step_called, warned

CLOSING = {"closed_on": date(2011, 6, 20)}
SETTLING = {"published_on": date(2011, 6, 25), "reported_on": date(2011, 7, 1)}


def _kept(drive: DonationDrive) -> DonationDrive:
    return DonationDrive.get_by_id(drive.id)


def _closed(**values: object) -> DonationDrive:
    drive = make_drive(**values)
    make_donation(drive, amount=75_19)
    advance(DRIVES, _kept(drive), "截止并入账", CLOSING)
    return _kept(drive)


def test_a_drive_counts_what_was_given_used_and_left(office: Office) -> None:
    drive = make_drive()
    assert [getattr(_kept(drive), name) for name in ("donors", "received", "used", "balance")] == [0, 0, 0, 0]
    make_donation(drive, donor="王芳", employer="泰祥物业")
    make_donation(drive, donor="王芳", employer="泰祥物业", amount=20_50)
    make_donation(drive, donor="王芳", employer="有司建筑")
    for _ in range(2):
        make_donation(drive, donor=None, anonymous=True, receipt_no=None, amount=1_00)
    make_donation(drive, amount=None, mode="实物", goods="毛毯")
    gone = make_donation(drive, amount=999_00)
    keeping.to_bin(DONATIONS, [gone.id])
    make_use(drive, amount=22_00)
    kept = _kept(drive)
    assert (kept.donors, kept.received, kept.used, kept.balance) == (5, 222_50, 22_00, 200_50)


def test_closing_books_the_money_as_a_fund_of_donations(office: Office) -> None:
    drive = _closed(theme="有难大家帮")
    assert (drive.status, drive.booked) == ("已截止", 75_19)
    assert fund_balance("社会捐助") == 75_19
    income = FundIncome.get()
    assert (income.received_on, income.from_whom) == (date(2011, 6, 20), "泰祥物业行业工会")
    assert income.remark == f"{drive.drive_no} 有难大家帮"


def test_goods_alone_book_nothing(office: Office) -> None:
    drive = make_drive()
    make_donation(drive, amount=None, mode="实物", goods="毛毯")
    advance(DRIVES, _kept(drive), "截止并入账", CLOSING)
    assert FundIncome.select().count() == 0


def test_a_drive_without_a_gift_is_not_closed(office: Office) -> None:
    told = forbidden(DRIVES, make_drive(), "截止并入账", **CLOSING)
    assert "还没有登记捐款" in told["closed_on"]
    assert FundIncome.select().count() == 0


def test_a_refused_closing_books_nothing(office: Office) -> None:
    drive = make_drive()
    make_donation(drive)
    with pytest.raises(Blocked):
        advance(DRIVES, _kept(drive), "截止并入账", {"closed_on": date(2011, 6, 1)})
    assert (FundIncome.select().count(), _kept(drive).status) == (0, "募捐中")


def test_each_step_starts_from_its_state_only(office: Office) -> None:
    drive = make_drive()
    with pytest.raises(Refused, match="现在是“募捐中”，不能“结清”"):
        advance(DRIVES, drive, "结清", SETTLING)
    closed = _closed()
    assert [step.title for step in DRIVES.next_steps(closed)] == ["结清"]
    with pytest.raises(Refused, match="现在是“已截止”"):
        advance(DRIVES, closed, "截止并入账", CLOSING)


def test_settling_says_what_becomes_of_the_rest(office: Office) -> None:
    drive = _closed()
    assert "balance_plan" in forbidden(DRIVES, drive, "结清", **SETTLING)
    make_use(drive, amount=75_19)
    settled = advance(DRIVES, _kept(drive), "结清", SETTLING)
    assert (settled.status, DRIVES.next_steps(settled)) == ("已结清", [])


def test_settling_asks_for_the_days_of_notice_and_report(office: Office) -> None:
    assert step_called(DRIVES, "结清").asks == (DonationDrive.published_on, DonationDrive.reported_on)


def test_a_use_follows_a_payment_of_aid(office: Office) -> None:
    drive = make_drive()
    make_donation(drive)
    payment = make_donated_payment(60_00)
    make_use(drive, payment=payment)
    assert _kept(drive).balance == 40_00


def test_a_closed_drive_goes_into_the_bin_and_out_again_with_its_rows(office: Office) -> None:
    drive = _closed()
    make_use(drive, amount=5_00)
    keeping.to_bin(DRIVES, [drive.id])
    keeping.restore(DRIVES, [drive.id])
    assert (_kept(drive).received, _kept(drive).used) == (75_19, 5_00)
    assert len(list(USES.record.alive())) == 1


def test_an_open_drive_reminds_of_the_law_on_public_collections(office: Office) -> None:
    assert DRIVES.headline is not None
    assert "公开募捐资格" in DRIVES.headline(make_drive())
    assert DRIVES.headline(_closed()) == ""


@pytest.mark.parametrize("status", ["退回", "作废"])
def test_the_use_of_a_drive_follows_a_payment_that_is_taken_back(office: Office, status: str) -> None:
    """Money that came back is left in the drive, in its figures and in its account (domain 3.8)."""
    drive = make_drive()
    make_donation(drive, amount=100_00)
    payment = make_donated_payment(50_00)
    use = make_use(drive, payment=payment, recipient=payment.name, amount=50_00, used_on=payment.paid_on)
    assert (_kept(drive).used, _kept(drive).balance) == (50_00, 50_00)
    payment.status, payment.status_reason = status, "受助人退回"
    keeping.save(PAYMENTS, payment)
    assert (_kept(drive).used, _kept(drive).balance) == (0, 100_00)
    labels = ("使用善款", "善款救助", "累计使用善款", "善款结余")
    assert [find_figure(label).number(year(2011)) for label in labels] == [0, 0, 0, 100_00]
    assert "payment" in warned(USES, DonationUse.get_by_id(use.id))
    make_use(drive, amount=100_00)  # the money is there to be used again
    assert _kept(drive).balance == 0


def test_the_use_of_a_drive_follows_a_payment_into_the_recycle_bin_and_out_again(office: Office) -> None:
    """One that was not paid yet: what was paid is voided, and never binned."""
    drive = make_drive()
    make_donation(drive, amount=100_00)
    payment = make_donated_payment(50_00, status="已审批", paid_on=None, signed=False)
    make_use(drive, payment=payment, recipient=payment.name, amount=50_00, used_on=date(2011, 7, 1))
    keeping.to_bin(PAYMENTS, [payment.id])
    assert _kept(drive).balance == 100_00
    keeping.restore(PAYMENTS, [payment.id])
    assert _kept(drive).balance == 50_00


@pytest.mark.parametrize(
    ("said", "donor", "kind", "anonymous"),
    [
        ("王芳", "王芳", "个人", False),
        ("卫庆电梯工程有限公司", "卫庆电梯工程有限公司", "单位", False),
        ("匿名", "匿名", "个人", True),
        ("无名氏", "无名氏", "个人", True),
    ],
)
def test_a_list_of_donors_tells_units_and_who_is_not_to_be_named(
    office: Office, tmp_path: Path, said: str, donor: str, kind: str, anonymous: bool
) -> None:
    drive = make_drive()
    book = write_book(tmp_path / "a.xlsx", [["募捐活动", "捐款人", "金额"], [drive.theme, said, "100"]])
    assert import_book(DONATIONS, book).problems == []
    gift = Donation.get()
    assert (gift.donor, gift.donor_kind, gift.anonymous) == (donor, kind, anonymous)
