"""Figures of bulletins (domain 9.3; F089 and F090)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.figures.crosses import Cross
from app.figures.figure import Figure, flow, share
from app.figures.measures import distinct, total
from app.figures.monthly import fewest, most, of_months
from app.figures.splits import by, by_month, by_then, by_value, yes_no
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.publications.bulletins.records import (
    OPINION,
    Bulletin,
    BulletinRecipient,
    BulletinStatus,
    sent_between,
)
from app.subjects.publications.yearly_tasks.records import task_of

TITLE = "信息报送"
_ADOPTED = "各渠道采用的信息"


def _adopted(period: Period) -> Query[BulletinRecipient]:
    return BulletinRecipient.alive().where(
        BulletinRecipient.adopted_on.between(*period), BulletinRecipient.adopted
    )


def _ways(period: Period) -> Query[BulletinRecipient]:
    """Select the ways of the bulletins that were sent in a period; a way has none of a voided one."""
    sent = Bulletin.alive().where(Bulletin.status == BulletinStatus.SENT)
    return BulletinRecipient.alive().where(
        BulletinRecipient.sent_on.between(*period), BulletinRecipient.bulletin.in_(sent.select(Bulletin.id))
    )


def _months_done(counts: Mapping[str, int]) -> int:
    least = cache(lambda year: task_of(year).bulletins_least)
    return sum(number >= least(int(month[:4])) for month, number in counts.items())


def _months_with(counts: Mapping[str, int]) -> int:
    least = cache(lambda year: task_of(year).opinions_least)
    return sum(number >= least(int(month[:4])) for month, number in counts.items())


@flow("报送信息", "篇", split=by(Bulletin.kind))
def sent(period: Period) -> Query[Bulletin]:
    return sent_between(*period)


def _news(period: Period) -> Query[Bulletin]:
    return sent_between(*period).where(Bulletin.kind != OPINION)


@flow("报送舆情信息", "篇")
def opinions(period: Period) -> Query[Bulletin]:
    return sent_between(*period).where(Bulletin.kind == OPINION)


@of_months("每月信息最少", "篇", Bulletin.sent_on, fewest, "中最少一个月的篇数")
def fewest_of_a_month(period: Period) -> Query[Bulletin]:
    return _news(period)


@of_months("每月信息最多", "篇", Bulletin.sent_on, most, "中最多一个月的篇数")
def most_of_a_month(period: Period) -> Query[Bulletin]:
    return _news(period)


@of_months("信息达标月数", "个月", Bulletin.sent_on, _months_done, "达到每月最少篇数的月数")
def months_done(period: Period) -> Query[Bulletin]:
    return _news(period)


@of_months("舆情达标月数", "个月", Bulletin.sent_on, _months_with, "达到每月最少篇数的月数")
def months_of_opinions_done(period: Period) -> Query[Bulletin]:
    return opinions.query(period)


@flow("信息采用次数", "次", told=_ADOPTED, split=by_value(BulletinRecipient.channel))
def adoptions(period: Period) -> Query[BulletinRecipient]:
    return _adopted(period)


@flow("信息采用得分", "分", measure=total(BulletinRecipient.score), told=_ADOPTED)
def scores(period: Period) -> Query[BulletinRecipient]:
    return _adopted(period)


@flow("被采用信息", "篇", split=by(Bulletin.kind))
def adopted(period: Period) -> Query[Bulletin]:
    used = BulletinRecipient.alive().where(
        BulletinRecipient.adopted, by_then(BulletinRecipient.adopted_on, period.last)
    )
    return sent_between(*period).where(Bulletin.id.in_(used.select(BulletinRecipient.bulletin)))


@share("信息采用率", about="期间内报送的信息中截至期间末日被采用的，一篇被几处采用也算一篇")
def adoption_rate() -> tuple[Figure, Figure]:
    return adopted, sent


@flow(
    "报送渠道",
    "个",
    measure=distinct("按渠道名称去重后的个数", BulletinRecipient.channel),
    lists=BulletinRecipient.channel,
    told="报送信息的渠道",
)
def channels(period: Period) -> Query[BulletinRecipient]:
    return _ways(period)


@flow(
    "信息报送次数",
    "次",
    split=by_value(BulletinRecipient.channel),
    charted=True,
    told="向各渠道报送的信息",
)
def sendings(period: Period) -> Query[BulletinRecipient]:
    return _ways(period)


SENT_BY_MONTH = Cross("报送信息（类型 × 月份）", sent, by(Bulletin.kind), by_month(Bulletin.sent_on))
SENDINGS_BY_ADOPTION = Cross(
    "信息报送次数（渠道 × 采用）",
    sendings,
    by_value(BulletinRecipient.channel),
    yes_no(BulletinRecipient.adopted, "已采用", "未采用"),
)
