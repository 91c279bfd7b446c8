"""A year closed with its reports: also the parts of the year that their texts speak of are kept."""

from __future__ import annotations

from collections.abc import Iterator

from app.records.closings import YearClosing
from app.rules import periods
from app.rules.periods import Period
from app.statistics import closing as year_closing
from app.summary.quoted import EACH_MONTH
from app.summary.reports import REPORTS
from app.summary.template import quoted_in
from app.summary.texts import text_of


def close_year(year: int, by: str = "") -> YearClosing:
    """Keep the figures of a year as they stand, for every period its reports speak of.

    Raises Refused where the year is closed already.
    """
    return year_closing.close_year(year, by, more=periods_of_reports(year))


def periods_of_reports(year: int) -> tuple[Period, ...]:
    """Return the periods ending in a year that the texts of its reports speak of, each once."""
    by_days = {
        (period.first, period.last): period
        for report in REPORTS
        for period in periods_in(text_of(year, report), report.period(year))
        if period.last.year == year
    }
    return tuple(by_days.values())


def periods_in(text: str, period: Period) -> Iterator[Period]:
    """Yield the periods that a text of a period speaks of: 月份(4, 12), 上半年, each month."""
    for quote in quoted_in(text, period):
        yield quote.period
        if quote.aspect == EACH_MONTH:
            yield from periods.months(quote.period)
