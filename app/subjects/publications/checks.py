"""The rules of titles, subscriptions and copies handed out (domain 9.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import others
from app.rules.money import write_fen
from app.subjects.publications.records import (
    GIFT,
    ORDERED,
    Distribution,
    Periodical,
    Subscription,
    SubscriptionQuota,
    copies_handed_out,
    copies_subscribed,
)


def title_entered_once(title: Periodical) -> Iterator[Problem]:
    """A title stands in the register once, under its name and its post code."""
    if title.name and others(title).where(Periodical.name == title.name).exists():
        yield Block(Periodical.name, "这种报刊已登记，请打开那条记录修改")
    if title.post_code:
        twin = others(title).where(Periodical.post_code == title.post_code).first()
        if twin is not None:
            yield Block(Periodical.post_code, f"“{twin.name}”已用这个邮发代号登记，请核对")


def copies_are_some(row: Subscription | Distribution | SubscriptionQuota) -> Iterator[Problem]:
    """Who orders, gives or asks for copies does so for at least one."""
    if row.copies == 0:
        yield Block(type(row).copies, "至少 1 份")


def year_is_near(row: Subscription | Distribution) -> Iterator[Problem]:
    """Copies are ordered in the year before, handed out in the year itself or close to it."""
    kept = Subscription.ordered_on if isinstance(row, Subscription) else Distribution.given_on
    day = getattr(row, kept.name)
    if row.year is not None and day is not None and not row.year - 1 <= day.year <= row.year + 1:
        yield Warn(type(row).year, f"与{kept.label}相差一年以上，请核对")


def ordered_once(order: Subscription) -> Iterator[Problem]:
    """A unit's order for a title and year is entered once; a second one makes us look again."""
    same = others(order).where(
        Subscription.periodical == order.periodical_id,
        Subscription.year == order.year,
        Subscription.unit == order.unit,
        Subscription.mode == order.mode,
    )
    if order.periodical_id is not None and (twin := same.first()) is not None:
        yield Warn(
            Subscription.unit, f"{order.year}年度已登记{order.mode} {twin.copies} 份，确是另外增订再保存"
        )


def price_fits(order: Subscription) -> Iterator[Problem]:
    """What is ordered has a price, that of the title; what is given costs nothing."""
    if order.mode == ORDERED and order.unit_price is None:
        yield Warn(Subscription.unit_price, "征订的报刊，请填写单价")
    if order.mode == GIFT and order.unit_price:
        yield Block(Subscription.unit_price, "赠阅的报刊不收钱，请填 0，或改方式")
    if order.mode != ORDERED or order.periodical_id is None or not order.unit_price:
        return
    usual = Periodical.get_by_id(order.periodical_id).yearly_price
    if usual is not None and usual != order.unit_price:
        yield Warn(Subscription.unit_price, f"与全年定价 {write_fen(usual)} 元不同，请核对")


def handed_out_of_what_came(given: Distribution) -> Iterator[Problem]:
    """No more copies of a title are handed out for a year than come in."""
    if given.periodical_id is None or given.copies is None or given.year is None:
        return
    came = copies_subscribed(given.periodical_id, given.year)
    before = Distribution.get_or_none(Distribution.id == given.id) if given.id else None
    out = copies_handed_out(given.periodical_id, given.year)
    if before is not None and (before.periodical_id, before.year) == (given.periodical_id, given.year):
        out -= before.copies
    if out + given.copies > came:
        yield Warn(
            Distribution.copies,
            f"{given.year}年度订数 {came} 份，连同这次已派发 {out + given.copies} 份，请核对",
        )


def handed_out_by_today(given: Distribution) -> Iterator[Problem]:
    """Copies are handed out on a day that has come; whoever signed has a name."""
    if given.given_on is not None and given.given_on > date.today():
        yield Block(Distribution.given_on, "在今天之后，请核对")
    if given.signed and not given.receiver:
        yield Block(Distribution.receiver, "已签收，请填写领取人")


def quota_told_once(quota: SubscriptionQuota) -> Iterator[Problem]:
    """A title has one quota a year."""
    same = others(quota).where(
        SubscriptionQuota.periodical == quota.periodical_id, SubscriptionQuota.year == quota.year
    )
    if quota.periodical_id is not None and quota.year is not None and same.exists():
        yield Block(SubscriptionQuota.year, "这一年度的任务数已登记，请修改原来那一条")
