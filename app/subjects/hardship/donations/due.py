"""What donation drives ask for: closing, publishing, and the use of what was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.subjects.hardship.donations.records import DonationDrive, DriveStatus

_CLOSE_WITHIN = timedelta(days=30)
_PUBLISH_WITHIN = timedelta(days=15)
_AHEAD = timedelta(days=7)


def drives_due(today: date) -> Iterator[Due]:
    """Yield the drives to be closed and booked, and those whose donors are to be published."""
    drives = DonationDrive.alive().where(DonationDrive.status != DriveStatus.SETTLED)
    for drive in drives.order_by(DonationDrive.held_on):
        if drive.status == DriveStatus.OPEN:
            yield from _by(drive.held_on + _CLOSE_WITHIN, "募捐截止入账", "截止并入账", drive, today)
        elif drive.published_on is None and drive.closed_on is not None:
            yield from _by(drive.closed_on + _PUBLISH_WITHIN, "捐款公示", "公示日期", drive, today)


def _by(day: date, kind: str, by: str, drive: DonationDrive, today: date) -> Iterator[Due]:
    if day <= today + _AHEAD:
        yield Due(kind, drive.theme, drive.id, (day - today).days, by=by)
