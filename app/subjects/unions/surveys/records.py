"""Surveys of enterprises (企业排摸): what each unit was on the day it was visited (domain 2.5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from peewee import SQL, Case, fn

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    Derived,
    FlagField,
    NotesField,
    PartialDateField,
    ReferenceField,
    TextField,
)
from app.records.base import Query, Record
from app.records.naming import NamedLink
from app.records.profile import Profile, standard
from app.subjects.unions.enterprises.records import OWNERSHIP_SYNONYMS, OWNERSHIPS, Enterprise


def large_unit() -> int:
    """Return from how many workers on a unit is a large one; 50人以上 includes the fifty themselves."""
    return standard(Profile.large_unit)


class SurveyStatus(StrEnum):
    """How far a survey has come."""

    RUNNING = "进行中"
    SUMMED_UP = "已汇总"
    REPORTED = "已上报"


def _counted(position: int, unit: str) -> Callable[[Survey], str]:
    def text(survey: Survey) -> str:
        return f"{survey_sums(survey)[position]:,} {unit}" if survey.id else ""

    return text


class Survey(Record):
    """A survey of the community's enterprises."""

    name = TextField(
        "排摸名称", index=True, help_text="例如 2011年11月企业排摸", about="这次排摸的名称，总结中用它称呼"
    )
    month = PartialDateField(
        "排摸日期",
        aliases=("排摸月份",),
        help_text="可只填到月份，例如 2011年11月",
        about="在哪个月或哪一天排摸",
    )
    scope = TextField("范围", null=True, suggest=True, about="排摸了哪些单位，例如 辖区内50人以上企业")
    leader = TextField("负责人", null=True, suggest=True, about="带队排摸并对数字负责的人，汇总表上照印")
    threshold = CountField(
        "规模以上人数",
        default=large_unit,
        unit="人",
        help_text="“50人以上”包括 50 人",
        about="多少人以上算规模以上，包括这个人数本身",
    )
    units = Derived("企业数", _counted(0, "家"), align="right", about="已登记的排摸单位有多少家")
    workers = Derived("职工总数", _counted(1, "人"), align="right", about="已登记的排摸单位职工人数合计")
    with_union = Derived("有工会", _counted(2, "家"), align="right", about="排摸单位中已有工会的家数")
    preparing = Derived("筹备组建中", _counted(3, "家"), align="right", about="排摸单位中正在筹备建会的家数")
    over = Derived("规模以上", _counted(4, "家"), align="right", about="排摸单位中达到规模人数的家数")
    told_units = CountField("上报企业数", null=True, unit="家", about="没有逐家登记时，报给上级的企业数")
    told_workers = CountField(
        "上报职工总数", null=True, unit="人", about="没有逐家登记时，报给上级的职工总数"
    )
    told_with_union = CountField(
        "上报有工会数", null=True, unit="家", about="没有逐家登记时，报给上级的有工会家数"
    )
    told_over = CountField(
        "上报规模以上数", null=True, unit="家", about="没有逐家登记时，报给上级的规模以上家数"
    )
    status = ChoiceField("状态", SurveyStatus, default=SurveyStatus.RUNNING.value)
    remark = NotesField("备注", null=True)

    naming = (name,)


REPORTED = (
    (Survey.told_units, 0),
    (Survey.told_workers, 1),
    (Survey.told_with_union, 2),
    (Survey.told_over, 4),
)
"""The totals that a survey reports, and where `survey_sums` has them."""


def snapshot(unit: Enterprise) -> dict[str, object]:
    """Return what a survey keeps of an enterprise as it is today; all of it required in the item."""
    return {
        "unit_name": unit.name,
        "ownership_kind": unit.ownership_kind,
        "employee_count": unit.employee_count,
        "has_union": unit.union_status == "已建会",
        "preparing": unit.union_status == "筹备组建中",
    }


def survey_of(item: SurveyItem) -> Survey | None:
    """Return the survey an item belongs to, also one not kept yet; None where none was chosen."""
    survey: Survey | None = item.__rel__.get("survey")
    if survey is None and item.survey_id is not None:
        survey = item.survey
    return survey


