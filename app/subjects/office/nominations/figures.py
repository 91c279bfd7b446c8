"""Figures of nominations for honours (domain 18)."""

from __future__ import annotations

from app.figures.figure import Sum, flow
from app.figures.splits import by
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.office.nominations.records import Nomination, NominationStatus

TITLE = "评先评优"
_LEVEL = by(Nomination.level)


@flow("评优推荐", "项", split=_LEVEL, lists=Nomination.recipient, about="按推荐日期")
def nominations(period: Period) -> Query[Nomination]:
    return Nomination.alive().where(Nomination.nominated_on.between(*period))


@flow("评优公示", "项", split=_LEVEL, lists=Nomination.recipient, about="按公示开始的日期")
def published(period: Period) -> Query[Nomination]:
    return Nomination.alive().where(Nomination.notice_from.between(*period))


@flow("评优上报", "项", split=_LEVEL, lists=Nomination.recipient, about="按上报日期")
def sent(period: Period) -> Query[Nomination]:
    return Nomination.alive().where(Nomination.sent_on.between(*period))


@flow(
    "评优推荐获授予",
    "项",
    split=_LEVEL,
    lists=Nomination.recipient,
    about="按推荐日期，推荐的当中后来授予的；授予的荣誉另见获得荣誉",
)
def granted(period: Period) -> Query[Nomination]:
    return nominations.query(period).where(Nomination.status == NominationStatus.GRANTED)


SUMS = tuple(Sum(whole, whole.parts) for whole in (nominations, published, sent, granted))
