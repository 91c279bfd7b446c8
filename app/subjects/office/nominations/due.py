"""What nominations ask for: the result of a notice that ran out, and the papers that are to be handed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.rules.dates import days_until
from app.subjects.office.nominations.records import Nomination, NominationStatus

_AHEAD = timedelta(days=7)


def nominations_due(today: date) -> Iterator[Due]:
    """Yield the notices that end within days, and those that nobody opposed and are not handed in yet."""
    published = Nomination.alive().where(Nomination.status == NominationStatus.PUBLISHED)
    near = published.where(Nomination.notice_to <= today + _AHEAD)
    for one in near.order_by(Nomination.notice_to, Nomination.id):
        days = days_until(one.notice_to, today)
        yield Due("评优公示到期", str(one), one.id, days, "请登记公示结果", by="登记公示结果")
    cleared = Nomination.alive().where(Nomination.status == NominationStatus.CLEARED)
    for one in cleared.order_by(Nomination.notice_to, Nomination.id):
        yield Due("评优材料待上报", str(one), one.id, 0, by="上报")
