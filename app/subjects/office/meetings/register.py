"""Meetings and who came to them (domain 10)."""

from __future__ import annotations

from app.register import Child, Register, Section, State, Step, Totals
from app.subjects.office.meetings import checks
from app.subjects.office.meetings.due import meetings_due
from app.subjects.office.meetings.forms import MEETING_FORM
from app.subjects.office.meetings.lists import SIGN_IN
from app.subjects.office.meetings.records import Meeting, MeetingAttendee, MeetingStatus

ATTENDEES = Register(
    "office.attendees",
    "参会人",
    MeetingAttendee,
    columns=(
        MeetingAttendee.name,
        MeetingAttendee.unit,
        MeetingAttendee.post,
        MeetingAttendee.role,
        MeetingAttendee.signed_in,
        MeetingAttendee.absence,
    ),
    identity=((MeetingAttendee.name, MeetingAttendee.unit),),
    sections=(
        Section(
            "参会人",
            MeetingAttendee.member,
            MeetingAttendee.name,
            MeetingAttendee.unit,
            MeetingAttendee.post,
            MeetingAttendee.role,
            MeetingAttendee.signed_in,
            MeetingAttendee.absence,
            MeetingAttendee.remark,
        ),
    ),
    filters=(MeetingAttendee.role, MeetingAttendee.signed_in, MeetingAttendee.unit),
    search=(MeetingAttendee.name, MeetingAttendee.unit, MeetingAttendee.post),
    checks=checks.ATTENDEE,
    order=(MeetingAttendee.id.asc(),),
    unit="人",
)


def _headline(meeting: Meeting) -> str:
    if meeting.expected is None or meeting.attended is None:
        return ""
    return f"应到 {meeting.expected} 人，实到 {meeting.attended} 人"


MEETINGS = Register(
    "office",
    "会议记录",
    Meeting,
    columns=(
        Meeting.held_on,
        Meeting.name,
        Meeting.kind,
        Meeting.expected,
        Meeting.attended,
        Meeting.status,
    ),
    identity=((Meeting.name, Meeting.held_on),),
    totals=Totals(((Meeting.expected, Meeting.stated_expected), (Meeting.attended, Meeting.stated_attended))),
    sections=(
        Section(
            "会议",
            Meeting.name,
            Meeting.kind,
            Meeting.held_on,
            Meeting.starts_at,
            Meeting.place,
            Meeting.chair,
            Meeting.recorder,
        ),
        Section("到会", Meeting.expected, Meeting.attended, Meeting.stated_expected, Meeting.stated_attended),
        Section("记录", Meeting.topics, Meeting.proceedings, Meeting.resolutions),
        Section(
            "办理",
            Meeting.meeting_no,
            Meeting.status,
            Meeting.cancel_reason,
            Meeting.paper_name,
            Meeting.paper,
            Meeting.remark,
        ),
    ),
    filters=(Meeting.held_on, Meeting.kind, Meeting.status),
    search=(Meeting.name, Meeting.meeting_no, Meeting.topics, Meeting.resolutions, Meeting.chair),
    checks=checks.MEETING,
    children=(Child(ATTENDEES, MeetingAttendee.meeting),),
    steps=(
        Step(
            "登记召开",
            (MeetingStatus.PLANNED,),
            MeetingStatus.HELD,
            asks=(Meeting.held_on, Meeting.chair, Meeting.recorder, Meeting.resolutions),
            guard=checks.somebody_came,
        ),
        Step(
            "取消会议",
            (MeetingStatus.PLANNED,),
            MeetingStatus.CANCELLED,
            asks=(Meeting.cancel_reason,),
            usual=False,
        ),
        Step("恢复", (MeetingStatus.CANCELLED,), MeetingStatus.PLANNED, usual=False),
    ),
    prints=(MEETING_FORM, SIGN_IN),
    order=(Meeting.held_on.desc(), Meeting.id.desc()),
    status=Meeting.status,
    states=(
        State(MeetingStatus.PLANNED, "info"),
        State(MeetingStatus.HELD, "good", needs=(Meeting.chair, Meeting.recorder)),
        State(MeetingStatus.CANCELLED, needs=(Meeting.cancel_reason,)),
    ),
    headline=_headline,
    unit="次",
    due=meetings_due,
)
