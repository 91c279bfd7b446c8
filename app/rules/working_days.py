"""Deadlines counted in working days (工作日), by the holidays the State Council has published."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.errors import Invalid

_NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Deadline:
    """A day that was counted; the remark warns where holidays were not known, and is None otherwise."""

    day: date
    remark: str | None = None


def add_working_days(start: date, days: int) -> Deadline:
    """Return the day `days` working days after `start`, which itself does not count.

    Years without published holidays are counted Monday to Friday, and the remark says so.
    """
    if days < 0:
        raise Invalid("工作日天数不能为负数")
    day, unknown = start, set[int]()
    while days:
        day += _NEXT_DAY
        worked = _published(day)
        if worked is None:
            unknown.add(day.year)
        days -= _is_weekday(day) if worked is None else worked
    return Deadline(day, _remark(unknown))


def working_days_between(first: date, last: date) -> int:
    """Return the working days after `first`, up to and including `last`; negative when `last` is earlier."""
    if last < first:
        return -working_days_between(last, first)
    later = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(_is_weekday(day) if (worked := _published(day)) is None else worked for day in later)


@lru_cache(maxsize=8192)  # the library looks for its first and its last year among all days, each time
def _published(day: date) -> bool | None:
    """Is the day worked, by the published table? None for a year without one."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5


def _remark(years: set[int]) -> str | None:
    if not years:
        return None
    return f"{'、'.join(map(str, sorted(years)))} 年节假日数据未更新，按周一至周五推算，请核对"
