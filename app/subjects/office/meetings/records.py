"""Meetings (会议): what was talked about and decided, and who came (domain 10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    FlagField,
    NotesField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
    TimeField,
    When,
    taken,
)
from app.records.base import Query, Record
from app.subjects.members.records import Member

KINDS = (
    "委员会会议",
    "会员大会",
    "会员代表大会",
    "经审会议",
    "女职工会议",
    "工作例会",
    "专题会议",
    "座谈会",
    "其他",
)
VOTING = "出席"
SITTING_IN = "列席"


class MeetingStatus(StrEnum):
    """Whether a meeting was held."""

    PLANNED = "拟开"
    HELD = "已召开"
    CANCELLED = "取消"


def attendees_of(meeting: Meeting) -> Query[MeetingAttendee]:
    """Select the people on a meeting's list."""
    return MeetingAttendee.alive().where(MeetingAttendee.meeting == meeting.id)


def voting(meeting: Meeting) -> Query[MeetingAttendee]:
    """Select those on a meeting's list who have a vote; who sits in (列席) is not counted."""
    return attendees_of(meeting).where(MeetingAttendee.role == VOTING)


def _expected(meeting: Meeting) -> int | None:
    """Return who should come: as typed in, else who is on the list with a vote."""
    if meeting.stated_expected is not None:
        return int(meeting.stated_expected)
    return int(voting(meeting).count()) or None if meeting.id else None


def _attended(meeting: Meeting) -> int | None:
    """Return who came: as typed in, else who on the list with a vote signed in."""
    if meeting.stated_attended is not None:
        return int(meeting.stated_attended)
    signed = voting(meeting).where(MeetingAttendee.signed_in)
    return int(signed.count()) or None if meeting.id else None


class Meeting(Record):
    """One meeting of the office (会议记录)."""

    held_on = DateField(
        "会议日期", default=date.today, aliases=("日期", "召开日期", "会议时间", "召开时间", "时间")
    )
    meeting_no = SerialField("会议编号", "HJ", dated_by=held_on, unique=True)
    name = TextField(
        "会议名称",
        suggest=True,
        aliases=(
            "名称",
            "会议主题",
        ),
    )
    kind = ChoiceField(
        "类别",
        KINDS,
        default="工作例会",
        synonyms={"委员会": "委员会会议", "工会委员会会议": "委员会会议", "例会": "工作例会"},
    )
    starts_at = TimeField("开始时间", null=True, help_text="例如 14:00")
    place = TextField("地点", null=True, suggest=True, aliases=("会议地点",))
    chair = PersonNameField("主持人", null=True, aliases=("主持",))
    recorder = PersonNameField("记录人", null=True, aliases=("记录",))
    stated_expected = CountField(
        "填报应到", null=True, unit="人", aliases=("应到人数",), help_text="没有逐人登记时填写"
    )
    stated_attended = CountField(
        "填报实到", null=True, unit="人", aliases=("实到人数",), help_text="没有逐人登记时填写"
    )
    expected = CountField("应到", null=True, derive=_expected, unit="人")
    attended = CountField("实到", null=True, derive=_attended, unit="人")
    topics = NotesField("议题", aliases=("会议议题",))
    proceedings = NotesField("会议内容", null=True, aliases=("发言摘要", "主要内容", "会议记录"))
    status = ChoiceField("状态", MeetingStatus, default=MeetingStatus.PLANNED.value)
    resolutions = NotesField(
        "决议",
        null=True,
        wanted_if=(When(status, MeetingStatus.HELD),),
        aliases=("议定事项", "会议决议"),
        help_text="没有决议的写“无”",
    )
    paper_name = TextField("材料文件名", null=True, longest=200)
    paper = AttachmentField("会议材料", called=paper_name, null=True)
    cancel_reason = TextField("取消原因", null=True)
    remark = NotesField("备注", null=True)

    naming = (name, meeting_no)


class MeetingAttendee(Record):
    """Somebody on the list of a meeting, and whether they signed in."""

    meeting_id: int | None
    member_id: int | None

    meeting = ReferenceField("会议", Meeting, backref="attendees")
    member = ReferenceField(
        "会员", Member, null=True, fills=taken("name", unit="employer"), help_text="是会员的可从名册中选"
    )
    name = PersonNameField("姓名", index=True, aliases=("参会人",))
    unit = TextField("单位", null=True, suggest=True, aliases=("工作单位",))
    post = TextField("职务", null=True, suggest=True)
    role = ChoiceField("身份", (VOTING, SITTING_IN), default=VOTING, help_text="列席的不计入应到、实到")
    signed_in = FlagField("已签到", default=False, aliases=("签到",))
    absence = TextField("缺席原因", null=True, suggest=True, aliases=("请假原因",))
    remark = TextField("备注", null=True)

    naming = (name,)
