"""Whole numbers in Chinese characters, everyday and capital ones, and mixed with figures: 3万2千."""

import re

_DIGITS = str.maketrans(
    "零〇○一壹弌二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖", "000111222223334455666778899"
)
_UNITS = str.maketrans("拾佰仟萬億", "十百千万亿")
_LARGE = (("亿", 10**8), ("万", 10**4))
_SECTION = re.compile(
    r"(?:([1-9])千)?(?P<after_thousand>0?)(?:([1-9])百)?(?P<after_hundred>0?)(?:([1-9]?)(十))?0?([1-9]?)"
)
CHARACTERS = "零〇○一壹弌二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億"
"""What such a number is written with, beside figures."""
# Two digits side by side count nothing: 七八 is "seven or eight", 二〇 a year or a house.
_SIDE_BY_SIDE = re.compile(f"[{CHARACTERS[:27]}]{{2}}")


def read_numeral(text: str) -> int | None:
    """Read a whole number; None where it is none, or says less than one number.

    >>> read_numeral("一千二百"), read_numeral("壹万贰仟零五"), read_numeral("3万2千"), read_numeral("一万二")
    (1200, 12005, 32000, 12000)
    >>> read_numeral("七八百"), read_numeral("几百"), read_numeral("二〇一一")
    (None, None, None)
    """
    if text.isascii() or any(not pair.startswith(tuple("零〇○")) for pair in _SIDE_BY_SIDE.findall(text)):
        return None
    return _whole(text.translate(_UNITS).translate(_DIGITS))


def write_numeral(number: int) -> str:
    """Write a number from 1 to 99 as headings are counted.

    >>> write_numeral(3), write_numeral(10), write_numeral(21)
    ('三', '十', '二十一')
    """
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def read_digits(text: str) -> str:
    """Return the text with its Chinese digits as figures, one for one.

    >>> read_digits("二〇一一年")
    '2011年'
    """
    return text.translate(_DIGITS)


def _whole(text: str) -> int | None:
    for unit, size in _LARGE:
        if unit in text:
            high, _, low = text.rpartition(unit)
            times, rest = _whole(high), _rest(low, size)
            return None if times is None or rest is None else times * size + rest
    return _below_ten_thousand(text)


def _rest(text: str, size: int) -> int | None:
    """Read what stands behind a unit; a single digit counts the next smaller one (一万二)."""
    if not text:
        return 0
    if len(text) == 1 and text in "123456789":
        return int(text) * size // 10
    rest = _whole(text)
    return rest if rest is not None and rest < size else None


def _below_ten_thousand(text: str) -> int | None:
    if text.isascii() and text.isdecimal():
        return int(text)
    section = _SECTION.fullmatch(text) if text else None
    if section is None:
        return None
    thousands, hundreds, tens, ten, ones = (section[place] for place in (1, 3, 5, 6, 7))
    number = int(thousands or 0) * 1000 + int(hundreds or 0) * 100
    if ones and not ten and hundreds and not section["after_hundred"]:
        return number + int(ones) * 10
    if ones and not ten and not hundreds and thousands and not section["after_thousand"]:
        return number + int(ones) * 100
    return number + (int(tens or 1) * 10 if ten else 0) + int(ones or 0)
