"""Figures of what members were given, on what occasion and in what form (domain 18)."""

from __future__ import annotations

from app.figures.crosses import Cross
from app.figures.figure import Sum, flow
from app.figures.measures import distinct, total
from app.figures.splits import by
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.members.care.records import COOLING, PERSON, MemberBenefit, MemberCare
from app.subjects.members.records import person_told

TITLE = "会员慰问和普惠"
_OCCASION, _FORM, _FUND = by(MemberCare.occasion), by(MemberCare.form), by(MemberCare.fund_source)
_KIND = by(MemberBenefit.kind)
_person = person_told(MemberCare.member, MemberCare.recipient, MemberCare.employer)


def _given(period: Period) -> Query[MemberCare]:
    return MemberCare.alive().where(MemberCare.given_on.between(*period))


def _cooled(period: Period) -> Query[MemberCare]:
    return _given(period).where(MemberCare.occasion == COOLING)


def _offered(period: Period) -> Query[MemberBenefit]:
    return MemberBenefit.alive().where(MemberBenefit.held_on.between(*period))


@flow("会员慰问", "人次", measure=total(MemberCare.people), split=_OCCASION, charted=True)
def cares(period: Period) -> Query[MemberCare]:
    return _given(period)


@flow(
    "慰问会员",
    "人",
    measure=distinct("按会员或姓名和单位去重后的人数", _person),
    about="集体慰问不在内",
)
def persons(period: Period) -> Query[MemberCare]:
    return _given(period).where(MemberCare.recipient_kind == PERSON)


@flow("会员慰问支出", "元", measure=total(MemberCare.amount), split=_FORM, about="实物按折价")
def spent(period: Period) -> Query[MemberCare]:
    return _given(period)


@flow("送清凉", "人次", measure=total(MemberCare.people))
def cooled(period: Period) -> Query[MemberCare]:
    return _cooled(period)


@flow("送清凉支出", "元", measure=total(MemberCare.amount), split=_FORM, about="实物按折价")
def cooled_spent(period: Period) -> Query[MemberCare]:
    return _cooled(period)


@flow("普惠项目", "项", split=_KIND, lists=MemberBenefit.title)
def benefits(period: Period) -> Query[MemberBenefit]:
    return _offered(period)


@flow("普惠受益", "人次", measure=total(MemberBenefit.people), split=_KIND)
def benefited(period: Period) -> Query[MemberBenefit]:
    return _offered(period)


@flow("普惠支出", "元", measure=total(MemberBenefit.cost), split=_KIND)
def benefits_spent(period: Period) -> Query[MemberBenefit]:
    return _offered(period)


SPENT_BY_FUND = Cross("会员慰问支出（事由 × 经费来源，元）", spent, _OCCASION, _FUND)
SUMS = tuple(Sum(whole, whole.parts) for whole in (cares, spent, cooled_spent, benefits, benefited))
