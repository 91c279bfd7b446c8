"""The days that a report speaks of: 上半年, 1—11月, 从4月份开始至今, 截至11月底, 去年同期, 2011年.

A period carries on from where it is named to the end of its sentence, and over the sentences of its
paragraph that name none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from app.errors import Invalid
from app.rules import periods
from app.rules.numerals import read_digits, read_numeral
from app.rules.periods import Period

_N = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_YEAR = (
    "(?:(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年度?|(?P<said>今年|本年度?|当年|去年|上年度?|前年))?"
)
_DASH = "(?:[-—–－~～至到])+"
_SINCE = "(?:以?来(?![访信电])|间)"
_SHAPES = (
    (
        "day",
        rf"{_YEAR}(?P<month>{_N})月(?P<day>{_N}|[二三]十[一二三四五六七八九]?|十[一二三四五六七八九])[日号]",
    ),
    ("months", rf"{_YEAR}(?P<first>{_N})(?:月份?)?{_DASH}(?P<last>{_N})月份?(?:底|末)?"),
    (
        "since",
        rf"(?:从|自){_YEAR}(?P<since>{_N})月份?(?:开始|起|以来|以后)?(?:至今|到现在|到目前|以来|到年底|至年底)?",
    ),
    ("first", rf"{_YEAR}前(?P<count>{_N})个月"),
    ("until", rf"(?:截至|截止到?|到|至){_YEAR}(?P<until>{_N})月份?(?:底|末)?"),
    (
        "years",
        rf"(?<![0-9〇零一二三四五六七八九十])(?:(?P<years>[2-9两二三四五六七八九十]|几)|[近历多])年{_SINCE}",
    ),
    ("half", rf"{_YEAR}(?P<half>[上下])半年"),
    ("quarters", rf"{_YEAR}(?:第?[一1]{_DASH}第?[三3]|前三)个?季度"),
    ("quarter", rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度"),
    ("month", rf"{_YEAR}(?P<only>{_N})月份?(?![0-9])"),
    (
        "year",
        r"(?:(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年度?|(?P<said>今年|本年度?|当年|去年|上年度?|前年))",
    ),
    ("whole", "全年|一年来|年内"),
    ("now", "截至目前|至今|目前|现有|现在"),
)
_SEVERAL = 3
"""How many years 几年来 and 近年来 are at the least."""
_STRETCHES = ("years", "first", "months", "since", "half", "quarters", "quarter")


@dataclass(frozen=True)
class Span:
    """A period where a text names it: `period` is None for what has no days of its own (目前).

    What `carries` on to the next sentences is a stretch of the year: 上半年, 1—11月. A single month or
    another year (2010年的互助保障) belongs to its own sentence.
    """

    start: int
    end: int
    words: str
    period: Period | None
    carries: bool = False


def spans_in(text: str, year: int) -> list[Span]:
    """Find what a text says of its days, in order; `year` is the report's own.

    What a number is compared with (比去年同期) is no period of that number, and is left out.
    """
    found: list[Span] = []
    taken = [False] * (len(text) + 1)
    for name, shape in _SHAPES:
        for match in re.finditer(shape, text):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            if _is_compared(text, match):
                continue
            try:
                period = _READ[name](match, _year_of(match, year))
            except (Invalid, ValueError):
                continue
            found.append(Span(match.start(), match.end(), match[0], period, name in _STRETCHES))
    return sorted(found, key=lambda span: span.start)


def dates_masked(text: str, year: int, mask: str) -> str:
    """Blot out everything that names days, what is compared with included."""
    for _, shape in _SHAPES[:-1]:
        text = re.sub(shape, lambda match: mask * len(match[0]), text)
    return text


def _is_compared(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"(?:比|较|与)$", text[max(0, match.start() - 2) : match.start()])) or text[
        match.end() :
    ].startswith(("同期", "同比", "相比", "末相比"))


def _year_of(match: re.Match[str], year: int) -> int:
    groups = match.groupdict()
    if groups.get("year"):
        return int(read_digits(groups["year"]))
    said = groups.get("said") or ""
    return year - {"去": 1, "上": 1, "前": 2}.get(said[:1], 0)


def _number(text: str) -> int:
    number = int(text) if text.isdecimal() else read_numeral(text)
    if number is None:
        raise Invalid("不是月份")
    return number


def _months(match: re.Match[str], year: int) -> Period:
    first, last = _number(match["first"]), _number(match["last"])
    if first > last:
        raise Invalid("先小后大")
    return _from_month(year, first, last)


def _from_month(year: int, first: int, last: int) -> Period:
    span = periods.through_month(year, last)
    return Period(date(year, first, 1), span.last, f"{year}年{first}—{last}月") if first > 1 else span


def _day(match: re.Match[str], year: int) -> Period:
    day = date(year, _number(match["month"]), _number(match["day"]))
    return periods.custom(day, day)


def _years(match: re.Match[str], year: int) -> Period:
    said = match["years"]
    first = year - (_number(said) if said and said != "几" else _SEVERAL) + 1
    return periods.custom(date(first, 1, 1), date(year, 12, 31))


_READ: dict[str, Callable[[re.Match[str], int], Period | None]] = {
    "day": _day,
    "months": _months,
    "since": lambda match, year: _from_month(year, _number(match["since"]), 12),
    "until": lambda match, year: periods.through_month(year, _number(match["until"])),
    "first": lambda match, year: periods.through_month(year, _number(match["count"])),
    "years": _years,
    "half": lambda match, year: periods.half(year, "上下".index(match["half"]) + 1),
    "quarters": lambda _, year: periods.through_month(year, 9),
    "quarter": lambda match, year: periods.quarter(year, _number(match["quarter"])),
    "month": lambda match, year: periods.month(year, _number(match["only"])),
    "year": lambda _, year: periods.year(year),
    "whole": lambda _, year: periods.year(year),
    "now": lambda _, year: None,
}


def after_month(period: Period) -> str:
    """Write what follows a figure's name for a period of its year; empty for all of it."""
    year = period.last.year
    usual = {
        "": periods.year(year),
        ".上半年": periods.half(year, 1),
        ".下半年": periods.half(year, 2),
        **{f".第{'一二三四'[q - 1]}季度": periods.quarter(year, q) for q in (1, 2, 3, 4)},
    }
    for words, span in usual.items():
        if (span.first, span.last) == (period.first, period.last):
            return words
    if (
        period.first.year == year
        and period.first.day == 1
        and (period.last.month == 12 or period.last.day >= 28)
    ):
        return f".月份({period.first.month}, {period.last.month})"
    return ""


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end; a line end ends one, too."""
    ends = [0, *(match.end() for match in re.finditer(r"[。！？\n]|[；;](?=\n)", text)), len(text)]
    yield from ((first, last) for first, last in pairwise(ends) if first < last)
