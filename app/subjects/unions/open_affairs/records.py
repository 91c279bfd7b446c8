"""Democratic management (厂务公开, 职代会): what an enterprise did in a year (domain 6.2 and 6.3)."""

from __future__ import annotations

from datetime import date

from peewee import SQL

from app.fields import (
    ChoiceField,
    ChoicesField,
    CountField,
    DateField,
    FlagField,
    NotesField,
    ReferenceField,
    TextField,
    When,
)
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.earlier import value_on
from app.rules import regulations
from app.rules.dates import write_date
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import GrassrootsUnion, UnionType, unions_standing

MATTERS = (
    "重大决策",
    "工资福利",
    "社保缴纳",
    "集体合同",
    "规章制度",
    "裁员",
    "财务",
    "奖惩",
    "业务招待",
    "其他",
)
FORMS = ("职代会", "职工大会", "公开栏", "广播", "黑板报", "座谈会", "联席会", "协商会", "其他")


def _unit_name(affairs: OpenAffairs) -> str | None:
    return affairs.enterprise.name if affairs.enterprise is not None else None


class OpenAffairs(Record):
    """Open affairs and the workers' congress of one enterprise in one year."""

    enterprise_id: int | None

    enterprise = ReferenceField(
        "单位",
        Enterprise,
        null=True,
        backref="open_affairs",
        aliases=("企业", "单位名称"),
        about="实行民主管理的是哪个单位",
    )
    unit_name = TextField("单位全称", null=True, derive=_unit_name, about="所选单位的全称，自动带出")
    year = CountField("年度", aliases=("年份",))
    established = FlagField(
        "制度建立",
        default=True,
        short="已建制度",
        aliases=("厂务公开制度",),
        about="建立了厂务公开、民主管理制度的选“是”",
    )
    congress = ChoiceField(
        "职代会形式",
        ("单独", "区域性", "行业性", "无"),
        default="单独",
        aliases=("职代会",),
        about="单独开职代会，还是参加区域性、行业性的职代会",
    )
    held_on = DateField(
        "职代会召开日期",
        null=True,
        short="召开日期",
        aliases=(
            "召开日期",
            "职代会日期",
            "职代会时间",
            "召开时间",
        ),
        about="这一年开职代会的日子，一年开几次的填最近一次",
        rule=regulations.CONGRESS,
    )
    expected = CountField("应到", null=True, unit="人", aliases=("应到人数",), about="应到的职工代表有多少人")
    attended = CountField(
        "实到",
        null=True,
        unit="人",
        aliases=("实到人数",),
        about="实到的职工代表有多少人，三分之二以上方可开会",
        rule=regulations.CONGRESS,
    )
    topics = NotesField("议题", null=True, aliases=("职代会议题",), about="职代会审议和通过了什么")
    forms = ChoicesField(
        "公开形式",
        FORMS,
        null=True,
        aliases=("厂务公开形式",),
        about="用哪些办法向职工公开，职代会为主",
        rule=regulations.OPEN_AFFAIRS,
    )
    matters = ChoicesField(
        "公开事项",
        MATTERS,
        null=True,
        aliases=("公开内容", "厂务公开内容"),
        about="公开了哪些事项，与职工利益直接有关的要公开",
    )
    opinions = CountField(
        "征求意见条数", null=True, unit="条", short="意见", about="会前和会上向职工征求到的意见条数"
    )
    adopted = CountField(
        "采纳条数", null=True, unit="条", short="采纳", about="采纳了其中多少条，不多于征求到的"
    )
    is_typical = FlagField(
        "是否典型", default=False, short="典型", about="做法可以推广、总结中要点名的选“是”"
    )
    experience = NotesField(
        "典型经验",
        null=True,
        only_then=True,
        wanted_if=(When(is_typical, True),),
        about="典型单位的做法和效果，总结中引用",
    )
    checked_on = DateField("检查日期", null=True, about="本会去检查民主管理的日子")
    checked_by = TextField("检查人", null=True, suggest=True, about="本会去看公开栏、查会议记录的人")
    remark = NotesField("备注", null=True)

    naming = (unit_name,)


OpenAffairs.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS open_affairs_once ON open_affairs (enterprise_id, year) "
        "WHERE deleted_at IS NULL"
    )
)


def established_in(year: int) -> Query[OpenAffairs]:
    """Select the year's records of units with open affairs."""
    known = InWords(OpenAffairs.established, "已建立厂务公开制度")
    return OpenAffairs.alive().where(OpenAffairs.year == year, known)


def practising(day: date) -> Query[OpenAffairs]:
    """Select the year's records of units with open affairs and an independent union (F024)."""
    independent = unions_standing(day).where(
        value_on(GrassrootsUnion.union_type, day) == UnionType.INDEPENDENT
    )
    having = OpenAffairs.enterprise.in_(independent.select(GrassrootsUnion.enterprise))
    return established_in(day.year).where(InWords(having, f"{write_date(day)}有独立工会"))
