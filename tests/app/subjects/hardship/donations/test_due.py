"""What donation drives ask for, and by when (domain 3.8)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.subjects.hardship.donations.due import drives_due
from tests.factories.donations import make_drive


def said(today: date) -> list[tuple[str, int]]:
    return [(one.text, one.days) for one in drives_due(today)]


@pytest.mark.parametrize(
    ("today", "days"), [(date(2011, 7, 2), None), (date(2011, 7, 3), 7), (date(2011, 7, 12), -2)]
)
def test_a_drive_is_closed_within_a_month(office: Office, today: date, days: int | None) -> None:
    make_drive(theme="有难大家帮")
    assert said(today) == ([] if days is None else [("募捐截止入账：有难大家帮", days)])


def test_the_donors_are_published_within_two_weeks_of_the_closing(office: Office) -> None:
    told = {"theme": "有难大家帮", "status": "已截止", "closed_on": date(2011, 6, 20)}
    make_drive(**told)
    assert said(date(2011, 6, 27)) == []
    assert said(date(2011, 7, 6)) == [("捐款公示：有难大家帮", -1)]
    make_drive(**(told | {"held_on": date(2011, 6, 9), "published_on": date(2011, 6, 21)}))
    assert len(said(date(2011, 7, 6))) == 1


def test_a_settled_drive_asks_for_nothing(office: Office) -> None:
    days = {
        "closed_on": date(2011, 6, 20),
        "published_on": date(2011, 6, 25),
        "reported_on": date(2011, 7, 1),
    }
    make_drive(status="已结清", **days)
    assert said(date(2012, 1, 1)) == []
