"""Names of people: how they are read, hidden, searched by pinyin and sorted."""

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from app.errors import Invalid
from app.rules.pinyin import read_in_context, readings_of
from app.rules.text import INVISIBLE, plain_breaks

LONGEST = 50

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BLANKS = "\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# The separators that stand for · U+00B7 in names of minorities (民委发〔2016〕33号). This and what is done
# with blanks is compiled for a name that is more than Han characters: so many take a while.
_SEPARATOR = f"(?<=[{_HAN}])[{_BLANKS}]*[·•‧・･．.][{_BLANKS}]*(?=[{_HAN}])"
_BLANK_IN_HAN = f"(?<=[{_HAN}])[{_BLANKS}]+(?=[{_HAN}])"
# A name spread over a cell by line breaks or tabs: a part of one character is nobody's name by itself.
_BREAKS = re.compile(r"\s*[\t\n]\s*")
_HAN_ONLY = re.compile(f"[{_HAN}]+")
_LIST = re.compile(f"[{_HAN}][{_BLANKS}]*[、，,；;/／][{_BLANKS}]*[{_HAN}]")
# Whom a name belongs to, which of two, what to look up: a note, not the name.
_SIGN = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]|[*＊#＃?？()（）]")

_SPELLINGS = 64
# More characters than a person's name has: an enterprise, read by words and not by surname.
_LONGEST_PERSON = 6
_SURNAMES = dict(
    pair.split(":")
    for pair in (
        "区:ou 區:ou 仇:qiu 曾:zeng 单:shan 單:shan 解:xie 查:zha 朴:piao 盖:ge 蓋:ge 缪:miao 繆:miao "
        "种:chong 乐:yue 覃:qin 翟:zhai 薄:bo 都:du 能:nai 冼:xian 洗:xian 员:yun 召:shao 折:she 黑:he "
        "繁:po 秘:bi 祭:zhai 句:gou 佴:nai 乜:nie 么:yao 阚:kan 谌:chen 逄:pang 隗:wei "
        "万俟:mo,qi 尉迟:yu,chi 单于:chan,yu 长孙:zhang,sun 澹台:tan,tai"
    ).split()
)


def read_name(text: str) -> str:
    """Read a person's name: blanks between Han characters go, separators become ·, characters stay as typed.

    Raises Invalid, with the name as it probably is, where a remark in brackets or a mark stands beside it.

    >>> read_name(" 张\u3000三 "), read_name("阿依古丽．买买提"), read_name("Mary Ann Smith")
    ('张三', '阿依古丽·买买提', 'Mary Ann Smith')
    """
    if len(text) <= LONGEST and _HAN_ONLY.fullmatch(text):
        return text
    name = _gathered(INVISIBLE.sub("", plain_breaks(text)).strip())
    name = re.sub(_BLANK_IN_HAN, "", re.sub(_SEPARATOR, "·", name))
    name = re.sub(f"[{_BLANKS}]+", " ", name)
    kinds = {unicodedata.category(character): character for character in name}
    if "Cc" in kinds or "Cs" in kinds:
        raise Invalid("含有换行等控制字符，请重新填写，一格只填一人")
    # Not "Nl", the kind of the surname-worthy 〇.
    if digit := kinds.get("Nd") or kinds.get("No"):
        raise Invalid(f"不应含有数字“{digit}”，请只填姓名")
    if sign := _SIGN.search(name):
        likely = _SIGN.sub("", name).strip()
        asked = f"，是否指“{likely}”" if likely else ""
        raise Invalid(f"姓名里不写“{sign[0]}”这样的说明和符号，请写入备注{asked}", offer=likely)
    if len(name) > LONGEST:
        raise Invalid(f"最多 {LONGEST} 个字，现有 {len(name)} 个")
    return name


def are_several(text: str) -> bool:
    """Tell whether a list of people stands where a name is expected.

    >>> [are_several(text) for text in ("张三、李四", "张三/李四", "欧阳 志远", "Smith, Mary")]
    [True, True, False, False]
    """
    return _LIST.search(text) is not None


def _gathered(name: str) -> str:
    """Return a name that line breaks only spread as one; what may be two names stays as it is."""
    parts = _BREAKS.split(name)
    spread = len(parts) > 1 and all(map(_HAN_ONLY.fullmatch, parts)) and min(map(len, parts)) == 1
    return "".join(parts) if spread else name


def mask_name(name: str) -> str:
    """Hide part of a name for public notices.

    >>> [mask_name(name) for name in ("李明", "李小明", "欧阳小明", "阿依古丽·买买提")]
    ['李*', '李*明', '欧**明', '阿***·***']
    """
    if "·" in name:
        return name[0] + re.sub("[^·]", "*", name[1:])
    if len(name) <= 2:
        return name[:1] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]


def readings(name: str) -> tuple[str, ...]:
    """Return every full pinyin spelling of a name, without tones, the surname's own reading first.

    Every reading of every character is tried, ü as v and as u, up to 64 spellings; in a name longer
    than a person's the characters are read as the words they form.
    """
    return tuple(dict.fromkeys("".join(syllables) for syllables in _combinations(name)))


@lru_cache(maxsize=4096)  # the same few names fill a roster
def search_key(name: str) -> str:
    """Return all spellings and initials in one string, for LIKE '%…%'.

    >>> search_key("王娜")
    '|wangna|wangnuo|yuna|yunuo|wn|yn|'
    """
    combinations = list(_combinations(name))
    spellings = dict.fromkeys("".join(syllables) for syllables in combinations)
    initials = dict.fromkeys("".join(syllable[0] for syllable in syllables) for syllables in combinations)
    return f"|{'|'.join(spellings | initials)}|"


@lru_cache(maxsize=16_384)
def sort_key(name: str) -> str:
    """Return the string that puts names in the order of their pinyin, equal surnames together."""
    syllables = zip(_preferred(name), name, strict=True)
    return " ".join(f"{syllable} {character}" for syllable, character in syllables)


def _combinations(name: str) -> Iterator[tuple[str, ...]]:
    preferred = _preferred(name)
    is_person = len(name) <= _LONGEST_PERSON
    choices = [
        list(_choices(first, character if is_person else ""))
        for first, character in zip(preferred, name, strict=True)
        if character.isalnum()
    ]
    while math.prod(map(len, choices)) > _SPELLINGS:
        max(choices, key=len).pop()
    return product(*choices)


@cache
def _choices(preferred: str, character: str) -> tuple[str, ...]:
    """Return the spellings of a syllable, with those of the character's other readings where asked."""
    every = (preferred, *map(_plain, readings_of(character) if character else ()))
    return tuple(dict.fromkeys(spelling for reading in every for spelling in _spellings(reading)))


@lru_cache(maxsize=1024)  # a name is put in order and searched by the same syllables
def _preferred(name: str) -> list[str]:
    """Return the likeliest syllable of each character; one without a reading stands for itself."""
    syllables = [_plain(syllable) for syllable in read_in_context(name)]
    if len(name) <= _LONGEST_PERSON:
        surname = name[:2] if name[:2] in _SURNAMES else name[:1]
        if surname in _SURNAMES:
            syllables[: len(surname)] = _SURNAMES[surname].split(",")
    return syllables


def _plain(syllable: str) -> str:
    return syllable.lower().replace("ê", "e")


def _spellings(syllable: str) -> tuple[str, ...]:
    """Return lv as lv and lu: both are typed for lü."""
    has_umlaut = len(syllable) > 1 and syllable[0] in "ln" and syllable[1] == "v"
    return (syllable, syllable.replace("v", "u")) if has_umlaut else (syllable,)
