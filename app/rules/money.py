"""Amounts of money in whole fen (分): read, written, in words."""

import re
from decimal import ROUND_HALF_UP, Decimal

from app.errors import Invalid
from app.rules.numerals import CHARACTERS, read_numeral
from app.rules.text import DASHES, tidy

LARGEST_FEN = 999_999_999_999_99

_AMOUNT = re.compile(
    r"(?:人民币|RMB|CNY)?¥?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<part>[0-9]+))?"
    r"(?P<scale>[万亿]?)(?:[元圆]|块钱?)?[整正]?",
    re.IGNORECASE,
)
_IN_CHARACTERS = re.compile(
    rf"(?:人民币)?(?:(?P<yuan>[0-9{CHARACTERS}]+)(?:[元圆]|块钱?|$))?零?"
    rf"(?:(?P<jiao>[0-9{CHARACTERS}])[角毛])?零?(?:(?P<fen>[0-9{CHARACTERS}])分)?[整正]?"
)
_SPANS = {
    "月": re.compile(r"(?:/|每|一)个?月$|^每?(?:个?月|月薪|月工资|月收入)[:：]?(?=[0-9¥])"),
    "年": re.compile(r"(?:/|每|一)年$|^每?(?:年|年薪|年收入)[:：]?(?=[0-9¥])"),
}
_FROM_TO = re.compile(
    rf"(?P<first>[^{DASHES}~至到]+)(?:[{DASHES}~]+|至|到)(?P<last>[^{DASHES}~至到]*?(?P<scale>[万亿]?)元?)"
)
_MANY_DECIMALS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]{3,}")
_DECIMALS = {"": 2, "万": 6, "亿": 10}
_TOO_LARGE = "金额过大，最多 999,999,999,999.99 元"

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("亿", "万", "")


def read_fen(text: str) -> int:
    """Read an amount in yuan as whole fen, in figures or in characters.

    >>> read_fen("￥1,200.50"), read_fen("1.2万元"), read_fen("一千二百元"), read_fen("叁拾元伍角整")
    (120050, 1200000, 120000, 3050)
    """
    plain = "".join(tidy(text).split())
    if re.match(rf"[^0-9]*[{DASHES}][^0-9]*[0-9]", plain):
        raise Invalid("金额不能为负数")
    amount = _AMOUNT.fullmatch(plain)
    if not amount:
        return _read_characters(plain)
    decimals, part = _DECIMALS[amount["scale"]], amount["part"] or ""
    if len(part) > decimals:
        raise Invalid("金额最多两位小数，例如 1200.50")
    digits = (amount["whole"].replace(",", "") + part.ljust(decimals, "0")).lstrip("0")
    if len(digits) > len(str(LARGEST_FEN)):
        raise Invalid(_TOO_LARGE)
    return int(digits or "0")


def _read_characters(text: str) -> int:
    amount = _IN_CHARACTERS.fullmatch(text)
    fen = 0
    for part, worth in zip(amount.groups() if amount else (), (100, 10, 1), strict=False):
        number = (
            None if part is None else int(part) if part.isdecimal() and part.isascii() else read_numeral(part)
        )
        if part is not None and number is None:
            raise Invalid("应填金额，例如 1200.50")
        fen += (number or 0) * worth
    if amount is None or not any(amount.groups()):
        raise Invalid("应填金额，例如 1200.50")
    if fen > LARGEST_FEN:
        raise Invalid(_TOO_LARGE)
    return fen


def read_span(text: str) -> tuple[int, int] | None:
    """Read what is told as a span of amounts in yuan, in fen; None for what is none.

    >>> read_span("3000-3500元"), read_span("3000元至3500元"), read_span("0.3～0.35万"), read_span("3500")
    ((300000, 350000), (300000, 350000), (300000, 350000), None)
    """
    parts = _FROM_TO.fullmatch("".join(tidy(text).split()))
    if parts is None:
        return None
    scale = parts["scale"] if parts["first"][-1].isdigit() else ""
    try:
        low, high = read_fen(parts["first"] + scale), read_fen(parts["last"])
    except Invalid:
        return None
    return (low, high) if low < high else None


def without_span(text: str, asked: str) -> str:
    """Return an amount without the span it is for, where that is the one that is `asked` for.

    >>> without_span("1200元/月", "月工资"), without_span("1200元/月", "年收入")
    ('1200元', '1200元/月')
    """
    return next((span.sub("", text) for word, span in _SPANS.items() if word in asked), text)


def rounded_fen(text: str) -> int | None:
    """Return an amount of more than two decimals, as spreadsheets compute them, rounded half up.

    >>> rounded_fen("1234.565"), rounded_fen("1234.56"), rounded_fen("约1200")
    (123457, None, None)
    """
    plain = "".join(tidy(text).split())
    if not _MANY_DECIMALS.fullmatch(plain):
        return None
    fen = int((Decimal(plain.replace(",", "")) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    return fen if fen <= LARGEST_FEN else None


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
