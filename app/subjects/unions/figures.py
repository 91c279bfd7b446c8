"""Figures of grassroots unions, the office's own committee and the enterprises (domain 2.7; F001 to F010)."""

from __future__ import annotations

from datetime import date

from peewee import fn

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, as_of, fact, flow, share, stock
from app.figures.measures import different_units, distinct, total
from app.figures.once import Ids, once
from app.figures.splits import by
from app.records.base import Query
from app.records.conditions import InWords
from app.records.earlier import Untold, told_on, value_on
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subjects.unions.enterprises.records import Enterprise, closed_by
from app.subjects.unions.grassroots.records import (
    CHAIR,
    DEPUTY,
    POSTS,
    CommitteeMember,
    CoveredUnit,
    GrassrootsUnion,
    TermEndOn,
    UnionElection,
    UnionStatus,
    committee_on,
    covered_on,
    unions_standing,
)

TITLE = "企业工会"
_TOLD = "按基层工会登记的人数合计，不与本会会员相加"
_FORMER_TERMS = "后来换届的，按当时的届期；只登记了换届日期的，按现在的任期推算"
_SEATED = distinct("的人数，一人兼几职只计一次", CommitteeMember.name)
_ONCE = different_units("去重后的单位数", CoveredUnit.enterprise)
_TYPE = by(GrassrootsUnion.union_type)
_OWNERSHIP = by(GrassrootsUnion.ownership_kind)


def _own() -> Query[GrassrootsUnion]:
    return GrassrootsUnion.alive().where(GrassrootsUnion.is_own)


def _others() -> Query[GrassrootsUnion]:
    return GrassrootsUnion.alive().where(~GrassrootsUnion.is_own)


def _standing(day: date) -> Query[GrassrootsUnion]:
    return unions_standing(day).where(~GrassrootsUnion.is_own)


def _organised(day: date, kind: str) -> Query[GrassrootsUnion]:
    return _standing(day).where(value_on(GrassrootsUnion.organisation, day) == kind)


def _chairs(day: date) -> Query[CommitteeMember]:
    return committee_on(day).where(CommitteeMember.post == CHAIR)


def _open(day: date) -> Query[Enterprise]:
    """Select the units of the register on a day, but those closed by then.

    Before the register was begun, all that are in it: what they were like is told of a later day only.
    """
    registered, words = told_on(Enterprise.business_status, day), f"{write_date(day)}已登记"
    begun = once(("units registered", day), Enterprise.alive().where(registered).exists)
    units = Enterprise.alive().where(registered) if begun else Enterprise.alive()
    is_open = Enterprise.id.in_(Ids(units.where(~closed_by(day).node), _open, day))
    open_words = "没有歇业、注销或迁出"
    condition = (
        InWords(is_open, f"{words}、{open_words}") if begun else Untold(is_open, open_words, registered)
    )
    return Enterprise.alive().where(condition)


@fact("工会成立日期", GrassrootsUnion.founded_on, told="本会")
def founded_on(day: date) -> Query[GrassrootsUnion]:
    return _own()


@stock("委员会委员", "人", measure=_SEATED, split=by(CommitteeMember.post, only=POSTS))
def committee(day: date) -> Query[CommitteeMember]:
    return committee_on(day)


@fact("工会主席", CommitteeMember.name)
def chair(day: date) -> Query[CommitteeMember]:
    return _chairs(day)


@fact("主席党政职务", CommitteeMember.party_post)
def chair_post(day: date) -> Query[CommitteeMember]:
    return _chairs(day)


@stock("主管工会工作", "名", measure=_SEATED, lists=CommitteeMember.party_post)
def in_charge(day: date) -> Query[CommitteeMember]:
    seat, duty = CommitteeMember, CommitteeMember.duty
    the_union = fn.REPLACE(duty, "职工会", "").contains("工会")  # 职工会员 are members, no union
    answers = (duty.contains("主管") | duty.contains("分管")) & the_union
    deputy = (seat.post == DEPUTY) | ((seat.post != CHAIR) & seat.party_post.contains("副"))
    in_words = "任副主席或副主任、分工为主管工会工作"
    return committee_on(day).where(InWords(deputy & answers & ~duty.contains("协助"), in_words))


@stock("基层工会", "家", split=_TYPE, charted=True)
def unions(day: date) -> Query[GrassrootsUnion]:
    return _standing(day)


@stock("基层工会所有制", "家", split=_OWNERSHIP)
def by_ownership(day: date) -> Query[GrassrootsUnion]:
    return _standing(day)


@stock("单独基层工会", "家", split=_OWNERSHIP)
def independent(day: date) -> Query[GrassrootsUnion]:
    return _organised(day, "单独基层工会")


