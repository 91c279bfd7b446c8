"""The rules of titles, subscriptions and copies handed out (domain 9.2)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.rules.money import write_fen
from app.subjects.publications.records import (
    GIFT,
    ORDERED,
    Distribution,
    Periodical,
    Subscription,
    copies_handed_out,
    copies_subscribed,
)


def post_code_used_once(title: Periodical) -> Iterator[Problem]:
    """The post code (邮发代号) is one title's; the sentence names the title that has it (domain 9.2)."""
    if title.post_code:
        for twin in duplicates(title, Periodical.post_code)[:1]:
            yield Block(Periodical.post_code, f"“{twin.name}”已用这个邮发代号登记，请核对")


def year_is_near(row: Subscription | Distribution) -> Iterator[Problem]:
    """Copies are ordered in the year before, handed out in the year itself or close to it."""
    field = Subscription.ordered_on if isinstance(row, Subscription) else Distribution.given_on
    day = getattr(row, field.name)
    if row.year is not None and day is not None and not row.year - 1 <= day.year <= row.year + 1:
        yield Warn(type(row).year, f"与{field.label}相差一年以上，请核对")


def ordered_once(order: Subscription) -> Iterator[Problem]:
    """A unit's order for a title and year is entered once; a second one makes us look again."""
    if order.periodical_id is None:
        return
    same = duplicates(order, Subscription.periodical, Subscription.year, Subscription.unit, Subscription.mode)
    for twin in same[:1]:
        yield Warn(
            Subscription.unit, f"{order.year}年度已登记{order.mode} {twin.copies} 份，确是另外增订再保存"
        )


def price_fits(order: Subscription) -> Iterator[Problem]:
    """What is ordered costs as much as the title does in a year; what is given costs nothing."""
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
