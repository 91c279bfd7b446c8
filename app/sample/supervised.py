"""The enterprises beyond those whose workers are aided: surveyed in 2011, or with a union of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import NamedTuple
from zlib import crc32

from app.sample.enterprises import COUNTED_ON, FOREIGN, JOINT, PRIVATE
from app.sample.names import STREETS, invent_name
from app.sample.rows import enter
from app.subjects.unions.enterprises.records import Enterprise

_NO_UNION = ("职工流动性大，正在宣传发动", "行政方尚在考虑", "成立不久，人员未稳定")


class _Band(NamedTuple):
    """Units of one ownership that the survey of 2011 visited, by their workers."""

    ownership: str
    workers: tuple[int, ...]
    with_union: tuple[int, ...] = ()
    preparing: tuple[int, ...] = ()


_SURVEYED = (
    _Band(FOREIGN, (52, 68, 84, 99, 118, 137, 156, 180, 214, 265, 318, 402, 534)),
    _Band(FOREIGN, (18, 21, 24, 26, 29, 31, 33, 36, 39, 42, 45)),
    _Band(PRIVATE, (98, 146, 187, 235, 296, 399), with_union=(187, 235)),
    _Band(PRIVATE, (15, 18, 20, 22, 25, 27, 29, 31, 34, 38, 42, 46)),
    _Band(JOINT, (882, 36), preparing=(882,)),
)
SURVEYED_BEFORE = (
    "广达汽车修配有限责任公司",
    "卫庆电梯工程公司",
    "泰祥物业管理有限公司",
    "祥安保洁服务有限公司",
    "佳禾园餐饮管理有限公司",
    "顺途货运有限公司",
    "东岭五金制品有限公司",
    "惠邻百货有限公司",
    "宏匠装饰工程有限公司",
    "恰尔斯服饰有限公司",
    "央中商贸有限公司",
    "启程电子元件有限公司",
    "瑞帆软件有限公司",
    "有司建筑公司",
    "产权拍卖公司",
    "衡建旅游汽车公司",
)
"""The surveyed among the units that the office knows from its aid: sixteen of the sixty."""
_UNIONIZED = 100
_FIRST, _SECOND = "恒嘉瑞佳华鸿锦盛隆利", "达信诚泰源和通茂丰辉康宁远博业"
_TRADES = (
    ("电子科技", "制造业"),
    ("贸易", "批发和零售业"),
    ("机电设备", "制造业"),
    ("餐饮管理", "住宿和餐饮业"),
    ("信息技术", "信息传输、软件和信息技术服务业"),
    ("服饰", "制造业"),
    ("物流", "交通运输、仓储和邮政业"),
    ("装饰工程", "建筑业"),
    ("商务咨询", "租赁和商务服务业"),
)


def enter_supervised(chance: Random) -> list[Enterprise]:
    """Enter the units; return those that the survey of November 2011 visited, known ones first."""
    names = _names(chance)
    surveyed = [
        _unit(chance, next(names), band.ownership, workers, _status(band, workers))
        for band in _SURVEYED
        for workers in band.workers
    ]
    unionized = [
        _unit(chance, next(names), FOREIGN if chance.randrange(3) == 0 else PRIVATE, workers, "已建会")
        for workers in (chance.randrange(26, 190) for _ in range(_UNIONIZED))
    ]
    enter([*surveyed, *unionized])
    wanted = [*SURVEYED_BEFORE, *(unit.name for unit in surveyed)]
    enterprises = {unit.name: unit for unit in Enterprise.alive().where(Enterprise.name.in_(wanted))}
    return [enterprises[name] for name in wanted]


def _names(chance: Random) -> Iterator[tuple[str, str]]:
    """Yield names of companies, each with its industry."""
    words = [first + second for first in _FIRST for second in _SECOND]
    chance.shuffle(words)
    for position, word in enumerate(words):
        trade, industry = _TRADES[position % len(_TRADES)]
        yield f"{word}{trade}有限公司", industry


def _status(band: _Band, workers: int) -> str:
    if workers in band.with_union:
        return "已建会"
    return "筹备组建中" if workers in band.preparing else "未建会"


def _unit(
    chance: Random, company: tuple[str, str], ownership: str, workers: int, union_status: str
) -> Enterprise:
    name, industry = company
    women = workers * chance.randrange(25, 60) // 100
    return Enterprise(
        name=name,
        ownership_kind=ownership,
        industry=industry,
        is_non_public=True,
        block=chance.choice(STREETS),
        contact_name=invent_name(chance, "男女"[chance.randrange(2)]),
        contact_post=chance.choice(("人事主管", "办公室主任", "行政助理")),
        contact_mobile=f"1380000{crc32(name.encode()) % 10_000:04d}",
        employee_count=workers,
        counted_on=COUNTED_ON,
        told_on=COUNTED_ON,
        female_count=women,
        migrant_count=workers * chance.randrange(20, 60) // 100,
        member_count=workers * chance.randrange(60, 95) // 100 if union_status == "已建会" else None,
        union_status=union_status,
        no_union_reason=chance.choice(_NO_UNION) if union_status == "未建会" else None,
        plan_date=date(2012, 3, 31) if union_status == "筹备组建中" else None,
    )
