"""The sample's visitors of 2010 and 2011, and the visits it made to enterprises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import NamedTuple

from app.sample.enterprises import AIDED_UNITS
from app.sample.names import HOME_AREA
from app.sample.office import UPPER_UNION, Staff
from app.sample.people import Inventor
from app.sample.rows import enter
from app.subjects.office.company_visits.records import CompanyVisit
from app.subjects.office.visits.records import Visit
from app.subjects.unions.enterprises.records import Enterprise

_CAME_IN = {2010: 48, 2011: 60}
_OPEN_AT_THE_END = 2
_MATTERS = (
    ("困难帮扶", "家人患病，咨询帮扶条件和手续", "说明建档条件，发给申请表"),
    ("互助保障", "咨询住院报销需要的材料", "列出材料清单，约定窗口受理时间"),
    ("劳动争议", "单位拖欠两个月工资", "登记后由调解工作室受理"),
    ("就业服务", "下岗后求职，希望介绍保洁岗位", "登记就业意向，推荐参加招聘会"),
    ("入会", "外来务工，询问如何加入工会", "发给入会申请书"),
    ("政策咨询", "询问退休后能否继续参加互助保障", "解释参保条件"),
    ("意见建议", "希望俱乐部晚上延长开放", "已与管理人商定延长到20时"),
)
_PASSED_ON = "劳动争议"
_VISITED_IN = {2010: 24, 2011: 32}


class _Finding(NamedTuple):
    purpose: str
    situation: str
    problems: str | None = None
    follow_up: str | None = None


_FINDINGS = (
    _Finding("建会宣传", "宣传工会法，介绍建会程序"),
    _Finding("集体协商", "了解工资集体协商进展", "协商代表还没有选出", "指导选出协商代表"),
    _Finding("民主管理", "查看厂务公开栏和职代会记录"),
    _Finding("帮扶慰问", "看望困难职工，核实家庭情况"),
    _Finding("排摸情况", "核对职工人数和用工形式", "劳务派遣人数不清", "补报派遣人数"),
)
_FOLLOWED_IN = timedelta(days=20)
_FOLLOW_UP_WITHIN = timedelta(days=30)


def enter_visitors(inventor: Inventor, staff: Staff) -> None:
    """Enter the visitors in the order of their days; the last two still wait for an answer."""
    visits = list(_visitors(inventor, staff))
    for visit in visits[-_OPEN_AT_THE_END:]:
        visit.status, visit.closed_on, visit.result, visit.passed_to = "待处理", None, None, None
        visit.answer_by = visit.visited_on + timedelta(days=15)
    enter(visits)


def _visitors(inventor: Inventor, staff: Staff) -> Iterator[Visit]:
    for year, number in _CAME_IN.items():
        first, matters = date(year, 1, 4), cycle(_MATTERS)
        for position, (subject, matter, result) in zip(range(number), matters, strict=False):
            person = inventor.person(inventor.random.choice("男女"), range(1955, 1990), HOME_AREA)
            day = first + timedelta(days=position * 356 // number)
            passed = subject == _PASSED_ON and position % 2 == 0
            yield Visit(
                visited_on=day,
                name=person.name,
                people=1 + (position % 9 == 0),
                unit=person.address,
                mobile=person.mobile,
                mode="来电" if position % 5 == 3 else "来访",
                subject=subject,
                matter=matter,
                received_by=staff.clerk,
                status="已转办" if passed else "已答复",
                closed_on=day + timedelta(days=position % 3),
                result=None if passed else result,
                passed_to=f"{UPPER_UNION}法律援助中心" if passed else None,
            )


def enter_company_visits(staff: Staff) -> None:
    """Enter the visits to the aided enterprises in turn; what the last ones brought up is not settled yet."""
    units = cycle([Enterprise.get(Enterprise.name == unit.name) for unit in AIDED_UNITS])
    visits = []
    for year, number in _VISITED_IN.items():
        first = date(year, 1, 11)
        for position, finding, unit in zip(range(number), cycle(_FINDINGS), units, strict=False):
            visits.append(
                _company_visit(first + timedelta(days=position * 350 // number), finding, unit, staff)
            )
    enter(visits)


def _company_visit(day: date, finding: _Finding, unit: Enterprise, staff: Staff) -> CompanyVisit:
    visit = CompanyVisit(
        visited_on=day,
        enterprise=unit,
        unit_name=unit.name,
        purpose=finding.purpose,
        visited_by=f"{staff.clerk}、{staff.auditor}",
        received_by=unit.contact_name or "行政负责人",
        situation=finding.situation,
        problems=finding.problems,
    )
    if finding.problems is not None:
        visit.follow_up_by = day + _FOLLOW_UP_WITHIN
        visit.status = "待跟进"
        if day + _FOLLOWED_IN <= date(2011, 12, 31):
            visit.status, visit.follow_up, visit.followed_on = "已跟进", finding.follow_up, day + _FOLLOWED_IN
    return visit
