"""What mutual insurance asks for: renewals, fees, and claims that wait (domain 8.1 and 8.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import fn

from app.records.profile import Profile, standard
from app.register import Due
from app.rules.dates import days_until
from app.subjects.insurance.claims.records import ClaimStatus, MutualClaim
from app.subjects.insurance.records import (
    EnrolmentStatus,
    GroupStatus,
    MutualEnrolment,
    MutualGroup,
    MutualProduct,
)

_REPORT_WITHIN = timedelta(days=15)
_PAPERS_WITHIN = timedelta(days=30)
_AHEAD = timedelta(days=7)


def renewal_ahead() -> timedelta:
    """Return how long before a cover ends the next one is called to mind."""
    return timedelta(days=standard(Profile.renewal_days))


def products_due(today: date) -> Iterator[Due]:
    """Yield the products whose cover ends soon, with the number of persons to be asked to renew.

    One line for a product: two thousand lines that all say the same would hide everything else.
    """
    ending = MutualProduct.cover_to.between(today, today + renewal_ahead())
    for product in MutualProduct.alive().where(ending):
        insured = MutualEnrolment.alive().where(
            MutualEnrolment.product == product, MutualEnrolment.status == EnrolmentStatus.IN_FORCE
        )
        if persons := insured.count():
            days = days_until(product.cover_to, today)
            yield Due("续保提醒", product.title or "", product.id, days, f"{persons} 人到期", by="参保")


def groups_due(today: date) -> Iterator[Due]:
    """Yield the units whose enrolment must be done before the cover begins."""
    open_ones = MutualGroup.alive().join(MutualProduct).where(MutualGroup.status == GroupStatus.OPEN)
    for group in open_ones.where(MutualProduct.cover_from <= today + renewal_ahead()):
        days = (group.product.cover_from - today).days
        name = f"{group.unit_name}（{group.product.title}）"
        yield Due("单位参保待完成", name, group.id, days, by="完成参保")


def unpaid_due(today: date) -> Iterator[Due]:
    """Yield the persons whose premium is still to come, by the day the cover begins."""
    unpaid = MutualEnrolment.alive().where(
        MutualEnrolment.status == EnrolmentStatus.UNPAID,
        fn.IFNULL(MutualEnrolment.cover_from, today) <= today + _AHEAD,
    )
    for enrolment in unpaid:
        day = enrolment.cover_from or today
        yield Due("保费待缴", enrolment.name, enrolment.id, (day - today).days, by="登记缴费")


def claims_due(today: date) -> Iterator[Due]:
    """Yield the claims to be reported within a fortnight, and those that wait for papers."""
    waits = {
        ClaimStatus.RECEIVED: ("给付申请待报上级", _REPORT_WITHIN, "报上级"),
        ClaimStatus.INCOMPLETE: ("给付申请待补材料", _PAPERS_WITHIN, "材料补齐"),
    }
    for status, (kind, within, by) in waits.items():
        waiting = MutualClaim.alive().where(
            MutualClaim.status == status, MutualClaim.applied_on <= today - within + _AHEAD
        )
        for claim in waiting:
            last_day = claim.applied_on + within
            yield Due(kind, f"{claim.name}（{claim.claim_no}）", claim.id, (last_day - today).days, by=by)
