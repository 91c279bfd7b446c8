"""What events ask for: sign-up that ends, days that come, the summary afterwards (domain 14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.subjects.activities.records import Activity, ActivityStatus

_AHEAD = timedelta(days=14)
_SUM_UP_WITHIN = timedelta(days=14)


def activities_due(today: date) -> Iterator[Due]:
    """Yield the events that come soon, and those that are over and not summed up."""
    for activity in Activity.alive().order_by(Activity.starts_on, Activity.id):
        day, kind, note, by = _next_day(activity)
        if day is not None and day <= today + _AHEAD:
            yield Due(kind, activity.name, activity.id, (day - today).days, note, by)


def _next_day(activity: Activity) -> tuple[date | None, str, str, str]:
    """Return the next day that matters to an event, what it is, what to do by then, and by which step."""
    if activity.status == ActivityStatus.ENTERING and activity.enter_by is not None:
        return activity.enter_by, "报名截止", "", ""
    if activity.status in (ActivityStatus.PLANNED, ActivityStatus.ENTERING):
        return activity.starts_on, "活动开始", "", "活动开始"
    if activity.status == ActivityStatus.RUNNING:
        return activity.ends_on, "活动结束", "请登记参加人数", "活动结束"
    if activity.status == ActivityStatus.OVER:
        return activity.ends_on + _SUM_UP_WITHIN, "写活动总结", "", "总结"
    return None, "", "", ""
