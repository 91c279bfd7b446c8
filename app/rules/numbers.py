"""Counts, quantities and percentages."""

import re

from app.errors import Invalid
from app.rules.numerals import CHARACTERS, read_numeral
from app.rules.text import DASHES, tidy

_UNITS = (
    "个月|人次|家次|户次|场次|批次|人份|人|户|家|起|件|份|支|名|位|个|册|本|次|场|期|篇|天|年度?|周?岁|元|张|副|台|套|只|把|盒|箱|瓶|袋|桶|条|双|床"
    "|部|辆|块|幅|面|组|队|页|届|项|类|种|批|对|间|处|门|例|枚|顶|棵|卷|节|学时|课时|㎡|平方米|平米"
)
_COUNT = re.compile(rf"第?(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.0+)?(?:{_UNITS})?")
_QUANTITY = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.(?P<part>[0-9]+))?(?:{_UNITS}|个?小时|时)?"
)
_PERCENT = re.compile(r"(?P<whole>[0-9]{1,4})(?:\.(?P<part>[0-9]+))?(?P<sign>%?)")
_IN_CHARACTERS = re.compile(rf"第?(?P<whole>[0-9{CHARACTERS}]+)(?:{_UNITS})?")
_PERCENT_IN_CHARACTERS = re.compile(rf"百分之(?P<whole>[0-9{CHARACTERS}]+)")
_LARGEST_COUNT = 999_999_999
_WHOLE = 1000  # tenths of a percent


def read_count(text: str) -> int:
    """Read a whole number from 0, with or without its unit, in figures or in characters.

    >>> read_count("1,200人"), read_count("十二名"), read_count("第三届")
    (1200, 12, 3)
    """
    plain = "".join(tidy(text).split())
    if re.match(f"[{DASHES}]", plain):
        raise Invalid("不能为负数")
    count = _COUNT.fullmatch(plain)
    if not count and (number := _in_characters(_IN_CHARACTERS, plain)) is not None:
        return number
    if not count:
        raise Invalid("应填整数，例如 12")
    digits = count["whole"].replace(",", "").lstrip("0") or "0"
    if len(digits) > len(str(_LARGEST_COUNT)):
        raise Invalid(f"数字过大，最多 {_LARGEST_COUNT:,}")
    return int(digits)


def read_quantity(text: str) -> int:
    """Read a quantity of at most two decimals, with or without its unit, as whole hundredths.

    >>> read_quantity("2.5"), read_quantity("1,200小时")
    (250, 120000)
    """
    plain = "".join(tidy(text).split())
    if re.match(f"[{DASHES}]", plain):
        raise Invalid("不能为负数")
    quantity = _QUANTITY.fullmatch(plain)
    if not quantity:
        raise Invalid("应填数字，例如 2.5")
    part = (quantity["part"] or "").rstrip("0")
    if len(part) > 2:
        raise Invalid("最多两位小数，例如 2.25")
    digits = quantity["whole"].replace(",", "").lstrip("0") or "0"
    if len(digits) > len(str(_LARGEST_COUNT)):
        raise Invalid(f"数字过大，最多 {_LARGEST_COUNT:,}")
    return int(digits) * 100 + int(part.ljust(2, "0"))


def write_quantity(hundredths: int) -> str:
    """Write hundredths with no more decimals than there are.

    >>> write_quantity(250), write_quantity(120000)
    ('2.5', '1,200')
    """
    whole, part = divmod(abs(hundredths), 100)
    decimals = f".{part:02d}".rstrip("0").rstrip(".")
    return f"{'-' if hundredths < 0 else ''}{whole:,}{decimals}"


def read_percent(text: str) -> int:
    """Read a percentage as tenths of a percent; a number without % is a percentage too.

    With the sign, further decimals are rounded half up. Without it they are refused: 0.153 is more
    likely the share a spreadsheet keeps for 15.3%.

    >>> read_percent("15%"), read_percent("15.3"), read_percent("百分之十五")
    (150, 153, 150)
    """
    plain = "".join(tidy(text).split())
    if re.match(f"[{DASHES}]", plain):
        raise Invalid("不能为负数")
    percent = _PERCENT.fullmatch(plain)
    if not percent and (number := _in_characters(_PERCENT_IN_CHARACTERS, plain)) is not None:
        return number * 10
    if not percent:
        raise Invalid("应填百分数，例如 15.3%")
    part = percent["part"] or "0"
    if len(part) > 1 and not percent["sign"]:
        raise Invalid("最多一位小数，15.3% 请写成 15.3 或 15.3%")
    return int(percent["whole"]) * 10 + int(part[0]) + (part[1:2] >= "5")


def _in_characters(shape: re.Pattern[str], text: str) -> int | None:
    """Return a number in Chinese characters, None where there is none that is neither vague nor too large."""
    words = shape.fullmatch(text)
    number = read_numeral(words["whole"]) if words else None
    return number if number is not None and number <= _LARGEST_COUNT else None


def write_percent(permille: int) -> str:
    """Write tenths of a percent: 15.0%."""
    whole, part = divmod(abs(permille), 10)
    return f"{'-' if permille < 0 else ''}{whole}.{part}%"


def permille(part: int, whole: int) -> int:
    """Return a share in tenths of a percent, half up; none and all are said of none and all alone.

    What is nearly everything is 99.9%, what is hardly anything 0.1%, a little more than everything 100.1%.

    >>> permille(3, 20), permille(19_995, 20_000), permille(1, 20_000), permille(20_001, 20_000)
    (150, 999, 1, 1001)
    """
    share = half_up(_WHOLE * part, whole)
    for exact, reached in ((0, part == 0), (_WHOLE, part == whole), (-_WHOLE, part == -whole)):
        if share == exact and not reached:
            return exact + (1 if _WHOLE * part * whole > exact * whole * whole else -1)
    return share


def half_up(part: int, whole: int) -> int:
    """Divide whole numbers, a half rounded away from zero.

    >>> half_up(25, 10), half_up(-25, 10), half_up(1000 * 3, 20)
    (3, -3, 150)
    """
    sign = -1 if (part < 0) != (whole < 0) else 1
    return sign * ((2 * abs(part) + abs(whole)) // (2 * abs(whole)))
