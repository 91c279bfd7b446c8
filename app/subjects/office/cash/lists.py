"""The cash book on paper: what was left before, each line, each month's totals, what is left (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.printing.heads import office_head, period_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest
from app.rules.dates import write_date
from app.rules.money import in_words, write_fen
from app.subjects.office.cash.records import CashEntry, Direction, balance_before


@dataclass(frozen=True)
class _Line:
    """A line of the book, amounts in fen; line without a day adds up those above it."""

    day: date | None
    summary: str
    received: int | None
    spent: int | None
    balance: int
    subject: str = ""
    fund: str = ""
    voucher: str = ""


def _book(request: PrintRequest) -> Iterator[Part]:
    """Yield the lines of the period, all of them: a running balance bears no gaps."""
    booked = CashEntry.alive().order_by(CashEntry.booked_on, CashEntry.id)
    opening = 0
    if request.period is not None:
        booked = booked.where(CashEntry.booked_on.between(*request.period))
        opening = balance_before(request.period.first)
    entries = list(booked)
    if not entries:
        return
    lines = [_Line(None, "期初余额", None, None, opening), *_months(entries, opening)]
    closing = lines[-1].balance
    notes = (f"期初余额 {write_fen(opening)} 元，期末余额 {write_fen(closing)} 元。",)
    if closing > 0:
        notes = (
            f"期初余额 {write_fen(opening)} 元，期末余额 {write_fen(closing)} 元（{in_words(closing)}）。",
        )
    heads = (office_head(), period_head(request.period), f"共 {len(entries)} 笔　单位：元")
    yield Part(lines, heads=heads, notes=notes)


def _months(entries: list[CashEntry], balance: int) -> Iterator[_Line]:
    """Yield the lines month by month, each month's totals after it, and those of the whole at the end."""
    all_received = all_spent = 0
    for (year, month), booked in groupby(entries, key=_month):
        received = spent = 0
        for entry in booked:
            came_in = entry.direction == Direction.IN
            balance += entry.amount if came_in else -entry.amount
            received += entry.amount if came_in else 0
            spent += 0 if came_in else entry.amount
            yield _line(entry, balance)
        all_received, all_spent = all_received + received, all_spent + spent
        yield _Line(None, f"{year}年{month}月合计", received, spent, balance)
    yield _Line(None, "本期合计", all_received, all_spent, balance)


def _month(entry: CashEntry) -> tuple[int, int]:
    return entry.booked_on.year, entry.booked_on.month


def _line(entry: CashEntry, balance: int) -> _Line:
    came_in = entry.direction == Direction.IN
    return _Line(
        entry.booked_on,
        entry.summary,
        entry.amount if came_in else None,
        None if came_in else entry.amount,
        balance,
        entry.subject,
        entry.fund,
        entry.voucher_no or "",
    )


def _day(line: _Line) -> str:
    return write_date(line.day) if line.day else ""


def _yuan(fen: int | None) -> str:
    return "" if fen is None else write_fen(fen)


CASH_BOOK = ListPrint(
    "office.cash_book",
    "经费收支流水账",
    (
        PrintColumn(None, 35, "日期", text=_day, align="center"),
        PrintColumn(None, 24, "凭证号", text=lambda line: line.voucher, align="center"),
        PrintColumn(None, 68, "摘要", text=lambda line: line.summary),
        PrintColumn(None, 34, "科目", text=lambda line: line.subject, align="center"),
        PrintColumn(None, 24, "资金", text=lambda line: line.fund, align="center"),
        PrintColumn(None, 30, "收入（元）", text=lambda line: _yuan(line.received), align="right"),
        PrintColumn(None, 30, "支出（元）", text=lambda line: _yuan(line.spent), align="right"),
        PrintColumn(None, 32, "余额（元）", text=lambda line: _yuan(line.balance), align="right"),
    ),
    _book,
    unit="笔",
    closing=("单位负责人：", "审核人：", "记账人：", "制表日期："),
    dated=CashEntry.booked_on,
    whole_period=True,
    adds_up=lambda line: line.day is None,
)
