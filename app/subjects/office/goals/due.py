"""What goals ask for: in the last two months of their year those that are not reached are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.figures.once import one_reading
from app.register import Due
from app.rules.dates import days_until
from app.subjects.office.goals import progress
from app.subjects.office.goals.records import Goal

_FROM_MONTH = 11


@one_reading()
def goals_due(today: date) -> Iterator[Due]:
    """Yield the goals of this year that are not reached, when it draws to its end."""
    if today.month < _FROM_MONTH:
        return
    days = days_until(date(today.year, 12, 31), today)
    for goal in Goal.alive().where(Goal.year == today.year).order_by(Goal.id):
        if not progress.is_reached(goal, today):
            name = progress.held_up(goal, today)
            yield Due("目标任务", name, goal.id, days, "请抓紧完成或写明原因", by="未完成原因")
