"""What hardship files ask for: results of notices, approvals, the yearly review (domain 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import fn

from app.register import Due
from app.rules.dates import days_until, write_date
from app.subjects.hardship.files.records import FileStatus, HardshipFile
from app.subjects.hardship.reviews.records import HardshipReview

_AHEAD = timedelta(days=7)
_YEAR = timedelta(days=365)


def files_due(today: date) -> Iterator[Due]:
    """Yield the notices that end, the files that wait for approval, and those to be reviewed."""
    yield from _notices(today)
    for file in HardshipFile.alive().where(HardshipFile.status == FileStatus.PENDING):
        yield Due("困难档案待审批", file.name, file.id, 0, by="批准建档")
    yield from _reviews(today)


def _notices(today: date) -> Iterator[Due]:
    published = HardshipFile.alive().where(HardshipFile.status == FileStatus.PUBLISHED)
    for file in published.where(HardshipFile.notice_to <= today + _AHEAD):
        days = days_until(file.notice_to, today)
        yield Due("公示到期", file.name, file.id, days, "请登记公示结果", by="登记公示结果")


def _reviews(today: date) -> Iterator[Due]:
    """A file is reviewed at least once a year, counted from the last review, or the opening."""
    reviews = HardshipReview.alive().where(HardshipReview.file == HardshipFile.id)
    last = fn.COALESCE(reviews.select(fn.MAX(HardshipReview.reviewed_on)), HardshipFile.opened_on)
    files = HardshipFile.alive().where(HardshipFile.status == FileStatus.OPEN, last <= today - _YEAR + _AHEAD)
    for record_id, name, raw in files.select(HardshipFile.id, HardshipFile.name, last).tuples():
        day = date.fromisoformat(str(raw))
        days = (day + _YEAR - today).days
        yield Due("困难职工复核", name, record_id, days, f"上次 {write_date(day)}", by="复核")
