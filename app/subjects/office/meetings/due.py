"""What meetings ask for: to be prepared, and to be written down once they were held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.register import Due
from app.subjects.office.meetings.records import Meeting, MeetingStatus

_AHEAD = timedelta(days=3)


def meetings_due(today: date) -> Iterator[Due]:
    """Yield the meetings of the next days, and those whose day is past and whose record is missing."""
    planned = Meeting.alive().where(Meeting.status == MeetingStatus.PLANNED)
    for meeting in planned.where(Meeting.held_on <= today + _AHEAD).order_by(Meeting.held_on):
        days = (meeting.held_on - today).days
        if days >= 0:
            yield Due("会议", meeting.name, meeting.id, days)
        else:
            yield Due("会议记录未登记", meeting.name, meeting.id, days, by="登记召开")
