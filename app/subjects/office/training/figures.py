"""Figures of training (domain 18)."""

from __future__ import annotations

from app.figures.figure import Sum, flow
from app.figures.measures import total
from app.figures.splits import by
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.office.training.records import HELD, SENT, Training

TITLE = "培训"
_KIND = by(Training.kind)


def _begun(period: Period) -> Query[Training]:
    return Training.alive().where(Training.began_on.between(*period))


@flow("举办培训", "期", split=_KIND, lists=Training.title)
def held(period: Period) -> Query[Training]:
    return _begun(period).where(Training.held_by_us == HELD)


@flow(
    "培训",
    "人次",
    measure=total(Training.people),
    split=_KIND,
    about="本会举办的，按每期参训人数",
    charted=True,
)
def trained(period: Period) -> Query[Training]:
    return held.query(period)


@flow("培训取得证书", "人次", measure=total(Training.passed), split=_KIND)
def passed(period: Period) -> Query[Training]:
    return _begun(period)


@flow("参加上级培训", "人次", measure=total(Training.people), split=_KIND)
def sent(period: Period) -> Query[Training]:
    return _begun(period).where(Training.held_by_us == SENT)


@flow("培训支出", "元", measure=total(Training.cost), split=_KIND)
def spent(period: Period) -> Query[Training]:
    return _begun(period)


SUMS = tuple(Sum(whole, whole.parts) for whole in (held, trained, sent))
