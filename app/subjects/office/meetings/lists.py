"""The sign-in sheet of a meeting (会议签到表, domain 10)."""

from __future__ import annotations

from app.printing.heads import LINE, blank, office_head, told_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest
from app.printing.selection import Selection
from app.rules.dates import write_date
from app.subjects.office.meetings.records import Meeting, MeetingAttendee, MeetingStatus, attendees_of

_HELD = Selection(Meeting, day=Meeting.held_on)
MEETINGS = Selection(
    Meeting,
    (Meeting.held_on, Meeting.id),
    Meeting.held_on,
    otherwise=lambda request: _HELD(request).where(Meeting.status != MeetingStatus.CANCELLED),
)
"""The meetings asked for, in whatever state; without a choice all that were not cancelled."""


def _attended(meeting: Meeting, _: PrintRequest) -> Part:
    day = f"日期：{write_date(meeting.held_on)}{meeting.starts_at or ''}"
    return Part(
        list(attendees_of(meeting).order_by(MeetingAttendee.role, MeetingAttendee.id)),
        title=f"{meeting.name}签到表",
        heads=(office_head(), told_head("地点", meeting.place), day),
    )


SIGN_IN = ListPrint(
    "office.sign_in",
    "会议签到表",
    (
        PrintColumn(MeetingAttendee.name, 30),
        PrintColumn(MeetingAttendee.unit, 54),
        MeetingAttendee.post,
        PrintColumn(MeetingAttendee.role, 16),
        PrintColumn(None, 40, "签名"),
    ),
    MEETINGS.having(MeetingAttendee.meeting, "有参会人员的").each(_attended),
    signing=True,
    closing=("主持人：", "记录人：", "应到：　　人", "实到：　　人"),
    blank=blank(f"地点：{LINE}", title=f"{LINE}签到表"),
    blank_rows=20,
    single="签到表",
)
