"""Surveys of enterprises, each unit as it was found (domain 2.5)."""

from __future__ import annotations

from app.keeping import deriving, keeping
from app.register import Child, Register, Section, State, Step
from app.subjects.unions.enterprises.records import CLOSED, Enterprise
from app.subjects.unions.surveys import checks
from app.subjects.unions.surveys.forms import SURVEY_FORMS
from app.subjects.unions.surveys.lists import SURVEY_SUMMARY, WITHOUT_UNION
from app.subjects.unions.surveys.records import (
    REPORTED,
    Survey,
    SurveyItem,
    SurveyStatus,
    items_of,
    snapshot,
    survey_sums,
)

ITEMS = Register(
    "unions.survey_items",
    "排摸单位",
    SurveyItem,
    columns=(
        SurveyItem.unit_name,
        SurveyItem.ownership_kind,
        SurveyItem.employee_count,
        SurveyItem.has_union,
        SurveyItem.over_50,
    ),
    identity=((SurveyItem.unit_name,),),
    sections=(
        Section(
            "当时情况",
            SurveyItem.enterprise,
            SurveyItem.unit_name,
            SurveyItem.ownership_kind,
            SurveyItem.employee_count,
            SurveyItem.has_union,
            SurveyItem.preparing,
            SurveyItem.over_50,
            SurveyItem.no_union_reason,
            SurveyItem.visited_on,
            SurveyItem.visited_by,
            SurveyItem.intention,
            SurveyItem.remark,
        ),
    ),
    filters=(
        SurveyItem.ownership_kind,
        SurveyItem.has_union,
        SurveyItem.preparing,
        SurveyItem.over_50,
        SurveyItem.intention,
        SurveyItem.visited_on,
    ),
    search=(SurveyItem.unit_name, SurveyItem.no_union_reason),
    checks=checks.ITEM,
    order=(SurveyItem.id.asc(),),
    unit="家",
    sums=(SurveyItem.employee_count,),
)


def _list_enterprises(survey: Survey) -> None:
    """List every open enterprise that the survey lacks, as the register has it today."""
    listed = items_of(survey).where(SurveyItem.enterprise.is_null(False)).select(SurveyItem.enterprise)
    missing = Enterprise.alive().where(
        Enterprise.business_status.not_in(CLOSED), Enterprise.id.not_in(listed)
    )
    for unit in missing.order_by(Enterprise.search_key):
        values = {**snapshot(unit), "no_union_reason": unit.no_union_reason}
        keeping.save(ITEMS, SurveyItem(survey=survey, enterprise=unit, **values))


def _compute_sizes(survey: Survey) -> None:
    """Another threshold makes other units large."""
    for item in items_of(survey):
        before = item.over_50
        deriving.compute_derived(item)
        if item.over_50 != before:
            keeping.store(item)


def _sum_up(survey: Survey) -> None:
    """Fill in the totals that were not typed; typed ones must agree."""
    if survey.id is None:
        return
    sums = survey_sums(survey)
    for field, position in REPORTED:
        if getattr(survey, field.name) is None:
            setattr(survey, field.name, sums[position])


SURVEYS = Register(
    "unions.surveys",
    "企业排摸",
    Survey,
    columns=(
        Survey.name,
        Survey.month,
        Survey.units,
        Survey.workers,
        Survey.with_union,
        Survey.over,
        Survey.status,
    ),
    sections=(
        Section(
            "排摸",
            Survey.name,
            Survey.month,
            Survey.scope,
            Survey.leader,
            Survey.threshold,
            Survey.remark,
        ),
        Section(
            "汇总",
            Survey.units,
            Survey.workers,
            Survey.with_union,
            Survey.preparing,
            Survey.over,
            Survey.told_units,
            Survey.told_workers,
            Survey.told_with_union,
            Survey.told_over,
        ),
    ),
    filters=(Survey.status,),
    search=(Survey.name, Survey.scope, Survey.leader),
    checks=(checks.still_adds_up,),
    children=(Child(ITEMS, SurveyItem.survey),),
    steps=(
        Step(
            "汇总",
            (SurveyStatus.RUNNING,),
            SurveyStatus.SUMMED_UP,
            guard=checks.may_be_summed_up,
            prepare=_sum_up,
        ),
        Step("上报", (SurveyStatus.SUMMED_UP,), SurveyStatus.REPORTED, guard=checks.may_be_summed_up),
        Step(
            "列入在册企业",
            (SurveyStatus.RUNNING,),
            SurveyStatus.RUNNING,
            effect=_list_enterprises,
            confirm="把企业台账中正常经营、尚未列入的单位按目前情况列入本次排摸。",
            usual=False,
        ),
        Step(
            "退回修改",
            (SurveyStatus.SUMMED_UP, SurveyStatus.REPORTED),
            SurveyStatus.RUNNING,
            usual=False,
        ),
    ),
    prints=(SURVEY_SUMMARY, WITHOUT_UNION, SURVEY_FORMS),
    order=(Survey.month.desc(),),
    status=Survey.status,
    states=(
        State(SurveyStatus.RUNNING, "info"),
        State(SurveyStatus.SUMMED_UP, "warn"),
        State(SurveyStatus.REPORTED, "good"),
    ),
    unique_together=((Survey.name,),),
    unit="次",
    after=_compute_sizes,
)
