from __future__ import annotations

from datetime import date

import pytest

from app.errors import Invalid
from app.rules.day_spans import is_span_without_year, read_span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011年3月9日—11日", date(2011, 3, 9), date(2011, 3, 11)),
        ("2011-3-9至2011-3-11", date(2011, 3, 9), date(2011, 3, 11)),
        ("2011.3.9~3.11", date(2011, 3, 9), date(2011, 3, 11)),
        ("20110309-20110311", date(2011, 3, 9), date(2011, 3, 11)),
        ("二〇一一年三月九日至十一日", date(2011, 3, 9), date(2011, 3, 11)),
        ("2011年12月30日到2012年1月2日", date(2011, 12, 30), date(2012, 1, 2)),
    ],
)
def test_what_the_last_day_leaves_out_is_that_of_the_first(text: str, first: date, last: date) -> None:
    assert read_span(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["2011-3-9", "2011年3月", "2011年3月9、10日", "2011年2月9日—31日", "长期", ""]
)
def test_anything_else_is_no_span(text: str) -> None:
    assert read_span(text) is None


def test_a_last_day_before_the_first_is_told() -> None:
    with pytest.raises(Invalid, match="止日2011年3月1日早于起日2011年3月9日"):
        read_span("2011年3月9日至1日")


@pytest.mark.parametrize(
    ("text", "is_open"), [("3月9日-11日", True), ("2011年3月9日-11日", False), ("3.9-11", False)]
)
def test_a_span_may_lack_its_year(text: str, is_open: bool) -> None:
    assert is_span_without_year(text) == is_open
