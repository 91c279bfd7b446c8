"""Newspapers and journals on paper: orders, orders against quotas, hand-outs to sign for (domain 9.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TypeVar

from peewee import ColumnBase

from app.printing.heads import LINE, blank, office_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection, within
from app.printing.summaries import Figures, Share, about, figures, with_total
from app.records.base import Query
from app.subjects.publications.records import (
    Distribution,
    Periodical,
    Subscription,
    SubscriptionQuota,
    copies_asked,
    copies_handed_out,
    copies_subscribed,
)

_TITLES = Selection(Periodical, (Periodical.id,))
_OfTitle = TypeVar("_OfTitle", Subscription, Distribution, SubscriptionQuota)


def _of_titles(model: type[_OfTitle], request: PrintRequest) -> Query[_OfTitle]:
    """Select the rows of the titles asked for, of the years that the period touches."""
    rows = model.alive().where(model.periodical.in_(_TITLES(request).select(Periodical.id)))
    return rows if request.period is None else rows.where(within(model.year, request.period))


def _by_year(model: type[_OfTitle], *order: ColumnBase) -> Sheets:
    """Return one sheet a year of the rows of the titles asked for, a row being one order or hand-out."""

    def parts(request: PrintRequest) -> Iterator[Part]:
        in_order = _of_titles(model, request).order_by(model.year, *order, model.id)
        for year, group in groupby(in_order, key=lambda row: row.year):
            rows = list(group)
            copies = sum(row.copies or 0 for row in rows)
            yield Part(rows, heads=(office_head(), f"{year}年度", f"共 {copies:,} 份"))

    def chosen(request: PrintRequest) -> Query[Periodical]:
        return _TITLES(request).where(Periodical.id.in_(_of_titles(model, request).select(model.periodical)))

    return Sheets(parts, model.year, unit="笔", chosen=chosen)


def _summarised(request: PrintRequest) -> Query[Periodical]:
    """Select the titles that stand on the summary of a year: those ordered, or to be ordered."""
    years = _of_titles(Subscription, request).select(Subscription.year)
    asked = _of_titles(SubscriptionQuota, request).where(SubscriptionQuota.year.in_(years))
    ordered = _of_titles(Subscription, request).select(Subscription.periodical)
    meant = Periodical.id.in_(ordered) | Periodical.id.in_(asked.select(SubscriptionQuota.periodical))
    return _TITLES(request).where(meant)


_BLANK_YEAR = f"{LINE[:6]}年度"
_BLANK = blank(_BLANK_YEAR)

ORDERS = ListPrint(
    "publications.orders",
    "报刊征订登记表",
    (
        PrintColumn(None, 46, "报刊名称", text=lambda row: row.periodical.name),
        PrintColumn(None, 22, "邮发代号", text=lambda row: row.periodical.post_code or "", align="center"),
        PrintColumn(Subscription.unit, 62),
        PrintColumn(Subscription.mode, 17),
        Subscription.copies,
        PrintColumn(Subscription.unit_price, 22, "单价（元）"),
        PrintColumn(Subscription.amount, heading="金额（元）"),
        Subscription.pay_mode,
        Subscription.paid_on,
    ),
    _by_year(Subscription, Subscription.periodical, Subscription.unit),
    amount=Subscription.amount,
    closing=("单位负责人：", "经办人：", "制表人：", "填表日期："),
    blank=_BLANK,
    blank_rows=12,
    takes=Periodical,
)


def _summaries(request: PrintRequest) -> Iterator[Part]:
    titles = list(_TITLES(request))
    years = _of_titles(Subscription, request).select(Subscription.year).distinct()
    for (year,) in years.order_by(Subscription.year).tuples():
        rows = [_figures_of(title, year) for title in titles]
        shown = [row for row in rows if any(row.figures[:2])]
        heads = (office_head(), f"{year}年度", f"共 {len(shown)} 种")
        yield Part(with_total(shown), heads=heads, notes=(_COUNTED,))


_COUNTED = "注：已订含征订、赠阅和派发的份数；完成率＝已订÷任务，没有任务的报刊不计入合计的完成率。"


def _figures_of(title: Periodical, year: int) -> Figures:
    quota, ordered = copies_asked(title.id, year), copies_subscribed(title.id, year)
    done = Share(ordered if quota else 0, quota)
    return Figures(
        (title.name, title.kind),
        (quota, ordered, done, max(0, quota - ordered), copies_handed_out(title.id, year)),
    )


ORDERS_SUMMARY = ListPrint(
    "publications.orders_summary",
    "报刊征订汇总表",
    (
        about("报刊名称", 56),
        about("类别", 16, 1),
        *figures("任务（份）", "已订（份）", "完成率", "尚缺（份）", "已派发（份）", width_mm=24),
    ),
    Sheets(_summaries, Subscription.year, unit="种", chosen=_summarised),
    blank=blank(_BLANK_YEAR, notes=(_COUNTED,)),
    blank_rows=16,
    takes=Periodical,
)

HAND_OUTS = ListPrint(
    "publications.hand_outs",
    "报刊派发签收表",
    (
        PrintColumn(Distribution.given_on, 37),
        PrintColumn(Distribution.unit, 60),
        PrintColumn(None, 34, "报刊名称", text=lambda row: row.periodical.name),
        PrintColumn(Distribution.copies, 14),
        PrintColumn(Distribution.receiver, align="center"),
        PrintColumn(None, 28, "签收"),
    ),
    _by_year(Distribution, Distribution.unit, Distribution.periodical),
    signing=True,
    closing=("派发人：", "负责人：", "填表日期："),
    blank=_BLANK,
    blank_rows=18,
    takes=Periodical,
)
