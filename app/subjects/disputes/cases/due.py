"""What disputes ask for: an answer, the limit kept, agreements performed and followed up (domain 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from peewee import fn

from app.register import Due
from app.rules.dates import days_until
from app.rules.working_days import add_working_days
from app.subjects.disputes.cases.checks import ANSWER_DAYS, follow_up_within
from app.subjects.disputes.cases.records import (
    CLOSED,
    OPEN,
    TELL_AHEAD,
    DisputeAgreement,
    DisputeCase,
    DisputeFollowUp,
    open_to_arbitration,
    told_of_arbitration,
)
from app.subjects.disputes.mediation.records import CaseStatus, Outcome, Performance

_UNPERFORMED = (Performance.WAITING.value, Performance.PARTLY.value, Performance.NOT_DONE.value)


def cases_due(today: date) -> Iterator[Due]:
    """Yield what waits for an answer, what the limit presses, and what was agreed but not seen through."""
    yield from _answers(today)
    yield from _arbitrations(today)
    yield from _limits(today)
    yield from _performances(today)
    yield from _follow_ups(today)


def _answers(today: date) -> Iterator[Due]:
    """An application is accepted or refused within three working days."""
    waiting = DisputeCase.alive().where(DisputeCase.status == CaseStatus.REGISTERED)
    for case in waiting.where(DisputeCase.applied_on.is_null(False)):
        last = add_working_days(case.applied_on, ANSWER_DAYS).day
        yield Due("待受理", _parties(case), case.id, (last - today).days, by="受理")


def _arbitrations(today: date) -> Iterator[Due]:
    """The parties are told in time that they may go to arbitration; nothing but an agreement ends that."""
    near = DisputeCase.alive().where(open_to_arbitration(today + TELL_AHEAD))
    for case in near.where(~told_of_arbitration()):
        days = days_until(case.arbitration_open_on, today)
        yield Due("告知可申请仲裁", _parties(case), case.id, days, by="调解记录")


def _limits(today: date) -> Iterator[Due]:
    pressing = DisputeCase.alive().where(
        DisputeCase.status.in_(OPEN), DisputeCase.due_on <= today + TELL_AHEAD
    )
    for case in pressing:
        yield Due("调解期限届满", _parties(case), case.id, days_until(case.due_on, today), by="结案")


def _performances(today: date) -> Iterator[Due]:
    agreements = DisputeAgreement.alive().join(DisputeCase).where(DisputeCase.deleted_at.is_null())
    waiting = agreements.where(
        DisputeAgreement.performance.in_(_UNPERFORMED), DisputeAgreement.perform_by <= today + TELL_AHEAD
    )
    for agreement in waiting:
        case = agreement.case
        days = days_until(agreement.perform_by, today)
        yield Due("协议履行到期", _parties(case), case.id, days, by="协议")


def _follow_ups(today: date) -> Iterator[Due]:
    """A case that ended in an agreement is followed up within a month."""
    within = follow_up_within()
    visits = DisputeFollowUp.alive().where(DisputeFollowUp.case == DisputeCase.id)
    agreed = DisputeCase.alive().where(
        DisputeCase.outcome == Outcome.AGREED,
        DisputeCase.status.in_(CLOSED),
        DisputeCase.closed_on <= today - within + TELL_AHEAD,
        ~fn.EXISTS(visits),
    )
    for case in agreed:
        days = days_until(case.closed_on, today - within)
        yield Due("回访", _parties(case), case.id, days, by="登记回访")


def _parties(case: DisputeCase) -> str:
    sides = f"{case.applicants or '？'} 与 {case.respondents or '？'}"
    return f"{sides}（{case.case_no or case.serial_no}）"
