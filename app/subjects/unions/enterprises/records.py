"""Enterprises and other units of the community (domain 2.3)."""

from __future__ import annotations

from datetime import date

from peewee import fn

from app.fields import (
    ChoiceField,
    CountField,
    CreditCodeField,
    DateField,
    FlagField,
    MobileField,
    NotesField,
    OverTime,
    PhoneField,
    PostcodeField,
    TextField,
    UnitNameField,
    When,
)
from app.figures.once import Ids
from app.records.base import Record
from app.records.conditions import InWords
from app.records.earlier import earlier_values, value_on
from app.rules import regulations
from app.rules.dates import write_date

OWNERSHIPS = (
    "外资企业",
    "私营企业",
    "国内合资企业",
    "国有企业",
    "集体企业",
    "事业单位",
    "机关",
    "社会组织",
    "个体工商户",
    "其他",
)
OWNERSHIP_SYNONYMS = dict.fromkeys(
    ("外资", "中外合资", "中外合资企业", "中外合作企业", "外商独资企业", "外商投资企业"), "外资企业"
) | {
    **dict.fromkeys(("私营", "民营", "民营企业", "私企", "民企"), "私营企业"),
    **dict.fromkeys(("国有", "国企"), "国有企业"),
    **dict.fromkeys(("集体", "集体所有制"), "集体企业"),
    "事业": "事业单位",
    **dict.fromkeys(("个体", "个体户"), "个体工商户"),
    "国内合资": "国内合资企业",
}
"""A joint venture with a foreign partner is a foreign enterprise (domain 2.8)."""
PUBLIC = ("国有企业", "集体企业", "事业单位", "机关", "社会组织")
NON_PUBLIC = ("外资企业", "私营企业", "国内合资企业", "个体工商户")
CLOSED = ("歇业", "注销", "迁出")
_REGISTRATIONS = (
    "国有企业 集体企业 股份合作企业 联营企业 国有独资公司 其他有限责任公司 国有控股股份公司 "
    "其他股份有限公司 私营企业 其他内资企业 台港澳商投资企业 外商投资企业 事业 机关 个体经济组织 民办非企业"
).split()
_INDUSTRIES = (
    "农、林、牧、渔业",
    "采矿业",
    "制造业",
    "电力、热力、燃气及水生产和供应业",
    "建筑业",
    "批发和零售业",
    "交通运输、仓储和邮政业",
    "住宿和餐饮业",
    "信息传输、软件和信息技术服务业",
    "金融业",
    "房地产业",
    "租赁和商务服务业",
    "科学研究和技术服务业",
    "水利、环境和公共设施管理业",
    "居民服务、修理和其他服务业",
    "教育",
    "卫生和社会工作",
    "文化、体育和娱乐业",
    "公共管理、社会保障和社会组织",
    "国际组织",
)
_INDUSTRY_SHORT = {
    "农业": "农、林、牧、渔业",
    **dict.fromkeys(("制造", "工业", "加工业"), "制造业"),
    **dict.fromkeys(("建筑", "建筑工程", "装饰", "装潢"), "建筑业"),
    **dict.fromkeys(
        ("批发", "零售", "批发零售", "批发零售业", "商贸", "贸易", "商业", "超市"), "批发和零售业"
    ),
    **dict.fromkeys(("运输", "物流", "交通运输", "交通运输业", "仓储", "快递"), "交通运输、仓储和邮政业"),
    **dict.fromkeys(("餐饮", "餐饮业", "住宿餐饮", "住宿餐饮业", "酒店", "宾馆"), "住宿和餐饮业"),
    **dict.fromkeys(("IT", "软件", "信息技术", "互联网", "通信"), "信息传输、软件和信息技术服务业"),
    **dict.fromkeys(("金融", "银行", "保险", "证券"), "金融业"),
    **dict.fromkeys(("物业", "物业管理", "房地产", "房产"), "房地产业"),
    **dict.fromkeys(("商务服务", "商务服务业", "租赁", "咨询"), "租赁和商务服务业"),
    **dict.fromkeys(("居民服务", "居民服务业", "家政", "维修"), "居民服务、修理和其他服务业"),
    **dict.fromkeys(("卫生", "医疗", "医疗卫生"), "卫生和社会工作"),
    **dict.fromkeys(("文化", "体育", "娱乐", "文化体育"), "文化、体育和娱乐业"),
    "教育业": "教育",
}
"""What offices call a class of GB/T 4754, each of which the standard puts into that class alone."""


