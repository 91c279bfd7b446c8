"""The office's year, held against the calendar of the domain file."""

from __future__ import annotations

from datetime import date

import pytest

from app.registry import campaigns


def running(day: date) -> dict[str, date]:
    """The last day of each campaign that runs on a day, by its title."""
    closing = ((campaign.title, campaign.closing(day)) for _, campaign in campaigns())
    return {title: closes for title, closes in closing if closes is not None}


@pytest.mark.parametrize(
    ("day", "runs"),
    [
        (date(2011, 1, 18), {"元旦春节送温暖"}),
        (date(2011, 2, 3), {"元旦春节送温暖"}),
        (date(2011, 2, 4), {"春风行动招聘会"}),
        (date(2011, 3, 8), {"三八妇女节活动", "集体协商要约、集体合同续签", "春风行动招聘会"}),
        (date(2011, 5, 20), {"集体协商要约、集体合同续签", "厂务公开、职代会", "红五月文体活动"}),
        (date(2011, 8, 28), {"高温慰问"}),
        (date(2011, 9, 20), {"中秋国庆慰问", "老年重阳活动"}),
        (date(2011, 10, 15), {"工会统计年报"}),
        (date(2011, 12, 20), {"元旦春节送温暖", "下年度报刊征订", "下年度互助保障参保"}),
        (date(2011, 12, 21), {"元旦春节送温暖", "下年度互助保障参保"}),
    ],
)
def test_a_day_has_its_campaigns(day: date, runs: set[str]) -> None:
    assert set(running(day)) == runs


def test_the_warmth_campaign_ends_with_the_spring_festival_of_next_year() -> None:
    assert running(date(2026, 12, 5))["元旦春节送温暖"] == date(2027, 2, 6)


@pytest.mark.parametrize(
    ("year", "closes"), [(2026, date(2026, 10, 1)), (2027, date(2027, 10, 1)), (2028, date(2028, 10, 3))]
)
def test_the_autumn_visits_end_with_the_later_of_both_festivals(year: int, closes: date) -> None:
    assert running(date(year, 9, 15))["中秋国庆慰问"] == closes
    assert "中秋国庆慰问" in running(closes)


def test_the_old_are_visited_until_the_double_ninth() -> None:
    assert running(date(2011, 9, 20))["老年重阳活动"] == date(2011, 10, 5)


def test_a_campaign_is_worked_on_in_its_register() -> None:
    registers = {campaign.title: register.title for register, campaign in campaigns()}
    assert registers["高温慰问"] == "发放批次"
    assert registers["金秋助学申请"] == "困难档案"
    assert registers["工会统计年报"] == "统计年报"
