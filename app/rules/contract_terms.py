"""How long a contract runs: whole months from its first day to its last (domain 6.2)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_DAY = timedelta(days=1)


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


def whole_months(first: date, last: date) -> int:
    """Return the full months of a term, both ends included; nothing for a term that ends before it starts."""
    months = max((last.year - first.year) * 12 + last.month - first.month + 1, 0)
    while months and last_day(first, months) > last:
        months -= 1
    return months
