from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.periods import (
    Period,
    custom,
    half,
    month,
    months,
    quarter,
    statistics_year,
    through_month,
    year,
)


@pytest.mark.parametrize(
    ("period", "first", "last", "label"),
    [
        (year(2011), date(2011, 1, 1), date(2011, 12, 31), "2011年"),
        (half(2011, 1), date(2011, 1, 1), date(2011, 6, 30), "2011年上半年"),
        (half(2011, 2), date(2011, 7, 1), date(2011, 12, 31), "2011年下半年"),
        (quarter(2011, 1), date(2011, 1, 1), date(2011, 3, 31), "2011年第一季度"),
        (quarter(2011, 4), date(2011, 10, 1), date(2011, 12, 31), "2011年第四季度"),
        (through_month(2011, 11), date(2011, 1, 1), date(2011, 11, 30), "2011年1—11月"),
        (through_month(2012, 2), date(2012, 1, 1), date(2012, 2, 29), "2012年1—2月"),
        (through_month(2011, 1), date(2011, 1, 1), date(2011, 1, 31), "2011年1月"),
        (statistics_year(2011), date(2010, 10, 1), date(2011, 9, 30), "2011统计年度"),
        (
            custom(date(2011, 4, 1), date(2011, 11, 30)),
            date(2011, 4, 1),
            date(2011, 11, 30),
            "2011年4月1日至2011年11月30日",
        ),
    ],
)
def test_a_preset_spans_its_days(period: Period, first: date, last: date, label: str) -> None:
    assert period == Period(first, last, label)


def test_a_period_unpacks_to_its_first_and_last_day() -> None:
    assert tuple(year(2011)) == (date(2011, 1, 1), date(2011, 12, 31))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (year(2011), year(2010)),
        (half(2011, 1), half(2010, 1)),
        (quarter(2011, 3), quarter(2010, 3)),
        (through_month(2011, 11), through_month(2010, 11)),
        (through_month(2012, 2), through_month(2011, 2)),
        (through_month(2013, 2), through_month(2012, 2)),
        (statistics_year(2011), statistics_year(2010)),
        (custom(date(2011, 4, 1), date(2011, 11, 5)), custom(date(2010, 4, 1), date(2010, 11, 5))),
        (custom(date(2012, 2, 29), date(2012, 2, 29)), custom(date(2011, 2, 28), date(2011, 2, 28))),
    ],
)
def test_the_year_before_is_the_same_sub_period(period: Period, before: Period) -> None:
    assert period.year_before == before


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(0, 800))
def test_the_year_before_of_any_days_is_in_order_and_a_year_earlier(first: date, days: int) -> None:
    period = custom(first, first + timedelta(days=days))
    before = period.compared_on(period.last)
    assert before.first <= before.last
    assert (before.first.year, before.last.year) == (period.first.year - 1, period.last.year - 1)


NOVEMBER_29 = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("period", "today", "before"),
    [
        (year(2026), NOVEMBER_29, custom(date(2025, 1, 1), date(2025, 11, 29))),
        (half(2026, 2), NOVEMBER_29, custom(date(2025, 7, 1), date(2025, 11, 29))),
        (statistics_year(2027), NOVEMBER_29, custom(date(2025, 10, 1), date(2025, 11, 29))),
        (year(2028), date(2028, 2, 29), custom(date(2027, 1, 1), date(2027, 2, 28))),
        (year(2029), date(2029, 2, 28), custom(date(2028, 1, 1), date(2028, 2, 28))),
        (
            custom(date(2026, 6, 1), date(2027, 5, 31)),
            NOVEMBER_29,
            custom(date(2025, 6, 1), date(2025, 11, 29)),
        ),
        (year(2026), date(2026, 1, 1), custom(date(2025, 1, 1), date(2025, 1, 1))),
    ],
)
def test_a_running_period_compares_with_the_same_days_of_the_year_before(
    period: Period, today: date, before: Period
) -> None:
    assert period.compared_on(today) == before


@pytest.mark.parametrize(
    ("period", "today", "before"),
    [
        (year(2025), NOVEMBER_29, year(2024)),
        (year(2026), date(2026, 12, 31), year(2025)),
        (half(2026, 1), NOVEMBER_29, half(2025, 1)),
        (through_month(2029, 2), date(2029, 2, 28), through_month(2028, 2)),
        (year(2027), NOVEMBER_29, year(2026)),  # not begun: what it will be held against
    ],
)
def test_a_whole_period_compares_with_the_whole_of_the_year_before(
    period: Period, today: date, before: Period
) -> None:
    assert period.compared_on(today) == before


def test_a_running_period_has_come_as_far_as_today() -> None:
    assert year(2026).so_far(NOVEMBER_29) == custom(date(2026, 1, 1), NOVEMBER_29)
    assert year(2026).said_on(NOVEMBER_29) == "2026年（截至11月29日）"


@pytest.mark.parametrize("period", [year(2025), half(2026, 1), year(2027)])
def test_a_period_that_is_over_or_not_begun_is_told_whole(period: Period) -> None:
    assert period.so_far(NOVEMBER_29) == period
    assert period.said_on(NOVEMBER_29) == period.label


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(0, 800), st.integers(-50, 900))
def test_the_days_compared_are_as_many_but_for_a_leap_day(first: date, days: int, later: int) -> None:
    period = custom(first, first + timedelta(days=days))
    today = first + timedelta(days=later)
    now, before = period.so_far(today), period.compared_on(today)
    assert before.last < now.last
    assert abs((now.last - now.first) - (before.last - before.first)) <= timedelta(days=1)


def test_a_period_contains_its_ends_and_nothing_beyond() -> None:
    period = quarter(2011, 2)
    assert period.contains(date(2011, 4, 1))
    assert period.contains(date(2011, 6, 30))
    assert not period.contains(date(2011, 3, 31))
    assert not period.contains(date(2011, 7, 1))


def test_a_period_ending_before_it_begins_is_refused() -> None:
    with pytest.raises(Invalid, match="结束日期早于开始日期"):
        custom(date(2011, 5, 1), date(2011, 4, 30))


def test_presets_outside_the_year_are_refused() -> None:
    with pytest.raises(Invalid, match="上半年和下半年"):
        half(2011, 3)
    with pytest.raises(Invalid, match="季度应为 1 至 4"):
        quarter(2011, 0)
    with pytest.raises(Invalid, match="月份应为 1 至 12"):
        through_month(2011, 13)


def test_a_period_is_over_when_its_last_day_has_passed() -> None:
    today = date.today()
    assert [custom(today, today + timedelta(days=later)).is_over for later in (0, 1)] == [False, False]
    assert custom(today - timedelta(days=9), today - timedelta(days=1)).is_over


def test_a_period_contains_its_first_and_its_last_day() -> None:
    days = (date(2010, 12, 31), date(2011, 1, 1), date(2011, 12, 31), date(2012, 1, 1))
    assert [year(2011).contains(day) for day in days] == [False, True, True, False]


def test_the_months_of_a_period_lie_wholly_within_it() -> None:
    assert months(year(2011)) == [month(2011, number) for number in range(1, 13)]
    assert months(custom(date(2010, 12, 2), date(2011, 2, 27))) == [month(2011, 1)]
    assert months(custom(date(2010, 12, 1), date(2011, 2, 28)))[-1] == month(2011, 2)
