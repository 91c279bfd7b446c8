"""What titles ask for: the orders for the coming year, before they close (domain 9.2 and 14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.subjects.publications.records import Periodical, TitleStatus, copies_asked, copies_subscribed
from app.subjects.publications.yearly_tasks.records import subscriptions_deadline

_AHEAD = timedelta(days=30)


def orders_due(today: date) -> Iterator[Due]:
    """Yield the titles not ordered for next year, or short of their quota, as the closing day comes near."""
    closing, year = subscriptions_deadline(today.year), today.year + 1
    if today < closing - _AHEAD:
        return
    for title in Periodical.alive().where(Periodical.status == TitleStatus.TAKEN).order_by(Periodical.id):
        ordered, asked = copies_subscribed(title.id, year), copies_asked(title.id, year)
        if not ordered:
            note = f"{year} 年度尚未登记订数"
        elif ordered < asked:
            note = f"{year} 年度已订 {ordered} 份，任务 {asked} 份"
        else:
            continue
        yield Due("报刊征订", title.name, title.id, (closing - today).days, note, by="征订")
