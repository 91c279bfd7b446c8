"""The sample office's newspapers of 2010 and 2011: what was assigned, ordered and handed out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.keeping import keeping
from app.sample.bulletins import enter_bulletins
from app.sample.club import enter_club
from app.sample.enterprises import AIDED_UNITS
from app.sample.interns import enter_interns
from app.sample.office import UPPER_UNION, Staff
from app.sample.people import Inventor
from app.sample.returns import enter_returns
from app.subjects.publications.records import Distribution, Periodical, Subscription, SubscriptionQuota
from app.subjects.publications.register import (
    DISTRIBUTIONS,
    PUBLICATIONS,
    QUOTAS,
    SUBSCRIPTIONS,
    YEARLY_TASKS,
)
from app.subjects.publications.yearly_tasks.records import YearlyTask


class _Title(NamedTuple):
    name: str
    kind: str
    frequency: str
    publisher: str
    price: int | None  # fen a year; none is asked for study material
    copies: tuple[int, int]  # of 2010 and 2011


_TITLES = (
    _Title("劳动报", "报", "日报", "市总工会", 216_00, (102, 110)),
    _Title("工人日报", "报", "日报", "全国总工会", 252_00, (16, 17)),
    _Title("上海工运", "刊", "月刊", "市总工会", 60_00, (12, 12)),
    _Title("工会理论研究", "刊", "双月刊", "市总工会", 36_00, (1, 1)),
    _Title("中国工会财务", "刊", "月刊", "全国总工会", 96_00, (2, 2)),
    _Title("民管信息资料", "资料", "不定期", UPPER_UNION, None, (16, 20)),
    _Title("主人", "刊", "月刊", "市总工会", 72_00, (4, 4)),
)
_YEARS = (2010, 2011)


def enter_publications(inventor: Inventor, staff: Staff) -> None:
    """Enter titles, bulletins, annual returns, interns and the club."""
    for year in _YEARS:
        keeping.save(YEARLY_TASKS, YearlyTask(year=year, source="示例"))
    for title in _TITLES:
        _enter_title(title, staff)
    enter_bulletins(staff)
    enter_returns(staff)
    enter_interns(inventor, staff)
    enter_club(staff)


def _enter_title(title: _Title, staff: Staff) -> None:
    periodical = keeping.save(
        PUBLICATIONS,
        Periodical(
            name=title.name,
            kind=title.kind,
            frequency=title.frequency,
            publisher=title.publisher,
            yearly_price=title.price,
        ),
    )
    for year, copies in zip(_YEARS, title.copies, strict=True):
        quota = SubscriptionQuota(
            periodical=periodical,
            year=year,
            copies=copies,
            told_on=date(year - 1, 11, 20),
            from_whom=UPPER_UNION,
        )
        keeping.save(QUOTAS, quota)
        order = Subscription(
            periodical=periodical,
            year=year,
            copies=copies,
            mode="征订" if title.price is not None else "派发",
            unit_price=title.price,
            pay_mode="工会经费" if title.price is not None else None,
            ordered_on=date(year - 1, 12, 15),
            handled_by=staff.clerk,
        )
        keeping.save(SUBSCRIPTIONS, order)
        _hand_out(periodical, year, copies)


def _hand_out(periodical: Periodical, year: int, copies: int) -> None:
    """Share the copies out evenly among the unions; what does not divide goes to the first."""
    units = len(AIDED_UNITS)
    for position, unit in enumerate(AIDED_UNITS):
        share = copies // units + (position < copies % units)
        if share:
            distribution = Distribution(
                periodical=periodical,
                year=year,
                given_on=date(year, 1, 6),
                unit=f"{unit.name}工会",
                copies=share,
            )
            keeping.save(DISTRIBUTIONS, distribution)
