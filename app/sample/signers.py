"""Who signs the sample's collective contracts: unions of single enterprises, and of whole compounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, cycle, islice, pairwise
from typing import NamedTuple

from app.sample.enterprises import AIDED_UNITS
from app.sample.names import STREETS

_COMPOUNDS = (
    "安泰小区 安祥小区 泰和小区 泰康小区 永泰小区 永祥小区 "
    "新祥小区 南祥小区 北祥小区 东泰小区 西泰小区 祥云小区"
).split()
AREAS = (*STREETS, *_COMPOUNDS)
"""The eighteen compounds that have a union of their own (seed F014)."""
UNITS_OF_AREAS: tuple[int, ...] = (28, 41, 35, 33, 39, 30, 37, 36, 40, 31, 46, 38, 43, 36, 33, 41, 21, 15)
"""How many enterprises each covers: 686 less the 63 with an independent union (F014 to F016)."""

_FIRST = "恒 嘉 宏 瑞 鑫 盛 德 永 昌 万 金 新 天 华 光 荣 正 信 兴 旺 康 宁 利 通 广".split()
_SECOND = "源 达 丰 隆 泽 辉 业 和 美 海 帆 晟 益 茂 弘 诚 铭 博 远 捷 腾 佳 悦 朗 川".split()
_TRADES = (
    "餐饮管理 服装 日用百货 五金建材 广告设计 美容美发 印务 物流 食品 家政服务 装饰 电子科技 文具 "
    "茶叶 汽车用品 眼镜 商务咨询 图文制作 洗染 摄影 花卉 水暖器材 窗帘布艺"
).split()

_NON_PUBLIC = ("私营企业", "外资企业")
_KNOWN = tuple(unit for unit in AIDED_UNITS if unit.members is not None and unit.ownership in _NON_PUBLIC)
_SIZES = (6, 9, 7, 12, 8, 15, 10, 5, 11, 14)  # how the sizes of neighbouring enterprises differ


class Unit(NamedTuple):
    """An enterprise and its workers."""

    name: str
    workers: int

    @property
    def women(self) -> int:
        """Return how many of the workers are women."""
        return self.workers * (3 + len(self.name) % 3) // 10


def divide(total: int, weights: Sequence[int]) -> list[int]:
    """Divide a total by weights into whole shares that add up to it."""
    whole = sum(weights)
    reached = [total * so_far // whole for so_far in accumulate(weights, initial=0)]
    return [after - before for before, after in pairwise(reached)]


def sizes(total: int, units: int) -> list[int]:
    """Divide workers among so many enterprises, small and large by turns."""
    return divide(total, list(islice(cycle(_SIZES), units)))


def invented_names() -> Iterator[str]:
    """Yield the names of enterprises, none twice."""
    for number in range(len(_FIRST) * len(_SECOND)):
        first, second = _FIRST[number % len(_FIRST)], _SECOND[number // len(_FIRST)]
        yield f"{first}{second}{_TRADES[number % len(_TRADES)]}有限公司"
    for number in range(len(_FIRST) * len(_TRADES)):
        yield f"泰祥{_FIRST[number % len(_FIRST)]}记{_TRADES[number // len(_FIRST)]}店"


def known_units() -> list[Unit]:
    """Return the private and foreign enterprises of the register that have a union."""
    return [Unit(unit.name, unit.workers) for unit in _KNOWN]


def units(names: Iterator[str], total: int, count: int) -> list[Unit]:
    """Invent so many enterprises that have so many workers together."""
    return [Unit(next(names), workers) for workers in sizes(total, count)]


def from_register(pool: list[Unit], total: int, count: int) -> list[Unit]:
    """Take so many enterprises out of the pool that have so many workers together under their contracts.

    Each is the smallest that has as many workers as its contract covers.
    """
    taken = []
    for workers in sizes(total, count):
        fitting = min((unit for unit in pool if unit.workers >= workers), key=lambda unit: unit.workers)
        pool.remove(fitting)
        taken.append(Unit(fitting.name, workers))
    return taken


def in_year(named: Sequence[Unit], total: int) -> list[Unit]:
    """Return the same enterprises with the workers they had in another year."""
    return [Unit(unit.name, workers) for unit, workers in zip(named, sizes(total, len(named)), strict=True)]
