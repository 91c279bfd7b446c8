"""Figures of goals: those of the year, reached or not, and those of the next (domain 18)."""

from __future__ import annotations

from app.figures.figure import Figure, Sum, flow, share
from app.figures.once import once
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.office.goals import progress
from app.subjects.office.goals.records import Goal

TITLE = "目标任务"
_OF_YEAR = "按任务年度，取期间末日所在的年度，从年初算到期间末日"


def _of(year: int) -> Query[Goal]:
    """Select the goals of a year: those set from above first, in whatever order they were entered."""
    goals = Goal.alive().where(Goal.year == year)
    return goals.order_by(Goal.set_by.is_null(), Goal.title, Goal.id)


def _reached(period: Period) -> list[int]:
    def answer() -> list[int]:
        goals = _of(period.last.year)
        return [goal.id for goal in goals if progress.is_reached(goal, period.last)]

    return once(("goals reached", period.last), answer)


def _held_up(goal: Goal, period: Period) -> str:
    return progress.held_up(goal, period.last)


def _aimed_at(goal: Goal, period: Period) -> str:
    return progress.aimed_at(goal)


@flow("目标任务", "项", tells=_held_up, about=_OF_YEAR)
def goals(period: Period) -> Query[Goal]:
    return _of(period.last.year)


@flow("完成任务", "项", tells=_held_up, about=_OF_YEAR)
def reached(period: Period) -> Query[Goal]:
    return goals.query(period).where(InWords(Goal.id.in_(_reached(period)), "完成数达到目标数或已经办完"))


@flow("未完成任务", "项", tells=_held_up, about=_OF_YEAR)
def missed(period: Period) -> Query[Goal]:
    return goals.query(period).where(InWords(Goal.id.not_in(_reached(period)), "未达到目标数或没有办完"))


@share("任务完成率", about="完成的任务与目标任务的项数之比")
def reached_rate() -> tuple[Figure, Figure]:
    return reached, goals


@flow("明年任务", "项", tells=_aimed_at, about="期间末日所在年度的下一年的任务")
def planned(period: Period) -> Query[Goal]:
    return _of(period.last.year + 1)


SUMS = (Sum(goals, (reached, missed)),)