class Enterprise(Record):
    """An enterprise or other unit, with or without a union."""

    name = UnitNameField(
        "单位名称",
        index=True,
        help_text="与执照一致的全称",
        about="与营业执照一致的单位全称，同一单位只登记一次",
    )
    short_name = UnitNameField(
        "曾用名/简称",
        several=True,
        former_of=name,
        null=True,
        longest=500,
        aliases=("简称", "曾用名"),
        help_text="几个名称之间用顿号；改名后原来的名称自动记在这里",
        about="用过的旧名称和平时的叫法，查找和导入时认得",
    )
    uscc = CreditCodeField(
        "统一社会信用代码",
        null=True,
    )
    told_on = DateField(
        "情况截至日期",
        null=True,
        past=True,
        help_text="所有制、建会情况、经营状态从这一天起是这样；以前的留在“历次数据”中",
        about="所有制、建会和经营情况从哪一天起是这样",
    )
    counted_on = DateField(
        "人数截至日期", null=True, past=True, aliases=("统计日期", "截至日期"), about="上面这些人数是哪一天的"
    )
    org_code = TextField(
        "组织机构代码", null=True, longest=10, about="2015年以前的组织机构代码，九位，有信用代码的可不填"
    )
    ownership_kind = ChoiceField(
        "所有制类型",
        OWNERSHIPS,
        short="所有制",
        synonyms=OWNERSHIP_SYNONYMS,
        fills=lambda kind: {"is_non_public": kind in NON_PUBLIC},
        over_time=OverTime(told_on),
        about="按排摸口径分类，中外合资的选外资企业",
    )
    registration_type = ChoiceField(
        "登记注册类型",
        _REGISTRATIONS,
        null=True,
        aliases=("注册类型",),
        about="营业执照上的登记注册类型，年报按它分类",
    )
    industry = ChoiceField(
        "所属行业",
        _INDUSTRIES,
        synonyms=_INDUSTRY_SHORT,
        null=True,
        aliases=(
            "行业",
            "行业类别",
            "行业类型",
        ),
        about="主要经营什么行业，按国民经济行业分类的门类选",
    )
    is_non_public = FlagField(
        "是否非公企业",
        aliases=("是否非公", "非公企业"),
        help_text="不填则按所有制判断",
        over_time=OverTime(told_on),
        about="外资、私营、个体等非公有制的选“是”，统计非公企业用",
    )
    block = TextField(
        "所在小区/楼宇/片区",
        null=True,
        suggest=True,
        aliases=("片区", "小区", "楼宇"),
        about="在哪个小区、楼宇或片区，分片走访和发通知时用",
    )
    address = TextField(
        "详细地址",
        null=True,
        aliases=(
            "地址",
            "单位地址",
            "企业地址",
            "经营地址",
            "注册地址",
            "办公地址",
        ),
        about="实际经营的地方，写到门牌号和楼层",
    )
    postcode = PostcodeField()
    phone = PhoneField("电话", null=True, about="单位总机或办公室电话")
    legal_rep = TextField(
        "法定代表人/负责人",
        null=True,
        aliases=("法定代表人", "负责人", "法人代表", "法人", "企业负责人", "单位负责人"),
        about="营业执照上的法定代表人或负责人",
    )
    contact_name = TextField(
        "联系人",
        aliases=("工会联系人",),
        about="平时与工会联系的人，一般是人事或行政",
    )
    contact_post = TextField("联系人职务", null=True, about="联系人是人事、行政还是工会干部，找错人时换")
    contact_mobile = MobileField(
        "联系人手机",
        null=True,
        aliases=(
            "手机",
            "手机号码",
            "联系手机",
        ),
        about="联系人的手机号码，走访前联系用",
    )
    employee_count = CountField(
        "职工人数",
        unit="人",
        over_time=OverTime(counted_on),
        about="单位现有职工总数，包括派遣工",
    )
    counted_on.wanted_if = (When(employee_count),)
    female_count = CountField(
        "其中女职工",
        null=True,
        at_most=(employee_count,),
        unit="人",
        over_time=OverTime(counted_on),
        about="职工总数中的女性，包括在职工人数以内",
    )
    migrant_count = CountField(
        "其中农民工",
        null=True,
        at_most=(employee_count,),
        unit="人",
        over_time=OverTime(counted_on),
        about="职工总数中的农民工，包括在职工人数以内",
    )
    dispatched_count = CountField(
        "其中劳务派遣",
        null=True,
        at_most=(employee_count,),
        unit="人",
        over_time=OverTime(counted_on),
        aliases=("劳务派遣", "劳务派遣人数", "派遣工人数", "劳务派遣工"),
        about="职工中由劳务派遣单位派来的有多少人",
    )
    member_count = CountField(
        "会员人数",
        null=True,
        unit="人",
        over_time=OverTime(counted_on),
        about="职工中已加入工会的有多少人，单位报来的数",
    )
    union_status = ChoiceField(
        "建会情况",
        ("已建会", "筹备组建中", "未建会", "不具备条件"),
        synonyms={
            **dict.fromkeys(("是", "有", "已建", "已组建", "已成立"), "已建会"),
            **dict.fromkeys(("否", "无", "没有", "未建", "未组建", "未成立"), "未建会"),
            **dict.fromkeys(("筹建", "筹建中", "筹备中"), "筹备组建中"),
        },
        default="未建会",
        over_time=OverTime(told_on),
        aliases=("是否建会", "建会状态", "工会组建情况"),
        about="这个单位有没有建工会，正在筹备的另选一项",
        rule=regulations.UNION_25,
    )
    no_union_reason = TextField(
        "未建会原因", null=True, suggest=True, about="为什么没有建会，例如 职工少、老板观望"
    )
    plan_date = DateField("建会计划时间", null=True, about="单位答应哪天建会，到期列为待办")
    business_status = ChoiceField(
        "经营状态",
        ("正常", "停产", "歇业", "注销", "迁出", "空挂"),
        synonyms=dict.fromkeys(("正常经营", "在业", "存续", "开业", "在营", "经营中"), "正常"),
        default="正常",
        over_time=OverTime(told_on),
        aliases=("经营状况", "企业状态", "单位状态"),
        about="现在是否还在经营，歇业、注销、迁出的不再计入",
    )
    closed_on = DateField(
        "停业日期",
        null=True,
        past=True,
        only_then=True,
        wanted_if=(When(business_status, *CLOSED),),
        aliases=("歇业日期", "注销日期", "迁出日期"),
        help_text="歇业、注销或迁出的日期，自这一天起不再计入各项统计",
        about="从哪一天起不再经营或迁出本社区",
    )
    remark = NotesField("备注", null=True)

    naming = (name, short_name, uscc)


