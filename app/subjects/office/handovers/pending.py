"""What is under way on the day of a handover: cases, batches of aid, contracts that end soon."""

from __future__ import annotations

from datetime import date, timedelta

from app.records.base import Query
from app.subjects.contracts.collective.records import CollectiveContract, in_force, not_renewed
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.mediation.records import CaseStatus
from app.subjects.hardship.aid.records import AidBatch, AidStatus

_SOON = timedelta(days=90)  # within which a contract is due for renewal (domain 6.2), and aid is prepared


def open_cases(day: date) -> Query[DisputeCase]:
    """Select the disputes that were applied for by a day, not refused, and not closed by then."""
    case = DisputeCase
    under_way = (case.applied_on <= day) & (case.closed_on.is_null() | (case.closed_on > day))
    return case.alive().where(under_way, case.status != CaseStatus.REFUSED).order_by(case.applied_on, case.id)


def open_batches(day: date) -> Query[AidBatch]:
    """Select the batches of aid that stand, planned at most three months ahead, and not paid by a day."""
    batch = AidBatch
    unpaid = (batch.planned_on <= day + _SOON) & (batch.paid_on.is_null() | (batch.paid_on > day))
    stands = batch.status.in_((AidStatus.DRAFT, AidStatus.APPROVED, AidStatus.PAID))
    return batch.alive().where(unpaid, stands).order_by(batch.planned_on, batch.id)


def due_contracts(day: date) -> Query[CollectiveContract]:
    """Select the contracts in force on a day that end within three months of it and are not renewed."""
    contract = CollectiveContract
    return in_force(day).where(contract.end_on <= day + _SOON, not_renewed()).order_by(contract.end_on)
