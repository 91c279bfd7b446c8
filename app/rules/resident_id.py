"""Resident ID numbers by GB 11643-1999, and the other documents a person may show instead."""

import re
from datetime import date
from functools import lru_cache
from operator import mul
from typing import Literal

from app.errors import Invalid
from app.rules.dates import age_on, write_date
from app.rules.divisions import is_county, is_province
from app.rules.foreigner_card import OLD_NUMBER, country_remark, is_new_number
from app.rules.text import LOST_DIGITS, read_grouped

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_ZEROS = ord("0") * sum(_WEIGHTS)  # the digits are added up by their codes, which need not be made numbers
_CROSSES = str.maketrans(dict.fromkeys("×✕✖ⅩХΧ", "X"))  # the sign is a Roman ten; what looks like it
_WORDS_BEFORE = re.compile(r"^(?:居民)?(?:身份证|证件)(?:件?号码?)?:?")
_WORDS_BEHIND = re.compile(r"(?:[(\[【][^()\[\]【】0-9]*[)\]】]|本人)$")
_STRAY_MARKS = (
    "‘’`´′'\"“”.。,、;:"  # what is left of an apostrophe that kept a number as text, or of a sentence
)
_RESIDENT_PERMITS = ("810000", "820000", "830000")
_OLDEST = 120
_OLD_CARD, _CARD = re.compile(r"[0-9]{15}"), re.compile(r"[0-9]{17}[0-9X]")


def read_resident_id(text: str, *, today: date | None = None) -> str:
    """Read a resident ID number (居民身份证号) as its 18 characters.

    The 15 digits of old cards are converted. A birth date after `today` (by default the day of the
    call) is impossible. The division code is not judged: see `area_remark`.

    >>> read_resident_id("110105491231002")
    '11010519491231002X'
    """
    return _read(text, today or date.today())


def plain_number(text: str) -> str:
    """Return the number of a card without its groups and the words around it; only its signs are read.

    >>> plain_number("身份证：110105 19491231 002×（本人）")
    '11010519491231002X'
    """
    if _CARD.fullmatch(text):
        return text
    code = read_grouped(text)
    if not code.isdigit():
        words = code.strip(_STRAY_MARKS)
        code = _WORDS_BEHIND.sub("", _WORDS_BEFORE.sub("", words)).strip(_STRAY_MARKS).translate(_CROSSES)
    return code


@lru_cache(maxsize=2_000)  # a workbook's numbers are read when it is, and again beside their kind
def _read(text: str, today: date) -> str:
    code = plain_number(text)
    if _OLD_CARD.fullmatch(code):
        code = _lengthened(code)
    if len(code) != 18:
        raise Invalid(f"应为 18 位（旧证 15 位），现有 {len(code)} 位，请与证件核对")
    if not _CARD.fullmatch(code):
        raise Invalid("前 17 位应为数字，末位为数字或 X，请与证件核对")
    _require_possible_birth(code, today)
    if code[-1] != check_character(code[:17]):
        raise Invalid(LOST_DIGITS if code.endswith("000") else "校验码不符，请与证件核对")
    return code


def check_character(first17: str) -> str:
    """Return the 18th character that belongs to the first 17 digits (GB 11643-1999)."""
    return _CHECK_CHARACTERS[(sum(map(mul, _WEIGHTS, first17.encode())) - _ZEROS) % 11]


@lru_cache(maxsize=2_000)
def birth_date_of(resident_id: str) -> date:
    """Return the birth date written in an 18-character number."""
    return date(int(resident_id[6:10]), int(resident_id[10:12]), int(resident_id[12:14]))


def sex_of(resident_id: str) -> Literal["男", "女"]:
    """Return the sex: the 17th digit is odd for men."""
    return "男" if int(resident_id[16]) % 2 else "女"


def is_resident_permit(resident_id: str) -> bool:
    """Is this the number of a residence permit for people of 港澳台 (港澳台居民居住证)?"""
    return resident_id.startswith(_RESIDENT_PERMITS)


def area_remark(resident_id: str) -> str | None:
    """Return a remark where the division code is in no table, today's or historic; None where it is known.

    Only a hint: divisions change every year, and real holders of unlisted codes exist.
    """
    if is_resident_permit(resident_id):
        return None
    if is_new_number(resident_id):
        return _province_remark(resident_id[1:3]) or country_remark(resident_id)
    return _area_remark(resident_id[:6])


def _province_remark(code: str) -> str | None:
    return None if is_province(code) else f"第 2、3 位 {code} 不是已知的省级代码，请与证件核对"


@lru_cache(maxsize=4096)  # a district's people share it
def _area_remark(code: str) -> str | None:
    if is_county(code):
        return None
    if not is_province(code[:2]):
        return f"前两位 {code[:2]} 不是已知的省级代码，请与证件核对"
    return f"前六位 {code} 不在行政区划代码表内，请与证件核对"


def mask_resident_id(resident_id: str) -> str:
    """Hide the birth date, for internal lists.

    >>> mask_resident_id("11010519491231002X")
    '110105********002X'
    """
    return f"{resident_id[:6]}********{resident_id[-4:]}"


def read_passport(text: str) -> str:
    """Read a passport number: 5 to 20 letters and digits."""
    code = read_grouped(text)
    if not re.fullmatch(r"[A-Z0-9]{5,20}", code):
        raise Invalid("应为 5 至 20 位字母和数字，例如 E12345678")
    return code


def read_foreigner_card(text: str, *, today: date | None = None) -> str:
    """Read a foreigner's permanent residence card: 3 letters and 12 digits, or the 18 of the card of 2023.

    Of the old number only the shape is judged: its check digit is published nowhere.
    """
    code = read_grouped(text).translate(_CROSSES)
    if OLD_NUMBER.fullmatch(code):
        return code
    if not _CARD.fullmatch(code):
        raise Invalid(f"应为 15 位（3 个字母加 12 位数字）或 18 位数字，现有 {len(code)} 位，请与证件核对")
    if not is_new_number(code):
        raise Invalid("18 位的外国人永久居留身份证号以 9 开头，请核对号码和证件类型")
    return read_resident_id(code, today=today)


def _lengthened(old: str) -> str:
    first17 = f"{old[:6]}19{old[6:]}"
    return first17 + check_character(first17)


def _require_possible_birth(code: str, today: date) -> None:
    try:
        birth = birth_date_of(code)
    except ValueError:
        year, month, day = int(code[6:10]), int(code[10:12]), int(code[12:14])
        raise Invalid(f"出生日期 {year}年{month}月{day}日 不存在，请与证件核对") from None
    if birth > today:
        raise Invalid(f"出生日期 {write_date(birth)} 还没有到，请与证件核对")
    if age_on(birth, today) > _OLDEST:
        raise Invalid(f"出生日期 {write_date(birth)} 距今超过 {_OLDEST} 年，请与证件核对")
