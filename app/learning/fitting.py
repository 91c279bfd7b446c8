"""Whether a number of a report and a figure go together: their measure words, and what the records say."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from app.figures.figure import Fact, Figure, Kind
from app.figures.measures import Scale
from app.learning.amounts import SCALES
from app.learning.quantity import Quantity

_ALIKE = tuple(
    set(units.split())
    for units in (
        "人 名 位",
        "家 个 户",
        "人次 人 名 位",
        "次 场 个 项 期 届 批 场次 批次 家次 户次 件次 课次 班次",
        "家 家次",
        "人次 户次 件次",
        "次 件",
        "起 件 例 宗 桩 批 件次",
        "份 张 件 本 册",
        "篇 条 份 期",
        "项 个 条 件",
        "支 个 队",
        "类 种 件",
        "处 个 间 所",
    )
)
"""Measure words that may count the same."""
_PERSONS = {"人", "名", "位"}
_ARE_PERSONS = re.compile(r"(?:职工|会员|人员|人口|居民|家庭|工友|教师|劳动者)$")
_PERSONS_BEHIND = re.compile(".{0,10}(?:职工|会员|人员|居民|家庭)")
_LARGE = ("万", "亿")
_FAMILIES = re.compile("^[^，。、]{0,12}家庭")
"""What is counted where 家 are families: 18家困难职工家庭."""


def fit(quantity: Quantity, figure: Figure) -> float:
    """Return how well the unit of a number fits a figure: 1 the same, less where it is alike, 0 not."""
    unit = quantity.unit
    scale = {"元": Scale.MONEY, "%": Scale.SHARE, "个百分点": Scale.SHARE}.get(unit, Scale.COUNT)
    counted = Scale.COUNT if figure.scale is Scale.QUANTITY else figure.scale
    if isinstance(figure, Fact):
        return 0.0
    if not unit and quantity.text.endswith(_LARGE):  # 收126.5万: money, more often than not
        return 0.9 if counted is Scale.MONEY else 0.5
    if counted is not scale:
        return 0.0
    if scale is not Scale.COUNT or unit == figure.unit:
        return 1.0
    return _fit_alike(quantity, figure)


def _fit_alike(quantity: Quantity, figure: Figure) -> float:
    units = {quantity.unit, figure.unit}
    if quantity.unit == "人次" and figure.unit in _PERSONS and figure.kind is Kind.STOCK:
        return 0.3  # who is on a roll is counted once
    if units <= _PERSONS:
        return 0.98
    if not quantity.unit:
        return 0.95
    if units == {"次", "人次"}:
        return 0.3  # 培训2次 is two courses
    if quantity.unit == "户" and figure.unit == "家" and _says_persons(quantity):
        return 0.0
    return _fit_households(quantity, figure) or (0.85 if _are_alike(quantity.unit, figure.unit) else 0.0)


def _fit_households(quantity: Quantity, figure: Figure) -> float:
    """Return how well households fit persons, each counted for one of the other."""
    is_of_households = quantity.unit == "户" or (quantity.unit == "家" and _FAMILIES.match(quantity.thing))
    of_persons = figure.kind is Kind.FLOW and figure.unit in ("人", "人次")
    if is_of_households and of_persons and _says_persons(quantity):
        return 0.7  # 慰问困难职工30户
    if quantity.unit in _PERSONS and figure.unit == "户" and figure.label.endswith("职工"):
        return 0.6  # 在档困难职工85人
    return 0.0


@cache
def _are_alike(unit: str, other: str) -> bool:
    return any({unit, other} <= alike for alike in _ALIKE)


def _says_persons(quantity: Quantity) -> bool:
    """Tell whether what stands before or behind a number of households are persons: 30户困难职工家庭."""
    return bool(_ARE_PERSONS.search(quantity.before) or _PERSONS_BEHIND.match(quantity.thing))


def agrees_with(quantity: Quantity, figure: Figure, number: int) -> bool:
    """Tell whether the records say what the report says, as roughly as it says it.

    An amount in 万 is rounded to its last digit: 2.1万元 is said of 21,234 yuan, too.
    """
    told = Decimal(number) / figure.scale.one
    value = quantity.value
    if quantity.is_range:
        return value <= told <= quantity.high
    if quantity.rough:
        return _agrees_roughly(value, quantity.rough, told)
    if figure.scale is Scale.SHARE and value == value.to_integral():
        return abs(told - value) <= Decimal("0.5")
    if figure.scale is Scale.MONEY and quantity.text.endswith(_LARGE):
        return abs(told - value) <= _step(quantity) / 2
    return told == value


def _agrees_roughly(value: Decimal, rough: str, told: Decimal) -> bool:
    if rough in ("近", "将近", "接近", "不到", "以下"):
        return value * Decimal("0.9") <= told <= value
    if rough in ("约", "大约", "左右", "上下"):
        return value * Decimal("0.9") <= told <= value * Decimal("1.1")
    digits = value.normalize().as_tuple()
    step = Decimal(10) ** (digits.exponent if isinstance(digits.exponent, int) else 0)
    return value <= told < value + step


def _step(quantity: Quantity) -> Decimal:
    """Return what the last digit of an amount in 万 or 亿 stands for."""
    decimals = len(quantity.text[:-1].partition(".")[2])
    return Decimal(SCALES[quantity.text[-1]]).scaleb(-decimals)


def telling(quantity: Quantity) -> float:
    """Return how much an equal value tells: two records seldom say 2,766 by chance, often 3."""
    if quantity.rough:
        return 0.3
    size = len(str(int(quantity.value)))
    return min(0.75, 0.12 + 0.14 * (significant(quantity) - 1) + 0.06 * (size - 1))


def significant(quantity: Quantity) -> int:
    """Return how many digits of a number tell something: 1 of 20,000 and of 5, 4 of 2,766."""
    if quantity.rough:
        return 1
    whole = str(int(quantity.value))
    return len(whole.rstrip("0")) if quantity.value == int(quantity.value) else len(whole)
