"""How long a contract runs: whole months from its first day to its last (domain 6.2)."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from app.rules.numerals import read_numeral
from app.rules.text import tidy

_DAY = timedelta(days=1)
_NUMBER = "([0-9]{1,3}|[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})"
_TERM = re.compile(rf"(?:{_NUMBER} ?周?年(半)?)?(?: ?零? ?(?:{_NUMBER} ?个?月|(半年)))?期?")


def last_day(first: date, months: int) -> date:
    """Return the last day of a term of so many months.

    >>> last_day(date(2011, 7, 1), 12)
    datetime.date(2012, 6, 30)
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    month += 1
    longest = calendar.monthrange(year, month)[1]
    if first.day > longest:  # no such day in that month: the term ends with the month
        return date(year, month, longest)
    return date(year, month, first.day) - _DAY


def read_months(text: str) -> int:
    """Read how many months a term has that is told in words; nothing where it is none.

    >>> read_months("2年"), read_months("两年期"), read_months("1年6个月"), read_months("一年半")
    (24, 24, 18, 18)
    >>> read_months("24个月"), read_months("半年"), read_months("长期"), read_months("2011年")
    (24, 6, 0, 0)
    """
    term = _TERM.fullmatch(tidy(text))
    if term is None:
        return 0
    years, half, months, half_year = term.groups()
    return _number(years) * 12 + _number(months) + 6 * bool(half) + 6 * bool(half_year)


def _number(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isdecimal() else read_numeral(text) or 0


def whole_months(first: date, last: date) -> int:
    """Return the full months of a term, both ends included; nothing for a term that ends before it starts."""
    months = max((last.year - first.year) * 12 + last.month - first.month + 1, 0)
    while months and last_day(first, months) > last:
        months -= 1
    return months
