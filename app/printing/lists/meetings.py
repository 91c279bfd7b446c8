"""The sign-in sheet of a meeting (会议签到表, domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.lists.heads import BLANK_DATE, office_head
from app.records.base import Query
from app.records.meetings import Meeting, MeetingAttendee, MeetingStatus, attendees_of
from app.register import ListPrint, Occasion, Part, PrintColumn
from app.rules.dates import write_date

_LINE = "＿＿＿＿＿＿＿＿＿＿＿＿"
_TITLE = "会议签到表"


def meetings_asked(occasion: Occasion) -> Query[Meeting]:
    """Select the meetings asked for, in whatever state; without a choice all that were not cancelled."""
    meetings = Meeting.alive().order_by(Meeting.held_on, Meeting.id)
    if occasion.record is not None:
        return meetings.where(Meeting.id == occasion.record)
    if occasion.ids is not None:
        return meetings.where(Meeting.id.in_(occasion.ids))
    if occasion.period is not None:
        meetings = meetings.where(Meeting.held_on.between(*occasion.period))
    return meetings.where(Meeting.status != MeetingStatus.CANCELLED)


def _parts(occasion: Occasion) -> Iterator[Part]:
    for meeting in meetings_asked(occasion):
        day = f"日期：{write_date(meeting.held_on)}{meeting.starts_at or ''}"
        yield Part(
            list(attendees_of(meeting).order_by(MeetingAttendee.role, MeetingAttendee.id)),
            title=f"{meeting.name}签到表",
            heads=(office_head(), f"地点：{meeting.place or ''}", day),
        )


SIGN_IN = ListPrint(
    "office.sign_in",
    _TITLE,
    (
        PrintColumn(MeetingAttendee.name, 30),
        PrintColumn(MeetingAttendee.unit, 54),
        PrintColumn(MeetingAttendee.post, 28),
        PrintColumn(MeetingAttendee.role, 16, align="center"),
        PrintColumn(None, 40, "签名"),
    ),
    _parts,
    signing=True,
    landscape=False,
    closing=("主持人：", "记录人：", "应到：　　人", "实到：　　人"),
    blank=lambda: Part((), title=_TITLE, heads=(office_head(), f"会议：{_LINE}", f"日期：{BLANK_DATE}")),
    blank_rows=20,
    dated=Meeting.held_on,
    single="签到表",
    takes=Meeting,
)
