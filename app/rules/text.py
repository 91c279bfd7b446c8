"""What people and spreadsheets write, made plain before it is read."""

import re
import unicodedata
from collections.abc import Iterator

from app.errors import Invalid, Refused

LOST_DIGITS = "Excel 已丢失末尾数字，请把该列设为文本格式后重新填写"

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]"
)
_LINE_ENDS = re.compile(r"(?:\r|_x000D_)\n?|[\v\f\x85\u2028\u2029]|_x000[ABC]_")
# Halves of characters (surrogates) cannot be written to any file, what XML forbids to none of Word or Excel.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|_x00[01][0-9A-F]_")
DASHES = "\\-‐‑‒–—―−"
"""What people put between groups of digits, for a class of a pattern."""
STROKES = re.compile(f"[{DASHES}－]+|[/／]+|[\\\\＼]+")
"""What people draw through a cell that is to stay empty."""

# Another form of the same character, by its kind in the Unicode table: full and half width, the small and
# the upright forms. No kind turns a sign into a number, as "circle", "super" and "fraction" would.
_FORM_KINDS = {"<wide>", "<narrow>", "<small>", "<vertical>"}
_FORM_BLOCKS = (range(0x3000, 0x3001), range(0xFE10, 0xFE70), range(0xFF00, 0xFFEF))
_RADICALS = range(0x2E80, 0x2FE0)  # text copied from a PDF has them in the place of characters: ⼯会
# A spreadsheet keeps 15 digits of a number: what it wrote with an exponent, or with 16 and more digits
# before a decimal point, is no longer the number that was typed.
_DAMAGED = re.compile(r"[0-9]+(\.[0-9]+)?E\+[0-9]+|[0-9]{16,}\.[0-9]*")
_EXACT_EXPONENT = re.compile(r"([0-9])\.([0-9]+)E\+([0-9]{1,2})")
_PLAIN = re.compile("[0-9A-Za-z\u4e00-\u9fff./:-]+")  # most cells of a workbook need no tidying
_BEFORE, _BLANKS = re.compile(r"^[\s']+"), re.compile(r"[^\S\r\n]+")
_DASH = re.compile(f"[{DASHES}]")
_WHOLE_FLOAT = re.compile(r"([0-9]{1,15})\.0+")


def _forms() -> Iterator[tuple[str, str]]:
    """Yield each character that is another form of a usual one, with that one."""
    for block in (*_FORM_BLOCKS, _RADICALS):
        for character in map(chr, block):
            kind, *codes = unicodedata.decomposition(character).split() or [""]
            if kind in _FORM_KINDS or (codes and ord(character) in _RADICALS):
                yield character, "".join(chr(int(code, 16)) for code in codes)


_USUAL = dict(_forms())
_FORMS = re.compile(f"[{re.escape(''.join(_USUAL))}]")
# Not the brackets: （） and () must not make two enterprises of one name.
_FORMS_IN_PROSE = re.compile(f"[{re.escape(''.join(_USUAL.keys() - set('，；：！？～')))}]")


def plain_lines(text: str) -> str:
    """Return the text with one kind of line end and without control characters.

    Workbooks write some of these as their number: _x000D_ is the first half of a line end of Windows.

    >>> plain_lines("一_x000D_\\n二\\x07")
    '一\\n二'
    """
    return _CONTROLS.sub("", plain_breaks(text))


def plain_breaks(text: str) -> str:
    """Return the text with one kind of line end."""
    return _LINE_ENDS.sub("\n", text)


def tidy(text: str) -> str:
    """Return the text in half width, trimmed, without invisible characters or Excel's leading apostrophe.

    A run of blanks inside counts as one; line breaks stay. Signs that only look like digits (①, ¹, ½)
    stay signs. Not for names: they stay as typed.

    >>> tidy(" '１２００\u3000 元\ufeff"), tidy("500①")
    ('1200 元', '500①')
    """
    return _tidied(text, _FORMS)


def tidy_prose(text: str) -> str:
    """Do the same, but leave the marks of Chinese sentences as they were typed.

    >>> tidy_prose("失业，２０１１年起 ")
    '失业，2011年起'
    """
    return _tidied(text, _FORMS_IN_PROSE)


def _tidied(text: str, forms: re.Pattern[str]) -> str:
    if _PLAIN.fullmatch(text):
        return text
    text = plain_lines(text)
    if text.isascii():
        return _trimmed(text)
    usual = forms.sub(lambda match: _USUAL[match[0]], INVISIBLE.sub("", text))
    # Composed, never compatible: that would read ① as 1.
    return _trimmed(unicodedata.normalize("NFC", usual))


def _trimmed(plain: str) -> str:
    return _BLANKS.sub(" ", _BEFORE.sub("", plain)).rstrip()


MOST_SEARCHED = 200
"""Characters that are looked for at once; nobody types more, and SQLite takes no pattern of any length."""


def searched(text: str) -> str:
    r"""Return what is looked for, cut to what can be: nothing that no text holds.

    >>> searched("王\ud800芳 "), len(searched("王" * 1_000_000))
    ('王芳 ', 200)
    """
    return plain_lines(text[: 2 * MOST_SEARCHED])[:MOST_SEARCHED]


def search_words(text: str) -> list[str]:
    """Return the words that a person looks for; raises Refused where that is more than anybody types."""
    if len(text) > MOST_SEARCHED:
        raise Refused(f"查找的文字最多 {MOST_SEARCHED} 个字，现有 {len(text):,} 个字，请缩短。")
    return searched(text).split()


def read_code(text: str) -> str:
    """Return a code of letters and digits without blanks, in capitals, refusing one a spreadsheet damaged.

    >>> read_code("6222 0200 1234 5678")
    '6222020012345678'
    """
    code = "".join(tidy(text).split()).upper()
    if code.isalnum():
        return code
    exponent = _EXACT_EXPONENT.fullmatch(code)
    if exponent and len(exponent[2]) == int(exponent[3]):
        return exponent[1] + exponent[2]  # all digits are there
    if _DAMAGED.fullmatch(code):
        raise Invalid(LOST_DIGITS)
    exact = _WHOLE_FLOAT.fullmatch(code)
    return exact[1] if exact else code


def ungrouped(text: str) -> str:
    """Return the letters and digits of a code as far as they go, to compare or search it: never refused.

    >>> ungrouped("e-1234 5678")
    'E12345678'
    """
    return _DASH.sub("", "".join(tidy(text).split()).upper())


def read_grouped(text: str) -> str:
    """Do the same for a number that may be written in groups: hyphens between them are no part of it.

    >>> read_grouped("310104-19700101-0047")
    '310104197001010047'
    """
    return _DASH.sub("", read_code(text))
