"""What the office's rules ask for: to be looked at on the day set for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.dates import days_until
from app.subjects.office.regulations.records import HOLDING, Regulation

_AHEAD = timedelta(days=30)


def rules_due(today: date) -> Iterator[Due]:
    """Yield the rules that hold and whose day of review is near or past."""
    holding = Regulation.alive().where(Regulation.status.in_(HOLDING))
    for rule in holding.where(Regulation.review_by <= today + _AHEAD).order_by(Regulation.review_by):
        days = days_until(rule.review_by, today)
        yield Due("制度检查", f"《{rule.title}》", rule.id, days, "请核对是否需要修订", by="下次检查日期")
