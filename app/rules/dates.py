"""Dates as people and spreadsheets write them, whole or known only to the month or the year."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from app.errors import Invalid
from app.rules.numerals import read_digits, read_numeral
from app.rules.text import DASHES, tidy

_YEAR, _MONTH, _DAY = r"([0-9]{4})", r"([0-9]{1,2})", r"([0-9]{1,2})"
_FULL = re.compile(rf"{_YEAR} ?[{DASHES}./。、,年] ?{_MONTH} ?[{DASHES}./。、,月] ?{_DAY} ?[日号]?")
_YEAR_MONTH = re.compile(rf"{_YEAR} ?[{DASHES}./。、,年] ?{_MONTH} ?月?(?:份)?")
_YEAR_ONLY = re.compile(rf"{_YEAR}(?:\.0)? ?年?")
_EIGHT_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:\.0)?")
_SIX_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})(?:\.0)?")
_SHORT_YEAR = re.compile(
    rf"'?[0-9]{{1,2}} ?[{DASHES}./。年] ?[0-9]{{1,2}}(?: ?[{DASHES}./。月] ?[0-9]{{1,4}} ?[日号]?| ?月)?"
)
_TWO_FIGURES = re.compile(
    rf"'?([0-9]{{2}}) ?[{DASHES}./。年] ?{_MONTH}(?: ?[{DASHES}./。月] ?{_DAY} ?[日号]?| ?月)?"
)
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day as a spreadsheet, or the file, writes it."""
_YEARLESS = re.compile(r"([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]?")
_MONTH_ALONE = re.compile("(?:0?[1-9]|1[0-2]) ?月份?")
_HALF = "(?:上午|早上|凌晨|中午|下午|晚上)"
_TIME = re.compile(
    rf"(?:[ T]|(?<=日) ?| ?(?={_HALF})){_HALF}? ?[0-9]{{1,2}}"
    r"(?::[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AP]M)?|[时点](?:[0-9]{1,2}分?|半|整)?)$"
    rf"|(?<=[日号0-9]) ?{_HALF}$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r" ?(?:\(?(?:星期|周|礼拜)([一二三四五六日天])\)?)(?=$|[ 0-9上早凌中下晚])")
_CHINESE_YEAR = re.compile(
    "[0-9零〇○oO一二三四五六七八九]{2,4}(?=年)|[零〇○oO一二三四五六七八九]{4}(?=$|[-./])"
)
_CHINESE_DAY = re.compile("[一二三四五六七八九十]{1,3}(?=[月日号])")

# Day 0 of Excel's 1900 system, for every day after the 29 February 1900 that never was.
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = (date(1910, 1, 1), date(2100, 12, 31))
_YEARS = range(1800, 2201)


def read_date(text: str) -> date:
    """Read a whole date; five digits are an Excel serial number of the 1900 system.

    A weekday or a time of day behind it is none of its parts; a weekday that contradicts it is told.

    >>> read_date("2011年3月8日") == read_date("20110308") == read_date("40610")
    True
    >>> read_date("二〇一一年三月八日"), read_date("2011-3-8 星期二 上午9:00")
    (datetime.date(2011, 3, 8), datetime.date(2011, 3, 8))
    >>> read_date("2011年2月18日下午")
    datetime.date(2011, 2, 18)
    """
    if ISO.fullmatch(text):
        return _real_date(int(text[:4]), int(text[5:7]), int(text[8:]))
    text, weekday = _plain_day(text)
    if parts := _FULL.fullmatch(text) or _EIGHT_DIGITS.fullmatch(text):
        return _on_weekday(_real_date(*map(int, parts.groups())), weekday)
    if serial := _SERIAL.fullmatch(text):
        return _excel_date(int(serial[1]))
    if any(shape.fullmatch(text) for shape in (_YEAR_MONTH, _YEAR_ONLY, _SIX_DIGITS)):
        raise Invalid("请填到日，例如 2011-3-8")
    if _YEARLESS.fullmatch(text):
        raise Invalid("没有写是哪一年，请写全，例如 2011-3-8")
    if _SHORT_YEAR.fullmatch(text):
        raise Invalid("年份应写四位并放在最前，例如 2011-3-8")
    raise Invalid("应填日期，例如 2011-3-8")


def read_partial(text: str) -> str:
    """Read a date with the precision it is known to: '2011', '2011-03' or '2011-03-08'.

    >>> read_partial("1985年"), read_partial("2011.3"), read_partial("2011-3-8")
    ('1985', '2011-03', '2011-03-08')
    """
    plain, _ = _plain_day(text)
    if year := _YEAR_ONLY.fullmatch(plain):
        return f"{_real_date(int(year[1]), 1, 1):%Y}"
    if parts := _YEAR_MONTH.fullmatch(plain) or _SIX_DIGITS.fullmatch(plain):
        return f"{_real_date(int(parts[1]), int(parts[2]), 1):%Y-%m}"
    if not any(shape.fullmatch(plain) for shape in (_FULL, _EIGHT_DIGITS, _SERIAL, _SHORT_YEAR)):
        raise Invalid("应填日期，例如 2011-3-8，只知年月可填 2011-3 或 2011")
    return read_date(text).isoformat()


def partial_told(text: str) -> str | None:
    """Return the day, month or year that somebody looks for, as far as it is told; digits may be any number.

    >>> partial_told("2011年3月8日"), partial_told("2011.3"), partial_told("2011年"), partial_told("201103")
    ('2011-03-08', '2011-03', '2011', None)
    """
    try:
        return None if text.isdecimal() else read_partial(text)
    except Invalid:
        return None


def is_partial(text: str) -> bool:
    """Tell whether a text is a month or a year, and no whole date.

    >>> is_partial("2011年3月"), is_partial("2011-3-8"), is_partial("春天")
    (True, False, False)
    """
    try:
        return len(read_partial(text)) < len("2011-03-08")
    except Invalid:
        return False


def is_yearless(text: str) -> bool:
    """Tell whether a text is a day of which the year is not said.

    >>> is_yearless("3月9日"), is_yearless("2011年3月9日"), is_yearless("3.9")
    (True, False, False)
    """
    return bool(_YEARLESS.fullmatch(_plain_day(text)[0]))


def is_month_alone(text: str) -> bool:
    """Tell whether a text is a month of which the year is not said.

    >>> is_month_alone("3月"), is_month_alone("十二月份"), is_month_alone("2011年3月"), is_month_alone("13月")
    (True, True, False, False)
    """
    return bool(_MONTH_ALONE.fullmatch(_plain_day(text)[0]))


def tells_hour(text: str) -> bool:
    """Tell whether an hour stands beside a day; midnight is none, as spreadsheets write it unasked.

    >>> tells_hour("2011-3-8 14:00"), tells_hour("2011-03-08 00:00:00"), tells_hour("2011年3月8日上午")
    (True, False, False)
    """
    hour = _TIME.search(_WEEKDAY.sub(" ", tidy(text), count=1))
    return hour is not None and any(digit in "123456789" for digit in hour[0])


def is_short_for(text: str, day: date) -> bool:
    """Tell whether a text is a day, or its month, with the last two figures of its year.

    >>> is_short_for("75.3.8", date(1975, 3, 8)), is_short_for("75.3", date(1975, 3, 8))
    (True, True)
    >>> is_short_for("75.3.9", date(1975, 3, 8)), is_short_for("3.8", date(1975, 3, 8))
    (False, False)
    """
    short = _TWO_FIGURES.fullmatch(_plain_day(text)[0])
    if short is None:
        return False
    year, month, told_day = short.groups()
    return (int(year), int(month)) == (day.year % 100, day.month) and told_day in (None, *_written_day(day))


def _written_day(day: date) -> tuple[str, str]:
    return f"{day.day}", f"{day.day:02d}"


def _plain_day(text: str) -> tuple[str, str]:
    """Return a date in figures without what stands behind it, and the weekday that is said of it."""
    plain = _TIME.sub("", tidy(text))
    weekday = _WEEKDAY.search(plain)
    if weekday:
        plain = _TIME.sub("", _WEEKDAY.sub("", plain, count=1))
    if not plain.isascii():
        plain = _CHINESE_YEAR.sub(lambda year: read_digits(year[0].upper().replace("O", "〇")), plain)
        plain = _CHINESE_DAY.sub(lambda number: str(read_numeral(number[0]) or number[0]), plain)
    return plain, weekday[1] if weekday else ""


def _on_weekday(day: date, told: str) -> date:
    weekday = "一二三四五六日"[day.weekday()]
    if told.replace("天", "日") not in ("", weekday):
        raise Invalid(f"{write_date(day)}是星期{weekday}，不是星期{told}，请核对")
    return day


def write_date(day: date) -> str:
    """Write a date as it is printed, without leading zeros: 2011年3月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def write_partial(iso: str) -> str:
    """Write a date of any precision.

    >>> write_partial("2011-03")
    '2011年3月'
    """
    return "".join(f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False))


def this_year() -> int:
    """Return the year of today."""
    return date.today().year


def whole_months(first: date, last: date) -> int:
    """Return how many whole months lie between two days; negative where the second is the earlier one.

    >>> whole_months(date(2011, 1, 15), date(2011, 7, 14))
    5
    """
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def age_on(birth: date, day: date) -> int:
    """Return the full years lived on that day; who is born on 29 February has it on 1 March elsewhere."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


@lru_cache(maxsize=2_000)  # the same months come again and again in a list, and several rules ask
def earliest(partial: str) -> date:
    """Return the first day a date of any precision can mean."""
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


@lru_cache(maxsize=2_000)  # as the earliest
def latest(partial: str) -> date:
    """Return the last day a date of any precision can mean."""
    year, *rest = map(int, partial.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else _days_in(year, month))


def _real_date(year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        raise Invalid(f"年份 {year} 不合理，请核对")
    if not 1 <= month <= 12:
        raise Invalid(f"没有{month}月，月份应为 1 至 12")
    if day < 1:
        raise Invalid("没有0日，请核对日期")
    if day > _days_in(year, month):
        raise Invalid(f"{year}年{month}月只有{_days_in(year, month)}天")
    return date(year, month, day)


def _excel_date(serial: int) -> date:
    day = _EXCEL_DAY_ZERO + timedelta(days=serial)
    if not _EXCEL_DAYS[0] <= day <= _EXCEL_DAYS[1]:
        raise Invalid("应填日期，例如 2011-3-8")
    return day


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def years_later(day: date, years: int) -> date:
    """Return the same day some years on, or back; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def days_until(day: date | None, today: date) -> int:
    """Return the days from today to a day, negative when it is past; none where there is no such day."""
    return (day - today).days if day is not None else 0


def months_between(first: date, last: date) -> Iterator[str]:
    """Yield every month that has a day in the span, as 2011-07."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12}-{number % 12 + 1:02d}"
