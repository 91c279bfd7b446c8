"""What a number's format shows of it (ECMA-376 part 1, 18.8.30 and 18.8.31), as far as offices use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from app.rules.text import LOST_DIGITS

EXACT = 10**15
"""A spreadsheet keeps 15 digits of a number: of one as large as this the last are lost."""

_MONTH, _MONTH_DAY, _FULL = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
_CLOCK, _CLOCK_SECONDS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
_ACCOUNTING = '_ * #,##0{0}_ ;_ * -#,##0{0}_ ;_ * "-"_ ;_ @_ '
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: _FULL, 32: _CLOCK, 33: _CLOCK_SECONDS,
    34: _CLOCK, 35: _CLOCK_SECONDS, 36: _MONTH, 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: _ACCOUNTING.format(""),
    42: _ACCOUNTING.format(""), 43: _ACCOUNTING.format(".00"), 44: _ACCOUNTING.format(".00"),
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _MONTH, 51: _MONTH_DAY, 52: _MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: _CLOCK, 56: _CLOCK_SECONDS,
    57: _MONTH, 58: _MONTH_DAY,
}  # fmt: skip
"""The formats a workbook names by their number alone, as a Chinese Excel or WPS has them."""

_FIXED = re.compile(r"(?:0|#,##0)(?:\.(0+))?(?:_ )?(?:;.*)?")
_SECONDS_OF_DAY = 24 * 60 * 60
_LAST_DAY = 2_958_465  # 31 December 9999
_GENERAL = re.compile(r"General|G/通用格式|常规", re.IGNORECASE)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式|常规)|(?P<clock>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-])"
    r"|(?P<date>y+|e+|m+|d+|h+|s+|a{3,4})|(?P<digits>[0#?]+)|(?P<mark>[.,%/])|(?P<next>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
}
_WEEKDAYS = "一二三四五六日"


class Shown(NamedTuple):
    """A cell's text as shown; the whole `day` of a date of which less is shown; why it cannot be taken."""

    text: str
    day: str = ""
    error: str = ""


class _Token(NamedTuple):
    kind: str  # "literal", "digits", "date", "elapsed", "general", "exponent"
    text: str


@dataclass(frozen=True)
class _Section:
    tokens: tuple[_Token, ...]
    condition: tuple[str, float] | None

    def has(self, kind: str) -> bool:
        return any(token.kind == kind for token in self.tokens)

    def letters(self) -> str:
        return "".join(token.text[0] for token in self.tokens if token.kind == "date")

    @property
    def literal(self) -> str:
        return "".join(token.text for token in self.tokens if token.kind == "literal")


def is_plain(code: str) -> bool:
    """Tell whether a format shows each number and text as it is."""
    return not code or code == "@" or bool(_GENERAL.fullmatch(code))


def shows_whole_days(code: str) -> bool:
    """Tell whether a format shows year, month and day, and no time: nothing more needs to be known of it."""
    first, *_ = _sections(code)
    letters = set(first.letters())
    return bool(letters & {"y", "e"}) and {"m", "d"} <= letters and not letters & {"h", "s"}


@lru_cache(maxsize=512)
def fixed_decimals(code: str) -> int | None:
    """Return how many decimals a format always shows that shows but digits; None for any other format.

    >>> fixed_decimals("#,##0.00"), fixed_decimals("0"), fixed_decimals("0000"), fixed_decimals("0.0%")
    (2, 0, None, None)
    """
    simple = _FIXED.fullmatch(code)
    return len(simple[1] or "") if simple else None


def text_shown(text: str, code: str) -> str:
    """Return what a format shows of a text: the fourth section says what stands around it.

    >>> text_shown("0012", '"泰祥-"@')
    '泰祥-0012'
    """
    section = _sections(code)[-1]
    if _Token("literal", "@") not in section.tokens:
        return text
    return "".join(text if token.text == "@" else token.text for token in section.tokens)


