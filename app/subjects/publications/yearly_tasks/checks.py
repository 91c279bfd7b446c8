"""The rules of what a year asks of bulletins and returns (domain 9 and 14)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem
from app.subjects.publications.yearly_tasks.records import YearlyTask


def least_within_most(task: YearlyTask) -> Iterator[Problem]:
    """The least number of bulletins a month is not above the most; it is the most that is wrong then."""
    if task.bulletins_least > task.bulletins_most:
        yield Block(YearlyTask.bulletins_most, f"少于每月最少 {task.bulletins_least} 篇，请核对")
