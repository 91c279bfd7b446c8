"""Figures of letters of supervision (一函两书), and how many of them led to something (domain 18)."""

from __future__ import annotations

from datetime import date

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, flow, share, stock
from app.figures.measures import different_units, total
from app.figures.splits import by, not_yet
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.dates import write_date
from app.rules.periods import Period
from app.subjects.disputes.supervision.records import LetterKind, LetterStatus, SupervisionLetter

TITLE = "一函两书"
_KIND, _MATTER = by(SupervisionLetter.kind), by(SupervisionLetter.matter_kind)
_OF_THOSE = "期间内发出的，截至期间末日"


def _issued(period: Period) -> Query[SupervisionLetter]:
    return SupervisionLetter.alive().where(SupervisionLetter.issued_on.between(*period))


@flow("发出一函两书", "份", split=_KIND, charted=True)
def issued(period: Period) -> Query[SupervisionLetter]:
    return _issued(period)


@flow(
    "一函两书用人单位",
    "家",
    measure=different_units("去重后的单位数", SupervisionLetter.enterprise),
    lists=SupervisionLetter.unit_name,
    about="收到提示函或意见书的；建议书发给部门，不算",
)
def employers(period: Period) -> Query[SupervisionLetter]:
    return _issued(period).where(SupervisionLetter.kind != LetterKind.PROPOSAL)


@flow("一函两书涉及职工", "人", measure=total(SupervisionLetter.workers), split=_MATTER)
def workers(period: Period) -> Query[SupervisionLetter]:
    return _issued(period)


@flow("一函两书已答复", "份", split=_KIND, about=f"{_OF_THOSE}已书面答复或整改的")
def answered(period: Period) -> Query[SupervisionLetter]:
    replied, righted = SupervisionLetter.answered_on, SupervisionLetter.rectified_on
    told = (replied <= period.last) | (righted <= period.last)
    return _issued(period).where(InWords(told, f"截至{write_date(period.last)}已答复或整改"))


@flow("一函两书已整改", "份", split=_KIND, about=f"{_OF_THOSE}已整改完成的")
def rectified(period: Period) -> Query[SupervisionLetter]:
    return _issued(period).where(SupervisionLetter.rectified_on <= period.last)


@share("一函两书答复率", about="已答复或整改的与发出的份数之比")
def answer_rate() -> tuple[Figure, Figure]:
    return answered, issued


@share("一函两书整改率", about="已整改的与发出的份数之比")
def rectified_rate() -> tuple[Figure, Figure]:
    return rectified, issued


@flow("一函两书追回金额", "元", measure=total(SupervisionLetter.recovered), about="按整改完成日期")
def recovered(period: Period) -> Query[SupervisionLetter]:
    return SupervisionLetter.alive().where(SupervisionLetter.rectified_on.between(*period))


@stock(
    "一函两书逾期未答复",
    "份",
    split=_KIND,
    about="未采纳的不算",
    told="应答复日期已过、没有答复也没有整改的一函两书",
)
def overdue(day: date) -> Query[SupervisionLetter]:
    return SupervisionLetter.alive().where(
        SupervisionLetter.issued_on <= day,
        SupervisionLetter.due_on < day,
        not_yet(SupervisionLetter.answered_on, day),
        not_yet(SupervisionLetter.rectified_on, day),
        SupervisionLetter.status != LetterStatus.REFUSED,
    )


ISSUED_BY_MATTER = Cross("发出一函两书（事项 × 种类）", issued, _MATTER, _KIND)
SUMS = tuple(Sum(whole, whole.parts) for whole in (issued, answered, rectified))
