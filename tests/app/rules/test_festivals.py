"""Festivals, held against the lunar dates listed in the domain file."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.festivals import coming, day_of


@pytest.mark.parametrize(
    ("festival", "day"),
    [
        ("春节", date(2026, 2, 17)),
        ("春节", date(2028, 1, 26)),
        ("春节", date(2030, 2, 3)),
        ("中秋", date(2026, 9, 25)),
        ("中秋", date(2028, 10, 3)),
        ("国庆", date(2011, 10, 1)),
    ],
)
def test_a_festival_falls_on_its_day(festival: str, day: date) -> None:
    assert day_of(festival, day.year) == day


@pytest.mark.parametrize(
    ("day", "festival"),
    [
        (date(2026, 12, 20), ("元旦", date(2027, 1, 1))),
        (date(2027, 1, 2), ("春节", date(2027, 2, 6))),
        (date(2027, 2, 6), ("春节", date(2027, 2, 6))),
        (date(2026, 9, 26), ("国庆", date(2026, 10, 1))),
        (date(2026, 7, 15), None),
    ],
)
def test_the_next_festival_is_the_one_to_prepare(day: date, festival: tuple[str, date] | None) -> None:
    assert coming(day) == festival
