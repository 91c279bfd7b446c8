"""The parties of a dispute as one cell of a case book names them: several, people and units alike."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.errors import Invalid
from app.rules.numerals import read_numeral

_SHORT = 4  # characters of a Han name; a longer one without a · is a unit's
_UNIT = re.compile(
    "(公司|集团|厂|店|中心|超市|市场|商行|学校|医院|银行|工会|幼儿园|工作室|事务所|合作社|经营部|个体户)$"
)
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_BETWEEN = re.compile(r"[、，,;；/／|｜+＋&＆\n\t]+(?![^（(]*[）)])")  # not inside brackets
_AND_OTHERS = re.compile(
    r"(.+?)\s*(等\s*[\d〇一二三四五六七八九十百]+\s*[人名位].*|(?<=.{2})等人?)", re.DOTALL
)
_HOW_MANY = re.compile(r"等\s*(?:(\d+)|([〇一二三四五六七八九十百]+))\s*[人名位]")
_REMARK = re.compile(r"(.+?)\s*[（(]([^（）()]*)[）)]", re.DOTALL)
# Classes of so many characters take a while to compile: that is left to the first case book.
_TWO_NAMES = f"[{_HAN}]{{2,}}(\\s+[{_HAN}]{{2,}})+"
# The numbers of a list, such as 1. or （2） or ③, before a name; not 1.5 or 3M in the name of a unit.
_NUMBER = (
    rf"(?:(?:(?<=\s)|(?<=[、，,;；{_HAN}])|^)\d{{1,2}}(?:[.．](?!\d)|[、)）])"
    rf"|[（(]\d{{1,2}}[）)]|[\u2460-\u2473])(?=\s*[{_HAN}])"
)
# Two short names joined by a word: a unit called so has a word of its kind at its end, or a longer half.
_JOINED = f"[{_HAN}]{{2,3}}(?:以?及|[和与跟同])[{_HAN}]{{2,3}}"


@dataclass(frozen=True)
class Party:
    """Who is named, and what was written beside the name."""

    name: str
    is_unit: bool
    note: str = ""


def read_parties(text: str) -> list[Party]:
    """Read the parties that a cell names, each once; raises Invalid where a blank may part two names.

    >>> [party.name for party in read_parties("王五、李四等12人；卫庆（上海）电梯工程有限公司")]
    ['王五', '李四', '卫庆（上海）电梯工程有限公司']
    """
    parts = _BETWEEN.split(re.sub(_NUMBER, "、", text))
    parties = [_read(part.strip()) for part in parts if part.strip()]
    return list({party.name: party for party in parties}.values())


def people_told(text: str) -> int | None:
    """Return how many people a cell says there are of whom it names some; None where it does not say.

    >>> people_told("王五、李四等十二名职工"), people_told("王五、李四")
    (12, None)
    """
    if (told := _HOW_MANY.search(text)) is None:
        return None
    digits, numeral = told.groups()
    return int(digits) if digits else read_numeral(numeral)


def _read(text: str) -> Party:
    note = ""
    if others := _AND_OTHERS.fullmatch(text):
        text, note = others[1], others[2]
    if re.fullmatch(_JOINED, text) and not _UNIT.search(text):
        raise Invalid(f"“{text}”是一个单位还是几人？单位请写全称，几人请用顿号隔开")
    if is_unit(text):
        return Party(text, is_unit=True, note=note)
    if beside := _REMARK.fullmatch(text):
        text, note = beside[1], "，".join(filter(None, (beside[2], note)))
    if is_unit(text):
        return Party(text, is_unit=True, note=note)
    if re.fullmatch(_TWO_NAMES, text):
        raise Invalid(f"“{text}”是一人还是几人？一人请去掉空格，几人请用顿号隔开")
    return Party(text, is_unit=False, note=note)


def is_unit(name: str) -> bool:
    """Tell a unit by its last word, or by a name longer than a person's.

    >>> [is_unit(name) for name in ("王五", "五金厂", "阿依古丽·买买提", "卫庆电梯工程有限公司", "Mary Ann")]
    [False, True, False, True, False]
    """
    if _UNIT.search(name):
        return True
    long = len(name) > _SHORT and not re.search(r"[·•．（(\s]", name)
    return long and re.search(f"[{_HAN}]", name) is not None
