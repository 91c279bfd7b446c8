"""Days of which a cell names the first and the last: 2011年3月9日—11日, 3月9日至4月2日."""

from __future__ import annotations

import re
from datetime import date

from app.errors import Invalid
from app.rules.dates import is_yearless, read_date, write_date
from app.rules.text import DASHES, tidy

_BETWEEN = re.compile(f" ?(?:[{DASHES}~～]+|至|到) ?")


def read_span(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a text that names both, None where it does not.

    What the last day leaves out, its year or its month, is that of the first. Raises Invalid where the days
    are in the wrong order or do not exist.

    >>> read_span("2011年3月9日—11日")
    (datetime.date(2011, 3, 9), datetime.date(2011, 3, 11))
    >>> read_span("2011.12.30-2012.1.2")
    (datetime.date(2011, 12, 30), datetime.date(2012, 1, 2))
    >>> read_span("2011-3-9"), read_span("长期")
    (None, None)
    """
    days = _pair(tidy(text))
    if days is None:
        return None
    first, last = days
    if last < first:
        raise Invalid(f"止日{write_date(last)}早于起日{write_date(first)}，请核对")
    return days


def is_span_without_year(text: str) -> bool:
    """Tell whether a text names two days of a year that it does not say.

    >>> is_span_without_year("3月9日-11日"), is_span_without_year("2011年3月9日-11日")
    (True, False)
    """
    parts = _BETWEEN.split(tidy(text))
    return len(parts) == 2 and is_yearless(parts[0]) and _pair(f"2000年{tidy(text)}") is not None


def _pair(text: str) -> tuple[date, date] | None:
    """Read the first day up to each sign that may stand between the two, and the second behind it."""
    for sign in _BETWEEN.finditer(text):
        head, tail = text[: sign.start()], text[sign.end() :]
        try:
            first = read_date(head)
        except Invalid:
            continue
        for whole in (tail, f"{first.year}年{tail}", f"{first.year}年{first.month}月{tail}"):
            try:
                return first, read_date(whole)
            except Invalid:
                continue
    return None
