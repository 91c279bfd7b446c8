"""Donation drives, their donors, and what the money was used for (domain 3.8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.register import Child, Register, Section, State, Step, Totals
from app.rules.parties import is_unit
from app.subjects.hardship.donations import checks
from app.subjects.hardship.donations import steps as donations
from app.subjects.hardship.donations.due import drives_due
from app.subjects.hardship.donations.lists import DONATION_SHEET, MONEY_SHEET
from app.subjects.hardship.donations.records import (
    PERSON,
    UNIT,
    Donation,
    DonationDrive,
    DonationUse,
    DriveStatus,
)

_NOBODY = frozenset({"匿名", "无名氏", "不留名", "未留名", "佚名"})
"""What stands in a list for the name of somebody who does not want to be named."""


def _after_import(donation: Donation, names: frozenset[str]) -> None:
    """A list of donors seldom tells the day of each: it was kept on the day of the drive.

    That a name is a unit's, or nobody's, it leaves to be read.
    """
    if "donated_on" not in names and donation.drive is not None:
        donation.donated_on = donation.drive.held_on
    if "donor_kind" not in names and donation.donor:
        of_several = "等" in donation.donor or "全体" in donation.donor
        donation.donor_kind = UNIT if is_unit(donation.donor) and not of_several else PERSON
    if "anonymous" not in names and donation.donor in _NOBODY:
        donation.anonymous = True


DONATIONS = Register(
    "hardship.donations",
    "捐款登记",
    Donation,
    columns=(
        Donation.donated_on,
        Donation.donor,
        Donation.employer,
        Donation.amount,
        Donation.goods,
    ),
    sections=(
        Section(
            "捐款人",
            Donation.donor_kind,
            Donation.donor,
            Donation.employer,
            Donation.anonymous,
            Donation.people,
            Donation.mobile,
        ),
        Section(
            "捐赠",
            Donation.donated_on,
            Donation.mode,
            Donation.amount,
            Donation.goods,
            Donation.goods_count,
            Donation.receipt_no,
            Donation.signed,
            Donation.remark,
        ),
    ),
    filters=(Donation.donated_on, Donation.donor_kind, Donation.mode, Donation.anonymous),
    search=(Donation.donor, Donation.employer, Donation.goods, Donation.receipt_no),
    checks=checks.DONATION,
    order=(Donation.id.asc(),),
    unit="笔",
    sums=(Donation.amount,),
    after_import=_after_import,
)
USES = Register(
    "hardship.donation_uses",
    "善款使用",
    DonationUse,
    columns=(
        DonationUse.used_on,
        DonationUse.recipient,
        DonationUse.used_for,
        DonationUse.amount,
        DonationUse.voucher_no,
    ),
    sections=(
        Section(
            "善款使用",
            DonationUse.payment,
            DonationUse.recipient,
            DonationUse.amount,
            DonationUse.used_on,
            DonationUse.used_for,
            DonationUse.fits_purpose,
            DonationUse.signed,
            DonationUse.approved_by,
            DonationUse.voucher_no,
            DonationUse.remark,
        ),
    ),
    filters=(DonationUse.used_on, DonationUse.used_for),
    search=(DonationUse.recipient, DonationUse.used_for, DonationUse.voucher_no),
    checks=checks.USE,
    order=(DonationUse.used_on.asc(),),
    unit="笔",
    sums=(DonationUse.amount,),
)


def _total(drive: DonationDrive, told: Mapping[str, Any]) -> Mapping[str, object]:
    """Keep what a book tells of a drive in sum as one gift of many, given on the drive's day."""
    return (
        {
            "donated_on": drive.held_on,
            "anonymous": True,
            "people": told.get("donors") or None,
            "amount": told["received"],
            "remark": "按合计登记",
        }
        if told.get("received")
        else {}
    )


_DONATIONS_OF_DRIVE = Child(DONATIONS, Donation.drive)
DRIVES = Register(
    "hardship.drives",
    "募捐",
    DonationDrive,
    columns=(
        DonationDrive.held_on,
        DonationDrive.theme,
        DonationDrive.donors,
        DonationDrive.received,
        DonationDrive.balance,
        DonationDrive.status,
    ),
    sections=(
        Section(
            "募捐活动",
            DonationDrive.theme,
            DonationDrive.organiser,
            DonationDrive.held_on,
            DonationDrive.place,
            DonationDrive.purpose,
            DonationDrive.donors,
            DonationDrive.received,
            DonationDrive.used,
            DonationDrive.balance,
        ),
        Section(
            "入账和公开",
            DonationDrive.closed_on,
            DonationDrive.booked,
            DonationDrive.account,
            DonationDrive.published_on,
            DonationDrive.reported_on,
            DonationDrive.audited_on,
            DonationDrive.balance_plan,
        ),
        Section(
            "办理",
            DonationDrive.drive_no,
            DonationDrive.status,
            DonationDrive.handled_by,
            DonationDrive.registered_on,
            DonationDrive.remark,
        ),
    ),
    filters=(DonationDrive.held_on, DonationDrive.organiser, DonationDrive.status),
    search=(DonationDrive.theme, DonationDrive.organiser, DonationDrive.drive_no),
    checks=checks.DRIVE,
    children=(_DONATIONS_OF_DRIVE, Child(USES, DonationUse.drive)),
    totals=Totals(
        ((DonationDrive.donors, None), (DonationDrive.received, None)), child=_DONATIONS_OF_DRIVE, row=_total
    ),
    steps=(
        Step(
            "截止并入账",
            (DriveStatus.OPEN,),
            DriveStatus.CLOSED,
            asks=(DonationDrive.closed_on,),
            guard=checks.something_came_in,
            prepare=donations.note_sum,
            effect=donations.book,
            confirm="捐款合计将记入“资金到账”，资金来源为社会捐助。",
        ),
        Step(
            "结清",
            (DriveStatus.CLOSED,),
            DriveStatus.SETTLED,
            asks=(DonationDrive.published_on, DonationDrive.reported_on),
        ),
    ),
    prints=(DONATION_SHEET, MONEY_SHEET),
    order=(DonationDrive.held_on.desc(),),
    status=DonationDrive.status,
    states=(
        State(DriveStatus.OPEN, "info", without=(DonationDrive.closed_on,)),
        State(DriveStatus.CLOSED, "warn", needs=(DonationDrive.closed_on,)),
        State(
            DriveStatus.SETTLED,
            "good",
            needs=(DonationDrive.closed_on, DonationDrive.published_on, DonationDrive.reported_on),
        ),
    ),
    unique_together=((DonationDrive.theme, DonationDrive.held_on),),
    headline=lambda drive: "仅用于登记；公开募捐须有公开募捐资格" if drive.status == DriveStatus.OPEN else "",
    unit="次",
    sums=(DonationDrive.received, DonationDrive.used, DonationDrive.balance),
    due=drives_due,
)
