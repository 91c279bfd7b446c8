"""The cash book, each line with what was left after it (domain 10)."""

from __future__ import annotations

from app.register import Register, Section, Side, Sides
from app.subjects.office.cash import checks
from app.subjects.office.cash.lists import CASH_BOOK
from app.subjects.office.cash.records import INCOMES, CashEntry, Direction


def _after_import(entry: CashEntry, names: frozenset[str]) -> None:
    """Take the direction from the subject: a book that has one in each line need not say it twice."""
    if "direction" not in names and entry.subject is not None:
        entry.direction = (Direction.IN if entry.subject in INCOMES else Direction.OUT).value


CASH = Register(
    "office.cash",
    "经费流水",
    CashEntry,
    columns=(
        CashEntry.booked_on,
        CashEntry.summary,
        CashEntry.fund,
        CashEntry.direction,
        CashEntry.amount,
        CashEntry.balance,
    ),
    sections=(
        Section(
            "流水",
            CashEntry.booked_on,
            CashEntry.direction,
            CashEntry.subject,
            CashEntry.fund,
            CashEntry.amount,
            CashEntry.balance,
            CashEntry.summary,
            CashEntry.voucher_no,
            CashEntry.counterpart,
            CashEntry.handled_by,
            CashEntry.remark,
        ),
    ),
    filters=(CashEntry.booked_on, CashEntry.direction, CashEntry.fund, CashEntry.subject),
    search=(CashEntry.summary, CashEntry.voucher_no, CashEntry.counterpart),
    checks=checks.CASH,
    prints=(CASH_BOOK,),
    order=(CashEntry.booked_on.desc(), CashEntry.id.desc()),
    unit="笔",
    # A journal of cash debits what comes in and credits what goes out.
    sides=Sides(
        CashEntry.direction,
        CashEntry.amount,
        (
            Side(Direction.IN.value, "收入", ("收入金额", "收入数", "收方", "收方金额", "借方", "借方金额")),
            Side(Direction.OUT.value, "支出", ("支出金额", "支出数", "付方", "付方金额", "贷方", "贷方金额")),
        ),
    ),
    after_import=_after_import,
)
