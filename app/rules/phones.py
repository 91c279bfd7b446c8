"""Telephone numbers of China: mobiles, and landlines with or without area code."""

import re
from collections.abc import Callable

from app.errors import Invalid
from app.rules.text import DASHES, read_code, tidy

_DIGITS = re.compile("[0-9]+")
MOBILE = re.compile(r"1[3-9][0-9]{9}")
"""A mobile number as it is written without anything else."""
_LANDLINE = re.compile(r"(0(?:10|2[0-9]|[3-9][0-9]{2}))?([2-9][0-9]{6,7})(?:-([0-9]{1,6}))?")
_SERVICE = re.compile(r"[48]00[0-9]{7}")
_SEVERAL = re.compile(r"[/、,;，；]")
_SEPARATORS = re.compile(f"[{DASHES}()]")
_COUNTRY = re.compile(r"^(?:(?:\+|00)86|86(?=1[0-9]{10}$))")
_TRUNK = re.compile(r"^0(?=1[3-9][0-9]{9}$)")  # as mobiles of other cities were dialled
_WORDS_BEFORE = re.compile(r"^(?:(?:联系|移动)?(?:手机|电话)(?:号码?)?|TEL|MOBILE|本人):?", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[/、,;，；|\n]\s*|\s+(?=1[3-9][0-9]{9}(?![0-9]))|(?<=[0-9]{7}) +(?=[0-9]{7})|或|和"
)
_AND_MORE = re.compile(r"(1[3-9][0-9]{9})(?![0-9])\D.*|(.*[0-9])\([^()]*\)")


def read_mobile(text: str) -> str:
    """Read a mobile number as its 11 digits, without +86, blanks and dashes.

    >>> read_mobile("+86 138-1234-5678")
    '13812345678'
    """
    if MOBILE.fullmatch(text):
        return text
    number = _without_country(_SEPARATORS.sub("", _one_number(text)))
    if not _DIGITS.fullmatch(number):
        raise Invalid("只能填数字，例如 13812345678")
    if len(number) != 11:
        raise Invalid(f"手机号码应为 11 位，现有 {len(number)} 位")
    if not MOBILE.fullmatch(number):
        raise Invalid("手机号码应以 13 至 19 开头，请核对")
    return number


def is_mobile(number: str) -> bool:
    """Tell a mobile number, as it is read, from others."""
    return bool(MOBILE.fullmatch(number))


def read_phone(text: str) -> str:
    """Read a mobile or a landline number; a landline is written 021-64381234-802, area code optional.

    >>> read_phone("(021)6438 1234转802")
    '021-64381234-802'
    """
    number = _one_number(text)
    plain = _without_country(_SEPARATORS.sub("", number))
    if MOBILE.fullmatch(plain) or _SERVICE.fullmatch(plain):
        return plain
    if landline := _LANDLINE.fullmatch(_landline_digits(number)):
        return "-".join(part for part in landline.groups() if part)
    if plain.startswith("1") and _DIGITS.fullmatch(plain):
        raise Invalid(f"手机号码应为 11 位，现有 {len(plain)} 位")
    raise Invalid("应填手机或固定电话，例如 13812345678 或 021-64381234")


def mask_mobile(number: str) -> str:
    """Hide the middle of a number, for internal lists.

    >>> mask_mobile("13812345678")
    '138****5678'
    """
    return f"{number[:3]}****{number[-4:]}"


def split_numbers(text: str, read: Callable[[str], str]) -> tuple[str, str] | None:
    """Read the first number of a cell that holds more than a number, and return the rest as it stands.

    `read` says which numbers count; None where there is none. What stands around the number that is read
    (whose it is, where to ask) goes with the rest.

    >>> split_numbers("64381234、13812345678（妻）", read_mobile)
    ('13812345678', '64381234、13812345678(妻)')
    """
    parts = [part for part in _BETWEEN.split(tidy(text)) if part]
    for place, part in enumerate(parts):
        more = _AND_MORE.fullmatch(part)
        try:
            number = read(more[1] or more[2] if more else part)
        except Invalid:
            continue
        others = [*parts[:place], *([part] if more else []), *parts[place + 1 :]]
        return number, "、".join(others)
    return None


def _one_number(text: str) -> str:
    number = _WORDS_BEFORE.sub("", read_code(text)).strip("/、,;，；")
    if _SEVERAL.search(number):
        raise Invalid("只填一个号码，其余的请写入备注")
    return number


def _without_country(number: str) -> str:
    return _TRUNK.sub("", _COUNTRY.sub("", number))


def _landline_digits(number: str) -> str:
    """Return area code and number in one, the extension behind a dash."""
    number = _SEPARATORS.sub("-", re.sub(r"转|EXT\.?", "-", number)).strip("-")
    number = re.sub(r"^(?:\+|00)86-?0?(?=[1-9])", "0", number)
    number = re.sub(r"^(0[0-9]{2,3})-+", r"\1", number)
    # A dash in the middle of the number itself (6438-1234) divides nothing.
    return re.sub(r"^((?:0[0-9]{2,3})?[0-9]{3,4})-([0-9]{4})(?![0-9])", r"\1\2", number)
