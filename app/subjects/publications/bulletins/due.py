"""What bulletins ask for: the pieces of each month, and the approval of drafts (domain 9.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import fn

from app.register import Due
from app.rules.dates import latest
from app.subjects.publications.bulletins.records import OPINION, Bulletin, BulletinStatus, sent_between
from app.subjects.publications.yearly_tasks.records import YearlyTask, task_of

_ASKS = {
    BulletinStatus.DRAFT.value: ("信息待审批", "审批"),
    BulletinStatus.APPROVED.value: ("信息待报送", "报送"),
}


def bulletins_due(today: date) -> Iterator[Due]:
    """Yield the drafts on their way, and what last month and this month still lack."""
    for bulletin in Bulletin.alive().where(Bulletin.status.in_(list(_ASKS))).order_by(Bulletin.id):
        kind, by = _ASKS[bulletin.status]
        yield Due(kind, f"《{bulletin.title}》", bulletin.id, 0, by=by)
    begun = _begun()
    for day in (today.replace(day=1) - timedelta(days=1), today):
        if begun is not None and f"{day:%Y-%m}" >= begun:
            yield from _lacking(day, today)


def _begun() -> str | None:
    """Return the month since which the office reports; None for an office that never did."""
    ((first_sent,),) = Bulletin.alive().select(fn.MIN(Bulletin.sent_on)).tuples()
    first_asked = YearlyTask.alive().select(fn.MIN(YearlyTask.year)).scalar()
    months = [str(first_sent)[:7]] if first_sent else []
    months += [f"{first_asked}-01"] if first_asked else []
    return min(months, default=None)


def _lacking(day: date, today: date) -> Iterator[Due]:
    task = task_of(day.year)
    first, last = day.replace(day=1), latest(f"{day:%Y-%m}")
    sent = sent_between(first, last)
    opinions = sent.where(Bulletin.kind == OPINION).count()
    news = sent.where(Bulletin.kind != OPINION).count()
    days = (last - today).days
    month = f"{day.year}年{day.month}月"
    if news < task.bulletins_least:
        note = f"已报送 {news} 篇，还差 {task.bulletins_least - news} 篇"
        yield Due("信息报送", month, None, days, note)
    if opinions < task.opinions_least:
        yield Due("舆情信息", month, None, days, f"还差 {task.opinions_least - opinions} 篇")
