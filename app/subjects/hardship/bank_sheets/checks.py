"""What a bank's layout must hold for the bank to be able to pay."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem
from app.subjects.hardship.bank_sheets.records import COLUMNS, JOINT, NEEDED, BankLayout


def columns_are_known(layout: BankLayout) -> Iterator[Problem]:
    """Each column is one the office can fill, and stands once; name, account and amount are there."""
    order = layout.order
    for name in dict.fromkeys(order):
        if name not in COLUMNS:
            yield Block(BankLayout.columns, f"没有“{name}”这一列，可用：{JOINT.join(COLUMNS)}，用顿号隔开")
        elif order.count(name) > 1:
            yield Block(BankLayout.columns, f"“{name}”写了 {order.count(name)} 次，请只留一次")
    if lacking := [name for name in NEEDED if name not in order]:
        yield Block(BankLayout.columns, f"缺少{JOINT.join(lacking)}，银行无法代发，请补上")
