"""Closing a donation drive: its money is booked as a fund, from which aid is paid (domain 3.8)."""

from __future__ import annotations

from app.keeping import keeping
from app.subjects.hardship.donations.records import DONATED, DonationDrive, received_of
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.funds.register import FUND_INCOMES


def note_sum(drive: DonationDrive) -> None:
    """Write down how much was given when the drive is closed."""
    drive.booked = received_of(drive)


def book(drive: DonationDrive) -> None:
    """Enter the money given as income of the fund of donations; goods alone book nothing."""
    if drive.booked:
        income = FundIncome(
            received_on=drive.closed_on,
            fund_source=DONATED,
            amount=drive.booked,
            from_whom=drive.organiser,
            remark=f"{drive.drive_no} {drive.theme}",
        )
        keeping.save(FUND_INCOMES, income)
