"""Goals and what became of them (目标任务完成情况表)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.office.goals.records import Goal

GOAL_SHEET = ListPrint(
    "office.goal_sheet",
    "目标任务完成情况表",
    (
        Goal.year,
        PrintColumn(Goal.title, 60),
        Goal.target,
        Goal.unit,
        Goal.set_by,
        Goal.done,
        Goal.rate,
        Goal.standing,
        PrintColumn(Goal.reason, 60),
    ),
    Selection(Goal, (Goal.year, Goal.id), Goal.year).sheet("项"),
)
