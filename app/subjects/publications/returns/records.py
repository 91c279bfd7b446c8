"""Annual statistics returns (年报) of the grassroots unions (domain 9.1)."""

from __future__ import annotations

from enum import StrEnum

from peewee import SQL, Expression

from app.fields import ChoiceField, CountField, DateField, FlagField, NotesField, TextField
from app.records.base import Record
from app.records.naming import named_alike
from app.rules import regulations
from app.subjects.unions.grassroots.records import (
    OWNERSHIPS,
    OWNERSHIPS_ALSO,
    TYPES_ALSO,
    GrassrootsUnion,
)

INDEPENDENT = "独立工会"
JOINT_TYPES = ("联合工会", "小区工会", "行业工会", "楼宇(园区)工会联合会")
PASSED = "通过"


class ReturnStatus(StrEnum):
    """How far a return has come."""

    MISSING = "未报"
    RECEIVED = "已收"
    ENTERED = "已录入国家软件"
    SENT_BACK = "退回修改"


class AnnualReturn(Record):
    """One grassroots union's return for a statistics year: 1 October to 30 September."""

    year = CountField(
        "统计年度",
        short="年度",
        help_text="上年10月1日至本年9月30日",
        aliases=("年度",),
        about="工会统计年度，不是日历年",
        rule=regulations.STATISTICS_YEAR,
    )
    union_name = TextField(
        "基层工会",
        index=True,
        suggest=True,
        aliases=("基层工会名称", "工会名称", "单位名称"),
        about="从基层工会台账中选或写全称，一年一家一份",
    )
    code = TextField("统计代码", null=True, longest=30, index=True, about="基层工会统计代码，照上年年报")
    union_type = ChoiceField(
        "组织类型",
        (INDEPENDENT, *JOINT_TYPES, "社区工会"),
        synonyms=TYPES_ALSO,
        aliases=("工会类型",),
        about="工会是独立工会还是联合工会等",
    )
    ownership = ChoiceField(
        "所有制",
        OWNERSHIPS,
        synonyms=OWNERSHIPS_ALSO,
        aliases=("所有制(年报口径)",),
        about="工会所在单位的所有制，年报分口径统计",
    )
    workers = CountField(
        "职工总数",
        short="职工",
        null=True,
        unit="人",
        aliases=("职工人数",),
        about="9月30日在册的全部职工，包括派遣工",
    )
    women_workers = CountField(
        "女职工", null=True, at_most=(workers,), unit="人", about="在册职工里的女性，包括在职工总数以内"
    )
    migrant_workers = CountField(
        "农民工", null=True, at_most=(workers,), unit="人", about="在册职工里的农民工，包括在职工总数以内"
    )
    dispatched_workers = CountField(
        "劳务派遣", null=True, at_most=(workers,), unit="人", about="派遣单位派来的职工，包括在职工总数以内"
    )
    members = CountField(
        "会员总数",
        short="会员",
        null=True,
        at_most=(workers,),
        unit="人",
        aliases=("会员人数",),
        about="9月30日的工会会员，不多于职工总数",
    )
    women_members = CountField(
        "女会员",
        null=True,
        at_most=(members, women_workers),
        unit="人",
        about="会员里的女性，包括在会员总数以内",
    )
    migrant_members = CountField(
        "农民工会员",
        null=True,
        at_most=(members, migrant_workers),
        unit="人",
        about="会员里的农民工，包括在会员总数以内",
    )
    full_time = CountField("专职工会干部", null=True, unit="人", about="只做工会工作的干部，不做别的")
    part_time = CountField("兼职工会干部", null=True, unit="人", about="另有本职、兼做工会工作的干部")
    covered_units = CountField(
        "涵盖单位数",
        null=True,
        unit="家",
        help_text="联合工会填写，至少 2 家",
        about="联合工会覆盖多少个单位",
    )
    delegates = CountField(
        "职代会代表数", null=True, unit="人", about="职代会现任的职工代表，没有职代会的不填"
    )
    has_women_committee = FlagField("女职工委员会", null=True, about="建了女职工委员会的选“是”")
    has_audit_committee = FlagField("经费审查组织", null=True, about="建了经费审查组织的选“是”")
    has_congress = FlagField("职代会", null=True, about="建了职代会制度的选“是”")
    has_open_affairs = FlagField("厂务公开", null=True, about="实行厂务公开的选“是”")
    has_safety_inspection = FlagField("劳动保护监督检查", null=True, about="建了劳动保护监督检查组织的选“是”")
    has_legal_inspection = FlagField("劳动法律监督", null=True, about="建了劳动法律监督组织的选“是”")
    has_mediation = FlagField("劳动争议调解委员会", null=True, about="建了劳动争议调解委员会的选“是”")
    status = ChoiceField(
        "报送状态",
        ReturnStatus,
        default=ReturnStatus.MISSING.value,
        synonyms={"已录入": ReturnStatus.ENTERED.value, "录入": ReturnStatus.ENTERED.value},
        aliases=("状态",),
        about="年报表收来没有、录入国家软件没有",
    )
    reminders = CountField("催报次数", default=0, unit="次", about="打电话或发通知催过几次，每催一次加一")
    reminded_on = DateField("最近催报日期", null=True, past=True, about="上一次催的日子，隔几天再催")
    received_on = DateField("收表日期", null=True, past=True, about="纸质表盖章交来的日子，没有交的列为催报")
    check_result = ChoiceField(
        "逻辑检查结果", (PASSED, "有问题"), null=True, aliases=("逻辑检查",), about="国家软件逻辑检查是否通过"
    )
    check_note = TextField("检查或退回意见", null=True, about="检查出什么问题，或为什么退回")
    change_note = TextField(
        "与上年变动说明",
        null=True,
        help_text="人数比上年变动超过 20% 时填写",
        about="人数增减多的要说明，例如 并入两家企业",
    )
    entered_on = DateField(
        "录入日期", null=True, past=True, after=(received_on,), about="在国家年报软件里录完的日子"
    )
    entered_by = TextField("录入人", null=True, suggest=True, about="在国家年报软件里录这份表的人")
    remark = NotesField("备注", null=True)

    naming = (union_name,)


AnnualReturn.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS annual_return_once ON annual_return (year, union_name) "
        "WHERE deleted_at IS NULL"
    )
)


def return_of_year_before(record: AnnualReturn) -> AnnualReturn | None:
    """Return what the same union reported for the year before."""
    if record.year is None or not record.union_name:
        return None
    last_year = AnnualReturn.alive().where(AnnualReturn.year == record.year - 1)
    same: AnnualReturn | None = last_year.where(AnnualReturn.union_name == record.union_name).first()
    return same or last_year.where(of_the_same_union(record)).first()


def of_the_same_union(record: AnnualReturn) -> Expression:
    """Return the SQL condition for returns of the same union, under whichever of its names."""
    return named_alike(AnnualReturn.union_name, GrassrootsUnion, record.union_name)
