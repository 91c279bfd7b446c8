"""Figures of labour disputes (domain 4.5; F034 to F037)."""

from __future__ import annotations

from datetime import date

from peewee import ColumnBase, fn

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, flow, share, stock
from app.figures.measures import total
from app.figures.splits import Split, Where, by, by_then, not_yet
from app.records.base import Query
from app.records.conditions import InWords
from app.records.earlier import undated
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subjects.disputes.cases.records import (
    CLOSED,
    OPEN,
    DisputeAgreement,
    DisputeCase,
    DisputeFollowUp,
    closed_by,
)
from app.subjects.disputes.mediation.records import (
    CaseStatus,
    MediationBody,
    Mediator,
    Outcome,
    Performance,
)

TITLE = "劳动争议"
_BY_THEN = "截至期间末日结案的，以后结案的算到下期"


def _accepted(period: Period) -> Query[DisputeCase]:
    return DisputeCase.alive().where(DisputeCase.accepted_on.between(*period))


def _unsettled_on(day: date) -> Query[DisputeCase]:
    return DisputeCase.alive().where(DisputeCase.accepted_on <= day, _still_open(day))


def _still_open(day: date) -> InWords:
    accepted = DisputeCase.status.in_((*OPEN, *CLOSED))
    return InWords(accepted & ~closed_by(day).node, f"截至{write_date(day)}未结案")


def _settled(period: Period) -> Query[DisputeCase]:
    """Select the cases accepted in a period and closed by its end: what was closed later is next year's."""
    return _accepted(period).where(closed_by(period.last))


def _performed(outcome: Performance) -> Where:
    """Return the condition for agreements performed so by a day; performed later they were awaited then."""
    agreement = DisputeAgreement

    def where(day: date) -> ColumnBase:
        later = agreement.performed_on > day
        if outcome == Performance.WAITING:
            return InWords((agreement.performance == outcome) | later, "待履行")
        return InWords((agreement.performance == outcome) & fn.COALESCE(~later, True), outcome.value)

    return where


_PERFORMANCE = Split("履行情况", tuple((outcome.value, _performed(outcome)) for outcome in Performance))


def _signed(period: Period) -> Query[DisputeAgreement]:
    return DisputeAgreement.alive().where(DisputeAgreement.signed_on.between(*period))


@flow("申请调解", "起", split=by(DisputeCase.apply_mode))
def applied(period: Period) -> Query[DisputeCase]:
    return DisputeCase.alive().where(DisputeCase.applied_on.between(*period))


@flow("不予受理争议", "起")
def refused(period: Period) -> Query[DisputeCase]:
    return applied.query(period).where(DisputeCase.status == CaseStatus.REFUSED)


@flow("受理争议", "起", split=by(DisputeCase.category), charted=True)
def accepted(period: Period) -> Query[DisputeCase]:
    return _accepted(period)


@flow("受理争议结案", "起", split=by(DisputeCase.outcome), about=_BY_THEN, charted=True)
def settled(period: Period) -> Query[DisputeCase]:
    return _settled(period)


@flow("受理争议未结", "起", about="期间末日尚未结案的，以后结案的也算")
def unsettled(period: Period) -> Query[DisputeCase]:
    return _accepted(period).where(_still_open(period.last))


@flow("调解成功", "起", split=by(DisputeCase.category), about=_BY_THEN)
def agreed(period: Period) -> Query[DisputeCase]:
    return _settled(period).where(DisputeCase.outcome == Outcome.AGREED)


@flow("其他方式结案", "起", split=by(DisputeCase.outcome), about="没有达成协议的；按案件现在的状态")
def settled_otherwise(period: Period) -> Query[DisputeCase]:
    return settled.query(period).where(DisputeCase.outcome != Outcome.AGREED)


@flow("调解结束", "起", about=_BY_THEN)
def mediated(period: Period) -> Query[DisputeCase]:
    return _settled(period).where(DisputeCase.outcome.in_((Outcome.AGREED.value, Outcome.FAILED.value)))


@share("办结率", about="期间内受理的案件中截至期间末日已结案的，各种结案方式都算")
def closing_rate() -> tuple[Figure, Figure]:
    return settled, accepted


@share("调解成功率", about="期间内受理的案件中截至期间末日达成协议的")
def success_rate() -> tuple[Figure, Figure]:
    return agreed, accepted


