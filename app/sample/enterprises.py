"""The enterprises and other units of the sample community."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.sample.names import HOME_AREA
from app.sample.people import Inventor
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES

COMMITTEE_OFFICE = "泰祥社区居民委员会"
COUNTED_ON = date(2011, 11, 30)


class _Unit(NamedTuple):
    name: str
    short_name: str | None
    ownership: str
    industry: str
    block: str
    workers: int
    women: int
    migrants: int
    members: int | None = None

    @property
    def nature(self) -> str | None:
        """Return the unit's nature in the words of the hardship file."""
        return _NATURES.get(self.ownership)


PRIVATE, FOREIGN, JOINT = "私营企业", "外资企业", "国内合资企业"
_NATURES = {
    PRIVATE: "民营/私营/个体企业",
    FOREIGN: "外资/合资",
    "集体企业": "集体企业",
}
_MAKING, _TRADE, _SERVICE = "制造业", "批发和零售业", "居民服务、修理和其他服务业"

AIDED_UNITS = (
    _Unit("广达汽车修配有限责任公司", "广达汽修", PRIVATE, _SERVICE, "泰祥小区", 86, 18, 52, 41),
    _Unit("卫庆电梯工程公司", "卫庆电梯", PRIVATE, "建筑业", "祥和大厦", 124, 26, 71, 98),
    _Unit("有司建筑公司", "有司建筑", JOINT, "建筑业", "泰祥一村", 342, 35, 260, 255),
    _Unit("产权拍卖公司", "产权拍卖", JOINT, "租赁和商务服务业", "祥和大厦", 58, 24, 6, 52),
    _Unit("衡建旅游汽车公司", "衡建旅游", JOINT, "交通运输、仓储和邮政业", "泰祥二村", 176, 29, 68, 160),
    _Unit("恰尔斯服饰有限公司", "恰尔斯", FOREIGN, _MAKING, "祥和大厦", 203, 141, 118, 170),
    _Unit("央中商贸有限公司", "央中", FOREIGN, _TRADE, "祥和大厦", 91, 47, 30, 77),
    _Unit("泰祥物业管理有限公司", "泰祥物业", PRIVATE, "房地产业", "泰祥小区", 112, 44, 63, 80),
    _Unit("祥安保洁服务有限公司", "祥安保洁", PRIVATE, _SERVICE, "祥安里", 67, 49, 55),
    _Unit("佳禾园餐饮管理有限公司", None, PRIVATE, "住宿和餐饮业", "泰祥新村", 48, 27, 39),
    _Unit("顺途货运有限公司", None, PRIVATE, "交通运输、仓储和邮政业", "泰祥二村", 39, 5, 28),
    _Unit("明泰印刷厂", None, "集体企业", _MAKING, "泰祥一村", 74, 31, 15, 62),
    _Unit("东岭五金制品有限公司", None, PRIVATE, _MAKING, "泰祥二村", 55, 17, 41),
    _Unit("惠邻百货有限公司", "惠邻百货", PRIVATE, _TRADE, "泰祥新村", 63, 45, 33),
    _Unit("新缘纺织品有限公司", None, FOREIGN, _MAKING, "祥安里", 138, 102, 95),
    _Unit("宏匠装饰工程有限公司", None, PRIVATE, "建筑业", "祥和苑", 46, 6, 38),
    _Unit("启程电子元件有限公司", None, FOREIGN, _MAKING, "祥和大厦", 157, 88, 84, 90),
)
"""The seventeen whose workers in hardship were visited in 2011."""
_OTHER_UNITS = (
    _Unit(COMMITTEE_OFFICE, "居委会", "社会组织", "公共管理、社会保障和社会组织", "泰祥小区", 14, 9, 0, 12),
    _Unit("泰祥社区卫生服务站", None, "事业单位", "卫生和社会工作", "泰祥小区", 21, 16, 0),
    _Unit("瑞帆软件有限公司", None, FOREIGN, "信息传输、软件和信息技术服务业", "祥和大厦", 34, 12, 2),
    _Unit("和乐家电维修部", None, "个体工商户", _SERVICE, "泰祥新村", 6, 1, 4),
    _Unit("永储仓储有限公司", None, PRIVATE, "交通运输、仓储和邮政业", "泰祥二村", 29, 4, 22),
)
_PREPARING = ("永储仓储有限公司", "新缘纺织品有限公司")
_TOO_SMALL = 10


def enter_enterprises(inventor: Inventor) -> None:
    """Enter the units, each with a contact."""
    for unit in (*AIDED_UNITS, *_OTHER_UNITS):
        contact = inventor.person(inventor.random.choice("男女"), range(1960, 1986), HOME_AREA)
        record = Enterprise(
            name=unit.name,
            short_name=unit.short_name,
            ownership_kind=unit.ownership,
            industry=unit.industry,
            block=unit.block,
            contact_name=contact.name,
            contact_post=inventor.random.choice(("人事主管", "办公室主任", "行政助理", "工会干事")),
            contact_mobile=contact.mobile,
            employee_count=unit.workers,
            counted_on=COUNTED_ON,
            told_on=COUNTED_ON,
            female_count=unit.women,
            migrant_count=unit.migrants,
            member_count=unit.members,
            **_founding(unit),
        )
        keeping.save(ENTERPRISES, record)


def _founding(unit: _Unit) -> dict[str, object]:
    if unit.members is not None:
        return {"union_status": "已建会"}
    if unit.name in _PREPARING:
        return {"union_status": "筹备组建中", "plan_date": date(2012, 3, 31)}
    if unit.workers < _TOO_SMALL:
        return {"union_status": "不具备条件"}
    return {"union_status": "未建会", "no_union_reason": "职工流动性大，正在宣传发动"}
