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
        "会议日期",
        default=date.today,
        aliases=("日期", "召开日期", "会议时间", "召开时间", "时间"),
        about="会开的那一天，开几天的填第一天",
    )
    meeting_no = SerialField("会议编号", "HJ", dated_by=held_on, unique=True)
    name = TextField(
        "会议名称",
        suggest=True,
        aliases=(
            "名称",
            "会议主题",
        ),
        about="会议的名称，写上年度或第几次",
    )
    kind = ChoiceField(
        "类别",
        KINDS,
        default="工作例会",
        synonyms={"委员会": "委员会会议", "工会委员会会议": "委员会会议", "例会": "工作例会"},
        about="属于哪一种会，统计按类别分",
    )
    starts_at = TimeField("开始时间", null=True, help_text="例如 14:00", about="通知上的钟点，会议记录上照印")
    place = TextField("地点", null=True, suggest=True, aliases=("会议地点",), about="哪间会议室，通知上照印")
    chair = PersonNameField("主持人", null=True, aliases=("主持",), about="主持的人，会议记录上签名")
    recorder = PersonNameField("记录人", null=True, aliases=("记录",), about="记录的人，会议记录上签名")
    stated_expected = CountField(
        "填报应到",
        null=True,
        unit="人",
        aliases=("应到人数",),
        help_text="没有逐人登记时填写",
        about="没有逐人登记时，应到多少人",
    )
    stated_attended = CountField(
        "填报实到",
        null=True,
        unit="人",
        aliases=("实到人数", "出席人数"),
        help_text="没有逐人登记时填写",
        about="没有逐人登记时，实到多少人",
    )
    expected = CountField(
        "应到", null=True, derive=_expected, unit="人", about="应到人数，有逐人登记的按登记"
    )
    attended = CountField(
        "实到", null=True, derive=_attended, unit="人", about="实到人数，有逐人登记的按签到"
    )
    topics = NotesField("议题", aliases=("会议议题",), about="会上要谈哪几件事")
    proceedings = NotesField(
        "会议内容",
        null=True,
        aliases=("发言摘要", "主要内容", "会议记录"),
        about="谁说了什么，会议记录上照印",
    )
    status = ChoiceField("状态", MeetingStatus, default=MeetingStatus.PLANNED.value)
    resolutions = NotesField(
        "决议",
        null=True,
        wanted_if=(When(status, MeetingStatus.HELD),),
        aliases=("议定事项", "会议决议"),
        help_text="没有决议的写“无”",
        about="会上定了什么，总结中引用",
    )
    paper_name = TextField(
        "材料文件名", null=True, longest=200, about="材料文件在台账里的名称，选了文件自动填好"
    )
    paper = AttachmentField(
        "会议材料", called=paper_name, null=True, about="会议的通知、讲稿等文件，存进台账"
    )
    cancel_reason = TextField("取消原因", null=True, about="会议为什么没有开")
    remark = NotesField("备注", null=True)

    naming = (name, meeting_no)


class MeetingAttendee(Record):
    """Somebody on the list of a meeting, and whether they signed in."""

    meeting_id: int | None
    member_id: int | None

    meeting = ReferenceField("会议", Meeting, backref="attendees")
    member = ReferenceField(
        "会员",
        Member,
        null=True,
        fills=taken("name", unit="employer"),
        help_text="是会员的可从名册中选",
        about="到会的人是本会会员时，从名册中选",
    )
    name = PersonNameField(
        "姓名", alone=True, index=True, aliases=("参会人",), about="应当来开会的人，请假的也登记"
    )
    unit = TextField(
        "单位", null=True, suggest=True, aliases=("工作单位",), about="从哪家单位来，签到表上照印"
    )
    post = TextField("职务", null=True, suggest=True, about="到会人的职务，签到表上要印")
    role = ChoiceField(
        "身份",
        (VOTING, SITTING_IN),
        default=VOTING,
        help_text="列席的不计入应到、实到",
        about="有表决权的选出席，旁听的选列席",
    )
    signed_in = FlagField("已签到", default=False, aliases=("签到",), about="已经到会签到的选“是”")
    absence = TextField(
        "缺席原因", null=True, suggest=True, aliases=("请假原因",), about="没有到会的原因，例如 请假"
    )
    remark = TextField("备注", null=True)

    naming = (name,)
