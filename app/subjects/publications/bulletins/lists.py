"""Bulletins on paper: the book of what was sent, and what of it was used in a year (domain 9.3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.heads import blank, office_head, period_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest
from app.printing.selection import Selection
from app.printing.summaries import Figures, Share, about, figures, with_total
from app.rules.dates import earliest, latest, months_between, write_partial
from app.rules.periods import Period, year
from app.subjects.publications.bulletins.records import (
    OPINION,
    Bulletin,
    BulletinRecipient,
    recipients_of,
    sent_between,
)

_BY_DAY = (BulletinRecipient.sent_on, BulletinRecipient.channel)


def channel_names(bulletin: Bulletin) -> str:
    """Name the places a bulletin was sent to, in the order of the days; none of one not yet kept."""
    if bulletin.id is None:
        return ""
    rows = recipients_of(bulletin).order_by(*_BY_DAY)
    return "、".join(row.channel for row in rows)


def _adopted_by(bulletin: Bulletin) -> str:
    rows = recipients_of(bulletin).where(BulletinRecipient.adopted).order_by(*_BY_DAY)
    return "、".join(f"{row.channel}{row.issue_no or ''}" for row in rows)


BULLETIN_BOOK = ListPrint(
    "publications.bulletin_book",
    "信息报送登记表",
    (
        Bulletin.bulletin_no,
        PrintColumn(Bulletin.sent_on, 37),
        PrintColumn(Bulletin.title, 78),
        Bulletin.kind,
        PrintColumn(Bulletin.author, 20, align="center"),
        PrintColumn(Bulletin.reviewer, 20, align="center"),
        PrintColumn(None, 52, "报送渠道", text=channel_names),
        PrintColumn(None, 36, "采用情况", text=_adopted_by),
    ),
    Selection(Bulletin, (Bulletin.sent_on, Bulletin.id), Bulletin.sent_on).sheet("篇"),
    blank_rows=12,
)


def _used(request: PrintRequest) -> Iterator[Part]:
    span = request.period or year(request.today.year)
    sent = list(sent_between(*span))
    if not sent:
        return
    rows = _recipients(sent)
    by_month = [_of_month(month, sent, rows) for month in months_between(span.first, span.last)]
    by_day = sorted(rows, key=lambda row: (str(row.sent_on or ""), row.channel))
    channels = dict.fromkeys(row.channel for row in by_day)
    by_channel = [_of_channel(channel, sent, rows) for channel in channels]
    yield _part(with_total(by_month), "按月", span, len(sent))
    yield _part(by_channel, "按报送渠道", span, len(sent))


def _part(rows: list[Figures], how: str, span: Period, number: int) -> Part:
    heads = (office_head(), f"{period_head(span)}　{how}", f"共报送 {number} 篇")
    return Part(rows, heads=heads, notes=(_COUNTED,))


_COUNTED = (
    "注：篇数按报送日期计，同一篇报几处计几次报送；采用率＝采用次数÷报送次数。按渠道的篇数有重复，不相加。"
)


def _recipients(sent: list[Bulletin]) -> list[BulletinRecipient]:
    ids = [bulletin.id for bulletin in sent]
    return list(BulletinRecipient.alive().where(BulletinRecipient.bulletin.in_(ids)))


def _of_month(month: str, sent: list[Bulletin], rows: list[BulletinRecipient]) -> Figures:
    first, last = earliest(month), latest(month)
    then = [bulletin for bulletin in sent if bulletin.sent_on and first <= bulletin.sent_on <= last]
    return _figures_of(write_partial(month), then, rows)


def _of_channel(channel: str, sent: list[Bulletin], rows: list[BulletinRecipient]) -> Figures:
    there = [row for row in rows if row.channel == channel]
    ids = {row.bulletin_id for row in there}
    return _figures_of(channel, [bulletin for bulletin in sent if bulletin.id in ids], there)


def _figures_of(name: str, sent: list[Bulletin], rows: list[BulletinRecipient]) -> Figures:
    ids = {bulletin.id for bulletin in sent}
    sendings = [row for row in rows if row.bulletin_id in ids]
    adopted = sum(bool(row.adopted) for row in sendings)
    opinions = sum(bulletin.kind == OPINION for bulletin in sent)
    score = sum(row.score or 0 for row in sendings)
    rate = Share(adopted, len(sendings))
    return Figures((name,), (len(sent) - opinions, opinions, len(sendings), adopted, rate, score))


BULLETIN_FIGURES = ListPrint(
    "publications.bulletin_figures",
    "年度信息采用统计表",
    (
        about("月份/渠道", 50),
        *figures("动态等信息", "舆情信息", "报送次数", "采用次数", "采用率", "得分", width_mm=21),
    ),
    _used,
    unit="项",
    blank=blank("期间：＿＿＿＿年", "共报送＿＿＿篇", notes=(_COUNTED,)),
    blank_rows=13,
    dated=Bulletin.sent_on,
    takes=BulletinRecipient,
    whole_period=True,
)
