from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.dates import (
    age_on,
    days_until,
    earliest,
    latest,
    read_date,
    read_partial,
    write_date,
    write_partial,
)

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2011-3-8",
        "2011-03-08",
        "2011.3.8",
        "2011/3/8",
        "20110308",
        "2011年3月8日",
        "2011年3月8号",
        "２０１１．３．８",
        "2011 年 3 月 8 日",
        "2011—3—8",
        "2011。3。8",
        "2011-03-08 00:00:00",
        "2011-03-08T00:00:00",
        "2011/3/8 0:00",
        "40610",
        "40610.0",
        "40610.75",
        "'2011-3-8",
    ],
)
def test_a_date_is_read_as_it_is_written(text: str) -> None:
    assert read_date(text) == date(2011, 3, 8)


@given(DAYS)
def test_a_written_date_reads_back(day: date) -> None:
    assert read_date(write_date(day)) == read_date(day.isoformat()) == read_date(f"{day:%Y%m%d}") == day


@given(st.dates(date(1930, 1, 1), date(2100, 12, 31)))
def test_an_excel_serial_counts_days_from_1900(day: date) -> None:
    assert read_date(str((day - date(2000, 1, 1)).days + 36526)) == day


def test_a_serial_beyond_2100_is_no_date() -> None:
    with pytest.raises(Invalid, match="例如 2011-3-8"):
        read_date("73416")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2011-2-29", "2011年2月只有28天"),
        ("2012-2-30", "2012年2月只有29天"),
        ("20110431", "2011年4月只有30天"),
        ("2011-13-1", "没有13月"),
        ("2011-0-1", "没有0月"),
        ("2011-3-0", "没有0日"),
        ("1011-3-8", "年份 1011 不合理"),
        ("11-3-8", "年份应写四位"),
        ("3/8/11", "年份应写四位"),
        ("3/8/2011", "写四位并放在最前"),
        ("11年3月8日", "年份应写四位"),
        ("2011-3", "请填到日"),
        ("2011", "请填到日"),
        ("201103", "请填到日"),
        ("三月八日", "没有写是哪一年，请写全，例如 2011-3-8"),
        ("0", "应填日期，例如 2011-3-8"),
    ],
)
def test_a_wrong_date_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2011", "2011"),
        ("1985年", "1985"),
        ("2011.0", "2011"),
        ("2011年3月", "2011-03"),
        ("2011年3月份", "2011-03"),
        ("2011.3", "2011-03"),
        ("2011-03", "2011-03"),
        ("201103", "2011-03"),
        ("2011/10", "2011-10"),
        ("2011年3月8日", "2011-03-08"),
        ("20110308", "2011-03-08"),
        ("40610", "2011-03-08"),
        ("2011-03-08 00:00:00", "2011-03-08"),
    ],
)
def test_a_partial_date_keeps_its_precision(text: str, iso: str) -> None:
    assert read_partial(text) == iso


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_written_partial_date_reads_back(day: date, length: int) -> None:
    iso = day.isoformat()[:length]
    assert read_partial(write_partial(iso)) == read_partial(iso) == iso


@pytest.mark.parametrize("text", ["2011-13", "201113"])
def test_a_partial_date_of_an_impossible_month_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="没有13月"):
        read_partial(text)


def test_a_guess_is_no_partial_date_and_the_message_offers_less_precision() -> None:
    with pytest.raises(Invalid, match="只知年月可填 2011-3 或 2011"):
        read_partial("约1985年")


def test_dates_are_written_without_leading_zeros() -> None:
    assert write_date(date(2011, 3, 8)) == "2011年3月8日"
    assert write_partial("2011-03") == "2011年3月"


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_day_lies_between_the_earliest_and_the_latest_it_can_be(day: date, length: int) -> None:
    partial = day.isoformat()[:length]
    assert earliest(partial) <= day <= latest(partial)
    assert (earliest(partial) - timedelta(days=1)).isoformat()[:length] != partial or length == 10
    assert (latest(partial) + timedelta(days=1)).isoformat()[:length] != partial


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2012-02-03", date(2012, 2, 3), date(2012, 2, 3)),
    ],
)
def test_a_partial_date_spans_what_it_leaves_open(partial: str, first: date, last: date) -> None:
    assert (earliest(partial), latest(partial)) == (first, last)


@pytest.mark.parametrize(
    ("birth", "day", "years"),
    [
        (date(1980, 3, 8), date(2011, 3, 7), 30),
        (date(1980, 3, 8), date(2011, 3, 8), 31),
        (date(1980, 2, 29), date(2011, 2, 28), 30),
        (date(1980, 2, 29), date(2011, 3, 1), 31),
        (date(2011, 3, 8), date(2011, 3, 8), 0),
    ],
)
def test_age_is_counted_in_full_years(birth: date, day: date, years: int) -> None:
    assert age_on(birth, day) == years


@pytest.mark.parametrize(
    ("day", "days"), [(date(2012, 3, 1), 2), (date(2012, 2, 28), 0), (date(2012, 2, 27), -1), (None, 0)]
)
def test_the_days_to_a_day_are_counted(day: date | None, days: int) -> None:
    assert days_until(day, date(2012, 2, 28)) == days