def _is_over(item: SurveyItem) -> bool | None:
    survey = survey_of(item)
    if item.employee_count is None:
        return None
    least = survey.threshold if survey is not None else large_unit()
    return bool(item.employee_count >= least)


class SurveyItem(Record):
    """One unit as a survey found it: later changes of the enterprise leave it as it is."""

    survey_id: int | None
    enterprise_id: int | None

    survey = ReferenceField("排摸", Survey, backref="items")
    unit_name = TextField(
        "单位名称",
        about="排摸时的单位全称，以后改名也不变",
    )
    enterprise = NamedLink(
        "企业",
        Enterprise,
        by=unit_name,
        fills=snapshot,
        help_text="选中后按当时的登记填好，以后不再变动",
        about="排摸的是企业台账中的哪一家",
    )
    ownership_kind = ChoiceField(
        "所有制类型",
        OWNERSHIPS,
        short="所有制",
        synonyms=OWNERSHIP_SYNONYMS,
        about="排摸当时的所有制，外资、私营、国内合资分开统计",
    )
    employee_count = CountField(
        "职工人数",
        unit="人",
        about="排摸当天问到的职工总数，企业以后增减也不变",
    )
    has_union = FlagField(
        "有无工会", short="有工会", aliases=("有工会",), about="排摸当时有没有工会，筹备中的选“否”"
    )
    preparing = FlagField(
        "是否筹备组建中",
        short="筹备中",
        aliases=("筹备组建中", "是否筹建"),
        about="正在筹备建会的选“是”，已有工会的选“否”",
    )
    over_50 = FlagField("规模以上", null=True, derive=_is_over, help_text="职工人数达到排摸所定的规模")
    no_union_reason = TextField("未建会原因", null=True, suggest=True, about="排摸时问到的没有建会的原因")
    visited_on = DateField(
        "走访日期", null=True, aliases=("走访时间", "排摸日期"), about="到这个单位排摸的日子"
    )
    visited_by = TextField(
        "走访人", null=True, suggest=True, aliases=("排摸人",), about="去排摸的本会工作人员"
    )
    intention = ChoiceField(
        "建会意向", ("愿意", "观望", "拒绝"), null=True, about="单位对建会的态度：愿意、观望还是拒绝"
    )
    remark = TextField("备注", null=True)

    naming = (unit_name,)


SurveyItem.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS survey_item_once ON survey_item (survey_id, enterprise_id) "
        "WHERE deleted_at IS NULL AND enterprise_id IS NOT NULL"
    )
)


def last_survey(first: date, last: date) -> Survey | None:
    """Return the latest survey of a span; one whose month was never told ended with its year.

    One that is still running never takes the place of one that was summed up.
    """
    ended = Case(fn.LENGTH(Survey.month), ((4, Survey.month.concat("-12")),), fn.SUBSTR(Survey.month, 1, 7))
    within = ended.between(f"{first:%Y-%m}", f"{last:%Y-%m}")
    finished = (Survey.status != SurveyStatus.RUNNING).desc()
    surveys = Survey.alive().where(within).order_by(finished, ended.desc(), Survey.id.desc())
    latest: Survey | None = surveys.first()
    return latest


def items_of(survey: Survey) -> Query[SurveyItem]:
    """Select a survey's units."""
    return SurveyItem.alive().where(SurveyItem.survey == survey)


def survey_sums(survey: Survey) -> tuple[int, int, int, int, int]:
    """Return the units, their workers, and how many have a union, prepare one, are of the size asked."""
    item = SurveyItem
    flags = (item.has_union, item.preparing, item.over_50)
    measures = [fn.COALESCE(fn.SUM(Case(None, ((flag, 1),), 0)), 0) for flag in flags]
    query = items_of(survey).select(fn.COUNT(1), fn.COALESCE(fn.SUM(item.employee_count), 0), *measures)
    units, workers, having, preparing, over = next(iter(query.tuples()))
    return int(units), int(workers), int(having), int(preparing), int(over)
