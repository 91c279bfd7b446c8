"""What events ask for, and by when (domain 14)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.activities.due import activities_due
from tests.factories.activities import make_activity

TODAY = date(2011, 6, 1)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def said(**values: object) -> list[tuple[str, int]]:
    make_activity(name="职工乒乓球赛", **values)
    return [(one.text, one.days) for one in activities_due(TODAY)]


@pytest.mark.parametrize(("days", "told"), [(14, True), (15, False), (0, True), (-3, True)])
def test_a_planned_event_comes_within_two_weeks(office: Office, days: int, told: bool) -> None:
    expected = [("活动开始：职工乒乓球赛", days)] if told else []
    assert said(starts_on=after(days)) == expected


def test_sign_up_ends_on_its_last_day(office: Office) -> None:
    days = {"starts_on": after(20), "enter_by": after(3)}
    assert said(status="报名", **days) == [("报名截止：职工乒乓球赛", 3)]


def test_sign_up_without_a_last_day_waits_for_the_event(office: Office) -> None:
    assert said(status="报名", starts_on=after(2)) == [("活动开始：职工乒乓球赛", 2)]


def test_a_running_event_asks_who_came(office: Office) -> None:
    days = {"starts_on": after(-2), "ends_on": after(1)}
    assert said(status="进行", **days) == [("活动结束：职工乒乓球赛，请登记参加人数", 1)]


def test_what_is_over_is_summed_up_within_two_weeks(office: Office) -> None:
    assert said(status="结束", starts_on=after(-20)) == [("写活动总结：职工乒乓球赛", -6)]


@pytest.mark.parametrize(
    "values", [{"status": "已总结", "summary": "圆满结束"}, {"status": "取消", "cancel_reason": "下雨"}]
)
def test_what_is_done_or_called_off_asks_for_nothing(office: Office, values: dict[str, object]) -> None:
    assert said(starts_on=after(-1), **values) == []
