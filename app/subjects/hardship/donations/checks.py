"""The rules of donation drives: who gave, and that money serves its purpose only (domain 3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.records.base import Query
from app.rules.money import write_fen
from app.subjects.hardship.aid.records import SPENT
from app.subjects.hardship.donations.records import (
    DONATED,
    GOODS,
    Donation,
    DonationDrive,
    DonationUse,
    DriveStatus,
    received_of,
    uses_that_stand,
)


def booked_as_given(drive: DonationDrive) -> Iterator[Problem]:
    """What was booked as a fund is what was given (domain 3.8)."""
    if drive.booked is not None and drive.booked != drive.received:
        received = write_fen(drive.received or 0)
        yield Warn(DonationDrive.booked, f"与捐款合计 {received} 元不符，请更正资金到账和入账金额")


def rest_is_carried_over(drive: DonationDrive) -> Iterator[Problem]:
    """A settled drive says where the rest went: the balance is carried over (domain 3.8)."""
    if drive.status == DriveStatus.SETTLED and drive.balance and not drive.balance_plan:
        rest = write_fen(drive.balance)
        yield Block(DonationDrive.balance_plan, f"还有结余 {rest} 元，请写明结转到哪里")


def something_came_in(drive: DonationDrive) -> Iterator[Problem]:
    """A drive is closed when its donors are in the register."""
    if not received_of(drive) and not _goods_of(drive):
        yield Block(DonationDrive.closed_on, "还没有登记捐款，请先登记捐款人和金额")


def _goods_of(drive: DonationDrive) -> bool:
    given = Donation.alive().where(Donation.drive == drive.id, Donation.goods.is_null(False))
    return bool(given.exists())


def gift_is_whole(donation: Donation) -> Iterator[Problem]:
    """A gift comes from somebody who is named or asked not to be; goods are not added to the money."""
    if not donation.donor and not donation.anonymous:
        yield Block(Donation.donor, "请填写捐款人或单位；不愿具名的请选“匿名”")
    if donation.mode == GOODS and donation.amount is not None:
        yield Block(Donation.amount, "实物不计入善款，请不要填金额；折价写在备注中")


def gift_is_in_time(donation: Donation) -> Iterator[Problem]:
    """Gifts come from the drive's day on, and hardly after it was closed and booked."""
    if donation.drive_id is None:
        return
    drive = donation.drive
    if donation.donated_on and donation.donated_on < drive.held_on:
        yield Warn(
            Donation.donated_on, f"早于募捐日期（{Donation.donated_on.format(drive.held_on)}），请核对"
        )
    if drive.status != DriveStatus.OPEN and _sum_changes(donation):
        yield Warn(Donation.amount, f"这次募捐{drive.status}，善款已入账，请同时更正资金到账")


def _sum_changes(donation: Donation) -> bool:
    before = Donation.get_or_none(Donation.id == (donation.id or 0))
    return ((before.amount if before is not None else None) or 0) != (donation.amount or 0)


def receipt_is_given(donation: Donation) -> Iterator[Problem]:
    """Money is given against a receipt, and a receipt is written once (domain 3.8)."""
    if donation.receipt_no:
        twin = first(others(donation).where(Donation.receipt_no == donation.receipt_no))
        if twin is not None:
            yield Block(Donation.receipt_no, f"这个票据号已开给{twin.donor or '匿名'}，请核对")
    elif donation.amount and not donation.anonymous:
        yield Warn(Donation.receipt_no, "请开具公益事业捐赠统一票据，并填写票据号")


def given_twice(donation: Donation) -> Iterator[Problem]:
    """The same donor with the same amount on the same day was perhaps entered twice."""
    if donation.drive_id is None or not donation.donor:
        return
    same = others(donation).where(
        Donation.drive == donation.drive_id,
        Donation.donor == donation.donor,
        Donation.donated_on == donation.donated_on,
        Donation.amount == donation.amount,
    )
    if donation.amount is not None and same.exists():
        yield Warn(Donation.donor, "同一捐款人当天已登记同样的金额，请核对是否重复")


