"""What people and spreadsheets write, made plain before it is read."""

import re
import unicodedata

from app.errors import Invalid

LOST_DIGITS = "Excel 已丢失末尾数字，请把该列设为文本格式后重新填写"

INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Not the brackets: （） and () must not make two enterprises of one name.
_NO_MARKS = re.compile("[^，；：！？…～]+")
# A spreadsheet keeps 15 digits of a number: what it wrote with an exponent, or with 16 and more digits
# before a decimal point, is no longer the number that was typed.
_DAMAGED = re.compile(r"[0-9]+(\.[0-9]+)?E\+[0-9]+|[0-9]{16,}\.[0-9]*")
_BEFORE, _BLANKS = re.compile(r"^[\s']+"), re.compile(r"[^\S\r\n]+")
_WHOLE_FLOAT = re.compile(r"([0-9]{1,15})\.0+")


def tidy(text: str) -> str:
    """Return the text in half width, trimmed, without invisible characters or Excel's leading apostrophe.

    A run of blanks inside counts as one; line breaks stay. Not for names: NFKC changes rare characters.

    >>> tidy(" '１２００\u3000 元\ufeff")
    '1200 元'
    """
    if _is_plain(text):
        return text
    if text.isascii():
        return _trimmed(text)
    return _trimmed(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))


def _is_plain(text: str) -> bool:
    """Tell letters and digits that need no tidying: most cells of a workbook are such."""
    return text.isalnum() and (text.isascii() or unicodedata.is_normalized("NFKC", text))


def tidy_prose(text: str) -> str:
    """Do the same, but leave the marks of Chinese sentences as they were typed.

    >>> tidy_prose("失业，２０１１年起 ")
    '失业，2011年起'
    """
    if _is_plain(text):
        return text
    visible = INVISIBLE.sub("", text)
    return _trimmed(_NO_MARKS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), visible))


def _trimmed(plain: str) -> str:
    return _BLANKS.sub(" ", _BEFORE.sub("", plain)).rstrip()


def read_code(text: str) -> str:
    """Return a code of letters and digits without blanks, in capitals, refusing one a spreadsheet damaged.

    >>> read_code("6222 0200 1234 5678")
    '6222020012345678'
    """
    code = "".join(tidy(text).split()).upper()
    if code.isalnum():
        return code
    if _DAMAGED.fullmatch(code):
        raise Invalid(LOST_DIGITS)
    exact = _WHOLE_FLOAT.fullmatch(code)
    return exact[1] if exact else code
