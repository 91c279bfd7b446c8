"""What visits to enterprises leave to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.dates import days_until
from app.subjects.office.company_visits.records import CompanyVisit, FollowUpStatus

_AHEAD = timedelta(days=7)


def follow_ups_due(today: date) -> Iterator[Due]:
    """Yield what is to be followed up within a week, or should have been."""
    left = CompanyVisit.alive().where(CompanyVisit.status == FollowUpStatus.OPEN)
    for visit in left.where(CompanyVisit.follow_up_by <= today + _AHEAD).order_by(CompanyVisit.follow_up_by):
        days = days_until(visit.follow_up_by, today)
        yield Due("走访跟进", visit.unit_name, visit.id, days, by="登记跟进")
