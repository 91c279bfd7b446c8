"""The periods a figure is counted over, and the same period of the year before."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.errors import Invalid
from app.rules.dates import write_date


@dataclass(frozen=True)
class Period:
    """A span of days, both ends included, with the name it is printed under; unpacks to (first, last)."""

    first: date
    last: date
    label: str

    def __iter__(self) -> Iterator[date]:
        """Yield the first and the last day, for `field.between(*period)`."""
        return iter((self.first, self.last))

    def contains(self, day: date) -> bool:
        """Is the day within this period?"""
        return self.first <= day <= self.last

    @property
    def is_over(self) -> bool:
        """Has its last day passed?"""
        return self.last < date.today()

    @property
    def is_running(self) -> bool:
        """Has it begun, and are days of it still to come?"""
        return self._runs_on(date.today())

    @property
    def has_begun(self) -> bool:
        """Has its first day come?"""
        return self.first <= date.today()

    @property
    def year_before(self) -> "Period":
        """What it is compared with today."""
        return self.compared_on(date.today())

    def so_far(self, today: date | None = None) -> "Period":
        """Return the days that have come by `today`, which is by default the day of the call.

        A period that has not begun stays whole, like one that is over.
        """
        today = today or date.today()
        return custom(self.first, today) if self._runs_on(today) else self

    def compared_on(self, today: date) -> "Period":
        """Return the same sub-period of last year; of a running one, the same days (domain 0.2).

        One that ends with February ends with February there too; 29 February has 28 February before it.
        """
        if self._runs_on(today):
            return custom(_year_before(self.first), _year_before(today))
        first, last = _year_before(self.first), _year_before(self.last)
        if self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]:
            last = _month_end(last.year, last.month)
        if self == custom(self.first, self.last):
            return custom(first, last)
        return Period(first, last, re.sub(r"[0-9]{4}", lambda year: str(int(year[0]) - 1), self.label))

    def said_on(self, today: date | None = None) -> str:
        """Return its name, with the day it has come to where it is running: 2026年（截至11月29日）."""
        today = today or date.today()
        return f"{self.label}（{self.through(today)}）" if self._runs_on(today) else self.label

    def through(self, today: date) -> str:
        """Say up to which day it is counted, the year where it is not that of its last day: 截至11月29日."""
        day = write_date(today)
        return f"截至{day.partition('年')[2] if today.year == self.last.year else day}"

    def _runs_on(self, today: date) -> bool:
        return self.first <= today < self.last


def year(number: int) -> Period:
    """The calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number}年")


def half(number: int, which: int) -> Period:
    """The first (1) or second (2) half of a year."""
    if which not in (1, 2):
        raise Invalid("半年只有上半年和下半年，请填 1 或 2")
    return _months(number, which * 6 - 5, which * 6, "上下"[which - 1] + "半年")


def quarter(number: int, which: int) -> Period:
    """A quarter, 1 to 4."""
    if which not in (1, 2, 3, 4):
        raise Invalid("季度应为 1 至 4")
    return _months(number, which * 3 - 2, which * 3, f"第{'一二三四'[which - 1]}季度")


def through_month(number: int, month: int) -> Period:
    """January to the end of a month."""
    if not 1 <= month <= 12:
        raise Invalid("月份应为 1 至 12")
    return _months(number, 1, month, "1月" if month == 1 else f"1—{month}月")


def month(number: int, which: int) -> Period:
    """One month of a year."""
    if not 1 <= which <= 12:
        raise Invalid("月份应为 1 至 12")
    return _months(number, which, which, f"{which}月")


def months(period: Period) -> list[Period]:
    """Return the months that lie wholly within a period."""
    years = range(period.first.year, period.last.year + 1)
    candidates = (month(number, which) for number in years for which in range(1, 13))
    return [within for within in candidates if period.first <= within.first and within.last <= period.last]


def statistics_year(number: int) -> Period:
    """The national unions' statistics year (统计年度): 1 October of the year before to 30 September."""
    return Period(date(number - 1, 10, 1), date(number, 9, 30), f"{number}统计年度")


def custom(first: date, last: date) -> Period:
    """Any span of days."""
    if last < first:
        raise Invalid("结束日期早于开始日期，请核对")
    return Period(first, last, f"{write_date(first)}至{write_date(last)}")


def _months(number: int, first: int, last: int, name: str) -> Period:
    return Period(date(number, first, 1), _month_end(number, last), f"{number}年{name}")


def _month_end(number: int, month: int) -> date:
    return date(number, month, calendar.monthrange(number, month)[1])


def _year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)
