"""Ages: completed years by a day of birth, and their order in a list."""

from __future__ import annotations

from datetime import date

from app.rules.dates import years_later
from app.subjects.members.records import Member


def test_a_year_is_complete_on_the_birthday() -> None:
    today = date.today()
    assert Member.age.value(Member(birth_date=years_later(today, -30))) == "30岁"


def test_without_a_day_of_birth_nothing_is_said() -> None:
    assert Member.age.value(Member(birth_date=None)) == ""
