"""The sample's meetings of 2010 and 2011: the committee's, with who came, and those of all members."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.sample.office import Staff
from app.sample.rows import enter
from app.subjects.members.records import Member
from app.subjects.office.meetings.records import Meeting, MeetingAttendee
from app.subjects.office.meetings.register import MEETINGS

_SEATS = 6  # of the committee: the first six on the roll
_ROOM = "社区二楼会议室"


class _Plan(NamedTuple):
    day: date
    name: str
    kind: str
    topics: str
    resolutions: str
    attendance: tuple[int, int] | None = None  # expected and there, where nobody was listed by name
    away: tuple[int, ...] = ()  # seats of the committee that stayed empty


_COMMITTEE, _ALL, _WOMEN, _TOPIC = "委员会会议", "会员大会", "女职工会议", "专题会议"
_PLANS = (
    _Plan(
        date(2010, 1, 12), "2010年第一次委员会会议", _COMMITTEE, "春节困难职工慰问名单", "同意上报慰问名单"
    ),
    _Plan(
        date(2010, 4, 13),
        "2010年第二次委员会会议",
        _COMMITTEE,
        "一季度工作小结；集体合同续签",
        "6月底前完成到期合同续签",
        away=(4,),
    ),
    _Plan(
        date(2010, 7, 13), "2010年第三次委员会会议", _COMMITTEE, "上半年经费收支", "通过上半年经费收支情况"
    ),
    _Plan(
        date(2010, 10, 12),
        "2010年第四次委员会会议",
        _COMMITTEE,
        "企业排摸和工会统计年报",
        "11月开展企业排摸",
        away=(5,),
    ),
    _Plan(date(2010, 12, 21), "2010年会员大会", _ALL, "年度工作报告", "通过2010年工作报告", (29, 25)),
    _Plan(
        date(2011, 1, 11), "2011年第一次委员会会议", _COMMITTEE, "春节困难职工慰问名单", "同意上报慰问名单"
    ),
    _Plan(
        date(2011, 2, 22),
        "社区工会建章立制专题会议",
        _TOPIC,
        "各项规章制度（草案）；副主任主管工会工作",
        "通过各项规章制度；明确一名副主任主管工会工作，分工明确，职责到人",
    ),
    _Plan(
        date(2011, 3, 1),
        "“庆三八”活动筹备会",
        _WOMEN,
        "与社区妇联会同举办联欢活动；建立“两新组织妇女工作联系制度”",
        "3月8日举办联欢活动；制度自3月起试行",
        (8, 7),
    ),
    _Plan(
        date(2011, 4, 12),
        "2011年第二次委员会会议",
        _COMMITTEE,
        "农民工俱乐部开放；发展会员",
        "4月20日开放俱乐部",
        away=(5,),
    ),
    _Plan(date(2011, 6, 14), "2011年第三次委员会会议", _COMMITTEE, "物业行业募捐", "6月17日举行募捐仪式"),
    _Plan(
        date(2011, 7, 12),
        "2011年上半年经费审查会议",
        "经审会议",
        "上半年经费收支和善款使用",
        "账款相符，同意公布",
        (3, 3),
    ),
    _Plan(date(2011, 9, 13), "2011年第四次委员会会议", _COMMITTEE, "国庆慰问；集体合同", "同意国庆慰问名单"),
    _Plan(
        date(2011, 10, 25),
        "统计年报和企业排摸布置会",
        _TOPIC,
        "985家基层工会统计年报；11月企业排摸",
        "10月底前完成年报录入",
        away=(4,),
    ),
    _Plan(date(2011, 12, 20), "2011年会员大会", _ALL, "年度工作报告", "通过2011年工作报告", (50, 44)),
)


def enter_meetings(staff: Staff) -> None:
    """Enter the meetings in the order of their days, and the one of next January."""
    seats = list(Member.alive().order_by(Member.id).limit(_SEATS))
    for plan in _PLANS:
        expected, attended = plan.attendance or (None, None)
        meeting = Meeting(
            held_on=plan.day,
            name=plan.name,
            kind=plan.kind,
            starts_at="14:00",
            place=_ROOM,
            chair=staff.leader,
            recorder=staff.clerk,
            stated_expected=expected,
            stated_attended=attended,
            topics=plan.topics,
            proceedings="与会人员逐项讨论，意见一致。",
            resolutions=plan.resolutions,
            status="已召开",
        )
        keeping.save(MEETINGS, meeting)
        if plan.attendance is None:
            _enter_list(meeting, seats, plan.away)
    keeping.save(
        MEETINGS,
        Meeting(
            held_on=date(2012, 1, 10),
            name="2012年第一次委员会会议",
            kind=_COMMITTEE,
            starts_at="14:00",
            place=_ROOM,
            chair=staff.leader,
            topics="2012年春节困难职工慰问名单；全年工作安排",
        ),
    )


def _enter_list(meeting: Meeting, seats: list[Member], away: tuple[int, ...]) -> None:
    rows = [
        MeetingAttendee(
            meeting=meeting,
            member=member,
            name=member.name,
            unit=member.employer,
            post=member.job_title,
            signed_in=seat not in away,
            absence="因公外出" if seat in away else None,
        )
        for seat, member in enumerate(seats)
    ]
    enter(rows)
    keeping.save(MEETINGS, meeting)
