"""The office's year, held against the calendar of the domain file."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.campaigns import running


def titles(day: date) -> set[str]:
    return {campaign.title for campaign in running(day)}


@pytest.mark.parametrize(
    ("day", "runs"),
    [
        (date(2011, 1, 18), {"元旦春节送温暖"}),
        (date(2011, 2, 4), set()),
        (date(2011, 3, 8), {"三八妇女节活动", "集体协商要约、集体合同续签"}),
        (date(2011, 8, 28), set()),
        (date(2011, 9, 20), {"中秋国庆慰问"}),
        (date(2011, 10, 15), {"工会统计年报"}),
        (date(2011, 12, 20), {"元旦春节送温暖", "下年度报刊征订", "下年度互助保障参保"}),
        (date(2011, 12, 21), {"元旦春节送温暖", "下年度互助保障参保"}),
    ],
)
def test_a_day_has_its_campaigns(day: date, runs: set[str]) -> None:
    assert titles(day) == runs


def test_the_warmth_campaign_ends_with_the_spring_festival_of_next_year() -> None:
    (campaign,) = [one for one in running(date(2026, 12, 5)) if one.title == "元旦春节送温暖"]
    assert campaign.closes == date(2027, 2, 6)
