"""The sample's cash book of 2010 and 2011, drawn from what its other registers say of money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import fn

from app.sample.office import SUBSIDY, UPPER_UNION, Staff
from app.sample.rows import enter
from app.subjects.activities.records import Activity
from app.subjects.hardship.aid.records import AidBatch, AidPayment, AidStatus
from app.subjects.hardship.donations.records import Donation, DonationUse
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.members.membership.records import DuesPayment
from app.subjects.office.cash.records import CARRIED_OVER, INCOMES, CashEntry

_OPENING = 12_600_00
_QUARTERLY = 4_500_00
_STATIONERY = 86_50  # in January; a little more each month
_YEARS = (2010, 2011)


def enter_cash(staff: Staff) -> None:
    """Enter the lines in the order of their days, the spending numbered by month."""
    lines = sorted(
        (*_office(), *_dues(), *_aid(), *_donations(), *_events()), key=lambda line: line.booked_on
    )
    vouchers: dict[str, int] = {}
    for line in lines:
        line.handled_by = staff.auditor
        month = f"{line.booked_on:%Y%m}"
        vouchers[month] = vouchers.get(month, 0) + 1
        line.voucher_no = f"{month}-{vouchers[month]:02d}"
    enter(lines)


def _line(day: date, summary: str, subject: str, fund: str, amount: int, with_whom: str = "") -> CashEntry:
    return CashEntry(
        booked_on=day,
        summary=summary,
        direction="收" if subject in INCOMES else "支",
        subject=subject,
        fund=fund,
        amount=amount,
        counterpart=with_whom or None,
    )


def _office() -> Iterator[CashEntry]:
    yield _line(date(_YEARS[0], 1, 1), "上年结转", CARRIED_OVER, "行政拨交", _OPENING)
    for year in _YEARS:
        for month in range(1, 13):
            cost = _STATIONERY + 7_30 * month + (year - _YEARS[0]) * 12_00
            yield _line(date(year, month, 20), "办公用品", "行政支出", "行政拨交", cost)
        for number, month in enumerate((1, 4, 7, 10), start=1):
            summary = f"第{number}季度行政拨交经费"
            yield _line(date(year, month, 10), summary, "拨缴经费收入", "行政拨交", _QUARTERLY, "泰祥街道")
    for income in FundIncome.alive().where(FundIncome.fund_source == SUBSIDY):
        yield _line(
            income.received_on, income.remark or "", "上级补助收入", "上级补助", income.amount, UPPER_UNION
        )


def _dues() -> Iterator[CashEntry]:
    paid = DuesPayment.alive().where(DuesPayment.paid > 0).group_by(DuesPayment.paid_on)
    rows = paid.select(DuesPayment.paid_on, fn.MIN(DuesPayment.month), fn.SUM(DuesPayment.paid)).tuples()
    for day, month, amount in rows:
        yield _line(day, f"{int(month[-2:])}月份会费", "会费收入", "会费", amount)


def _aid() -> Iterator[CashEntry]:
    paid = AidPayment.alive().where(AidPayment.status == AidStatus.PAID)
    rows = paid.group_by(AidPayment.batch).select(
        AidPayment.batch, fn.MIN(AidPayment.paid_on), fn.SUM(AidPayment.amount)
    )
    for batch_id, day, amount in rows.tuples():
        batch = AidBatch.get_by_id(batch_id)
        fund = "上级补助" if batch.fund_source == SUBSIDY else "行政拨交"
        yield _line(date.fromisoformat(str(day)), batch.name, "帮扶慰问支出", fund, amount, "困难职工")


def _donations() -> Iterator[CashEntry]:
    given = Donation.alive().where(Donation.amount > 0).group_by(Donation.donated_on)
    for day, amount in given.select(Donation.donated_on, fn.SUM(Donation.amount)).tuples():
        yield _line(day, "物业行业互助募捐善款", "捐款收入", "捐款", amount, "捐款人(名单见募捐台账)")
    for use in DonationUse.alive().order_by(DonationUse.id):
        yield _line(use.used_on, use.used_for, "帮扶慰问支出", "捐款", use.amount, use.recipient)


def _events() -> Iterator[CashEntry]:
    for event in Activity.alive().where(Activity.actual_cost > 0).order_by(Activity.id):
        yield _line(event.ends_on, event.name, "职工活动支出", "行政拨交", event.actual_cost or 0)
