"""Goals of a year, and how far they are."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.office.goals import checks
from app.subjects.office.goals.due import goals_due
from app.subjects.office.goals.lists import GOAL_SHEET
from app.subjects.office.goals.records import Goal

GOALS = Register(
    "office.goals",
    "目标任务",
    Goal,
    columns=(Goal.year, Goal.title, Goal.standing, Goal.target, Goal.unit, Goal.done, Goal.rate, Goal.set_by),
    sections=(
        Section("任务", Goal.year, Goal.set_by, Goal.title, Goal.target, Goal.unit, Goal.figure),
        Section(
            "完成",
            Goal.done,
            Goal.rate,
            Goal.standing,
            Goal.stated,
            Goal.finished_on,
            Goal.reason,
            Goal.remark,
        ),
    ),
    filters=(Goal.year, Goal.set_by),
    search=(Goal.title, Goal.set_by, Goal.reason),
    checks=checks.GOAL,
    prints=(GOAL_SHEET,),
    unique_together=((Goal.year, Goal.title),),
    order=(Goal.year.desc(), Goal.id.asc()),
    unit="项",
    due=goals_due,
)
