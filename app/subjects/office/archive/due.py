"""What the archive asks for: what was lent back, what may go after its time (domain 10 and 12.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.contract_terms import last_day
from app.rules.dates import days_until
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.office.archive.records import HARDSHIP_YEARS, ArchiveItem, ArchiveStatus, may_go

_AHEAD = timedelta(days=30)


def archive_due(today: date) -> Iterator[Due]:
    """Yield what is lent, what is past its time, and closed hardship files that never were archived."""
    lent = ArchiveItem.alive().where(ArchiveItem.status == ArchiveStatus.LENT)
    for item in lent.where(ArchiveItem.due_on <= today + timedelta(days=1)).order_by(ArchiveItem.due_on):
        days = days_until(item.due_on, today)
        yield Due("档案应归还", f"{item.borrower} 借 {item.title}", item.id, days, by="归还")
    for item in may_go(today + _AHEAD).order_by(ArchiveItem.expires_on):
        days = days_until(item.expires_on, today)
        yield Due("档案保管期满", item.title, item.id, days, "请鉴定后销毁或续存")
    yield from _forgotten(today)


def _forgotten(today: date) -> Iterator[Due]:
    """Ten years after its closing a file is destroyed, whether or not anybody put it into the archive."""
    archived = ArchiveItem.alive().where(ArchiveItem.hardship_file.is_null(False))
    closed = HardshipFile.alive().where(
        HardshipFile.closed_on.is_null(False),
        HardshipFile.id.not_in(archived.select(ArchiveItem.hardship_file)),
    )
    columns = (HardshipFile.name, HardshipFile.file_no, HardshipFile.closed_on)
    for name, file_no, closed_on in closed.select(*columns).order_by(HardshipFile.closed_on).tuples():
        days = (last_day(closed_on, 12 * HARDSHIP_YEARS) - today).days
        if days <= _AHEAD.days:
            kind = f"困难档案退档满{HARDSHIP_YEARS}年"
            yield Due(kind, f"{name}（{file_no}）", None, days, "请归档并鉴定销毁")
