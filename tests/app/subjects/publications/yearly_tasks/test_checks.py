"""What a year asks, and what it asks where nothing was entered."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.subjects.publications.register import YEARLY_TASKS
from app.subjects.publications.yearly_tasks.records import (
    YearlyTask,
    returns_deadline,
    subscriptions_deadline,
    task_of,
)
from tests.factories.publications import make_task
from tests.helpers.problems import blocked


def test_a_year_has_one_task(office: Office) -> None:
    make_task()
    assert "已登记" in blocked(YEARLY_TASKS, YearlyTask(year=2011))["year"]
    assert blocked(YEARLY_TASKS, YearlyTask(year=2012)) == {}


def test_the_least_is_not_above_the_most(office: Office) -> None:
    task = YearlyTask(year=2011, bulletins_least=5, bulletins_most=4)
    assert "每月最少 5 篇" in blocked(YEARLY_TASKS, task)["bulletins_most"]


def test_a_year_without_a_task_asks_as_much_as_the_last_one(office: Office) -> None:
    assert task_of(2011).bulletins_least == 3
    make_task(bulletins_least=2)
    assert task_of(2012).bulletins_least == 2
    assert task_of(2010).bulletins_least == 3


def test_the_closing_days_are_those_entered_for_the_year_else_the_usual_ones(office: Office) -> None:
    make_task(returns_due=date(2011, 11, 15), subscriptions_due=date(2011, 12, 10))
    assert (returns_deadline(2011), subscriptions_deadline(2011)) == (date(2011, 11, 15), date(2011, 12, 10))
    assert (returns_deadline(2012), subscriptions_deadline(2012)) == (date(2012, 10, 31), date(2012, 12, 20))
