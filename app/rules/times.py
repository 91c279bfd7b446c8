"""Times of day as people and spreadsheets write them."""

import re

from app.errors import Invalid
from app.rules.numerals import CHARACTERS, read_numeral

_HALVES = "上午|早上|早晨|凌晨|中午|下午|晚上|傍晚"
_TIME = re.compile(
    rf"(?P<half>{_HALVES})?\s*(?P<hours>[01]?[0-9]|2[0-3])"
    r"(?:[:：](?P<minutes>[0-5][0-9])(?:[:：]00)?|[点时](?:(?P<spoken>[0-5]?[0-9])分?|(?P<part>半|整))?)"
    r"\s*(?P<english>[AP]M)?",
    re.IGNORECASE,
)
_IN_CHARACTERS = re.compile(f"[{CHARACTERS}]+")
_AFTERNOON = {"下午", "晚上", "傍晚", "PM"}
_AT_NIGHT = {"凌晨", "AM"}


def read_time(text: str) -> str:
    """Read a time of day as hours and minutes; a spreadsheet writes the seconds behind them.

    >>> read_time("8：30"), read_time("08:30:00"), read_time("下午2点半"), read_time("14时")
    ('8:30', '8:30', '14:30', '14:00')
    """
    figures = _IN_CHARACTERS.sub(lambda number: str(read_numeral(number[0])), text)
    match = _TIME.fullmatch(figures)
    if match is None:
        raise Invalid("应填时间，例如 14:00")
    hours, half = int(match["hours"]), match["half"] or (match["english"] or "").upper()
    if hours == 12 and half in _AT_NIGHT:
        hours = 0
    elif hours < 12 and half in _AFTERNOON:
        hours += 12
    elif hours == 12 and half == "晚上":
        raise Invalid("应填时间，例如 14:00，午夜请填次日 0:00")
    minutes = 30 if match["part"] == "半" else int(match["minutes"] or match["spoken"] or 0)
    return f"{hours}:{minutes:02}"
