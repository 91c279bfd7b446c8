"""Orders for the coming year close on 20 December (domain 9.2 and 14)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.register import Due
from app.subjects.publications.due import orders_due
from tests.factories.publications import make_quota, make_subscription, make_task, make_title

COMING = {"year": 2012, "ordered_on": date(2011, 12, 5)}


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2011, 11, 19), None),
        (date(2011, 11, 20), 30),
        (date(2011, 12, 20), 0),
        (date(2011, 12, 31), -11),
        (date(2012, 1, 1), None),
    ],
)
def test_orders_are_due_before_they_close(office: Office, today: date, days: int | None) -> None:
    title = make_title(name="劳动报")
    make_subscription(title)
    told = Due("报刊征订", "劳动报", title.id, days or 0, "2012 年度尚未登记订数", by="征订")
    assert list(orders_due(today)) == ([told] if days is not None else [])


def test_the_closing_day_is_the_one_entered_for_the_year(office: Office) -> None:
    make_task(subscriptions_due=date(2011, 12, 10))
    make_title()
    assert [one.days for one in orders_due(date(2011, 12, 5))] == [5]


def test_an_order_short_of_the_quota_says_how_many(office: Office) -> None:
    title = make_title(name="劳动报")
    make_quota(title, year=2012, copies=110)
    make_subscription(title, copies=80, **COMING)
    told = [one.text for one in orders_due(date(2011, 12, 6))]
    assert told == ["报刊征订：劳动报，2012 年度已订 80 份，任务 110 份"]
    make_subscription(title, copies=30, mode="赠阅", unit_price=0, **COMING)
    assert list(orders_due(date(2011, 12, 6))) == []


def test_nobody_orders_a_title_that_was_stopped(office: Office) -> None:
    make_title(status="停订")
    assert list(orders_due(date(2011, 12, 6))) == []
