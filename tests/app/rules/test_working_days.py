from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.working_days import Deadline, add_working_days, working_days_between


def test_a_plain_week_skips_its_weekend() -> None:
    assert add_working_days(date(2011, 3, 4), 5) == Deadline(date(2011, 3, 11))


def test_the_national_holiday_is_skipped_and_the_saturday_worked_for_it_counts() -> None:
    # The State Council's holidays of 2011: off 1 to 7 October, worked on Saturday 8 and Sunday 9.
    assert add_working_days(date(2011, 9, 30), 1) == Deadline(date(2011, 10, 8))
    assert add_working_days(date(2011, 9, 30), 2) == Deadline(date(2011, 10, 9))


def test_no_days_end_on_the_day_itself() -> None:
    assert add_working_days(date(2011, 10, 1), 0) == Deadline(date(2011, 10, 1))


def test_a_year_without_published_holidays_is_counted_by_the_week_and_says_so() -> None:
    deadline = add_working_days(date(2035, 9, 28), 5)
    assert deadline.day == date(2035, 10, 5)
    assert deadline.remark is not None
    assert "2035 年节假日数据未更新" in deadline.remark


def test_negative_days_are_refused() -> None:
    with pytest.raises(Invalid, match="不能为负数"):
        add_working_days(date(2011, 3, 4), -1)


@settings(deadline=None)  # The first call loads the table of holidays.
@given(st.dates(date(2005, 1, 1), date(2030, 12, 31)), st.integers(1, 60))
def test_the_days_between_a_start_and_its_deadline_are_those_added(start: date, days: int) -> None:
    assert working_days_between(start, add_working_days(start, days).day) == days


def test_days_past_a_deadline_are_negative() -> None:
    assert working_days_between(date(2011, 3, 11), date(2011, 3, 4)) == -5
