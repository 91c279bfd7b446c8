"""The sample office's interns: three students in 2011, two in 2010, each month planned and assessed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.rules.dates import months_between
from app.sample.names import HOME_AREA
from app.sample.office import Staff
from app.sample.people import Inventor
from app.subjects.publications.interns.records import Intern, InternAssessment, InternPlan
from app.subjects.publications.interns.register import ASSESSMENTS, INTERNS, PLANS


class _Stay(NamedTuple):
    school: str
    major: str
    sex: str
    first_day: date
    last_day: date


_STAYS = (
    _Stay("申江师范学院", "社会工作", "女", date(2010, 7, 5), date(2010, 9, 30)),
    _Stay("浦滨大学", "行政管理", "男", date(2010, 7, 5), date(2010, 9, 30)),
    _Stay("申江师范学院", "社会工作", "女", date(2011, 3, 1), date(2011, 8, 31)),
    _Stay("浦滨大学", "法学", "男", date(2011, 3, 1), date(2011, 8, 31)),
    _Stay("东海工商学院", "人力资源管理", "女", date(2011, 3, 1), date(2011, 8, 31)),
)
_LESSONS = (
    ("日常工作", "熟悉工会台账和接待流程", "能独立登记来访"),
    ("走访企业", "随带教人走访企业工会", "写出走访记录"),
    ("文档管理", "整理困难职工档案", "档案归类无差错"),
    ("接触社会", "参加社区服务活动", "独立联系服务对象"),
    ("走访企业", "协助企业排摸和建会宣传", "完成排摸表"),
    ("日常工作", "撰写工会动态信息", "信息被采用一篇"),
)
_DONE = ("大部分完成", "全部完成", "全部完成")


def enter_interns(inventor: Inventor, staff: Staff) -> None:
    """Enter the interns with what they learned and how they did."""
    for stay in _STAYS:
        person = inventor.person(stay.sex, range(1988, 1990), HOME_AREA)
        intern = keeping.save(
            INTERNS,
            Intern(
                name=person.name,
                sex=stay.sex,
                school=stay.school,
                major=stay.major,
                mobile=person.mobile,
                mentor=staff.auditor,
                first_day=stay.first_day,
                last_day=stay.last_day,
                agreement_on=stay.first_day,
                own_view="在实践中增长了才干，学会了与职工打交道。",
                mentor_view="工作踏实，进步明显。",
                office_view="同意带教意见。",
                status="见习期满",
            ),
        )
        for number, month in enumerate(months_between(stay.first_day, stay.last_day)):
            _enter_month(inventor, intern, number, month)


def _enter_month(inventor: Inventor, intern: Intern, number: int, month: str) -> None:
    area, content, goal = _LESSONS[number % len(_LESSONS)]
    plan = InternPlan(
        intern=intern, month=month, areas=(area,), content=content, goal=goal, progress="已完成"
    )
    keeping.save(PLANS, plan)
    assessment = InternAssessment(
        intern=intern,
        month=month,
        days_present=inventor.random.randint(18, 22),
        tasks_done=inventor.random.choice(_DONE),
        score=inventor.random.randint(82, 96),
        comment=f"{area}表现良好",
        mentor=intern.mentor,
        signed=True,
    )
    keeping.save(ASSESSMENTS, assessment)
