"""Figures of shortcomings, quoted word for word in the summary of their year."""

from __future__ import annotations

from app.figures.figure import flow
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.office.shortcomings.records import Shortcoming

TITLE = "存在问题"
_OF_YEAR = "按问题年度，取期间末日所在的年度"


def _problem(shortcoming: Shortcoming, period: Period) -> str:
    return str(shortcoming.problem)


def _remedy(shortcoming: Shortcoming, period: Period) -> str:
    return str(shortcoming.remedy)


@flow("存在问题", "个", tells=_problem, about=_OF_YEAR)
def shortcomings(period: Period) -> Query[Shortcoming]:
    of_year = Shortcoming.alive().where(Shortcoming.year == period.last.year)
    return of_year.order_by(Shortcoming.problem, Shortcoming.id)


@flow("改进措施", "条", tells=_remedy, about=_OF_YEAR)
def remedies(period: Period) -> Query[Shortcoming]:
    return shortcomings.query(period).where(InWords(Shortcoming.remedy != "", "有改进措施"))


@flow("解决问题", "个", tells=_problem, about="按解决日期，不论何年的问题")
def solved(period: Period) -> Query[Shortcoming]:
    solved = Shortcoming.alive().where(Shortcoming.solved_on.between(*period))
    return solved.order_by(Shortcoming.solved_on, Shortcoming.problem, Shortcoming.id)
