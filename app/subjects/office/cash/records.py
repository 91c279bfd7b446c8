"""The cash book (经费流水): money in and out, and what is left (domain 10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import Case, fn

from app.fields import ChoiceField, DateField, Derived, MoneyField, NotesField, TextField, When
from app.records.base import Query, Record
from app.rules import regulations

FUNDS = ("会费", "行政拨交", "上级补助", "财政补助", "帮扶", "捐款", "其他")
CARRIED_OVER = "上年结转"
INCOMES = (CARRIED_OVER, "会费收入", "拨缴经费收入", "上级补助收入", "行政补助收入", "捐款收入", "其他收入")
EXPENSES = (
    "职工活动支出",
    "维权支出",
    "帮扶慰问支出",
    "业务支出",
    "行政支出",
    "资本性支出",
    "其他支出",
)


class Direction(StrEnum):
    """Whether money came in or went out."""

    IN = "收"
    OUT = "支"


def _balance_told(entry: CashEntry) -> str:
    if entry.id is None or entry.booked_on is None:
        return ""
    return CashEntry.amount.format(net(up_to(entry)))


class CashEntry(Record):
    """One line of the cash book."""

    booked_on = DateField(
        "日期",
        default=date.today,
        past=True,
        index=True,
        aliases=("记账日期",),
        about="钱真正进出的日子，余额按它排",
    )
    summary = TextField(
        "摘要", longest=200, suggest=True, aliases=("事由", "用途"), about="这笔钱是做什么的，一句话"
    )
    direction = ChoiceField(
        "收/支",
        Direction,
        synonyms={"收入": Direction.IN.value, "支出": Direction.OUT.value},
        aliases=("收支",),
        about="钱进来选“收”，付出去选“支”",
    )
    subject = ChoiceField(
        "科目",
        (*INCOMES, *EXPENSES),
        aliases=("会计科目",),
        about="记在哪个科目，收入和支出的科目不同",
        rule=regulations.EXPENSES,
    )
    fund = ChoiceField(
        "资金", FUNDS, aliases=("经费来源", "资金来源"), about="动的是哪一笔资金，帮扶和捐款单独算余额"
    )
    amount = MoneyField("金额", unit="元", about="收了或付了多少钱")
    voucher_no = TextField(
        "凭证号",
        null=True,
        longest=30,
        wanted_if=(When(direction, Direction.OUT),),
    )
    counterpart = TextField(
        "对方单位或个人",
        null=True,
        suggest=True,
        short="对方",
        aliases=(
            "对方单位",
            "收款单位",
            "付款单位",
        ),
        about="付钱来的或收钱去的单位或个人",
    )
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)
    balance = Derived("余额", _balance_told, align="right", about="到这一笔为止还剩多少，自动算出")

    naming = (summary,)


SIGNED = Case(None, ((CashEntry.direction == Direction.OUT, CashEntry.amount * -1),), CashEntry.amount)
"""The amount of a line: above nought where it came in, below where it went out."""


def net(entries: Query[CashEntry]) -> int:
    """Add up what came in and take off what went out, in fen."""
    return int(entries.select(fn.COALESCE(fn.SUM(SIGNED), 0)).scalar())


def balance_before(day: date) -> int:
    """Return what was left when a day began, in fen."""
    return net(CashEntry.alive().where(CashEntry.booked_on < day))


def up_to(entry: CashEntry) -> Query[CashEntry]:
    """Select the lines up to one, by day and, within a day, as they were entered."""
    earlier = CashEntry.booked_on < entry.booked_on
    same_day = (CashEntry.booked_on == entry.booked_on) & (CashEntry.id <= entry.id)
    return CashEntry.alive().where(earlier | same_day)
