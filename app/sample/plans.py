"""The sample's goals of 2011 and 2012, and what 2011 showed to be wanting."""

from __future__ import annotations

from datetime import date

from app.keeping import keeping
from app.sample.office import UPPER_UNION, Staff
from app.subjects.office.goals.records import Goal
from app.subjects.office.goals.register import GOALS
from app.subjects.office.shortcomings.records import Shortcoming
from app.subjects.office.shortcomings.register import SHORTCOMINGS

_COUNTED = (
    (2011, "发展会员", 20, "名", "新发展会员", UPPER_UNION, None),
    (2011, "非公企业集体合同签约单位", 80, "个", "非公签约单位", UPPER_UNION, None),
    (2011, "社区散户互助保障参保", 2000, "人次", "散户参保", None, "部分散户外出务工，没有按时续保"),
    (2012, "新建基层工会", 30, "家", "新建工会", UPPER_UNION, None),
    (2012, "发展会员", 25, "名", "新发展会员", UPPER_UNION, None),
    (2012, "社区散户互助保障参保", 2000, "人次", "散户参保", None, None),
)
_SHORTCOMINGS = (
    ("工会工作经验还欠缺", "总结经验教训"),
    ("部分非公企业还没有组建工会", "对排摸的企业逐家走访动员"),
)


def enter_plans(staff: Staff) -> None:
    """Enter what the office had to reach and reached, and what it lacked."""
    for year, title, target, unit, figure, set_by, reason in _COUNTED:
        goal = Goal(
            year=year, title=title, target=target, unit=unit, figure=figure, set_by=set_by, reason=reason
        )
        keeping.save(GOALS, goal)
    opened = Goal(year=2011, title="开放农民工俱乐部", finished_on=date(2011, 4, 20))
    keeping.save(GOALS, opened)
    for problem, remedy in _SHORTCOMINGS:
        wanting = Shortcoming(year=2011, problem=problem, remedy=remedy, handled_by=staff.leader)
        keeping.save(SHORTCOMINGS, wanting)
