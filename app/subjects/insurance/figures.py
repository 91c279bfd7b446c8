"""Figures of mutual insurance (domain 8.4; F044 to F049)."""

from __future__ import annotations

from datetime import date

from peewee import fn

from app.fields import Described
from app.figures.crosses import Cross
from app.figures.figure import Figure, facts_in, flow, mean, share, stock
from app.figures.measures import LargestOfEach, Measure, different_units, distinct, persons, total
from app.figures.persons import person
from app.figures.splits import by, by_month, by_reference, by_then, not_yet
from app.records.base import Query
from app.records.naming import known_as
from app.rules.periods import Period
from app.subjects.insurance.claims.records import ClaimStatus, MutualClaim
from app.subjects.insurance.records import (
    SINGLE,
    WITH_UNIT,
    GroupStatus,
    MutualConsultation,
    MutualEnrolment,
    MutualGroup,
    MutualProduct,
)

TITLE = "互助保障"
PUBLIC_BODIES = ("机关", "事业")


def paid_in(period: Period) -> Query[MutualEnrolment]:
    """Select the enrolments whose premium was paid in a period and that were not withdrawn in it."""
    return MutualEnrolment.alive().where(
        MutualEnrolment.paid_on.between(*period), not_yet(MutualEnrolment.withdrawn_on, period.last)
    )


def _singles(period: Period) -> Query[MutualEnrolment]:
    return paid_in(period).where(MutualEnrolment.mode == SINGLE)


def _granted(period: Period) -> Query[MutualClaim]:
    return MutualClaim.alive().where(
        MutualClaim.granted_on.between(*period), MutualClaim.status == ClaimStatus.PAID
    )


def _completed(period: Period) -> Query[MutualGroup]:
    return MutualGroup.alive().where(
        MutualGroup.completed_on.between(*period), MutualGroup.status == GroupStatus.DONE
    )


def _public(period: Period) -> Query[MutualGroup]:
    return _completed(period).where(MutualGroup.unit_kind.in_(PUBLIC_BODIES))


_known = MutualEnrolment.alias()
_enrolled = _known.select(
    person((MutualEnrolment.id_number, MutualEnrolment.name, MutualEnrolment.employer), row=_known)
).where(_known.id == MutualClaim.enrolment)
_persons = persons(MutualEnrolment.id_number, MutualEnrolment.name, MutualEnrolment.employer)
_product = by_reference(MutualEnrolment.product, MutualProduct.name, title="产品")
_product_claimed = by_reference(MutualClaim.product, MutualProduct.name, title="产品")
_heads = Measure(
    "的在职和退休人数合计", fn.COALESCE(fn.SUM(MutualGroup.active_count + MutualGroup.retired_count), 0)
)


def _once(field: Described) -> LargestOfEach:
    each = known_as(MutualGroup.enterprise)
    return LargestOfEach(f"的{field.label}合计（同一单位取最多的一张）", field, each=each)


@flow("互助保障咨询", "人次", measure=total(MutualConsultation.persons), split=by(MutualConsultation.way))
def consultations(period: Period) -> Query[MutualConsultation]:
    return MutualConsultation.alive().where(MutualConsultation.asked_on.between(*period))


@flow("给付申请", "人次", split=by(MutualClaim.kind))
def claims(period: Period) -> Query[MutualClaim]:
    return MutualClaim.alive().where(MutualClaim.applied_on.between(*period))


@flow("互助保障给付", "人次", split=by(MutualClaim.kind))
def grants(period: Period) -> Query[MutualClaim]:
    return _granted(period)


@flow(
    "互助保障给付人数",
    "人",
    measure=distinct("按身份证号去重后的人数", MutualClaim.id_number, _enrolled),
    charted=True,
)
def persons_granted(period: Period) -> Query[MutualClaim]:
    return _granted(period)


@flow("互助保障给付金额", "元", measure=total(MutualClaim.granted), split=by(MutualClaim.kind))
def granted(period: Period) -> Query[MutualClaim]:
    return _granted(period)


@mean("互助保障次均给付", "元")
def granted_mean() -> tuple[Figure, Figure]:
    return granted, grants


