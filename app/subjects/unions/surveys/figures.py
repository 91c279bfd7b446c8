"""Figures of enterprise surveys (domain 2.5 and 2.7; F062 to F078): those of the period's latest survey."""

from __future__ import annotations

from peewee import Value

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, flow, share
from app.figures.measures import total
from app.figures.once import once
from app.figures.splits import by, yes_no
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.unions.surveys.records import SurveyItem, items_of, last_survey

TITLE = "企业排摸"
_COUNTED = "按期间内最近一次排摸登记的单位计，不用上报数"
_OWNERSHIP = by(SurveyItem.ownership_kind)
_UNION = yes_no(SurveyItem.has_union, "有工会", "无工会")
_SIZE = yes_no(SurveyItem.over_50, "规模以上", "规模以下")


_LARGE = InWords(SurveyItem.over_50, "达到排摸所定规模")


def _items(period: Period) -> Query[SurveyItem]:
    survey = once(("survey", *period), lambda: last_survey(*period))
    if survey is None:
        return SurveyItem.alive().where(InWords(Value(0) == 1, f"属于{period.label}的排摸（没有登记）"))
    return items_of(survey)


@flow("排摸企业", "家", split=_OWNERSHIP, about=_COUNTED)
def units(period: Period) -> Query[SurveyItem]:
    return _items(period)


@flow(
    "排摸职工", "人", measure=total(SurveyItem.employee_count), split=_OWNERSHIP, about=_COUNTED, charted=True
)
def workers(period: Period) -> Query[SurveyItem]:
    return _items(period)


@flow("排摸有工会", "家", split=_OWNERSHIP, about=_COUNTED, lists=SurveyItem.unit_name)
def with_union(period: Period) -> Query[SurveyItem]:
    return _items(period).where(SurveyItem.has_union)


@flow("排摸筹备组建", "家", split=_OWNERSHIP, about=_COUNTED, lists=SurveyItem.unit_name)
def preparing(period: Period) -> Query[SurveyItem]:
    return _items(period).where(SurveyItem.preparing)


@flow("排摸未建会", "家", split=_OWNERSHIP, about="含筹备组建中的", lists=SurveyItem.unit_name)
def without_union(period: Period) -> Query[SurveyItem]:
    return _items(period).where(~SurveyItem.has_union)


@flow("规模以上企业", "家", split=_OWNERSHIP, about="规模通常为职工50人以上，含50人")
def large(period: Period) -> Query[SurveyItem]:
    return _items(period).where(_LARGE)


@flow("规模以上未建会", "家", split=_OWNERSHIP, about="下一年建会的工作名单", lists=SurveyItem.unit_name)
def large_without_union(period: Period) -> Query[SurveyItem]:
    return large.query(period).where(~SurveyItem.has_union)


@share("排摸建会率", about="排摸的企业中已有工会的")
def founding_rate() -> tuple[Figure, Figure]:
    return with_union, units


UNION_BY_OWNERSHIP = Cross("排摸企业（所有制 × 建会）", units, _OWNERSHIP, _UNION)
SIZE_BY_OWNERSHIP = Cross("排摸企业（所有制 × 规模）", units, _OWNERSHIP, _SIZE)
WORKERS_BY_OWNERSHIP = Cross("排摸职工（所有制 × 建会）", workers, _OWNERSHIP, _UNION)

SUMS = (
    Sum(units, (with_union, without_union)),
    *(Sum(whole, whole.parts) for whole in (units, workers, with_union, large)),
)