@stock("联合基层工会", "家", split=_OWNERSHIP)
def joint(day: date) -> Query[GrassrootsUnion]:
    return _organised(day, "联合基层工会")


@stock("其他基层工会", "家", split=_OWNERSHIP)
def others(day: date) -> Query[GrassrootsUnion]:
    return _organised(day, "其他")


@stock("联合工会涵盖单位", "家", measure=total(GrassrootsUnion.covered_unit_count))
def covered_units_told(day: date) -> Query[GrassrootsUnion]:
    return _organised(day, "联合基层工会")


@stock("登记涵盖单位", "家", measure=_ONCE, about="逐家登记的，同一单位只计一次", told="联合工会涵盖的单位")
def covered_units(day: date) -> Query[CoveredUnit]:
    return covered_on(day)


@stock("基层会员", "人", measure=total(GrassrootsUnion.member_count), about=_TOLD)
def members(day: date) -> Query[GrassrootsUnion]:
    return _standing(day)


@stock("基层女会员", "人", measure=total(GrassrootsUnion.female_member_count), about=_TOLD)
def women(day: date) -> Query[GrassrootsUnion]:
    return _standing(day)


@stock("基层农民工会员", "人", measure=total(GrassrootsUnion.migrant_member_count), about=_TOLD)
def migrants(day: date) -> Query[GrassrootsUnion]:
    return _standing(day)


@stock("联合基层工会会员", "人", measure=total(GrassrootsUnion.member_count), about=_TOLD)
def joint_members(day: date) -> Query[GrassrootsUnion]:
    return _organised(day, "联合基层工会")


@stock("法人资格工会", "家")
def legal_persons(day: date) -> Query[GrassrootsUnion]:
    return _standing(day).where(value_on(GrassrootsUnion.is_legal_person, day))


@stock("基层女职工组织", "家", split=by(GrassrootsUnion.has_women_committee, only=("已建", "设女工委员")))
def women_committees(day: date) -> Query[GrassrootsUnion]:
    return _standing(day).where(value_on(GrassrootsUnion.has_women_committee, day) != "未建")


@stock("基层经审组织", "家")
def audit_committees(day: date) -> Query[GrassrootsUnion]:
    return _standing(day).where(value_on(GrassrootsUnion.has_audit_committee, day))


@flow("新建工会", "家", split=_TYPE, lists=GrassrootsUnion.name)
def founded(period: Period) -> Query[GrassrootsUnion]:
    union = GrassrootsUnion
    return _others().where(union.founded_on.between(*period), union.status != UnionStatus.PREPARING)


@flow("撤销工会", "家", split=_TYPE, lists=GrassrootsUnion.name)
def dissolved(period: Period) -> Query[GrassrootsUnion]:
    union = GrassrootsUnion
    return _others().where(union.status == UnionStatus.DISSOLVED, union.status_date.between(*period))


@flow(
    "换届工会",
    "家",
    measure=distinct("涉及的工会数", UnionElection.union),
    about="按换届日期",
    told="基层工会的换届",
)
def elections(period: Period) -> Query[UnionElection]:
    held = UnionElection.alive().where(UnionElection.held_on.between(*period))
    return held.where(UnionElection.union.in_(_others().select(GrassrootsUnion.id)))


@flow("任期届满工会", "家", lists=GrassrootsUnion.name, about=_FORMER_TERMS, ahead=True)
def terms_due(period: Period) -> Query[GrassrootsUnion]:
    return _standing(as_of(period)).where(TermEndOn(period.first).between(*period))


@stock("到期未换届工会", "家", lists=GrassrootsUnion.name, about=_FORMER_TERMS)
def overdue(day: date) -> Query[GrassrootsUnion]:
    words = "换届到期日已过"
    return _standing(day).where(InWords(TermEndOn(day) < day, words))


@stock("登记企业", "家", split=by(Enterprise.ownership_kind), charted=True)
def enterprises(day: date) -> Query[Enterprise]:
    return _open(day)


@stock("登记企业职工", "人", measure=total(Enterprise.employee_count))
def workers(day: date) -> Query[Enterprise]:
    return _open(day)


@stock("建会企业", "家", split=by(Enterprise.ownership_kind))
def with_union(day: date) -> Query[Enterprise]:
    return _open(day).where(value_on(Enterprise.union_status, day) == "已建会")


@share("建会率", about="登记企业中已建会的")
def founding_rate() -> tuple[Figure, Figure]:
    return with_union, enterprises


TYPE_BY_OWNERSHIP = Cross("基层工会（类型 × 所有制）", unions, _TYPE, _OWNERSHIP)
RETURNED = (TYPE_BY_OWNERSHIP,)

SUMS = (
    Sum(unions, (independent, joint, others)),
    *(Sum(whole, whole.parts) for whole in (unions, by_ownership, enterprises)),
)
