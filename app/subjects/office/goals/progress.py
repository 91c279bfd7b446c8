"""How far a goal is: counted by its figure where it names one, else as somebody wrote down."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from app.figures.figure import Fact, Figure, all_figures, figure_called, key_prefix
from app.figures.measures import Scale
from app.figures.reading import read_value
from app.rules import periods
from app.rules.numbers import permille, write_percent

_TOPIC = key_prefix(__name__)
_WITHIN = str.maketrans("。；！？\n", "，，，，，")


class Aim(Protocol):
    """What is asked of a goal here: records are made of this, so it knows no records."""

    year: int
    title: str
    target: int | None
    unit: str | None
    figure: str | None
    stated: int | None
    finished_on: date | None
    reason: str | None


def counts(figure: Figure) -> bool:
    """Tell whether a figure can count a goal: it is a number, and not itself one of goals."""
    return not isinstance(figure, Fact) and figure.topic != _TOPIC


def countable() -> list[str]:
    """Return the labels of the figures that can count a goal."""
    return [figure.label for figure in all_figures() if counts(figure)]


def figure_of(goal: Aim) -> Figure | None:
    """Return the figure that counts a goal; None where it names none that can."""
    figure = figure_called(goal.figure) if goal.figure else None
    return figure if figure is not None and counts(figure) else None


def reached(goal: Aim, day: date) -> int | None:
    """Return the number reached from the first day of the goal's year to a day, at most to its last.

    In the unit of the figure's scale: a count, fen, or tenths of a percent. None where nothing tells.
    """
    if goal.year is None or day.year < goal.year:
        return None
    if not goal.figure:
        return goal.stated
    figure, last = figure_of(goal), min(day, date(goal.year, 12, 31))
    if figure is None:
        return None
    return read_value(figure, periods.custom(date(goal.year, 1, 1), last)).number


def is_reached(goal: Aim, day: date) -> bool:
    """Tell whether a goal was reached by a day; the number aimed at is enough."""
    if goal.target is None:
        return goal.finished_on is not None and goal.finished_on <= day
    number = reached(goal, day)
    return number is not None and number >= goal.target * _scale(goal).one


def done_in_table(goal: Aim, day: date) -> str:
    """Return what was reached by a day, with its unit; empty where there is no number."""
    number = reached(goal, day) if goal.target is not None else None
    return "" if number is None else f"{_scale(goal).write(number)} {_unit(goal)}".rstrip()


def rate_in_words(goal: Aim, day: date) -> str:
    """Return what was reached by a day as a share of what is aimed at; empty where there is no number."""
    number = reached(goal, day) if goal.target is not None else None
    if number is None or not goal.target:
        return ""
    return write_percent(permille(number, goal.target * _scale(goal).one))


def standing(goal: Aim, day: date) -> str:
    """Say how a goal stands on a day: a year that is not over leaves it open."""
    if goal.year is None:
        return ""
    if is_reached(goal, day):
        return "完成"
    if day.year < goal.year:
        return "未开始"
    return "进行中" if day < date(goal.year, 12, 31) else "未完成"


def held_up(goal: Aim, day: date) -> str:
    """Return a goal beside what became of it by a day: 新建工会（任务50家，完成46家，差4家）."""
    notes = [f"任务{_aim(goal)}"] if goal.target is not None else []
    if goal.target is not None:
        notes.append(_done(goal, day))
    if not is_reached(goal, day):
        number = reached(goal, day)
        if goal.target is not None and number:
            left = goal.target * _scale(goal).one - number
            notes.append(f"差{_scale(goal).prose(left).removesuffix('%')}{_missing_unit(goal)}")
        if goal.reason:
            notes.append(f"原因是{goal.reason.translate(_WITHIN).rstrip('，')}")
    return f"{goal.title}（{'，'.join(notes)}）" if notes else str(goal.title)


def _done(goal: Aim, day: date) -> str:
    """Say what was reached; nobody reads a nought in a sentence (domain 11.3)."""
    number = reached(goal, day)
    if goal.target is None or number is None:
        return "完成数没有登记"
    return f"完成{_scale(goal).prose(number)}{_unit(goal)}" if number else "没有完成"


def aimed_at(goal: Aim) -> str:
    """Return a goal as a plan tells it: 新建工会50家."""
    return f"{goal.title}{_aim(goal)}" if goal.target is not None else str(goal.title)


def _aim(goal: Aim) -> str:
    scale = _scale(goal)
    return f"{scale.prose((goal.target or 0) * scale.one)}{_unit(goal)}"


def _scale(goal: Aim) -> Scale:
    figure = figure_of(goal)
    return Scale.COUNT if figure is None else figure.scale


def _unit(goal: Aim) -> str:
    """Return the unit behind a number; a share writes its own sign."""
    return "" if _scale(goal) is Scale.SHARE else goal.unit or ""


def _missing_unit(goal: Aim) -> str:
    return "个百分点" if _scale(goal) is Scale.SHARE else goal.unit or ""
