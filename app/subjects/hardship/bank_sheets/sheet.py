"""代发明细表: a batch as the bank takes it that pays the aid into people's accounts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.errors import Refused
from app.records.base import Record
from app.register import RecordSheet, SheetTable
from app.rules.bank_cards import card_remark
from app.subjects.hardship.aid.records import BY_CARD, SPENT, AidBatch, AidPayment, live_payments
from app.subjects.hardship.bank_sheets.records import (
    ACCOUNT,
    AMOUNT,
    BANK,
    HOLDER,
    IDENTITY,
    MOBILE,
    NOTE,
    NUMBER,
    SEPARATORS,
    BankLayout,
)

_TOTAL = "合计"
_NAMED = 10  # people named in one refusal


def banks() -> Sequence[str]:
    """Return the banks whose layout is kept in 设置, by name."""
    return [layout.bank for layout in BankLayout.alive().order_by(BankLayout.bank, BankLayout.id)]


def table_for(record: Record, bank: str = "") -> SheetTable:
    """Return a batch's payments by card as the bank wants them; without a bank, in the usual order.

    Raises Refused where the batch is not approved yet, nobody is paid by card, or somebody's name,
    account or the account's check digit is missing or wrong.
    """
    assert isinstance(record, AidBatch)
    layout = _layout_of(bank)
    if record.status not in SPENT:
        raise Refused("批次还没有审批，没有生成代发明细表。请先审批。")
    paid = [payment for payment in live_payments(record) if payment.pay_mode == BY_CARD]
    if not paid:
        raise Refused("批次中没有用银行卡发放的人，没有生成代发明细表。请核对发放方式。")
    if lacking := [f"{payment.name}{words}" for payment in paid if (words := _lacks(payment))]:
        more = f"等 {len(lacking)} 人" if len(lacking) > _NAMED else ""
        raise Refused(f"没有生成代发明细表：{'；'.join(lacking[:_NAMED])}{more}。请在帮扶记录中补正。")
    note = layout.note or record.name
    order = layout.order
    rows = [_row(order, number, payment, note) for number, payment in enumerate(paid, 1)]
    total = sum((_yuan(payment) for payment in paid), Decimal())
    return SheetTable(
        f"{record.name}代发明细表",
        tuple(order),
        tuple(rows),
        _total_row(order, len(paid), total) if layout.has_total else (),
        has_heading=bool(layout.has_heading),
        separator=_separator_of(layout),
    )


def _separator_of(layout: BankLayout) -> str:
    if layout.separator not in SEPARATORS:  # another program wrote it into the file
        raise Refused(f"“{layout.bank}”的格式中分隔符“{layout.separator}”不在可选的范围内，请重新选择。")
    return SEPARATORS[layout.separator]


def _layout_of(bank: str) -> BankLayout:
    if not bank:
        return BankLayout()
    layout = BankLayout.alive().where(BankLayout.bank == bank).first()
    if layout is None:
        known = "、".join(banks())
        ways = f"已有：{known}" if known else "请在“设置”的“代发格式”中登记"
        raise Refused(f"没有登记“{bank}”的代发格式。{ways}。")
    return layout


def _lacks(payment: AidPayment) -> str:
    if not payment.bank_holder:
        return "没有户名"
    if not payment.bank_card:
        return "没有账号"
    return "的账号校验位不符" if card_remark(payment.bank_card) else ""


def _yuan(payment: AidPayment) -> Decimal:
    return Decimal(payment.amount).scaleb(-2)


def _row(order: Sequence[str], number: int, payment: AidPayment, note: str) -> tuple[str | Decimal, ...]:
    cells: dict[str, str | Decimal] = {
        NUMBER: str(number),
        HOLDER: payment.bank_holder or "",
        BANK: payment.bank_name or "",
        ACCOUNT: payment.bank_card or "",
        AMOUNT: _yuan(payment),
        NOTE: note,
        IDENTITY: payment.id_number,
        MOBILE: payment.mobile or "",
    }
    return tuple(cells[name] for name in order)


def _total_row(order: Sequence[str], persons: int, total: Decimal) -> tuple[str | Decimal, ...]:
    """The first column that is no amount bears the word for the total."""
    words = next(name for name in order if name != AMOUNT)
    cells: dict[str, str | Decimal] = {words: f"{_TOTAL} {persons} 笔", AMOUNT: total}
    return tuple(cells.get(name, "") for name in order)


BANK_SHEET = RecordSheet("bank_sheet", "代发明细表", "代发明细表（交银行）…", banks, table_for)
