"""The reports an office writes, and the year it would write about."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.office import Office
from app.summary.reports import REPORTS, report_named, years_to_tell
from tests.factories.disputes import make_case


def worked_on(day: date) -> None:
    make_case("受理", applied_on=day, accepted_on=day)


def test_a_report_tells_of_its_period() -> None:
    labels = [report.period(2011).label for report in REPORTS]
    assert labels == [
        "2011年",
        "2011年上半年",
        "2011年下半年",
        "2011年第一季度",
        "2011年第二季度",
        "2011年第三季度",
        "2011年第四季度",
    ]


def test_an_unknown_report_is_refused_naming_those_there_are() -> None:
    with pytest.raises(Refused, match="half1"):
        report_named("month")


@pytest.mark.parametrize(
    ("last", "today", "year"),
    [
        (date(2011, 12, 20), date(2011, 12, 31), 2011),
        (date(2012, 1, 10), date(2012, 1, 10), 2011),
        (date(2012, 6, 1), date(2012, 6, 1), 2012),
        (date(2011, 12, 20), date(2026, 5, 1), 2011),  # the sample office
    ],
)
def test_the_year_to_write_about_is_that_of_the_work(
    office: Office, last: date, today: date, year: int
) -> None:
    worked_on(date(2010, 5, 4))
    worked_on(last)
    chosen, years = years_to_tell(today)
    assert chosen == year
    assert years == list(range(today.year, 2009, -1))


def test_an_empty_office_may_write_about_this_year(office: Office) -> None:
    assert years_to_tell(date(2012, 6, 1)) == (2012, [2012])