def not_beside_a_total(donation: Donation) -> Iterator[Problem]:
    """A gift that is registered beside the total of all of them is counted twice."""
    if donation.drive_id is None:
        return
    of_drive = others(donation).where(Donation.drive == donation.drive_id)
    total = first(of_drive.where(Donation.people > 1)) if donation.people in (None, 1) else first(of_drive)
    if total is not None and donation.amount:
        told = "已按合计登记" if donation.people in (None, 1) else "已有逐笔登记的捐款"
        yield Warn(Donation.amount, f"这次募捐{told}，不要重复计入，请删去其中一种")


def serves_its_purpose(use: DonationUse) -> Iterator[Problem]:
    """Money is used only for the drive's purpose, from its day on, before it is settled (domain 3.8)."""
    if use.fits_purpose is False:
        yield Block(DonationUse.fits_purpose, "善款只能用于募捐时写明的用途，请换其他资金")
    if use.drive_id is None:
        return
    drive = use.drive
    if use.used_on and use.used_on < drive.held_on:
        yield Block(
            DonationUse.used_on, f"早于募捐日期（{DonationUse.used_on.format(drive.held_on)}），请核对"
        )
    if use.id is None and drive.status == DriveStatus.SETTLED:
        yield Warn(DonationUse.used_on, "这次募捐已结清，请核对是否用错了募捐")


def within_donations(use: DonationUse) -> Iterator[Problem]:
    """No more is used of a drive's money than was given, goods not counted."""
    payment = use.payment
    if use.drive_id is None or use.amount is None or (payment is not None and payment.status not in SPENT):
        return
    mine = uses_that_stand().where(DonationUse.drive == use.drive_id, DonationUse.id != (use.id or 0))
    left = received_of(use.drive) - _sum(mine)
    if use.amount > left:
        yield Block(DonationUse.amount, f"这次募捐还剩 {write_fen(left)} 元，不能超过")


def follows_the_payment(use: DonationUse) -> Iterator[Problem]:
    """A use that is a payment of aid is paid from donations, to its person, and no more than was paid."""
    payment = use.payment
    if payment is None:
        if use.amount and not use.signed:
            yield Warn(DonationUse.signed, "受助人尚未签收")
        return
    if payment.fund_source != DONATED:
        yield Block(DonationUse.payment, f"这笔帮扶的资金来源是“{payment.fund_source}”，不是“{DONATED}”")
    elif payment.deleted_at is not None or payment.status not in SPENT:
        state = "已删除" if payment.deleted_at is not None else payment.status
        if use.id is None:
            yield Block(DonationUse.payment, f"这笔帮扶为“{state}”，批准后才能登记使用善款")
        else:
            yield Warn(DonationUse.payment, f"这笔帮扶为“{state}”，这条使用不计入；钱另有用处的请另行登记")
    if not payment.signed and not use.signed:
        yield Warn(DonationUse.signed, "受助人尚未签收")
    if use.recipient and use.recipient != payment.name:
        yield Block(DonationUse.recipient, f"所选帮扶记录的受助人是{payment.name}，请核对")
    other = _sum(others(use).where(DonationUse.payment == payment.id))
    if use.amount is not None and use.amount + other > payment.amount:
        uncovered = write_fen(payment.amount - other)
        yield Block(DonationUse.amount, f"这笔帮扶还有 {uncovered} 元没有登记善款，不能超过")


def _sum(uses: Query[DonationUse]) -> int:
    return int(uses.select(fn.COALESCE(fn.SUM(DonationUse.amount), 0)).scalar())


DRIVE = (booked_as_given, rest_is_carried_over)
DONATION = (gift_is_whole, gift_is_in_time, receipt_is_given, given_twice, not_beside_a_total)
USE = (serves_its_purpose, within_donations, follows_the_payment)
