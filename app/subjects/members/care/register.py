"""Gifts to members, what all of them may have, and the standards of both (domain 18)."""

from __future__ import annotations

from app.records.retention import Retained
from app.register import Register, Retention, Section
from app.subjects.members.care import checks
from app.subjects.members.care.lists import BENEFIT_BOOK, CARE_BOOK, CARE_FORM
from app.subjects.members.care.records import GROUP, CareLimit, MemberBenefit, MemberCare


def _after_import(care: MemberCare, names: frozenset[str]) -> None:
    """Tell whom a gift went to: a list tells a number of people, seldom that they are several."""
    if "recipient_kind" not in names and (care.people or 1) > 1:
        care.recipient_kind = GROUP


CARE = Register(
    "members.care",
    "会员慰问",
    MemberCare,
    columns=(
        MemberCare.given_on,
        MemberCare.recipient,
        MemberCare.employer,
        MemberCare.occasion,
        MemberCare.form,
        MemberCare.amount,
    ),
    identity=((MemberCare.recipient, MemberCare.employer, MemberCare.given_on, MemberCare.occasion),),
    sections=(
        Section(
            "慰问",
            MemberCare.given_on,
            MemberCare.occasion,
            MemberCare.festival,
            MemberCare.recipient_kind,
            MemberCare.member,
            MemberCare.recipient,
            MemberCare.employer,
            MemberCare.people,
        ),
        Section(
            "物品和经费",
            MemberCare.form,
            MemberCare.goods,
            MemberCare.amount,
            MemberCare.fund_source,
            MemberCare.over_reason,
            MemberCare.visited_by,
            MemberCare.signed,
            MemberCare.care_no,
            MemberCare.remark,
        ),
    ),
    filters=(MemberCare.given_on, MemberCare.occasion, MemberCare.form, MemberCare.fund_source),
    search=(MemberCare.recipient, MemberCare.employer, MemberCare.care_no, MemberCare.goods),
    checks=checks.CARE,
    prints=(CARE_BOOK, CARE_FORM),
    order=(MemberCare.given_on.desc(), MemberCare.id.desc()),
    unit="次",
    sums=(MemberCare.people, MemberCare.amount),
    after_import=_after_import,
    retention=Retention(Retained.GIFTS, MemberCare.given_on),
)
BENEFITS = Register(
    "members.benefits",
    "会员普惠",
    MemberBenefit,
    columns=(
        MemberBenefit.held_on,
        MemberBenefit.title,
        MemberBenefit.kind,
        MemberBenefit.partner,
        MemberBenefit.people,
        MemberBenefit.cost,
    ),
    identity=((MemberBenefit.title, MemberBenefit.held_on),),
    sections=(
        Section(
            "普惠",
            MemberBenefit.held_on,
            MemberBenefit.title,
            MemberBenefit.kind,
            MemberBenefit.partner,
            MemberBenefit.people,
            MemberBenefit.cost,
            MemberBenefit.fund_source,
            MemberBenefit.remark,
        ),
    ),
    filters=(MemberBenefit.held_on, MemberBenefit.kind),
    search=(MemberBenefit.title, MemberBenefit.partner),
    prints=(BENEFIT_BOOK,),
    order=(MemberBenefit.held_on.desc(), MemberBenefit.id.desc()),
    unit="项",
    sums=(MemberBenefit.people, MemberBenefit.cost),
)
CARE_LIMITS = Register(
    "settings.care",
    "慰问标准",
    CareLimit,
    columns=(
        CareLimit.year,
        CareLimit.occasion,
        CareLimit.fund_source,
        CareLimit.per_time,
        CareLimit.per_year,
        CareLimit.no_cash,
    ),
    sections=(
        Section(
            "慰问标准",
            CareLimit.year,
            CareLimit.occasion,
            CareLimit.fund_source,
            CareLimit.per_time,
            CareLimit.per_year,
            CareLimit.no_cash,
            CareLimit.source,
        ),
    ),
    filters=(CareLimit.year, CareLimit.occasion),
    search=(CareLimit.source,),
    checks=(checks.limits_something,),
    order=(CareLimit.year.desc(), CareLimit.id.asc()),
    unique_together=((CareLimit.year, CareLimit.occasion, CareLimit.fund_source),),
)
