"""The rules of enterprise surveys that need thought (domain 2.5, 2.7 and 2.8)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields import Described
from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.records.naming import named_alike, same_unit
from app.subjects.unions.enterprises.records import CLOSED, Enterprise
from app.subjects.unions.surveys.records import (
    REPORTED,
    Survey,
    SurveyItem,
    SurveyStatus,
    survey_of,
    survey_sums,
)


def still_adds_up(survey: Survey) -> Iterator[Problem]:
    """A survey that was reported should still be what its units add up to."""
    if survey.status != SurveyStatus.RUNNING:
        for field, reported, counted in _differences(survey):
            yield Warn(field, f"上报 {reported:,}，按登记的单位合计 {counted:,}，两者不符，请核对")


def _differences(survey: Survey) -> Iterator[tuple[Described, int, int]]:
    """Yield the totals that are not what the units add up to: field, as reported, as counted."""
    if survey.id is None:
        return
    sums = survey_sums(survey)
    for field, position in REPORTED:
        reported = getattr(survey, field.name)
        if reported is not None and reported != sums[position]:
            yield field, reported, sums[position]


def may_be_summed_up(survey: Survey) -> Iterator[Problem]:
    """A survey of nobody is not summed up, nor one whose totals are not the sums of its units."""
    if survey.id is None or survey_sums(survey)[0] == 0:
        yield Block(Survey.name, "还没有登记排摸的单位，不能汇总")
    for field, reported, counted in _differences(survey):
        yield Block(field, f"填写 {reported:,}，按登记的单位合计 {counted:,}，两者不符，请核对")


def visited_once(item: SurveyItem) -> Iterator[Problem]:
    """A unit stands in a survey once, however its name is written (domain 2.5): each row is counted."""
    if item.survey_id is None:
        return
    same = same_unit(SurveyItem.enterprise, item)
    if item.unit_name:
        same |= named_alike(SurveyItem.unit_name, Enterprise, item.unit_name)
    if first(others(item).where(SurveyItem.survey == item.survey_id, same)) is not None:
        yield Block(SurveyItem.unit_name, "这次排摸中已有这个单位，请修改那一条")


def has_or_prepares(item: SurveyItem) -> Iterator[Problem]:
    """A union exists or is being prepared, not both; where there is none, the reason is asked for."""
    if item.has_union and item.preparing:
        yield Block(SurveyItem.preparing, "已有工会，不能同时是筹备组建中，请核对")
    if item.has_union is False and not item.preparing and not item.no_union_reason:
        yield Warn(SurveyItem.no_union_reason, "没有工会，请记下未建会原因")


def visited_in_time(item: SurveyItem) -> Iterator[Problem]:
    """The visit falls into the survey's year."""
    survey = survey_of(item)
    if survey is None or item.visited_on is None or not survey.month:
        return
    if f"{item.visited_on.year}" != survey.month[:4]:
        yield Warn(SurveyItem.visited_on, f"不在排摸的年份（{survey.month[:4]}年），请核对")


def unit_still_works(item: SurveyItem) -> Iterator[Problem]:
    """A unit that has closed is not counted any more."""
    unit = item.enterprise
    if unit is not None and unit.business_status in CLOSED:
        yield Warn(SurveyItem.enterprise, f"这个单位已{unit.business_status}，请核对是否仍应列入")


ITEM = (visited_once, has_or_prepares, visited_in_time, unit_still_works)
