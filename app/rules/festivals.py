"""The festivals at which workers in hardship are visited, by the solar and the lunar calendar (domain 14)."""

from __future__ import annotations

from datetime import date, timedelta

_SOLAR = {"元旦": (1, 1), "三八": (3, 8), "五一": (5, 1), "国庆": (10, 1)}
_LUNAR = {"春节": (1, 1), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9)}
_AHEAD = timedelta(days=45)  # visits are prepared some weeks before


def day_of(festival: str, year: int) -> date:
    """Return the day of a festival in a year.

    >>> day_of("春节", 2027)
    datetime.date(2027, 2, 6)
    """
    if festival in _SOLAR:
        return date(year, *_SOLAR[festival])
    from borax.calendars import LunarDate

    return LunarDate(year, *_LUNAR[festival]).to_solar_date()  # type: ignore[no-any-return]  # borax is untyped


def coming(day: date) -> tuple[str, date] | None:
    """Return the next festival within some weeks of a day, and its day; None while none is near.

    >>> coming(date(2011, 1, 18))
    ('春节', datetime.date(2011, 2, 3))
    """
    days = {day_of(name, year): name for year in (day.year, day.year + 1) for name in (*_SOLAR, *_LUNAR)}
    near = [when for when in days if day <= when <= day + _AHEAD]
    return (days[min(near)], min(near)) if near else None
