"""The sample's surveys of enterprises, and who practised open affairs in 2010 and 2011."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from app.keeping import keeping
from app.sample.office import Staff
from app.sample.rows import enter
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import GrassrootsUnion
from app.subjects.unions.open_affairs.records import OpenAffairs
from app.subjects.unions.surveys.records import Survey, SurveyItem, snapshot, survey_sums
from app.subjects.unions.surveys.register import SURVEYS

_SURVEYED_IN_2010 = 48
_PRACTISING = {2010: 42, 2011: 65}
_BEGINNING = 8  # of 2011: visited, their rules not settled yet
_COLLECTED = "行政方有重大政策出台时，都事先与工会沟通，广泛征求意见，集中采纳修订后公示于众"
_EXAMPLES = {
    "恰尔斯服饰有限公司": "厂务公开民主管理工作经验由社区总工会总结推广",
    "央中商贸有限公司": "厂务公开民主管理工作经验由社区总工会总结推广",
    "有司建筑公司": _COLLECTED,
    "卫庆电梯工程公司": _COLLECTED,
    "产权拍卖公司": _COLLECTED,
    "衡建旅游汽车公司": "多年坚持厂务公开，企业的近期目标和远期规划都让每个职工知晓",
}


def enter_surveys(chance: Random, surveyed: list[Enterprise], staff: Staff) -> None:
    """Enter the survey of November 2011, and the smaller one of the year before."""
    for year, units in ((2010, surveyed[:_SURVEYED_IN_2010]), (2011, surveyed)):
        survey = Survey(
            name=f"{year}年11月企业排摸",
            month=f"{year}-11",
            scope="泰祥社区内企业",
            leader=staff.leader,
            remark="为下一年组建工会打基础",
        )
        keeping.save(SURVEYS, survey)
        enter(list(_items(chance, survey, units, year, staff.clerk)))
        unit_count, workers, with_union, _, over = survey_sums(survey)
        keeping.assign(
            survey,
            {
                "told_units": unit_count,
                "told_workers": workers,
                "told_with_union": with_union,
                "told_over": over,
                "status": "已上报",
            },
        )
        keeping.save(SURVEYS, survey)


def _items(
    chance: Random, survey: Survey, units: list[Enterprise], year: int, clerk: str
) -> Iterator[SurveyItem]:
    founded = {
        enterprise: day.year
        for enterprise, day in GrassrootsUnion.alive()
        .where(GrassrootsUnion.enterprise.is_null(False))
        .select(GrassrootsUnion.enterprise, GrassrootsUnion.founded_on)
        .tuples()
    }
    for position, unit in enumerate(units):
        values = snapshot(unit)
        if year == 2010:
            values |= {
                "employee_count": unit.employee_count * chance.randrange(88, 99) // 100,
                "has_union": founded.get(unit.id, year + 1) <= year,
                "preparing": False,
            }
        without = not values["has_union"] and not values["preparing"]
        yield SurveyItem(
            survey=survey,
            enterprise=unit,
            no_union_reason=(unit.no_union_reason or "正在筹备") if without else None,
            visited_on=date(year, 11, 1 + position % 25),
            visited_by=clerk,
            intention=chance.choice(("愿意", "观望", "观望", "拒绝")) if without else None,
            **values,
        )


def enter_open_affairs(chance: Random, staff: Staff) -> None:
    """Enter who practised open affairs, the examples of 2011 first."""
    unions = GrassrootsUnion.alive().where(GrassrootsUnion.union_type == "独立工会")
    units = list(Enterprise.alive().where(Enterprise.id.in_(unions.select(GrassrootsUnion.enterprise))))
    units.sort(key=lambda unit: (unit.name not in _EXAMPLES, unit.id))
    rows = []
    for year, number in _PRACTISING.items():
        rows += [_practising(chance, unit, year, staff.clerk) for unit in units[:number]]
    last = _PRACTISING[2011]
    rows += [_beginning(unit, staff.clerk) for unit in units[last : last + _BEGINNING]]
    enter(rows)


def _practising(chance: Random, unit: Enterprise, year: int, clerk: str) -> OpenAffairs:
    experience = _EXAMPLES.get(unit.name) if year == 2011 else None
    expected = max(unit.employee_count // 4, 20)
    opinions = chance.randrange(4, 30)
    return OpenAffairs(
        enterprise=unit,
        year=year,
        congress="单独",
        held_on=date(year, chance.randrange(4, 6), chance.randrange(1, 29)),
        expected=expected,
        attended=expected * chance.randrange(80, 101) // 100,
        topics="审议年度工作报告；讨论工资福利方案",
        forms=("职代会", "公开栏") if experience else ("职工大会", "公开栏"),
        matters=("重大决策", "工资福利", "规章制度") if experience else ("工资福利", "社保缴纳"),
        opinions=opinions,
        adopted=opinions * chance.randrange(30, 80) // 100,
        is_typical=experience is not None,
        experience=experience,
        checked_on=date(year, 10, chance.randrange(8, 29)),
        checked_by=clerk,
    )


def _beginning(unit: Enterprise, clerk: str) -> OpenAffairs:
    return OpenAffairs(
        enterprise=unit,
        year=2011,
        established=False,
        congress="无",
        checked_on=date(2011, 10, 20),
        checked_by=clerk,
        remark="正在建立制度",
    )
