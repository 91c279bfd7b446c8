"""Figures of labour disputes (domain 4.5; F034 to F037)."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.figures.figure import flow, share, stock
from app.figures.measures import total
from app.figures.splits import by
from app.records.disputes import CLOSED, DisputeCase
from app.records.mediation import MediationBody, Outcome
from app.rules.periods import Period

TITLE = "劳动争议"


def _accepted(period: Period) -> Any:
    return DisputeCase.alive().where(DisputeCase.accepted_on.between(*period))


@flow("受理争议", "起", split=by(DisputeCase.category))
def accepted(period: Period) -> Any:
    return _accepted(period)


@flow("受理争议结案", "起", split=by(DisputeCase.outcome))
def settled(period: Period) -> Any:
    return _accepted(period).where(DisputeCase.status.in_(CLOSED))


@flow("调解成功", "起")
def agreed(period: Period) -> Any:
    return _accepted(period).where(DisputeCase.outcome == Outcome.AGREED)


@share("办结率", about="期间内受理的案件中已结案的，各种结案方式都算")
def closing_rate() -> Any:
    return settled, accepted


@share("调解成功率", about="期间内受理的案件中达成协议的")
def success_rate() -> Any:
    return agreed, accepted


@flow("结案争议", "起", split=by(DisputeCase.outcome), about="按结案日期，不论何时受理")
def closed(period: Period) -> Any:
    return DisputeCase.alive().where(DisputeCase.closed_on.between(*period))


@flow("争议涉及人数", "人", measure=total(DisputeCase.people_count))
def people(period: Period) -> Any:
    return _accepted(period)


@stock("调解组织", "个", lists=MediationBody.name)
def bodies(day: date) -> Any:
    return MediationBody.alive()
