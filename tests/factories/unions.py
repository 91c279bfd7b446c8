"""Valid records about unions, surveys and open affairs; a test names only the values that it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

from app.keeping import keeping
from app.records.base import Record
from app.subjects.unions.committees.register import COMMITTEE, COVERED, ELECTIONS
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import (
    CommitteeMember,
    CoveredUnit,
    GrassrootsUnion,
    UnionElection,
)
from app.subjects.unions.grassroots.register import UNIONS
from app.subjects.unions.open_affairs.records import OpenAffairs
from app.subjects.unions.open_affairs.register import OPEN_AFFAIRS
from app.subjects.unions.surveys.records import Survey, SurveyItem
from app.subjects.unions.surveys.register import ITEMS, SURVEYS
from tests.factories.people import make_enterprise, person_name

_numbers = count(1)


def new_union(**values: object) -> GrassrootsUnion:
    """Return a complete joint union of two units, not saved yet; its term runs for long."""
    defaults = {
        "name": f"第{next(_numbers)}楼宇联合工会",
        "union_type": "联合工会",
        "ownership_kind": "私营",
        "covered_unit_count": 2,
        "parent_union": "街道总工会",
        "founded_on": date(2009, 6, 1),
        "term_start": date(2009, 6, 1),
        "term_end_set": date(2199, 12, 31),
        "member_count": 60,
    }
    return GrassrootsUnion(**(defaults | values))


def make_union(**values: object) -> GrassrootsUnion:
    """Save a joint union of two units."""
    return keeping.save(UNIONS, new_union(**values))


def new_independent(enterprise: Enterprise | None = None, **values: object) -> GrassrootsUnion:
    """Return the union of one enterprise, not saved yet."""
    unit = enterprise or make_enterprise()
    defaults = {"union_type": "独立工会", "enterprise": unit, "covered_unit_count": None}
    return new_union(**({"name": f"{unit.name}工会委员会", **defaults} | values))


def make_independent(enterprise: Enterprise | None = None, **values: object) -> GrassrootsUnion:
    """Save the union of one enterprise."""
    return keeping.save(UNIONS, new_independent(enterprise, **values))


def new_seat(union: GrassrootsUnion, **values: object) -> CommitteeMember:
    """Return a seat on a union's committee, not saved yet."""
    defaults = {"name": person_name(), "sex": "男", "post": "委员", "appointed_on": date(2009, 6, 1)}
    return CommitteeMember(union=union, **(defaults | values))


def make_seat(union: GrassrootsUnion, **values: object) -> CommitteeMember:
    """Save a seat on a union's committee."""
    return keeping.save(COMMITTEE, new_seat(union, **values))


def new_covered(union: GrassrootsUnion, **values: object) -> CoveredUnit:
    """Return a unit that a union covers, not saved yet."""
    return CoveredUnit(union=union, **({"unit_name": f"第{next(_numbers)}商店"} | values))


def make_covered(union: GrassrootsUnion, **values: object) -> CoveredUnit:
    """Save a unit that a union covers."""
    return keeping.save(COVERED, new_covered(union, **values))


def new_election(union: GrassrootsUnion, **values: object) -> UnionElection:
    """Return an election of a union's first committee, not saved yet."""
    return UnionElection(union=union, **({"held_on": date(2009, 6, 1), "term_no": 1} | values))


def make_election(union: GrassrootsUnion, **values: object) -> UnionElection:
    """Save an election of a union's committee."""
    return keeping.save(ELECTIONS, new_election(union, **values))


def make_survey(**values: object) -> Survey:
    """Save a survey of November 2011."""
    defaults = {"name": f"第{next(_numbers)}次企业排摸", "month": "2011-11"}
    return keeping.save(SURVEYS, Survey(**(defaults | values)))


