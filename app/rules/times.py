"""Times of day as people and spreadsheets write them."""

import re

from app.errors import Invalid

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:：]([0-5][0-9])(?:[:：]00)?")


def read_time(text: str) -> str:
    """Read a time of day as hours and minutes; a spreadsheet writes the seconds behind them.

    >>> read_time("8：30"), read_time("08:30:00")
    ('8:30', '8:30')
    """
    if (match := _TIME.fullmatch(text)) is None:
        raise Invalid("应填时间，例如 14:00")
    hours, minutes = match.groups()
    return f"{int(hours)}:{minutes}"
