"""The sample's honours of 2010 and 2011, and who was put forward for one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.sample.office import UPPER_UNION, Staff
from app.sample.steps import take_step
from app.subjects.members.records import Member
from app.subjects.office.honours.recipients import OURSELVES, PERSON, UNIT
from app.subjects.office.honours.records import Honour
from app.subjects.office.honours.register import HONOURS
from app.subjects.office.nominations.records import UNOPPOSED, Nomination
from app.subjects.office.nominations.register import NOMINATIONS

_CITY_UNION = "市总工会"
_FACTORY = "恰尔斯服饰有限公司"


class _Round(NamedTuple):
    """The days of those put forward together; a notice ends on the fifth working day after it began."""

    nominated_on: date
    decided_on: date
    notice_from: date
    notice_to: date
    sent_on: date


_SPRING = _Round(date(2011, 2, 21), date(2011, 2, 28), date(2011, 3, 1), date(2011, 3, 8), date(2011, 3, 10))
_AUTUMN = _Round(
    date(2011, 10, 10), date(2011, 10, 17), date(2011, 10, 18), date(2011, 10, 25), date(2011, 10, 27)
)


def enter_honours(staff: Staff) -> None:
    """Enter what the office, its units and people were put forward and honoured for."""
    first = Honour(
        granted_on=date(2010, 12, 28),
        title="区先进社区工会",
        level="区级",
        granted_by=UPPER_UNION,
        recipient_kind=OURSELVES,
    )
    keeping.save(HONOURS, first)
    _grant(
        _hand_in(
            _SPRING,
            "市厂务公开民主管理先进单位",
            "市级",
            _CITY_UNION,
            recipient_kind=UNIT,
            recipient=_FACTORY,
            deeds="职代会每年召开，集体合同和工资协商的情况按季在厂务公开栏公布",
        ),
        date(2011, 4, 28),
    )
    _grant(
        _hand_in(
            _SPRING,
            "区优秀工会工作者",
            "区级",
            UPPER_UNION,
            deeds="带队走访企业，帮助困难职工家庭，调解劳动争议",
            **_member(staff.leader),
        ),
        date(2011, 4, 28),
    )
    _grant(
        _hand_in(
            _AUTUMN,
            "区模范职工之家",
            "区级",
            UPPER_UNION,
            recipient_kind=OURSELVES,
        ),
        date(2011, 12, 20),
    )
    _hand_in(
        _AUTUMN,
        "市优秀工会积极分子",
        "市级",
        _CITY_UNION,
        deeds="义务为外来务工人员讲解劳动合同和互助保障",
        **_member(staff.clerk),
    )
    too_few = _put_forward(
        date(2011, 3, 1), "区工人先锋号", "区级", UPPER_UNION, recipient_kind=UNIT, recipient=_FACTORY
    )
    take_step(NOMINATIONS, too_few, "未通过", {"remark": "委员会研究，班组建立不满三年，明年再推荐"})
    _put_forward(
        date(2011, 12, 26),
        "区五一劳动奖章",
        "区级",
        UPPER_UNION,
        deeds="审查经费收支，督促资助款按时发到困难家庭",
        **_member(staff.auditor),
    )


def _member(name: str) -> dict[str, object]:
    member = Member.alive().where(Member.name == name).first()
    assert member is not None
    return {"recipient_kind": PERSON, "member": member, "recipient": name, "employer": member.employer}


def _put_forward(day: date, title: str, level: str, body: str, **values: object) -> Nomination:
    nomination = Nomination(nominated_on=day, title=title, level=level, granted_by=body, **values)
    return keeping.save(NOMINATIONS, nomination)


def _hand_in(
    days: _Round,
    title: str,
    level: str,
    body: str,
    **values: object,
) -> Nomination:
    """Put somebody forward, publish it, and hand in what nobody opposed."""
    one = _put_forward(days.nominated_on, title, level, body, **values)
    noticed = {name: getattr(days, name) for name in ("decided_on", "notice_from", "notice_to")}
    one = take_step(NOMINATIONS, one, "开始公示", noticed)
    one = take_step(NOMINATIONS, one, "登记公示结果", {"notice_result": UNOPPOSED})
    return take_step(NOMINATIONS, one, "上报", {"sent_on": days.sent_on})


def _grant(nomination: Nomination, day: date) -> None:
    """Note that an honour was granted: it stands among the honours by that."""
    granted = {"granted_on": day, "granted_by": nomination.granted_by}
    take_step(NOMINATIONS, nomination, "登记授予", granted)
