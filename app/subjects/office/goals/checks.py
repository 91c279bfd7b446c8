"""The rules of goals: what counts them can, and counts in their unit."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.figures.figure import figure_called
from app.nearest import perhaps
from app.subjects.office.goals import progress
from app.subjects.office.goals.records import Goal


def figure_can_count(goal: Goal) -> Iterator[Problem]:
    """A goal names a figure that there is, and is counted in its unit."""
    if not goal.figure:
        return
    figure = progress.figure_of(goal)
    if figure is None:
        called = figure_called(goal.figure)
        why = f"没有“{goal.figure}”这个统计项" if called is None else f"“{goal.figure}”不能计算完成数"
        meant = "" if called is not None else perhaps(goal.figure, progress.countable())
        yield Block(Goal.figure, f"{why}{meant}，请从列表中选，或不填")
        return
    if goal.target is None:
        yield Block(Goal.target, "有对应统计项，请填写目标数")
    elif goal.unit and goal.unit != figure.unit:
        yield Block(Goal.unit, f"“{figure.label}”按“{figure.unit}”计，请改为{figure.unit}")
    if goal.stated is not None:
        yield Warn(Goal.stated, "有对应统计项，完成数由记录计算，填报的数不用")


def finished_as_it_is_counted(goal: Goal) -> Iterator[Problem]:
    """What has a number is finished by its number, what has none by a day."""
    if goal.target is not None and goal.finished_on is not None:
        yield Warn(Goal.finished_on, "有目标数，是否完成按完成数算")
    if goal.target is None and goal.stated is not None:
        yield Warn(Goal.stated, "没有目标数，完成后请填完成日期")
    if goal.finished_on is not None and goal.year is not None and goal.finished_on.year != goal.year:
        yield Warn(Goal.finished_on, f"不在{goal.year}年，请核对")


GOAL = (figure_can_count, finished_as_it_is_counted)
