"""Amounts of money in whole fen (分): read, written, in words."""

import re

from app.errors import Invalid
from app.rules.text import DASHES, tidy

LARGEST_FEN = 999_999_999_999_99

_AMOUNT = re.compile(
    r"(?:人民币|RMB|CNY)?¥?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<part>[0-9]+))?"
    r"(?P<scale>[万亿]?)[元圆]?[整正]?",
    re.IGNORECASE,
)
_DECIMALS = {"": 2, "万": 6, "亿": 10}
_TOO_LARGE = "金额过大，最多 999,999,999,999.99 元"

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("亿", "万", "")


def read_fen(text: str) -> int:
    """Read an amount in yuan as whole fen.

    >>> read_fen("￥1,200.50"), read_fen("1.2万元")
    (120050, 1200000)
    """
    plain = "".join(tidy(text).split())
    if re.match(rf"[^0-9]*[{DASHES}][^0-9]*[0-9]", plain):
        raise Invalid("金额不能为负数")
    amount = _AMOUNT.fullmatch(plain)
    if not amount:
        raise Invalid("应填金额，例如 1200.50")
    decimals, part = _DECIMALS[amount["scale"]], amount["part"] or ""
    if len(part) > decimals:
        raise Invalid("金额最多两位小数，例如 1200.50")
    digits = (amount["whole"].replace(",", "") + part.ljust(decimals, "0")).lstrip("0")
    if len(digits) > len(str(LARGEST_FEN)):
        raise Invalid(_TOO_LARGE)
    return int(digits or "0")


def write_fen(fen: int) -> str:
    """Write an amount in yuan with two decimals: 1,200.00."""
    yuan, part = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{part:02d}"


def in_words(fen: int) -> str:
    """Write an amount in capital characters (中文大写), as 正确填写票据和结算凭证的基本规定 asks.

    Where the rule leaves 零 open, the form its examples name first is written.

    >>> in_words(1680_32)
    '人民币壹仟陆佰捌拾元零叁角贰分'
    """
    if fen < 0:
        raise Invalid("金额不能为负数")
    if fen > LARGEST_FEN:
        raise Invalid(_TOO_LARGE)
    yuan, jiao, cents = fen // 100, fen // 10 % 10, fen % 10
    words = f"{_whole_in_words(yuan)}元" if yuan or not fen else ""
    if jiao or cents:
        if words and (jiao == 0 or yuan % 10 == 0):
            words += "零"
        words += (f"{_DIGITS[jiao]}角" if jiao else "") + (f"{_DIGITS[cents]}分" if cents else "")
        return f"人民币{words}"
    return f"人民币{words}整"


def _whole_in_words(number: int) -> str:
    words, skipped = "", False
    for name, group in zip(_GROUPS, (number // 10**8, number // 10**4 % 10**4, number % 10**4), strict=True):
        if group:
            gap = words and (skipped or group < 1000)
            words += ("零" if gap else "") + _group_in_words(group) + name
        skipped = group == 0
    return words or "零"


def _group_in_words(group: int) -> str:
    words, skipped = "", False
    for digit, place in zip(f"{group:04d}", _PLACES, strict=True):
        if digit != "0":
            words += ("零" if words and skipped else "") + _DIGITS[int(digit)] + place
        skipped = digit == "0"
    return words
