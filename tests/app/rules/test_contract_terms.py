"""How long a contract runs (domain 6.2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.contract_terms import last_day, whole_months


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2011, 7, 1), 12, date(2012, 6, 30)),
        (date(2011, 7, 1), 36, date(2014, 6, 30)),
        (date(2011, 3, 15), 12, date(2012, 3, 14)),
        (date(2011, 1, 1), 12, date(2011, 12, 31)),
        (date(2011, 1, 31), 1, date(2011, 2, 28)),
        (date(2012, 2, 29), 12, date(2013, 2, 28)),
    ],
)
def test_a_term_ends_the_day_before_it_would_begin_again(first: date, months: int, last: date) -> None:
    assert last_day(first, months) == last
    assert whole_months(first, last) == months
    assert whole_months(first, last - timedelta(days=1)) == months - 1


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(min_value=1, max_value=60)
)
def test_the_length_of_a_term_is_read_back(first: date, months: int) -> None:
    assert whole_months(first, last_day(first, months)) == months


def test_a_term_that_ends_before_it_starts_has_no_months() -> None:
    assert whole_months(date(2011, 7, 1), date(2010, 7, 1)) == 0
