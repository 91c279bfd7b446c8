"""Working age by the published tables of 2024-09-13: the months of birth that change the age."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.working_age import (
    may_retire_on,
    of_working_age,
    retired_if_born_by,
    retires_on,
    works_until,
)

_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("born", "retires"),
    [
        (date(1964, 12, 31), date(2024, 12, 31)),  # 60, before the reform
        (date(1965, 1, 1), date(2025, 2, 1)),  # 1965年1月—4月: 60 and 1 month
        (date(1965, 4, 30), date(2025, 5, 30)),
        (date(1965, 5, 1), date(2025, 7, 1)),  # 5月—8月: 2 months
        (date(1968, 9, 15), date(2029, 9, 15)),  # 1968年9月—12月: 61
        (date(1976, 8, 31), date(2039, 7, 31)),  # 1976年5月—8月: 62 and 11 months
        (date(1976, 9, 1), date(2039, 9, 1)),  # from here on 63
        (date(1990, 5, 6), date(2053, 5, 6)),
    ],
)
def test_men_retire_a_month_later_for_every_four_months_of_birth(born: date, retires: date) -> None:
    assert retires_on(born, "男") == retires


@pytest.mark.parametrize(
    ("born", "retires"),
    [
        (date(1969, 12, 31), date(2024, 12, 31)),
        (date(1970, 1, 20), date(2025, 2, 20)),
        (date(1970, 5, 20), date(2025, 7, 20)),
        (date(1981, 8, 31), date(2039, 7, 31)),
        (date(1981, 9, 1), date(2039, 9, 1)),
    ],
)
def test_women_of_fifty_five_do_so_too(born: date, retires: date) -> None:
    assert retires_on(born, "女", cadre=True) == retires


@pytest.mark.parametrize(
    ("born", "retires"),
    [
        (date(1974, 12, 31), date(2024, 12, 31)),
        (date(1975, 1, 31), date(2025, 2, 28)),  # no 31st of February
        (date(1975, 2, 1), date(2025, 3, 1)),
        (date(1975, 3, 1), date(2025, 5, 1)),
        (date(1984, 10, 31), date(2039, 9, 30)),  # 54 and 11 months
        (date(1984, 11, 1), date(2039, 11, 1)),  # from here on 55
    ],
)
def test_women_of_fifty_retire_a_month_later_for_every_two(born: date, retires: date) -> None:
    assert retires_on(born, "女") == retires


_BY_FOUR = {
    0: (1, 2, 3),
    1: (4, 5, 6),
    2: (7, 8, 9),
    3: (10, 11, 12),
    4: (13, 14, 15),
    5: (16, 17, 18),
    6: (19, 20, 21),
    7: (22, 23, 24),
    8: (25, 26, 27),
    9: (28, 29, 30),
    10: (31, 32, 33),
    11: (34, 35, 36),
}
"""The first two tables (附表1 and 2): for each year of birth after the first, the months by which those born
from January to April, May to August and September to December retire later."""
_BY_TWO = {
    0: (1, 2, 3, 4, 5, 6),
    1: (7, 8, 9, 10, 11, 12),
    2: (13, 14, 15, 16, 17, 18),
    3: (19, 20, 21, 22, 23, 24),
    4: (25, 26, 27, 28, 29, 30),
    5: (31, 32, 33, 34, 35, 36),
    6: (37, 38, 39, 40, 41, 42),
    7: (43, 44, 45, 46, 47, 48),
    8: (49, 50, 51, 52, 53, 54),
    9: (55, 56, 57, 58, 59, 60),
}
"""The third table (附表3), of women who retired at 50: for January and February, March and April, ..."""


@pytest.mark.parametrize(
    ("sex", "cadre", "first_year", "age", "table"),
    [
        ("男", False, 1965, 60, _BY_FOUR),
        ("女", True, 1970, 55, _BY_FOUR),
        ("女", False, 1975, 50, _BY_TWO),
    ],
)
def test_each_month_of_birth_retires_as_its_row_of_the_table_says(
    sex: str, cadre: bool, first_year: int, age: int, table: dict[int, tuple[int, ...]]
) -> None:
    """From the month before the first row to the year after the last, on each first and last day."""
    delays = {(first_year - 1, 12): 0}
    for after, row in table.items():
        together = 12 // len(row)
        delays |= {(first_year + after, month): row[(month - 1) // together] for month in range(1, 13)}
    delays |= {(first_year + len(table), month): max(delays.values()) for month in range(1, 13)}
    wrong = []
    for (year, month), delay in delays.items():
        months = (year + age) * 12 + month - 1 + delay
        for day in (1, calendar.monthrange(year, month)[1]):
            retires = retires_on(date(year, month, day), sex, cadre=cadre)
            last = calendar.monthrange(months // 12, months % 12 + 1)[1]
            if retires != date(months // 12, months % 12 + 1, min(day, last)):
                wrong.append((year, month, day, retires))
    assert wrong == []


def test_working_age_begins_at_sixteen_and_ends_on_the_day_of_retirement() -> None:
    born = date(1965, 1, 15)
    first, last = date(1981, 1, 15), date(2025, 2, 14)
    days = (first - _DAY, first, last, last + _DAY)
    assert [of_working_age(born, "男", day) for day in days] == [False, True, True, False]


def test_before_the_reform_the_old_ages_hold() -> None:
    assert not of_working_age(date(1950, 3, 1), "男", date(2011, 1, 4))
    assert not of_working_age(date(1955, 3, 1), "女", date(2011, 1, 4))
    assert of_working_age(date(1956, 3, 1), "女", date(2011, 1, 4))


def test_nobody_may_choose_to_retire_before_the_old_age() -> None:
    assert may_retire_on(date(1970, 1, 1), "男") == date(2030, 1, 1)
    assert may_retire_on(date(1984, 11, 1), "女") == date(2036, 11, 1)  # three years before 55


@given(st.sampled_from("男女"), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_the_last_birthday_of_the_retired_is_the_last(sex: str, day: date) -> None:
    born = retired_if_born_by(sex, day)
    later = [works_until(born + n * _DAY, sex) for n in range(1, 40)]
    assert works_until(born, sex) <= day < min(later)
