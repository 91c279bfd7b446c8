"""The office's year: campaigns that come back, from the day they open to the day they close (domain 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.festivals import day_of


@dataclass(frozen=True)
class Campaign:
    """One campaign as it runs now: what it is, where it is worked on, and its last day."""

    title: str
    register_key: str
    closes: date


# From the month and day it opens to the one it closes; several are the practice of one city only.
_FIXED = (
    ("三八妇女节活动", "activities", (2, 15), (3, 8)),
    ("集体协商要约、集体合同续签", "contracts", (3, 1), (5, 31)),
    ("厂务公开、职代会", "unions.open_affairs", (4, 1), (5, 31)),
    ("五一慰问劳模和困难职工", "hardship.batches", (4, 1), (5, 1)),
    ("红五月文体活动", "activities", (4, 15), (5, 31)),
    ("高温慰问", "hardship.batches", (7, 1), (8, 31)),
    ("金秋助学申请", "hardship", (7, 1), (8, 27)),
    ("工会统计年报", "publications.returns", (10, 1), (10, 31)),
    ("下年度报刊征订", "publications", (11, 1), (12, 20)),
    ("下年度互助保障参保", "insurance", (11, 1), (12, 31)),
)


def running(day: date) -> Iterator[Campaign]:
    """Yield the campaigns that run on a day.

    >>> [campaign.title for campaign in running(date(2011, 7, 20))]
    ['高温慰问', '金秋助学申请']
    """
    for title, key, opens, closes in (*_of_dates(day.year), *_of_the_moon(day)):
        if opens <= day <= closes:
            yield Campaign(title, key, closes)


def _of_dates(year: int) -> Iterator[tuple[str, str, date, date]]:
    for title, key, opens, closes in _FIXED:
        yield title, key, date(year, *opens), date(year, *closes)


def _of_the_moon(day: date) -> Iterator[tuple[str, str, date, date]]:
    """Yield what begins or ends with a festival of the lunar calendar."""
    year = day.year
    spring = day_of("春节", year + (day.month == 12))
    yield "元旦春节送温暖", "hardship.batches", date(spring.year - 1, 12, 1), spring
    yield "春风行动招聘会", "employment", spring + timedelta(days=1), date(spring.year, 3, 31)
    autumn = max(day_of("中秋", year), day_of("国庆", year))
    yield "中秋国庆慰问", "hardship.batches", date(year, 9, 1), autumn
    yield "老年重阳活动", "activities", date(year, 9, 15), day_of("重阳", year)
