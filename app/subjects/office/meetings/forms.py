"""The record of a meeting on paper (会议记录), with the names of who came and room to sign (domain 10)."""

from __future__ import annotations

from app.printing.filling import Filling, Row
from app.printing.form import Cell, FormSheet
from app.printing.heads import office_head
from app.printing.layout import FormPrint
from app.subjects.office.meetings.lists import MEETINGS
from app.subjects.office.meetings.records import (
    SITTING_IN,
    VOTING,
    Meeting,
    MeetingAttendee,
    attendees_of,
)

_NAMES_HEIGHT = 16.0
_TOPICS_HEIGHT = 24.0
_PROCEEDINGS_HEIGHT = 80.0
_RESOLUTIONS_HEIGHT = 50.0


def sheet(meeting: Meeting, full_ids: bool) -> FormSheet:
    """Set the record of one meeting out on paper."""
    filling = Filling(meeting, full_ids)
    boxed = filling.boxed
    came, sat_in, away = _people(meeting)
    return FormSheet(
        "会议记录",
        (
            boxed(Meeting.name, 22, align="left"),
            (*boxed(Meeting.held_on, 6), *boxed(Meeting.starts_at, 4), *boxed(Meeting.kind, 8)),
            (*boxed(Meeting.place, 14, align="left"), *boxed(Meeting.meeting_no, 6)),
            (
                *boxed(Meeting.chair, 4),
                *boxed(Meeting.recorder, 4),
                *boxed(Meeting.expected, 4, "应到（人）", wide=2),
                *boxed(Meeting.attended, 4, "实到（人）", wide=2),
            ),
            _long("出席人员", came, _NAMES_HEIGHT),
            _long("列席人员", sat_in, 0.0),
            _long("缺席及原因", away, 0.0),
            _long("议题", meeting.topics or "", _TOPICS_HEIGHT),
            _long("会议内容", meeting.proceedings or "", _PROCEEDINGS_HEIGHT),
            _long("决议", meeting.resolutions or "", _RESOLUTIONS_HEIGHT),
        ),
        head_left=office_head(),
        closing=("主持人（签名）：", "记录人（签名）：", "签名日期：　　　　年　　月　　日"),
    )


def _long(label: str, text: str, height_mm: float) -> Row:
    return Cell(label, 2, label=True), Cell(text, 22, align="left", height_mm=height_mm, top=height_mm > 0)


def _people(meeting: Meeting) -> tuple[str, str, str]:
    """Name who came, who sat in and who stayed away, in the order of the list."""
    if meeting.id is None:
        return "", "", ""
    people = list(attendees_of(meeting).order_by(MeetingAttendee.id))
    return (
        _came(people, VOTING),
        _came(people, SITTING_IN),
        "、".join(_away(person) for person in people if not person.signed_in),
    )


def _came(people: list[MeetingAttendee], role: str) -> str:
    return "、".join(person.name for person in people if person.signed_in and person.role == role)


def _away(person: MeetingAttendee) -> str:
    return f"{person.name}（{person.absence}）" if person.absence else str(person.name)


MEETING_FORM = FormPrint(
    "office.minutes", "会议记录", Meeting, MEETINGS, sheet, hides_ids=False, single="会议记录"
)