@flow("不予给付", "人次", told="申请而不予给付的互助保障")
def refused(period: Period) -> Query[MutualClaim]:
    return claims.query(period).where(MutualClaim.status == ClaimStatus.REFUSED)


@flow("散户参保", "人次", split=_product, charted=True)
def singles(period: Period) -> Query[MutualEnrolment]:
    return _singles(period)


@flow("散户参保人数", "人", measure=_persons)
def single_persons(period: Period) -> Query[MutualEnrolment]:
    return _singles(period)


@flow("散户保费", "元", measure=total(MutualEnrolment.premium), split=_product)
def single_premiums(period: Period) -> Query[MutualEnrolment]:
    return _singles(period)


@mean("散户人次均保费", "元")
def single_premium_mean() -> tuple[Figure, Figure]:
    return single_premiums, singles


@flow("随单位参保", "人次", split=_product, about="只算逐人登记了名册的单位")
def with_unit(period: Period) -> Query[MutualEnrolment]:
    return paid_in(period).where(MutualEnrolment.mode == WITH_UNIT)


@stock("有效参保人数", "人", measure=_persons, about="逐人登记的散户和单位名册")
def insured(day: date) -> Query[MutualEnrolment]:
    return MutualEnrolment.alive().where(
        MutualEnrolment.cover_from <= day,
        MutualEnrolment.cover_to >= day,
        MutualEnrolment.paid_on <= day,
        not_yet(MutualEnrolment.withdrawn_on, day),
    )


@flow("登记参保单", "张", split=by(MutualGroup.unit_kind))
def groups(period: Period) -> Query[MutualGroup]:
    return MutualGroup.alive().where(MutualGroup.registered_on.between(*period))


@flow("已完成参保单", "张")
def groups_done(period: Period) -> Query[MutualGroup]:
    done = MutualGroup.status == GroupStatus.DONE
    return groups.query(period).where(done, by_then(MutualGroup.completed_on, period.last))


@share("参保单完成率", about="期间内登记的参保单中截至期间末日已完成的")
def groups_rate() -> tuple[Figure, Figure]:
    return groups_done, groups


@flow("单位参保保费", "元", measure=total(MutualGroup.fee_received))
def group_fees(period: Period) -> Query[MutualGroup]:
    return MutualGroup.alive().where(MutualGroup.received_on.between(*period))


@flow(
    "机关事业参保单位",
    "家",
    measure=different_units("的单位数", MutualGroup.enterprise),
    split=by(MutualGroup.unit_kind, only=PUBLIC_BODIES),
    lists=MutualGroup.unit_name,
)
def public_units(period: Period) -> Query[MutualGroup]:
    return _public(period)


@facts_in("机关事业参保年度", MutualGroup.year, about="产品的保障年度")
def public_years(period: Period) -> Query[MutualGroup]:
    return _public(period)


@flow("机关事业在职参保", "人", measure=_once(MutualGroup.active_count), about="参保单上填的人数")
def public_active(period: Period) -> Query[MutualGroup]:
    return _public(period)


@flow("机关事业退休参保", "人", measure=_once(MutualGroup.retired_count), about="参保单上填的人数")
def public_retired(period: Period) -> Query[MutualGroup]:
    return _public(period)


@flow(
    "机关事业参保",
    "人次",
    measure=_heads,
    split=by(MutualGroup.unit_kind, only=PUBLIC_BODIES),
    about="参保单上填的人数，参加几种产品算几人次",
)
def public_shares(period: Period) -> Query[MutualGroup]:
    return _public(period)


GRANTS_BY_MONTH = Cross(
    "互助保障给付（产品 × 月份，人次）", grants, _product_claimed, by_month(MutualClaim.granted_on)
)
GRANTED_BY_MONTH = Cross(
    "互助保障给付金额（产品 × 月份，元）", granted, _product_claimed, by_month(MutualClaim.granted_on)
)
ENROLMENTS_BY_MONTH = Cross(
    "散户参保（产品 × 月份，人次）", singles, _product, by_month(MutualEnrolment.paid_on)
)