EarlierEnterprise = earlier_values(Enterprise, "企业")


def closed_by(day: date) -> InWords:
    """Return the condition for units that had closed or moved away by a day.

    What was told of that day counts where nobody wrote down when they closed, or they opened again since.
    """
    unit = Enterprise
    told_last = value_on(unit.business_status, date.max)  # closed again, or open again, since
    dated = told_last.in_(CLOSED) & (unit.closed_on <= day)
    undated = unit.closed_on.is_null() | told_last.not_in(CLOSED)
    told = undated & value_on(unit.business_status, day).in_(CLOSED)
    return InWords(fn.COALESCE(dated, False) | told, f"截至{write_date(day)}已歇业、注销或迁出")


def closed_units(day: date) -> Ids:
    """Return the SQL for the ids of the units closed by a day: what was agreed with them stands no more."""
    return Ids(Enterprise.alive().where(closed_by(day)), closed_units, day)


def public_units(day: date) -> Ids:
    """Return the SQL for the ids of the units that were not private (非公) on a day.

    As was said of them, else by their ownership. A firm that was privatised since belonged to the state
    until then (domain 18: no invented last year).
    """
    said, owner = value_on(Enterprise.is_non_public, day), value_on(Enterprise.ownership_kind, day)
    public = (said == False) | (said.is_null() & owner.in_(PUBLIC))  # noqa: E712  # SQL
    return Ids(Enterprise.alive().where(public), public_units, day)
