"""When aid is given: the visits around the festivals and in the heat of the year (domain 14)."""

from __future__ import annotations

from datetime import date

from app.rules.campaigns import Campaign, each_year, until_festival
from app.rules.festivals import day_of


def _to_spring_festival(day: date) -> tuple[date, date]:
    """Return the weeks from December to the Spring Festival, which lies in the next year."""
    spring = day_of("春节", day.year + (day.month == 12))
    return date(spring.year - 1, 12, 1), spring


CAMPAIGNS = (
    Campaign("元旦春节送温暖", _to_spring_festival),
    Campaign("五一慰问劳模和困难职工", each_year((4, 1), (5, 1))),
    Campaign("高温慰问", each_year((7, 1), (8, 31))),
    Campaign("中秋国庆慰问", until_festival((9, 1), "中秋", "国庆")),
)
