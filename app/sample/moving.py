"""Moving the sample to other years: every day, year, number and text of it the same while later."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from app.fields import CountField
from app.records.base import Record, database
from app.registry import RECORDS
from app.rules.dates import years_later
from app.rules.resident_id import check_character

FIRST, LAST = 2008, 2013
"""The years that texts of the sample name: those of its papers, and of what is planned."""

_MEETING = 6  # years or less: a row would come onto a number that another still has
_ROUND_ABOUT = 20
_TEXTS = ("TEXT", "DATE", "DATETIME", "VARCHAR")
_MADE_OTHERWISE = ("created_at", "updated_at", "deleted_at")
_IDENTITY = r"(?<!\d)(?P<area>\d{6})(?P<born>(?:19|20)\d{6})(?P<sequence>\d{3})(?P<check>[\dX])(?![\dX])"
_DAY = r"(?<![\d-])(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
_MONTH = r"(?<![\d-])(?P<month>(?:19|20)\d\d)(?=-\d\d(?![\d-]))"
_LONE_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = r"(?<!\d)(?<!\d{4}-)"  # of TY-GF-2011-2010 only the first is a year


def move(years: int) -> None:
    """Let everything in the open office be so many years later."""
    if not years:
        return
    if abs(years) > _MEETING:
        _move(years, FIRST)
    else:
        _move(years + _ROUND_ABOUT, FIRST)
        _move(-_ROUND_ABOUT, FIRST + years + _ROUND_ABOUT)


def later(text: str, years: int, first: int = FIRST) -> str:
    """Return a text so many years later: numbers of people with their births, days, months, years.

    `first` is the first of the years that are named in words.
    """
    if _LONE_YEAR.fullmatch(text):
        return str(int(text) + years)
    return _places(first).sub(lambda match: _moved(match, years), text)


@cache
def _places(first: int) -> re.Pattern[str]:
    named = "|".join(map(str, range(first, first + LAST - FIRST + 1)))
    # One pattern for all: what was moved once must not be met again.
    return re.compile(f"{_IDENTITY}|{_DAY}|{_MONTH}|{_NUMBERED}(?P<year>{named})(?!\\d)")


def _moved(match: re.Match[str], years: int) -> str:
    if (year := match["month"] or match["year"]) is not None:
        return str(int(year) + years)
    try:
        if match["day"] is not None:
            return str(years_later(date.fromisoformat(match["day"]), years))
        born = years_later(date.fromisoformat(match["born"]), years)
    except ValueError:
        return match[0]
    if check_character(match["area"] + match["born"] + match["sequence"]) != match["check"]:
        return match[0]
    first17 = f"{match['area']}{born:%Y%m%d}{match['sequence']}"
    return first17 + check_character(first17)


def _move(years: int, first: int) -> None:
    moved: dict[str, str] = {}

    def moved_text(text: object) -> object:
        if not isinstance(text, str):
            return text
        if text not in moved:
            moved[text] = later(text, years, first)
        return moved[text]

    database.connection().create_function("moved", 1, moved_text)
    for record in RECORDS:
        _move_rows(record, years)
    database.execute_sql("UPDATE history SET changes = moved(changes)")
    database.execute_sql("UPDATE counter SET prefix = moved(prefix)")


def _move_rows(record: type[Record], years: int) -> None:
    table = record._meta.table_name
    set_to = []
    for _, name, kind, *_ in database.execute_sql(f'PRAGMA table_info("{table}")'):
        field = record._meta.columns.get(name)
        if kind.startswith(_TEXTS) and name not in _MADE_OTHERWISE:
            set_to.append(f'"{name}" = moved("{name}")')
        elif isinstance(field, CountField) and field.is_year:
            set_to.append(f'"{name}" = "{name}" + {years}')
    if set_to:
        database.execute_sql(f'UPDATE "{table}" SET {", ".join(set_to)}')