def number_shown(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """Return what a format shows of a number; grouping is left out.

    A day is written as ISO text, or as the year and the month where no more is shown. Where the cell
    shows the month or less, `day` holds the whole day all the same, but for a first of the month: that is
    what spreadsheets add to "2012-4". Whoever shows a year alone means no day of it. A scale (1.2万 for
    12345) is an error, a format that hides the number, too.

    >>> number_shown(2001.1, "0.00").text, number_shown(12, "000000").text, number_shown(0.153, "0.0%").text
    ('2001.10', '000012', '15.3%')
    """
    if abs(value) >= EXACT:
        return Shown(f"{value:.5E}", error=LOST_DIGITS)
    section, minus = _chosen(value, _sections(code))
    if section.has("general"):
        return Shown("".join(_general(abs(value), section)) if not minus else f"-{_plain(abs(value))}")
    if section.has("elapsed"):
        return Shown(_elapsed(value, section))
    if section.has("date"):
        return _day_shown(value, section, from_1904)
    if section.has("exponent"):
        return Shown(_plain(value))
    return _digits_shown(value, section, "-" if minus else "")


def _general(value: float, section: _Section) -> Iterator[str]:
    for token in section.tokens:
        yield _plain(value) if token.kind == "general" else token.text


def _plain(value: float) -> str:
    return f"{value:.15g}" if abs(value) < EXACT else f"{value:.5E}"


@lru_cache(maxsize=512)  # a workbook has few formats
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[_Token]] = [[]]
    conditions: list[tuple[str, float] | None] = [None]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or ""
        text = match[kind] if kind else ""
        if kind == "next":
            parts.append([])
            conditions.append(None)
        elif kind == "bracket" and (condition := _CONDITION.fullmatch(text)):
            conditions[-1] = condition[1], float(condition[2])
        elif token := _token(kind, text):
            parts[-1].append(token)
    return tuple(
        _Section(_with_minutes(tokens), condition)
        for tokens, condition in zip(parts, conditions, strict=True)
    )


def _token(kind: str, text: str) -> _Token | None:
    """Return what a part of a format shows; None for a colour, a width, and other things of looks."""
    if kind == "bracket" and _ELAPSED.fullmatch(text):
        return _Token("elapsed", text.lower())
    if kind == "bracket":
        sign = text[1:].partition("-")[0] if text.startswith("$") else ""
        return _Token("literal", sign) if sign else None
    if kind == "clock":
        return _Token("date", "p")
    if kind in ("quoted", "escaped", "other"):
        return _Token("literal", text) if text else None
    return _Token(kind, text.lower() if kind == "date" else text) if kind else None


