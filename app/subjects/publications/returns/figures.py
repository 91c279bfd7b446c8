"""Figures of the annual statistics returns (domain 9.1; F079 to F081)."""

from __future__ import annotations

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, flow, share
from app.figures.measures import total
from app.figures.splits import by
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.publications.returns.records import INDEPENDENT, JOINT_TYPES, AnnualReturn, ReturnStatus

TITLE = "统计年报"
_OF_YEAR = "取期间末日所在的统计年度"
_NOW = f"{_OF_YEAR}，按现在的报送状态"
_REPORTED = f"已录入国家软件的年报上的数，不是会员名册的人数；{_OF_YEAR}"


def _of_year(period: Period) -> Query[AnnualReturn]:
    return AnnualReturn.alive().where(AnnualReturn.year == period.last.year)


def entered_for(period: Period) -> Query[AnnualReturn]:
    """Select the returns of the period's year that were entered into the national software."""
    return _of_year(period).where(AnnualReturn.status == ReturnStatus.ENTERED)


@flow("应报年报", "家", split=by(AnnualReturn.status), about=_NOW)
def expected(period: Period) -> Query[AnnualReturn]:
    return _of_year(period)


@flow("已收年报", "家", about=_NOW)
def received(period: Period) -> Query[AnnualReturn]:
    return _of_year(period).where(AnnualReturn.status != ReturnStatus.MISSING)


@flow("已录入年报", "家", split=by(AnnualReturn.union_type), about=_NOW)
def entered(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


@flow("期内录入年报", "家", about="按录入日期，不论属于哪个统计年度")
def entered_in(period: Period) -> Query[AnnualReturn]:
    entered_then = AnnualReturn.entered_on.between(*period)
    return AnnualReturn.alive().where(AnnualReturn.status == ReturnStatus.ENTERED, entered_then)


@flow("未报年报", "家", lists=AnnualReturn.union_name, about=_NOW)
def missing(period: Period) -> Query[AnnualReturn]:
    return _of_year(period).where(AnnualReturn.status == ReturnStatus.MISSING)


@flow("退回年报", "家", lists=AnnualReturn.union_name, about=_NOW)
def sent_back(period: Period) -> Query[AnnualReturn]:
    return _of_year(period).where(AnnualReturn.status == ReturnStatus.SENT_BACK)


@share("年报录入率", about="应报的年报中已录入国家软件的")
def entered_rate() -> tuple[Figure, Figure]:
    return entered, expected


@flow("年报独立工会", "家", split=by(AnnualReturn.ownership), about=_NOW)
def independent(period: Period) -> Query[AnnualReturn]:
    return entered_for(period).where(AnnualReturn.union_type == INDEPENDENT)


@flow("年报联合工会", "家", split=by(AnnualReturn.ownership), about=f"一张年报算一家，涵盖的单位另计；{_NOW}")
def joint(period: Period) -> Query[AnnualReturn]:
    return entered_for(period).where(AnnualReturn.union_type.in_(JOINT_TYPES))


@flow("年报其他工会", "家", about=_NOW)
def others(period: Period) -> Query[AnnualReturn]:
    return entered_for(period).where(AnnualReturn.union_type.not_in((INDEPENDENT, *JOINT_TYPES)))


@flow("年报涵盖单位", "家", measure=total(AnnualReturn.covered_units), about=f"联合工会填写；{_OF_YEAR}")
def covered_units(period: Period) -> Query[AnnualReturn]:
    return joint.query(period)


@flow(
    "年报职工",
    "人",
    measure=total(AnnualReturn.workers),
    split=by(AnnualReturn.ownership),
    about=_REPORTED,
    charted=True,
)
def workers(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


@flow("年报女职工", "人", measure=total(AnnualReturn.women_workers), about=_REPORTED)
def women_workers(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


@flow("年报农民工", "人", measure=total(AnnualReturn.migrant_workers), about=_REPORTED)
def migrant_workers(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


@flow(
    "年报会员", "人", measure=total(AnnualReturn.members), split=by(AnnualReturn.ownership), about=_REPORTED
)
def members(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


@flow("年报女会员", "人", measure=total(AnnualReturn.women_members), about=_REPORTED)
def women_members(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


@flow("年报农民工会员", "人", measure=total(AnnualReturn.migrant_members), about=_REPORTED)
def migrant_members(period: Period) -> Query[AnnualReturn]:
    return entered_for(period)


ENTERED_BY_OWNERSHIP = Cross(
    "已录入年报（组织类型 × 所有制）", entered, by(AnnualReturn.union_type), by(AnnualReturn.ownership)
)
RETURNED = tuple(
    Cross(f"{figure.label}（{figure.unit}）", figure, ENTERED_BY_OWNERSHIP.rows, ENTERED_BY_OWNERSHIP.columns)
    for figure in (
        entered,
        covered_units,
        workers,
        women_workers,
        migrant_workers,
        members,
        women_members,
        migrant_members,
    )
)
PROGRESS = Cross(
    "年报进度（组织类型 × 报送状态）", expected, by(AnnualReturn.union_type), by(AnnualReturn.status)
)

SUMS = (Sum(entered, (independent, joint, others)), Sum(expected, (received, missing)))
