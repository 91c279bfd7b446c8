"""Which automatic copies stay, counted by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.safekeeping.rotation import ALL_FOR, DAILY, MONTHLY, WEEKLY, kept

NOW = datetime(2011, 12, 31, 17)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


def test_all_of_two_days_stay() -> None:
    halves = {ago(minutes=30 * number) for number in range(96)}
    assert kept(halves, NOW) == halves


def test_of_an_older_day_the_last_copy_stays() -> None:
    morning, noon, evening = (datetime(2011, 12, 20, hour) for hour in (9, 12, 17))
    assert kept({morning, noon, evening}, NOW) == {evening}


def test_a_copy_a_day_thins_out_to_days_weeks_and_months() -> None:
    """From 2011 on 29 December back: 12 days to the 18th, then Sundays, then last days of months.

    The days that the rule leaves out of two days begin with 29 December 2011, 17:00 less a moment.
    """
    days = {datetime(2011, 12, 31, 12) - timedelta(days=number) for number in range(700)}
    staying = sorted(kept(days, NOW), reverse=True)
    recent = [at for at in staying if NOW - at <= ALL_FOR]
    older = [at for at in staying if NOW - at > ALL_FOR]
    assert [at.day for at in recent] == [31, 30]
    assert [at.day for at in older[:DAILY]] == list(range(29, 17, -1))
    weeks = older[DAILY : DAILY + WEEKLY]
    assert {at.isoweekday() for at in weeks[1:]} == {7}
    assert len(older) == DAILY + WEEKLY + MONTHLY


def test_a_copy_from_the_future_stays() -> None:
    later = NOW + timedelta(days=400)
    assert kept({later}, NOW) == {later}


@given(st.sets(st.datetimes(datetime(2008, 1, 1), NOW), max_size=60))
def test_never_more_than_the_rule_and_always_the_newest(copies: set[datetime]) -> None:
    staying = kept(copies, NOW)
    older = {at for at in staying if NOW - at > ALL_FOR}
    assert staying <= copies
    assert len(older) <= DAILY + WEEKLY + MONTHLY
    assert not copies or max(copies) in staying


@given(st.sets(st.datetimes(datetime(2008, 1, 1), NOW), max_size=60))
def test_thinning_out_twice_is_thinning_out_once(copies: set[datetime]) -> None:
    staying = kept(copies, NOW)
    assert kept(staying, NOW) == staying
