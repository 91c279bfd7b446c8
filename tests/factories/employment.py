"""Valid records about finding work; a test names only the values that it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from app.keeping import keeping
from app.subjects.employment.fairs.records import FairEmployer, JobFair, JobPost
from app.subjects.employment.fairs.register import EMPLOYERS, FAIRS, POSTS
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.employment.intentions.register import INTENTIONS
from app.subjects.employment.notices.records import JobNotice, ScreenBroadcast
from app.subjects.employment.notices.register import NOTICES, SCREENS
from tests.factories.people import make_enterprise, person_name

_numbers = count(1)


def new_fair(**values: object) -> JobFair:
    """Return a fair of 2011 that is being prepared, not saved yet."""
    defaults = {"name": "2011年农民工专场招聘会", "held_on": date(2011, 3, 12)}
    return JobFair(**(defaults | values))


def make_fair(**values: object) -> JobFair:
    """Save a fair of 2011 that is being prepared."""
    return keeping.save(FAIRS, new_fair(**values))


def new_employer(fair: JobFair, **values: object) -> FairEmployer:
    """Return an employer entered for a fair, its licence checked, not saved yet."""
    defaults = {"name": f"上海第{next(_numbers)}服饰有限公司", "licence_checked": True}
    return FairEmployer(fair=fair, **(defaults | values))


def make_employer(fair: JobFair, **values: object) -> FairEmployer:
    """Save an employer entered for a fair."""
    return keeping.save(EMPLOYERS, new_employer(fair, **values))


def new_post(employer: FairEmployer, **values: object) -> JobPost:
    """Return a post for five, not saved yet."""
    return JobPost(employer=employer, **({"title": "缝纫工", "headcount": 5} | values))


def make_post(employer: FairEmployer, **values: object) -> JobPost:
    """Save a post for five."""
    return keeping.save(POSTS, new_post(employer, **values))


def new_intention(**values: object) -> JobIntention:
    """Return a wish for a job of 2011 that waits, not saved yet."""
    defaults = {
        "registered_on": date(2011, 3, 8),
        "name": person_name(),
        "mobile": "13800138000",
        "wanted_post": "保洁员",
    }
    return JobIntention(**(defaults | values))


def make_intention(**values: object) -> JobIntention:
    """Save a wish for a job of 2011 that waits."""
    return keeping.save(INTENTIONS, new_intention(**values))


def new_notice(**values: object) -> JobNotice:
    """Return two hundred notices put up in one compound, not saved yet."""
    defaults = {
        "name": "农民工就业援助周",
        "compound": "泰祥小区",
        "posted_on": date(2011, 2, 15),
        "copies": 200,
    }
    return JobNotice(**(defaults | values))


def make_notice(**values: object) -> JobNotice:
    """Save two hundred notices put up in one compound."""
    return keeping.save(NOTICES, new_notice(**values))


def new_broadcast(**values: object) -> ScreenBroadcast:
    """Return an announcement of one week, not saved yet."""
    defaults = {
        "first_on": date(2011, 2, 14),
        "last_on": date(2011, 2, 20),
        "content": "农民工就业援助周招聘信息\n欢迎前来应聘",
        "place": "一楼大厅",
    }
    return ScreenBroadcast(**(defaults | values))


def _employer_with_all() -> FairEmployer:
    unit = make_enterprise(name="上海有司（建筑）有限公司")
    return make_employer(
        make_fair(),
        name=unit.name,
        phone="021-64380000",
        papers=("单位介绍信", "执照复印件(盖章)"),
        stand_no="A01",
        came=True,
    )


def _post_with_all() -> JobPost:
    return make_post(
        _employer_with_all(), wage_from=1_500_00, wage_to=2_800_50, education_wanted="初中", form="劳务派遣"
    )


MAKERS: dict[str, Callable[[], Any]] = {
    "employment": lambda: make_fair(
        employers_came=148,
        openings=1023,
        seekers=2046,
        source="现场估算",
        status="已总结",
        summary="第一行\n第二行",
    ),
    "employment.employers": _employer_with_all,
    "employment.posts": _post_with_all,
    "employment.intentions": lambda: make_intention(
        fair=make_fair(),
        monthly_wage=2_500_00,
        jobless_since="2010-11",
        wanted_post="保洁员、家政服务员",
        outcome="录用",
        hired_by="有司建筑公司",
        hired_on=date(2011, 4, 1),
    ),
    "employment.notices": lambda: make_notice(taken_down_on=date(2011, 3, 1)),
    "employment.screens": lambda: keeping.save(SCREENS, new_broadcast()),
}
"""A record with many values for each register of the tab, by the register's key."""


def fill() -> None:
    """Save something in every register of the tab, posts of one name twice."""
    MAKERS["employment.intentions"]()
    employer = make_employer(make_fair(name="2012年春季招聘会", held_on=date(2012, 4, 7)))
    make_post(employer, sex_wanted="男")
    make_post(employer, sex_wanted="女")
    make_post(make_employer(employer.fair, name="=1+1"), wage_from=1_500_00)
    make_notice()
    make_notice(compound="祥安里")
    keeping.save(SCREENS, new_broadcast())
