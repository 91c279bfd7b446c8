"""The sample office's annual returns: 985 grassroots unions in 2011, 960 the year before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.sample.office import Staff
from app.sample.people import Inventor
from app.sample.rows import Row, enter
from app.subjects.publications.returns.records import INDEPENDENT, AnnualReturn

_INDEPENDENT_UNIONS, _JOINT_UNIONS = 111, 874
_FOUNDED_SINCE_2010 = (6, 19)  # so many of each reported in 2011 for the first time
_WORDS = (
    "安泰 博文 昌盛 晨光 大地 东升 方圆 丰禾 福临 富源 高远 光华 海川 恒信 宏图 华庭 汇丰 嘉禾 金穗 锦江 "
    "景明 聚源 凯旋 康宁 蓝天 乐居 联合 隆昌 绿洲 茂源 民生 明珠 鹏程 启航 千禧 瑞祥 润泽 盛世 天成 万和"
).split()
_TRADES = "服饰 电子 汽配 商贸 餐饮 物流 咨询 广告 印务 装潢 软件 医疗 旅行 酒店 五金 建材".split()
_PLACES = (
    "大厦 广场 商务楼 创意园 科技园 商厦 公寓 花园 新村 商业街 工业园 市场 中心 国际楼 小区 名苑 南楼 北楼 "
    "东区 西区 一期 二期"
).split()


class _Union(NamedTuple):
    name: str
    kind: str
    is_new: bool


def enter_returns(inventor: Inventor, staff: Staff) -> None:
    """Enter the returns of both years, all in the national software."""
    returns = [_return(union, position, inventor) for position, union in enumerate(_unions())]
    for year in (2010, 2011):
        enter([_of_year(row, year, staff) for row, is_new in returns if year == 2011 or not is_new])


def _unions() -> Iterator[_Union]:
    new_independent, new_joint = _FOUNDED_SINCE_2010
    for number in range(_INDEPENDENT_UNIONS):
        trade, word = divmod(number, len(_WORDS))
        is_new = number >= _INDEPENDENT_UNIONS - new_independent
        yield _Union(f"{_WORDS[word]}{_TRADES[trade]}有限公司工会", INDEPENDENT, is_new)
    for number in range(_JOINT_UNIONS):
        place, word = divmod(number, len(_WORDS))
        is_new = number >= _JOINT_UNIONS - new_joint
        yield _Union(f"{_WORDS[word]}{_PLACES[place]}企业联合工会", "联合工会", is_new)


def _return(union: _Union, position: int, inventor: Inventor) -> tuple[Row, bool]:
    """Invent the return of 2011: no part of it is larger than its whole."""
    pick = inventor.random.randint
    is_independent = union.kind == INDEPENDENT
    workers = pick(50, 260) if is_independent else pick(20, 90)
    women, migrants = pick(workers // 4, workers // 2), pick(workers // 6, workers // 2)
    members = workers * pick(75, 95) // 100
    row: Row = {
        "union_name": union.name,
        "union_type": union.kind,
        "ownership": "外资" if position % 3 == 0 else "私营",
        "code": f"TX{position + 1:05d}",
        "workers": workers,
        "women_workers": women,
        "migrant_workers": migrants,
        "members": members,
        "women_members": women * 7 // 10,
        "migrant_members": migrants * 6 // 10,
        "part_time": 1 + workers // 60,
        "covered_units": None if is_independent else pick(2, 9),
        "has_audit_committee": is_independent,
        "has_women_committee": women >= 25,
        "has_congress": is_independent and position % 2 == 0,
        "has_open_affairs": is_independent and position < 64,
    }
    return row, union.is_new


def _of_year(row: Row, year: int, staff: Staff) -> AnnualReturn:
    """Date a return; a year earlier every head count is a tenth smaller."""
    counts = [name for name in row if name.endswith(("workers", "members"))]
    smaller = {name: row[name] - row[name] // 10 for name in counts} if year == 2010 else {}
    received_on = date(year, 10, 8) + timedelta(days=int(row["code"][2:]) % 14)
    return AnnualReturn(
        **(row | smaller),
        year=year,
        status="已录入国家软件",
        received_on=received_on,
        check_result="通过",
        entered_on=received_on + timedelta(days=5),
        entered_by=staff.clerk,
    )
