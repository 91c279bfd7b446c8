"""Figures of honours (domain 18: honours of units and persons by level)."""

from __future__ import annotations

from app.figures.crosses import Cross
from app.figures.figure import Sum, flow
from app.figures.measures import different_units, distinct
from app.figures.splits import by
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.members.records import person_told
from app.subjects.office.honours.lists import cited
from app.subjects.office.honours.recipients import OURSELVES, PERSON, UNIT
from app.subjects.office.honours.records import Honour

TITLE = "荣誉"
_LEVEL = by(Honour.level)
_person = person_told(Honour.member, Honour.recipient, Honour.employer)


def _cited(honour: Honour, period: Period) -> str:
    return cited(honour)


def _granted(period: Period) -> Query[Honour]:
    granted = Honour.alive().where(Honour.granted_on.between(*period))
    return granted.order_by(Honour.granted_on, Honour.title, Honour.recipient, Honour.id)


@flow("获得荣誉", "项", split=_LEVEL, tells=_cited, about="比赛的名次和奖项不算，见登记奖项")
def honours(period: Period) -> Query[Honour]:
    return _granted(period)


@flow("本会荣誉", "项", split=_LEVEL, tells=_cited)
def own(period: Period) -> Query[Honour]:
    return _granted(period).where(Honour.recipient_kind == OURSELVES)


@flow("单位荣誉", "项", split=_LEVEL, tells=_cited)
def of_units(period: Period) -> Query[Honour]:
    return _granted(period).where(Honour.recipient_kind == UNIT)


@flow("个人荣誉", "项", split=_LEVEL, tells=_cited)
def of_persons(period: Period) -> Query[Honour]:
    return _granted(period).where(Honour.recipient_kind == PERSON)


@flow(
    "获荣誉单位",
    "家",
    measure=different_units("去重后的单位数", Honour.enterprise),
    lists=Honour.recipient,
    about="同一单位只计一次",
)
def units(period: Period) -> Query[Honour]:
    return of_units.query(period)


@flow(
    "获荣誉个人",
    "人",
    measure=distinct("按会员或姓名和单位去重后的人数", _person),
    lists=Honour.recipient,
)
def persons(period: Period) -> Query[Honour]:
    return of_persons.query(period)


HONOURS_BY_KIND = Cross("获得荣誉（级别 × 获得者类别）", honours, _LEVEL, by(Honour.recipient_kind))
SUMS = (Sum(honours, (own, of_units, of_persons)), Sum(honours, honours.parts))
