"""Whom or what a number counts, where that forbids figures: enterprises are no unions, 劳模 no poor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from app.learning.beside import COMMA
from app.learning.doing import is_done_to
from app.learning.quantity import Quantity

_UNITS = re.compile("(?:企业|单位|公司|商户)(?![^，。]{0,2}(?:工会|联合会))")
_UNIONS = re.compile("工会(?!(?:会员|小组|经费|委员|主席|干部|组织覆盖))|联合会|工联会")
_PLACES = re.compile(
    "工会小组|驿站|书屋|职工之家|服务站|站点|(?:服务|帮扶|援助)中心|基地|工作室|妈咪小屋|母婴室"
)
"""What unions set up, which is neither a union nor a unit."""
_FOUNDED = re.compile("建会|换届|[组筹新]?建[立成]?[^，。]{0,6}工会|成立[^，。]{0,6}工会")
"""Where enterprises stand for their unions: 新建工会的企业12家."""
_OF_UNITS = re.compile("企业$|(?:涵盖|用工)单位$")
_OF_UNIONS = re.compile("工会$")
_OF_ROLLS = re.compile("^(?!.*困难).*(?:会员|职工|基层工会)$")
_POOR = re.compile("困|低保|残|[重大患]病|单亲|孤|失业|下岗|灾|低收入|送温暖")
_OF_AID = re.compile("困|贫|低保|残|病|灾|送温暖|帮|救助|下岗|失业|单亲|孤")
_HONOURED = re.compile("劳模|劳动模范|先进|党员|干部|军|民警|交警|医护|抗疫|环卫|一线|户外|专家|退休")
_OTHER_CARE = re.compile("清凉|高温|防暑|助学|学生|大学|互助|生日|结婚|生育|退休|住院")
"""What is given to members, students or the insured, whether they are poor or not."""
_IN_HARDSHIP = re.compile("困难|特困|低保")
_STUDENTS = re.compile("助学|子女|学生|学子|大学")
_STOP = re.compile("[。；;]")
_OF_NEW_FORMS = re.compile("新业态|新就业|司机|骑手|快递|外卖|送餐|网约|代驾|主播|八大群体")
_COVERED = re.compile("覆盖(?:企业|女?职工)$")
_CONTRACTS = re.compile("合同|协商|协议|签[约订]|专项")
_OFFICIAL = re.compile("机关|事业")
_OF_ANOTHER = 0.4
_OF_OTHER_PERSONS = 0.4  # who was given something is not for that on a roll, nor new on it


class _Noun(Enum):
    UNITS = "单位"
    UNIONS = "工会"
    PLACES = "阵地"


@dataclass(frozen=True)
class Counted:
    """What a number counts: its `noun`; whether persons were given something, were no poor,
    were students; 机关, 骑手.

    Whom a figure of contracts covers is no number of a report where contracts are not what it is about.
    """

    noun: _Noun | None
    is_done_to: bool
    is_not_of_the_poor: bool
    is_of_students: bool
    is_of_the_poor: bool
    is_official: bool
    is_of_new_forms: bool
    is_of_contracts: bool

    def share_of(self, label: str) -> float:
        """Return how much the words of a figure tell: less or nothing where it counts others."""
        name = label.partition("·")[0]
        counts = _Noun.UNIONS if _OF_UNIONS.search(name) else _Noun.UNITS if _OF_UNITS.search(name) else None
        is_of_others = (
            None not in (self.noun, counts) and self.noun is not counts,
            name.startswith("机关事业") and not self.is_official,
            name.startswith("困难") and self.is_not_of_the_poor,
            name.startswith("困难慰问") and self.is_of_students,
            name.startswith("会员慰问") and self.is_of_the_poor,
            name.endswith("会员") and "新就业" not in name and self.is_of_new_forms,
        )
        if _COVERED.search(name) and not self.is_of_contracts:
            return 0.0
        share = _OF_ANOTHER if any(is_of_others) else 1.0
        return share * _OF_OTHER_PERSONS if self.is_done_to and _OF_ROLLS.match(name) else share


def counted_by(quantity: Quantity, last: Quantity | None = None) -> Counted:
    """Tell what a number counts; `last` is the one before it."""
    said, thing = COMMA.split(quantity.before)[-1], COMMA.split(quantity.thing)[0]
    return Counted(
        _noun_of(said, thing),
        is_done_to(quantity),
        _is_not_of_the_poor(quantity, said + thing),
        _STUDENTS.search(_STOP.split(quantity.so_far)[-1] + thing) is not None,
        _IN_HARDSHIP.search(said + thing) is not None,
        _OFFICIAL.search(quantity.sentence) is not None,
        _OF_NEW_FORMS.search(said + thing) is not None,
        any(_CONTRACTS.search(one.heading + one.sentence) for one in (quantity, last) if one is not None),
    )


def _is_not_of_the_poor(quantity: Quantity, said: str) -> bool:
    """Tell whether the words of a number, or what its sentence is about, are of others than the poor."""
    if _POOR.search(said):
        return False
    about = _STOP.split(quantity.so_far)[-1]
    if not _OF_AID.search(quantity.heading + quantity.so_far + quantity.sentence):
        return True
    return bool(_HONOURED.search(said) or (_OTHER_CARE.search(about) and not _POOR.search(about)))


def _noun_of(said: str, thing: str) -> _Noun | None:
    """Tell what the noun of a number is: the first behind it, else the last before it."""
    if _FOUNDED.search(said) and not _PLACES.search(said):
        return None
    for text, place in ((thing, 0), (said, -1)):
        found = [
            (match.start(), noun.value, noun)
            for noun, words in ((_Noun.UNITS, _UNITS), (_Noun.UNIONS, _UNIONS), (_Noun.PLACES, _PLACES))
            for match in words.finditer(text)
        ]
        if found:
            return sorted(found)[place][2]
    return None
