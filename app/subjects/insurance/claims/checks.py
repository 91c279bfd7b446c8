"""The rules of insurance claims: what is covered, until when, and how much (domain 8.1 and 8.4)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.subjects.insurance.claims.records import ClaimStatus, MutualClaim
from app.subjects.insurance.records import EnrolmentStatus, MutualEnrolment

_AGREED = (ClaimStatus.REPORTED, ClaimStatus.PAID)
_DUE_PAPERS = ("互助金申请书", "身份证复印件", "医保结算单")


def _enrolment(claim: MutualClaim) -> MutualEnrolment | None:
    enrolment: MutualEnrolment | None = claim.enrolment if claim.enrolment_id is not None else None
    return enrolment


def _gravity(claim: MutualClaim) -> type[Problem]:
    """Return how much an objection weighs: a doubt while a claim is looked at, a bar once it is agreed to."""
    return Block if claim.status in _AGREED else Warn


def claimed_once(claim: MutualClaim) -> Iterator[Problem]:
    """The same stay is claimed once; a refused claim may be made again."""
    if claim.enrolment_id is None or claim.admitted_on is None or claim.status == ClaimStatus.REFUSED:
        return
    same = duplicates(claim, MutualClaim.enrolment, MutualClaim.admitted_on, MutualClaim.kind)
    if twin := next((one for one in same if one.status != ClaimStatus.REFUSED), None):
        yield Block(MutualClaim.admitted_on, f"同一次就诊已申请给付（{twin.claim_no}），请修改原来那一条")


def within_cover(claim: MutualClaim) -> Iterator[Problem]:
    """The stay began while the cover ran, and for those newly enrolled after the waiting period."""
    enrolment, day = _enrolment(claim), claim.admitted_on
    if enrolment is None or day is None or claim.status == ClaimStatus.REFUSED:
        return
    kind = _gravity(claim)
    if enrolment.status in (EnrolmentStatus.UNPAID, EnrolmentStatus.WITHDRAWN):
        yield kind(MutualClaim.enrolment, f"参保状态为“{enrolment.status}”，没有保障")
    first_day, last_day = enrolment.cover_from, enrolment.cover_to
    if first_day and last_day and not first_day <= day <= last_day:
        yield kind(
            MutualClaim.admitted_on,
            f"不在保障期内（{write_date(first_day)}至{write_date(last_day)}），请核对",
        )
    elif first_day and enrolment.renewal == "新保" and enrolment.product.waiting_days:
        begins = first_day + timedelta(days=enrolment.product.waiting_days)
        if day < begins:
            yield kind(MutualClaim.admitted_on, f"在等待期内，{write_date(begins)}起才有保障")


def claimed_in_time(claim: MutualClaim) -> Iterator[Problem]:
    """A claim lapses some months after the settlement (domain 8.1)."""
    enrolment, settled_on = _enrolment(claim), claim.discharged_on or claim.admitted_on
    if enrolment is None or settled_on is None or claim.applied_on is None:
        return
    last_day = _months_after(settled_on, enrolment.product.claim_months)
    if claim.status != ClaimStatus.REFUSED and claim.applied_on > last_day:
        yield _gravity(claim)(MutualClaim.applied_on, f"已过申请时限（{write_date(last_day)}），视为放弃")


def _months_after(day: date, months: int) -> date:
    """Return the same day some months later; a month's last day where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def amounts_fit(claim: MutualClaim) -> Iterator[Problem]:
    """Nobody bears more than the insurance left, and seldom claims more than he bore."""
    if claim.total_cost is not None and claim.own_share is not None:
        left = claim.total_cost - (claim.insurance_paid or 0)
        if 0 <= left < claim.own_share:
            yield Block(MutualClaim.own_share, f"扣除医保支付后只余 {write_fen(left)} 元，请核对")
    if claim.claimed is not None and claim.own_share is not None and claim.claimed > claim.own_share:
        yield Warn(MutualClaim.claimed, f"超过个人自付 {write_fen(claim.own_share)} 元，请核对")


def within_own_share(claim: MutualClaim) -> Iterator[Problem]:
    """For a stay nobody gets back more than he bore; a grave illness may be paid a fixed sum (domain 8.4)."""
    if claim.granted is None or claim.own_share is None or claim.granted <= claim.own_share:
        return
    kind = Block if claim.kind == "住院" else Warn
    yield kind(MutualClaim.granted, f"多于个人自付 {write_fen(claim.own_share)} 元，请核对")


def within_yearly_cap(claim: MutualClaim) -> Iterator[Problem]:
    """What one enrolment gets in all stays below the product's cap."""
    enrolment = _enrolment(claim)
    cap = enrolment.product.yearly_cap if enrolment is not None else None
    if cap is None or not claim.granted or claim.status == ClaimStatus.REFUSED:
        return
    same = duplicates(claim, MutualClaim.enrolment)
    before = sum(one.granted or 0 for one in same if one.status == ClaimStatus.PAID)
    if before + claim.granted > cap:
        sentence = f"已给付 {write_fen(before)} 元，再给付将超过年度封顶 {write_fen(cap)} 元"
        yield Block(MutualClaim.granted, sentence)


def paid_when_it_says_so(claim: MutualClaim) -> Iterator[Problem]:
    """A claim that was paid brought money, one that has a day of payment was paid."""
    if claim.status == ClaimStatus.PAID:
        if claim.granted == 0:
            yield Block(MutualClaim.granted, "已给付的金额应大于 0；没有给付的请选“不予给付”")
    elif claim.granted_on is not None:
        yield Warn(MutualClaim.granted_on, f"状态还是“{claim.status}”，请核对")


def papers_are_complete(claim: MutualClaim) -> Iterator[Problem]:
    """The usual papers are there before a claim goes up."""
    have = claim.papers or ()
    lacking = [paper for paper in _DUE_PAPERS if paper not in have]
    if claim.kind == "大病" and "大病证明" not in have:
        lacking.append("大病证明")
    if lacking and claim.status in (ClaimStatus.RECEIVED, ClaimStatus.REPORTED):
        yield Warn(MutualClaim.papers, f"还缺：{'、'.join(lacking)}")


def account_is_the_insureds(claim: MutualClaim) -> Iterator[Problem]:
    """The holder of a card is mostly the insured (domain 13.4)."""
    if claim.bank_card and claim.bank_holder and claim.name and claim.bank_holder != claim.name:
        yield Warn(MutualClaim.bank_holder, f"与参保人{claim.name}不同，请核对")


CLAIM = (
    claimed_once,
    within_cover,
    claimed_in_time,
    amounts_fit,
    within_own_share,
    within_yearly_cap,
    paid_when_it_says_so,
    papers_are_complete,
    account_is_the_insureds,
)
