"""The rules of the cash book; a negative balance is only doubtful, as clerks book late (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, others
from app.rules.money import write_fen
from app.subjects.office.cash.records import CARRIED_OVER, INCOMES, CashEntry, Direction, net


def amount_has_no_sign(entry: CashEntry) -> Iterator[Problem]:
    """A line moves some money; which way it goes is not said by a minus but by 收/支 (domain 10)."""
    if entry.amount is not None and entry.amount <= 0:
        yield Block(CashEntry.amount, "应大于 0；收或支请在“收/支”中选")


def subject_fits(entry: CashEntry) -> Iterator[Problem]:
    """Income is booked as income, spending as spending."""
    if entry.subject is None or entry.direction is None:
        return
    if (entry.subject in INCOMES) != (entry.direction == Direction.IN):
        yield Block(CashEntry.subject, f"“{entry.subject}”与“{entry.direction}”不符，请核对收支和科目")


def opened_once(entry: CashEntry) -> Iterator[Problem]:
    """The balance is carried over by itself: only the first line of the book says what was there before."""
    if entry.subject != CARRIED_OVER or entry.booked_on is None:
        return
    earlier = others(entry).where(CashEntry.booked_on < entry.booked_on)
    if earlier.exists():
        yield Warn(CashEntry.subject, "之前已有流水，余额自动结转，不必再记上年结转")


def voucher_booked_once(entry: CashEntry) -> Iterator[Problem]:
    """A voucher with one day and one amount is booked once; several amounts may share a voucher."""
    if not entry.voucher_no or entry.amount is None or entry.booked_on is None:
        return
    if duplicates(entry, CashEntry.voucher_no, CashEntry.amount, CashEntry.booked_on):
        yield Warn(CashEntry.voucher_no, "同一天、同一凭证、同一金额已登记过，请核对是否重复")


def money_is_there(entry: CashEntry) -> Iterator[Problem]:
    """What is spent was there on that day, in all and in its fund."""
    if entry.direction != Direction.OUT or entry.amount is None or entry.booked_on is None:
        return
    before = others(entry).where(CashEntry.booked_on <= entry.booked_on)
    left = net(before) - entry.amount
    if left < 0:
        yield Warn(CashEntry.amount, f"记账后余额为 {write_fen(left)} 元，请核对有没有漏记的收入")
    elif entry.fund and (left := net(before.where(CashEntry.fund == entry.fund)) - entry.amount) < 0:
        yield Warn(CashEntry.fund, f"“{entry.fund}”资金记账后为 {write_fen(left)} 元，请核对")


CASH = (amount_has_no_sign, subject_fits, opened_once, voucher_booked_once, money_is_there)