@share("调结成功率", about="调结口径：只算达成协议和调解不成的，和解、撤回、转出的不算")
def success_rate_of_mediated() -> tuple[Figure, Figure]:
    return agreed, mediated


@flow("结案争议", "起", split=by(DisputeCase.outcome), about="按结案日期，不论何时受理")
def closed(period: Period) -> Query[DisputeCase]:
    return DisputeCase.alive().where(DisputeCase.closed_on.between(*period))


@flow("超期结案", "起")
def closed_late(period: Period) -> Query[DisputeCase]:
    return closed.query(period).where(DisputeCase.closed_on > DisputeCase.due_on)


@stock("未结争议", "起", split=by(DisputeCase.category))
def open_cases(day: date) -> Query[DisputeCase]:
    return _unsettled_on(day)


@stock("超期未结争议", "起")
def overdue(day: date) -> Query[DisputeCase]:
    return _unsettled_on(day).where(DisputeCase.due_on < day)


@stock("可申请仲裁未结争议", "起", about="申请之日起满15天未结案的，当事人可以申请仲裁，不论受理日期和延期")
def open_to_arbitration(day: date) -> Query[DisputeCase]:
    may_go = InWords(DisputeCase.arbitration_open_on <= day, f"截至{write_date(day)}可以申请仲裁")
    applied = DisputeCase.alive().where(may_go)
    return applied.where(DisputeCase.status != CaseStatus.REFUSED, not_yet(DisputeCase.closed_on, day))


@flow("争议涉及人数", "人", measure=total(DisputeCase.people_count))
def people(period: Period) -> Query[DisputeCase]:
    return _accepted(period)


@flow("争议涉及农民工", "人", measure=total(DisputeCase.migrant_count))
def migrants(period: Period) -> Query[DisputeCase]:
    return _accepted(period)


@flow("集体争议", "起")
def collective(period: Period) -> Query[DisputeCase]:
    return _accepted(period).where(DisputeCase.is_collective)


@flow("争议金额", "元", measure=total(DisputeCase.claim_amount), split=by(DisputeCase.category))
def claimed(period: Period) -> Query[DisputeCase]:
    return _accepted(period)


@flow("调解协议", "份", split=_PERFORMANCE)
def agreements(period: Period) -> Query[DisputeAgreement]:
    return _signed(period)


@flow("协议金额", "元", measure=total(DisputeAgreement.amount))
def agreed_money(period: Period) -> Query[DisputeAgreement]:
    return _signed(period)


@flow("协议已履行金额", "元", measure=total(DisputeAgreement.performed_amount))
def performed_money(period: Period) -> Query[DisputeAgreement]:
    return _signed(period).where(by_then(DisputeAgreement.performed_on, period.last))


@flow("争议回访", "次", split=by(DisputeFollowUp.satisfaction))
def follow_ups(period: Period) -> Query[DisputeFollowUp]:
    return DisputeFollowUp.alive().where(DisputeFollowUp.visited_on.between(*period))


@flow("已回访争议", "起")
def followed_up(period: Period) -> Query[DisputeCase]:
    visited = DisputeFollowUp.alive().where(DisputeFollowUp.visited_on.between(*period))
    return DisputeCase.alive().where(DisputeCase.id.in_(visited.select(DisputeFollowUp.case)))


@stock("调解组织", "个", split=by(MediationBody.form), lists=MediationBody.name)
def bodies(day: date) -> Query[MediationBody]:
    founded = undated(MediationBody.founded_on, day, f"截至{write_date(day)}已成立")
    return MediationBody.alive().where(founded, not_yet(MediationBody.ended_on, day))


@stock("调解员", "人", split=by(Mediator.engagement), lists=Mediator.name)
def mediators(day: date) -> Query[Mediator]:
    return Mediator.alive().where(by_then(Mediator.appointed_on, day), not_yet(Mediator.left_on, day))


_category, _outcome = by(DisputeCase.category), by(DisputeCase.outcome)

ACCEPTED_BY_OUTCOME = Cross("受理争议（争议类别 × 结案方式）", accepted, _category, _outcome)
CLOSED_BY_OUTCOME = Cross("结案争议（争议类别 × 结案方式）", closed, _category, _outcome)

SUMS = (Sum(accepted, (settled, unsettled)), Sum(settled, settled.parts))
