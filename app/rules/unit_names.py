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
# What stands in the place of a unit's name where somebody works for none, or nobody knows for whom.
_NO_UNIT = re.compile(
    "(?:(?:目前|现在|现已|现|已经|已|长期|暂时|暂|处于)?(?:"
    "下岗失业|失业|下岗|待业|无业|待岗|协保|"
    "退休|离休|离退休|退养|内退|病退|病休|长病假|退职|待业青年|"
    "自由职业|自由|灵活就业|灵活|自谋职业|自主创业|打零工|零工|零散就业|散工|临时工|打工|务工|农民工|"
    "自雇|个体|个体户|个体经营|个体工商户|自营|务农|农民|"
    "家务|家庭主妇|家庭妇女|在家|居家|全职太太|学生|在校|在校生|在读|待分配|"
    "无(?:固定|工作|用人|具体)?(?:单位|工作|职业|雇主)|没有?(?:固定)?(?:单位|工作)|没有工作单位|无|没有|暂无|"
    "不详|不明|未知|未填|未就业|没有就业|不清楚|散户|本人|个人|其他|其它"
    ")(?:人员|人士|职工|工人|居民|状态|在家|中|者|后|的|等)*)+|[-—–―~/*×?？]+"
)
_BETWEEN_NAMES = re.compile(r"[、;；/\n]+")
# Classes of so many characters take a while to compile: only names with a blank or a bracket ask for it.
_BLANK_IN_HAN = r"(?<=[\u3400-\u9fff()（）])[^\S\n]+(?=[\u3400-\u9fff()（）])"
_HAN_IN = r"[\u3400-\u9fff]"
_WIDE_BRACKETS = str.maketrans("()", "（）")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def spelled_name(name: str) -> str:
    """Return what all ways of spelling a unit's full name have in common: width, case, marks do not matter.

    Characters are not folded further: ① is no 1.
    """
    return _UNTELLING.sub("", INVISIBLE.sub("", name).translate(_WIDE)).casefold()


@lru_cache(maxsize=65536)  # a column of a hundred thousand rows names a few thousand units
def plain_name(name: str) -> str:
    """Return what all ways of writing a unit's name have in common; nothing where none is named.

    Neither its spelling tells units apart nor legal forms that mean the same. 失业, 退休, 无, 灵活就业
    stand where a unit's name would and name none.

    >>> plain_name("上海（闵行） 天成有限责任公司") == plain_name("上海闵行天成有限公司")
    True
    >>> plain_name("无（失业）"), plain_name("灵活就业人员"), plain_name("退休职工活动室")
    ('', '', '退休职工活动室')
    """
    plain = spelled_name(name)
    if _NO_UNIT.fullmatch(plain):
        return ""
    for ending, usual in _ENDINGS:
        plain = ending.sub(usual, plain)
    return plain


def read_unit_name(name: str) -> str:
    """Return a tidied name without the blanks that set it out: Chinese names have none.

    Brackets of a Chinese name are Chinese ones (GB/T 15834).

    >>> read_unit_name("上海 （集团） 电梯"), read_unit_name("ABC Elevators (China)")
    ('上海（集团）电梯', 'ABC Elevators (China)')
    """
    if " " in name:
        name = re.sub(_BLANK_IN_HAN, "", name)
    is_bracketed = "(" in name or ")" in name
    return name.translate(_WIDE_BRACKETS) if is_bracketed and re.search(_HAN_IN, name) else name


def with_narrow_brackets(name: str) -> str:
    """Return a name with the brackets that its spelling had before `read_unit_name` made them Chinese."""
    return name.replace("（", "(").replace("）", ")")


def split_names(text: str) -> list[str]:
    """Return the names of a field that holds several, such as former and short names.

    >>> split_names("天成厂、天成；")
    ['天成厂', '天成']
    """
    return [name for part in _BETWEEN_NAMES.split(text) if (name := part.strip())]
