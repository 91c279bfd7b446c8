"""Figures of democratic management (domain 6.2 and 6.3; F024 to F027)."""

from __future__ import annotations

from datetime import date

from app.figures.figure import Figure, Sum, fact, flow, share, stock
from app.figures.measures import distinct, total
from app.figures.splits import by
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.unions.figures import independent
from app.subjects.unions.open_affairs.records import OpenAffairs, established_in, practising

TITLE = "厂务公开"
_UNITS = distinct("的单位数", OpenAffairs.enterprise, OpenAffairs.unit_name)
_YEARLY = "按年度登记，取期间末日所在年度"
_ESTABLISHED = "已建立厂务公开制度的单位"
_TYPICAL = "作为厂务公开典型的单位"


@stock("厂务公开单位", "家", measure=_UNITS, split=by(OpenAffairs.congress), about=_YEARLY, told=_ESTABLISHED)
def established(day: date) -> Query[OpenAffairs]:
    return established_in(day.year)


@stock("厂务公开独立工会", "家", measure=_UNITS, about=_YEARLY, told=f"有独立工会、{_ESTABLISHED}")
def independents(day: date) -> Query[OpenAffairs]:
    return practising(day)


@share("厂务公开建制率", about="独立工会中所在单位已建立厂务公开制度的")
def rate() -> tuple[Figure, Figure]:
    return independents, independent


@stock(
    "职代会单位",
    "家",
    measure=_UNITS,
    split=by(OpenAffairs.congress, only=("单独", "区域性", "行业性")),
    about=_YEARLY,
    told="有职代会的单位",
)
def congresses(day: date) -> Query[OpenAffairs]:
    return OpenAffairs.alive().where(
        OpenAffairs.year == day.year, InWords(OpenAffairs.congress != "无", "有职代会")
    )


@flow("召开职代会", "家", measure=_UNITS, about="按召开日期", told="召开职代会的单位")
def held(period: Period) -> Query[OpenAffairs]:
    return OpenAffairs.alive().where(OpenAffairs.held_on.between(*period))


def _typical(day: date) -> Query[OpenAffairs]:
    return OpenAffairs.alive().where(OpenAffairs.year == day.year, OpenAffairs.is_typical)


@stock("厂务公开典型", "家", measure=_UNITS, lists=OpenAffairs.unit_name, about=_YEARLY, told=_TYPICAL)
def typical(day: date) -> Query[OpenAffairs]:
    return _typical(day)


@fact(
    "厂务公开经验",
    OpenAffairs.unit_name,
    about=_YEARLY,
    of=OpenAffairs.experience,
    said="{names}：{of}",
    told=_TYPICAL,
)
def experience(day: date) -> Query[OpenAffairs]:
    return _typical(day)


@stock("征求意见", "条", measure=total(OpenAffairs.opinions), about=_YEARLY, told="民主管理中征求的意见")
def opinions(day: date) -> Query[OpenAffairs]:
    return OpenAffairs.alive().where(OpenAffairs.year == day.year)


@stock("采纳意见", "条", measure=total(OpenAffairs.adopted), about=_YEARLY, told="民主管理中采纳的意见")
def adopted(day: date) -> Query[OpenAffairs]:
    return OpenAffairs.alive().where(OpenAffairs.year == day.year)


@share("意见采纳率")
def adoption_rate() -> tuple[Figure, Figure]:
    return adopted, opinions


SUMS = tuple(Sum(whole, whole.parts) for whole in (established, congresses))