def new_item(survey: Survey, **values: object) -> SurveyItem:
    """Return a surveyed unit without a union, not saved yet."""
    defaults = {
        "unit_name": f"第{next(_numbers)}电器公司",
        "ownership_kind": "私营企业",
        "employee_count": 60,
        "has_union": False,
        "preparing": False,
        "no_union_reason": "职工流动性大",
    }
    return SurveyItem(survey=survey, **(defaults | values))


def make_item(survey: Survey, **values: object) -> SurveyItem:
    """Save a surveyed unit without a union."""
    return keeping.save(ITEMS, new_item(survey, **values))


def new_affairs(**values: object) -> OpenAffairs:
    """Return an enterprise's open affairs of 2011, not saved yet."""
    defaults = {
        "enterprise": values.get("enterprise") or make_enterprise(),
        "year": 2011,
        "held_on": date(2011, 4, 20),
        "expected": 60,
        "attended": 55,
    }
    return OpenAffairs(**(defaults | values))


def make_affairs(**values: object) -> OpenAffairs:
    """Save an enterprise's open affairs of 2011."""
    return keeping.save(OPEN_AFFAIRS, new_affairs(**values))


MAKERS: dict[str, Callable[[], Record]] = {
    "unions": lambda: make_independent(
        term_no=2, term_years="5年", uscc="81310000607378000T", venues=("办公场所", "学习场所")
    ),
    "unions.committee": lambda: make_seat(
        make_union(), post="主席", birth_month="1965-03", party_post="社区书记", phone="13800138000"
    ),
    "unions.covered": lambda: make_covered(make_union(), employee_count=12, member_count=9),
    "unions.elections": lambda: make_election(make_union(), expected=60, attended=51),
    "unions.surveys": lambda: make_survey(threshold=25, told_units=0),
    "unions.survey_items": lambda: make_item(make_survey(), enterprise=make_enterprise(), intention="愿意"),
    "unions.open_affairs": lambda: make_affairs(
        matters=("工资福利", "规章制度"), forms=("职代会", "公开栏"), opinions=12, adopted=5
    ),
}
"""How each register of the tab gets a record."""


def fill() -> None:
    """Save a record in each register of the tab, and values that spreadsheets like to spoil."""
    unit = make_enterprise()
    independent = make_independent(
        unit,
        term_end_set=date(2012, 12, 31),
        status="到期未换届",
        approval_no="=1+1",
        account_no="00012",
        bank_name="工商银行",
    )
    make_independent(status="撤销", status_date=date(2011, 5, 1), status_reason="单位注销", term_no=3)
    make_union(status="筹建", founded_on=None, term_start=None, term_end_set=None, term_years="5年")
    joint = make_union(is_own=True, venues=("办公场所", "活动场所", "学习场所"))
    make_seat(independent, name="𠮷田·买买提", post="主席", birth_month="1965")
    make_seat(joint, left_on=date(2010, 6, 1), duty="@分工")
    make_covered(joint, enterprise=unit, joined_on=date(2009, 6, 1))
    make_covered(joint, unit_name="-小店", remark="3.10104E+17")
    make_election(joint, approval_no="2011-3", expected=60, attended=51)
    survey = make_survey(name="2011年11月企业排摸", threshold=25, leader="王芳")
    make_item(survey, enterprise=unit, intention="观望", visited_on=date(2011, 11, 8))
    make_item(survey, unit_name="没有登记的店", employee_count=24)
    survey = Survey.get_by_id(survey.id)
    survey.status, survey.told_units, survey.told_workers = "已上报", 2, 84
    keeping.save(SURVEYS, survey)
    make_affairs(enterprise=unit, is_typical=True, experience="第一行\n第二行", forms=("职代会",))
    make_affairs(year=2010, established=False, congress="无", held_on=None, expected=None, attended=None)


def own_union() -> GrassrootsUnion | None:
    """Return the office's own union; None where it was not entered yet."""
    own: GrassrootsUnion | None = GrassrootsUnion.alive().where(GrassrootsUnion.is_own).first()
    return own
