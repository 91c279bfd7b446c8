"""Figures of shortcomings, quoted word for word in the summary of their year."""

from __future__ import annotations

from app.figures.figure import facts_in, flow
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.office.shortcomings.records import Shortcoming

TITLE = "存在问题"
_OF_YEAR = "按问题年度，取期间末日所在的年度"


@flow("存在问题", "个", lists=Shortcoming.problem, about=_OF_YEAR)
def shortcomings(period: Period) -> Query[Shortcoming]:
    return Shortcoming.alive().where(Shortcoming.year == period.last.year)


@facts_in("改进措施", Shortcoming.remedy, about=_OF_YEAR)
def remedies(period: Period) -> Query[Shortcoming]:
    return shortcomings.query(period)


@flow("解决问题", "个", lists=Shortcoming.problem, about="按解决日期，不论何年的问题")
def solved(period: Period) -> Query[Shortcoming]:
    return Shortcoming.alive().where(Shortcoming.solved_on.between(*period))
