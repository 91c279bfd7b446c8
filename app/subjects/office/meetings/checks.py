"""The rules of meetings and of who came to them (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import differ, duplicates, others, two_thirds_came
from app.subjects.office.meetings.records import Meeting, MeetingAttendee, MeetingStatus, voting


def held_once(meeting: Meeting) -> Iterator[Problem]:
    """The same meeting on the same day is one meeting."""
    if meeting.name and meeting.held_on:
        for twin in duplicates(meeting, Meeting.name, Meeting.held_on)[:1]:
            yield Block(Meeting.name, f"这次会议已登记（{twin.meeting_no}），请打开那条记录修改")


def record_is_whole(meeting: Meeting) -> Iterator[Problem]:
    """A meeting that was held lies in the past, and says who came (domain 10)."""
    if meeting.status != MeetingStatus.HELD:
        return
    if meeting.held_on is not None and meeting.held_on > date.today():
        yield Block(Meeting.held_on, "会议还没有开，状态不能是“已召开”")
    if meeting.attended is None:
        yield Warn(Meeting.stated_attended, "请登记参会人签到，或填写应到、实到人数")


def enough_came(meeting: Meeting) -> Iterator[Problem]:
    """No more came than were expected, no fewer than two thirds."""
    if meeting.status != MeetingStatus.CANCELLED:
        yield from two_thirds_came(Meeting.stated_attended, meeting.expected, meeting.attended)


def numbers_agree(meeting: Meeting) -> Iterator[Problem]:
    """Numbers typed in agree with the list of attendees, where there is one."""
    if meeting.id is None:
        return
    signed = voting(meeting).where(MeetingAttendee.signed_in).count()
    if meeting.stated_attended is not None and signed and signed != meeting.stated_attended:
        yield Warn(Meeting.stated_attended, f"签到表上签到 {signed} 人，请核对")


def somebody_came(meeting: Meeting) -> Iterator[Problem]:
    """A meeting to which nobody came was not held."""
    if not meeting.attended:
        yield Block(Meeting.stated_attended, "还没有人签到，请登记参会人签到或填写实到人数")


def listed_once(attendee: MeetingAttendee) -> Iterator[Problem]:
    """Nobody stands twice on the list; without a number a person is the name in the unit (domain 0.3)."""
    if attendee.meeting_id is None or not attendee.name:
        return
    unit = MeetingAttendee.unit == attendee.unit if attendee.unit else MeetingAttendee.unit.is_null()
    same = others(attendee).where(MeetingAttendee.meeting == attendee.meeting_id)
    namesakes = list(same.where(MeetingAttendee.name == attendee.name, unit))
    if not namesakes:
        return
    twin = min(namesakes, key=lambda one: differ(one, attendee, MeetingAttendee.post))
    if differ(twin, attendee, MeetingAttendee.post):
        yield Warn(MeetingAttendee.name, f"同单位的{twin.name}（{twin.post}）已在名单上，请确认不是同一人")
    else:
        yield Block(MeetingAttendee.name, "这个人已在名单上，请核对；同名的另一人请填职务区别")


def absent_or_there(attendee: MeetingAttendee) -> Iterator[Problem]:
    """Who signed in was not absent."""
    if attendee.signed_in and attendee.absence:
        yield Block(MeetingAttendee.absence, "已签到，不能再填缺席原因，请核对")


MEETING = (held_once, record_is_whole, enough_came, numbers_agree)
ATTENDEE = (listed_once, absent_or_there)
