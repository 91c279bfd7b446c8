"""Names of enterprises, unions and other units: when two ways of writing them name the same unit."""

import re
from functools import lru_cache

from app.rules.text import INVISIBLE

_UNTELLING = re.compile(r"[\s()\[\]{}〔〕【】〈〉《》“”\"'‘’·•‧・･,.、，。．]+")
# 有限责任公司 may be called 有限公司, and 股份有限公司 股份公司 (公司法 2023, art. 7); people say 公司 for
# the first. A union's committee is the union.
_ENDINGS = (
    (re.compile(r"股份(?:有限)?(?:责任)?公司$"), "股份公司"),
    (re.compile(r"(?:有限(?:责任)?)+公司$"), "公司"),
    (re.compile(r"工会(?:委员会|联合会)$"), "工会"),
)
_BETWEEN_NAMES = re.compile(r"[、;；/\n]+")
_BLANK_IN_HAN = re.compile(r"(?<=[\u3400-\u9fff()（）])[^\S\n]+(?=[\u3400-\u9fff()（）])")
_HAN_IN = re.compile(r"[\u3400-\u9fff]")
_WIDE_BRACKETS = str.maketrans("()", "（）")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def spelled_name(name: str) -> str:
    """Return what all ways of spelling a unit's full name have in common: width, case, marks do not matter.

    Characters are not folded further: ① is no 1.
    """
    return _UNTELLING.sub("", INVISIBLE.sub("", name).translate(_WIDE)).casefold()


@lru_cache(maxsize=65536)  # a column of a hundred thousand rows names a few thousand units
def plain_name(name: str) -> str:
    """Return what all ways of writing a unit's name have in common; nothing where there is no name.

    Neither its spelling tells units apart nor legal forms that mean the same.

    >>> plain_name("上海（闵行） 天成有限责任公司") == plain_name("上海闵行天成有限公司")
    True
    """
    plain = spelled_name(name)
    for ending, usual in _ENDINGS:
        plain = ending.sub(usual, plain)
    return plain


def read_unit_name(name: str) -> str:
    """Return a tidied name without the blanks that set it out: Chinese names have none.

    Brackets of a Chinese name are Chinese ones (GB/T 15834).

    >>> read_unit_name("上海 （集团） 电梯"), read_unit_name("ABC Elevators (China)")
    ('上海（集团）电梯', 'ABC Elevators (China)')
    """
    name = _BLANK_IN_HAN.sub("", name)
    return name.translate(_WIDE_BRACKETS) if _HAN_IN.search(name) else name


def with_narrow_brackets(name: str) -> str:
    """Return a name with the brackets that its spelling had before `read_unit_name` made them Chinese."""
    return name.replace("（", "(").replace("）", ")")


def split_names(text: str) -> list[str]:
    """Return the names of a field that holds several, such as former and short names.

    >>> split_names("天成厂、天成；")
    ['天成厂', '天成']
    """
    return [name for part in _BETWEEN_NAMES.split(text) if (name := part.strip())]
