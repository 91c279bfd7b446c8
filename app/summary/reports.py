"""The reports an office writes: of a year, a half, a quarter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.agenda.month import days_of_work
from app.errors import Refused
from app.nearest import perhaps
from app.rules import periods
from app.rules.periods import Period

_WRITING_TIME = timedelta(days=60)  # the summary of a year is due in the January after it


@dataclass(frozen=True)
class Report:
    """A kind of report: the key it is kept under, its title, and the period it tells of."""

    key: str
    title: str
    half: int = 0
    quarter: int = 0

    def period(self, year: int) -> Period:
        """Return the period of the report in a year."""
        if self.half:
            return periods.half(year, self.half)
        return periods.quarter(year, self.quarter) if self.quarter else periods.year(year)


YEAR = Report("year", "年度工作总结")
REPORTS = (
    YEAR,
    Report("half1", "上半年工作小结", half=1),
    Report("half2", "下半年工作小结", half=2),
    *(
        Report(f"quarter{number}", f"第{numeral}季度工作小结", quarter=number)
        for number, numeral in enumerate("一二三四", start=1)
    ),
)


def years_to_tell(today: date) -> tuple[int, list[int]]:
    """Return the year an office would write about, and all it may choose from, the latest first.

    In its first weeks a year is still that of the report before; an office in which nothing was done
    for long, such as the sample, tells of its last year.
    """
    worked = days_of_work(today)
    first, last = worked if worked is not None else (today, today)
    chosen = (last - _WRITING_TIME).year
    return chosen, list(range(today.year, min(first.year, chosen) - 1, -1))


def report_named(key: str) -> Report:
    """Return the report of this key; raises Refused naming those there are."""
    for report in REPORTS:
        if report.key == key:
            return report
    keys = [report.key for report in REPORTS]
    raise Refused(f"没有“{key}”这种总结{perhaps(key, keys)}，可选：{'、'.join(keys)}。")