def _with_minutes(tokens: Sequence[_Token]) -> tuple[_Token, ...]:
    """Call the m beside hours or seconds "n": it is a minute, not a month."""
    times = [place for place, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    minutes = set()
    for at, place in enumerate(times):
        before = tokens[times[at - 1]].text.strip("[]")[:1] if at else ""
        behind = tokens[times[at + 1]].text[:1] if at + 1 < len(times) else ""
        if tokens[place].text[0] == "m" and (before == "h" or behind == "s"):
            minutes.add(place)
    return tuple(
        _Token("date", "n" * len(token.text)) if place in minutes else token
        for place, token in enumerate(tokens)
    )


def _chosen(value: float, sections: Sequence[_Section]) -> tuple[_Section, bool]:
    """Return the section for a number, and whether a minus has to be written before what it shows."""
    numbers = sections[:3] if len(sections) > 1 else sections
    if any(section.condition for section in numbers):
        for section in numbers:
            if section.condition is None or _COMPARE[section.condition[0]](value, section.condition[1]):
                return section, value < 0 and section is numbers[0]
        return numbers[-1], value < 0
    if value < 0 and len(numbers) > 1:
        return numbers[1], False
    if value == 0 and len(numbers) > 2:
        return numbers[2], False
    return numbers[0], value < 0


def _elapsed(value: float, section: _Section) -> str:
    seconds = round(value * _SECONDS_OF_DAY)
    unit = next(token.text[0] for token in section.tokens if token.kind == "elapsed")
    if unit == "s":
        return str(seconds)
    minutes, seconds = divmod(seconds, 60)
    if unit == "m":
        return f"{minutes}:{seconds:02}"
    text = f"{minutes // 60}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if "s" in section.letters() else text


def _day_shown(value: float, section: _Section, from_1904: bool) -> Shown:
    letters = set(section.letters())
    days, seconds = divmod(round(value * _SECONDS_OF_DAY), _SECONDS_OF_DAY)
    clock = f"{seconds // 3600}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if "s" in letters else "")
    if not letters & set("yemda"):
        return Shown(clock)
    if not 0 <= days <= _LAST_DAY:
        return Shown(_plain(value), error="单元格的日期格式显示不出这个数，请改为正确的日期")
    day = day_of(days, from_1904=from_1904)
    if day is None:
        return Shown("1900-2-29" if days else "1900-1-0")
    shown = _date_shown(day, letters)
    return Shown(f"{shown.text} {clock}") if shown.text.count("-") == 2 and letters & {"h", "s"} else shown


def _date_shown(day: date, letters: set[str]) -> Shown:
    iso = day.isoformat()
    if not letters & {"y", "e"}:
        return Shown(_part_of_day(day, letters), iso)
    if "m" not in letters:
        return Shown(iso[:4])
    if "d" not in letters:
        return Shown(iso[:7], iso if day.day != 1 else "")
    return Shown(iso)


def _part_of_day(day: date, letters: set[str]) -> str:
    """Write a day without its year as the month and day are spoken of, or the weekday."""
    words = (f"{day.month}月" if "m" in letters else "") + (f"{day.day}日" if "d" in letters else "")
    return words or f"星期{_WEEKDAYS[day.weekday()]}"


def day_of(serial: int, *, from_1904: bool = False) -> date | None:
    """Return the day of a serial number; None for 0 January and 29 February 1900, which were none."""
    if from_1904:
        return date(1904, 1, 1) + timedelta(days=serial)
    if serial in (0, 60):
        return None
    return date(1899, 12, 31 if serial < 60 else 30) + timedelta(days=serial)


def _digits_shown(value: float, section: _Section, minus: str) -> Shown:
    tokens = section.tokens
    if not section.has("digits"):
        if value == 0 and (not tokens or "-" in section.literal):
            return Shown("0" if tokens else "")  # an accountant's dash, a nought that is not to be seen
        if not tokens:
            return Shown(_plain(value), error="单元格的格式把内容隐藏了，请改为常规格式后再导入")
        return Shown(section.literal)
    amount = Decimal(f"{abs(value):.15g}")
    marks = [token.text for token in tokens if token.kind == "mark"]
    amount *= 100 ** marks.count("%")
    if "/" in marks:
        return Shown(minus + _fraction_shown(amount, tokens))
    scaled = amount / 1000 ** _scale(tokens)
    text = minus + _laid_out(scaled, tokens)
    if scaled != amount:
        return Shown(text, error=f"格式显示为“{text}”，实际是 {_plain(value)}，请改为常规格式后再导入")
    return Shown(text)


def _scale(tokens: Sequence[_Token]) -> int:
    """Count the commas right behind the digits before the point or the end: each divides by a thousand."""
    commas = 0
    for token in tokens:
        if token.kind == "digits":
            commas = 0
        elif token == ("mark", ","):
            commas += 1
        elif token == ("mark", "."):
            break
    return commas


def _laid_out(amount: Decimal, tokens: Sequence[_Token]) -> str:
    """Fill the digits of an amount into their places, whatever stands between these."""
    point = next((at for at, token in enumerate(tokens) if token == ("mark", ".")), len(tokens))
    places = "".join(token.text for token in tokens[point:] if token.kind == "digits")
    rounded = amount.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    whole, _, part = f"{rounded:f}".partition(".")
    decimals = _decimals(part, places, tokens[point:])
    return (_whole_digits(whole, tokens[:point]) or "0" * bool(part)) + decimals


def _whole_digits(whole: str, tokens: Sequence[_Token]) -> str:
    shown: list[str] = []
    left = list(whole.lstrip("0"))
    first = next((at for at, token in enumerate(tokens) if token.kind == "digits"), None)
    for at in reversed(range(len(tokens))):
        kind, text = tokens[at]
        if kind == "digits":
            for place in reversed(text):
                if left:
                    shown.append(left.pop())
                elif place == "0":
                    shown.append("0")
            if at == first:
                shown += reversed(left)
        elif text != ",":
            shown.append(text)
    if first is None:
        shown = [*reversed(left), *shown] if left else shown
    return "".join(reversed(shown))


def _decimals(part: str, places: str, tokens: Sequence[_Token]) -> str:
    needed = len(places.rstrip("#?"))
    shown = part[:needed] + part[needed:].rstrip("0")
    around = "".join(token.text for token in tokens if token.kind != "digits" and token.text not in ".,")
    # The literal behind the digits; one between decimals is unheard of.
    return f".{shown}{around}" if shown else around


def _fraction_shown(amount: Decimal, tokens: Sequence[_Token]) -> str:
    slash = next(at for at, token in enumerate(tokens) if token == ("mark", "/"))
    places = next((token.text for token in tokens[slash + 1 :] if token.kind in ("digits", "literal")), "?")
    below = int(places) if places.isdecimal() and int(places) else 0
    if below:
        return f"{round(Fraction(amount) * below)}/{below}"
    part = Fraction(amount).limit_denominator(10 ** len(places) - 1)
    whole, rest = divmod(part, 1)
    if sum(token.kind == "digits" for token in tokens[:slash]) < 2:
        return f"{part.numerator}/{part.denominator}"
    return f"{whole} {rest}" if whole and rest else str(rest or whole)
