"""The office's year: campaigns that come back, from the day they open to the day they close (domain 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
    ("金秋助学申请", "hardship", (7, 1), (8, 27)),
    ("中秋国庆慰问", "hardship.batches", (9, 1), (10, 1)),
    ("工会统计年报", "publications.returns", (10, 1), (10, 31)),
    ("下年度报刊征订", "publications", (11, 1), (12, 20)),
    ("下年度互助保障参保", "insurance", (11, 1), (12, 31)),
)


def running(day: date) -> Iterator[Campaign]:
    """Yield the campaigns that run on a day.

    >>> [campaign.title for campaign in running(date(2011, 7, 20))]
    ['金秋助学申请']
    """
    for title, key, opens, closes in _FIXED:
        if date(day.year, *opens) <= day <= date(day.year, *closes):
            yield Campaign(title, key, date(day.year, *closes))
    spring = day_of("春节", day.year + (day.month == 12))
    if date(spring.year - 1, 12, 1) <= day <= spring:
        yield Campaign("元旦春节送温暖", "hardship.batches", spring)
