"""Closing a donation drive: its money is booked as a fund, from which aid is paid (domain 3.8)."""

from __future__ import annotations

from app.records.donations import DONATED, DonationDrive, received_of
from app.records.settings import FundIncome
from app.registers.settings import FUND_INCOMES
from app.services import keeping


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
