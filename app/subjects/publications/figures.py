"""Figures of newspapers and journals (domain 9.2; F082 to F088, and the tasks of F089)."""

from __future__ import annotations

from peewee import ColumnBase, fn

from app.figures.crosses import Cross
from app.figures.figure import Figure, flow, share
from app.figures.measures import distinct, named_units, total
from app.figures.splits import by, by_reference
from app.records.base import Query
from app.records.conditions import InWords
from app.rules.periods import Period
from app.subjects.publications.records import Distribution, Periodical, Subscription, SubscriptionQuota
from app.subjects.unions.enterprises.records import Enterprise

TITLE = "报刊征订"
_OF_YEAR = "按征订年度，取期间末日所在的年度"
_HANDED_TO = named_units("的领取单位数", Distribution.unit, Enterprise)


def _year(period: Period) -> int:
    return period.last.year


def _ordered(period: Period) -> Query[Subscription]:
    return Subscription.alive().where(Subscription.year == _year(period))


def _quotas(period: Period) -> Query[SubscriptionQuota]:
    return SubscriptionQuota.alive().where(SubscriptionQuota.year == _year(period))


_title = by_reference(Subscription.periodical, Periodical.name, title="报刊")


@flow("报刊征订", "份", measure=total(Subscription.copies), split=_title, about=_OF_YEAR, charted=True)
def copies(period: Period) -> Query[Subscription]:
    return _ordered(period)


@flow(
    "报刊征订方式",
    "份",
    measure=total(Subscription.copies),
    split=by(Subscription.mode),
    about=f"与报刊征订同数，按征订、赠阅、派发分；{_OF_YEAR}",
)
def copies_by_mode(period: Period) -> Query[Subscription]:
    return _ordered(period)


@flow("征订报刊种数", "种", measure=distinct("的报刊种数", Subscription.periodical), about=_OF_YEAR)
def titles(period: Period) -> Query[Subscription]:
    return _ordered(period)


@flow("报刊征订金额", "元", measure=total(Subscription.amount), split=_title, about=_OF_YEAR)
def money(period: Period) -> Query[Subscription]:
    return _ordered(period)


@flow(
    "报刊征订任务",
    "份",
    measure=total(SubscriptionQuota.copies),
    split=by_reference(SubscriptionQuota.periodical, Periodical.name, title="报刊"),
    about=_OF_YEAR,
)
def quota(period: Period) -> Query[SubscriptionQuota]:
    return _quotas(period)


@flow("任务内征订", "份", measure=total(Subscription.copies), split=_title, about=_OF_YEAR)
def copies_asked_for(period: Period) -> Query[Subscription]:
    asked = _quotas(period).select(SubscriptionQuota.periodical)
    return _ordered(period).where(InWords(Subscription.periodical.in_(asked), "下达了任务"))


@share("征订任务完成率", about="下达了任务的报刊，已订份数与任务数之比；每种是否完成见完成征订任务报刊")
def quota_rate() -> tuple[Figure, Figure]:
    return copies_asked_for, quota


def _reached(period: Period) -> ColumnBase:
    """Tell whether the copies of a title reach what the upper union asks for; NULL where it asks nothing."""

    def added(model: type[Subscription | SubscriptionQuota]) -> Query:
        rows = model.alive().where(model.periodical == Periodical.id, model.year == _year(period))
        return rows.select(fn.SUM(model.copies))

    return fn.COALESCE(added(Subscription), 0) >= added(SubscriptionQuota)


@flow("完成征订任务报刊", "种", lists=Periodical.name)
def titles_reached(period: Period) -> Query[Periodical]:
    words = f"{_year(period)}年度的订数达到任务数"
    return Periodical.alive().where(InWords(_reached(period), words))


@flow("未完成征订任务报刊", "种", lists=Periodical.name)
def titles_missed(period: Period) -> Query[Periodical]:
    words = f"{_year(period)}年度的订数未达到任务数"
    return Periodical.alive().where(InWords(~_reached(period), words))


@flow(
    "报刊派发",
    "份",
    measure=total(Distribution.copies),
    split=by_reference(Distribution.periodical, Periodical.name, title="报刊"),
    about=_OF_YEAR,
)
def handed_out(period: Period) -> Query[Distribution]:
    return Distribution.alive().where(Distribution.year == _year(period))


@flow("报刊领取单位", "家", measure=_HANDED_TO, about=_OF_YEAR)
def units(period: Period) -> Query[Distribution]:
    return handed_out.query(period)


COPIES_BY_MODE = Cross("报刊征订（报刊 × 方式，份）", copies, _title, by(Subscription.mode))
