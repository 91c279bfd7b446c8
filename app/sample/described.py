"""The sample's registers of its own: 工会驿站, 劳动竞赛, 结对帮扶, as they come with the program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.described import changing
from app.described.ready import ready_description
from app.keeping import keeping

_STATION, _CONTEST, _PAIR = "工会驿站", "劳动竞赛", "结对帮扶"
_VISITS = (
    (60, "外卖配送员", "休息饮水", 86),
    (45, "快递员", "充电", 52),
    (30, "环卫工人", "热饭", 40),
    (12, "外卖配送员", "入会服务", 9),
)
_CONTESTS = (
    (140, "快递员分拣技能比武", "技能竞赛", "迅达快递泰祥营业部", 24, 6, 3_000_00),
    (75, "安康杯安全生产竞赛", "安全生产竞赛", "卫庆电梯有限公司", 60, 10, 2_000_00),
)
_PAIRS = (
    (200, "王建华", "陈秀英", "患病住院", 3, 1_500_00, -5),
    (90, "李志强", "赵永福", "子女上学", 1, 800_00, 20),
)


def enter_own_registers(day: date) -> None:
    """Make the three registers in the open sample, with a few rows up to a day."""
    _enter(
        _STATION,
        (
            (day - timedelta(ago), "泰祥小区工会驿站", "泰祥小区1号底楼", group, service, count)
            for ago, group, service, count in _VISITS
        ),
        ("c1", "c2", "c3", "c4", "c5", "c6"),
    )
    _enter(
        _CONTEST,
        ((day - timedelta(ago), *values) for ago, *values in _CONTESTS),
        ("c1", "c3", "c4", "c6", "c7", "c8", "c9"),
    )
    _enter(
        _PAIR,
        (
            (day - timedelta(ago), helper, helped, why, visits, money, day + timedelta(ahead))
            for ago, helper, helped, why, visits, money, ahead in _PAIRS
        ),
        ("c1", "c2", "c4", "c7", "c9", "c10", "c11"),
    )


def _enter(title: str, rows: Iterable[tuple[object, ...]], columns: tuple[str, ...]) -> None:
    register = changing.make(ready_description(title)).own.register
    for row in rows:
        keeping.save(register, keeping.new(register, **dict(zip(columns, row, strict=True))))
