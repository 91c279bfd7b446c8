"""Annual statistics returns (年报) of the grassroots unions (domain 9.1)."""

from __future__ import annotations

from enum import StrEnum

from peewee import SQL, Expression

from app.fields import ChoiceField, CountField, DateField, FlagField, NotesField, TextField
from app.records.base import Record
from app.records.naming import named_alike
from app.subjects.unions.grassroots.records import GrassrootsUnion

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

    year = CountField("统计年度", short="年度", help_text="上年10月1日至本年9月30日", aliases=("年度",))
    union_name = TextField(
        "基层工会", index=True, suggest=True, aliases=("基层工会名称", "工会名称", "单位名称")
    )
    code = TextField("统计代码", null=True, longest=30, index=True)
    union_type = ChoiceField(
        "组织类型",
        (INDEPENDENT, *JOINT_TYPES, "社区工会"),
        synonyms={"独立": INDEPENDENT, "联合": "联合工会"},
        aliases=("工会类型",),
    )
    ownership = ChoiceField(
        "所有制",
        ("外资", "私营", "国有", "集体", "机关事业", "其他"),
        synonyms={"外资企业": "外资", "私营企业": "私营", "机关": "机关事业", "事业单位": "机关事业"},
        aliases=("所有制(年报口径)",),
    )
    workers = CountField("职工总数", short="职工", null=True, unit="人", aliases=("职工人数",))
    women_workers = CountField("女职工", null=True, at_most=(workers,), unit="人")
    migrant_workers = CountField("农民工", null=True, at_most=(workers,), unit="人")
    dispatched_workers = CountField("劳务派遣", null=True, at_most=(workers,), unit="人")
    members = CountField(
        "会员总数", short="会员", null=True, at_most=(workers,), unit="人", aliases=("会员人数",)
    )
    women_members = CountField("女会员", null=True, at_most=(members, women_workers), unit="人")
    migrant_members = CountField("农民工会员", null=True, at_most=(members, migrant_workers), unit="人")
    full_time = CountField("专职工会干部", null=True, unit="人")
    part_time = CountField("兼职工会干部", null=True, unit="人")
    covered_units = CountField("涵盖单位数", null=True, unit="家", help_text="联合工会填写，至少 2 家")
    delegates = CountField("职代会代表数", null=True, unit="人")
    has_women_committee = FlagField("女职工委员会", null=True)
    has_audit_committee = FlagField("经费审查组织", null=True)
    has_congress = FlagField("职代会", null=True)
    has_open_affairs = FlagField("厂务公开", null=True)
    has_safety_inspection = FlagField("劳动保护监督检查", null=True)
    has_legal_inspection = FlagField("劳动法律监督", null=True)
    has_mediation = FlagField("劳动争议调解委员会", null=True)
    status = ChoiceField(
        "报送状态",
        ReturnStatus,
        default=ReturnStatus.MISSING.value,
        synonyms={"已录入": ReturnStatus.ENTERED.value, "录入": ReturnStatus.ENTERED.value},
        aliases=("状态",),
    )
    reminders = CountField("催报次数", default=0, unit="次")
    reminded_on = DateField("最近催报日期", null=True, past=True)
    received_on = DateField("收表日期", null=True, past=True)
    check_result = ChoiceField("逻辑检查结果", (PASSED, "有问题"), null=True, aliases=("逻辑检查",))
    check_note = TextField("检查或退回意见", null=True)
    change_note = TextField("与上年变动说明", null=True, help_text="人数比上年变动超过 20% 时填写")
    entered_on = DateField("录入日期", null=True, past=True, after=(received_on,))
    entered_by = TextField("录入人", null=True, suggest=True)
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
