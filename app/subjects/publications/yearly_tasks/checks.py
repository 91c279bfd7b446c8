"""The rules of what a year asks of bulletins and returns (domain 9 and 14)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem
from app.keeping.rules import others
from app.subjects.publications.yearly_tasks.records import YearlyTask


def one_task_a_year(task: YearlyTask) -> Iterator[Problem]:
    """A year has one set of demands, the least not above the most."""
    if task.year is not None and others(task).where(YearlyTask.year == task.year).exists():
        yield Block(YearlyTask.year, f"{task.year}年的任务已登记，请打开那条记录修改")
    if task.bulletins_least > task.bulletins_most:
        yield Block(YearlyTask.bulletins_most, f"少于每月最少 {task.bulletins_least} 篇，请核对")
