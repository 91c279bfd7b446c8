"""How money that came in for aid is shown (domain 0.8)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.hardship.funds.records import FundIncome

FUND_INCOMES = Register(
    "settings.funds",
    "资金到账",
    FundIncome,
    columns=(FundIncome.received_on, FundIncome.fund_source, FundIncome.amount, FundIncome.from_whom),
    sections=(
        Section(
            "资金到账",
            FundIncome.received_on,
            FundIncome.fund_source,
            FundIncome.amount,
            FundIncome.from_whom,
            FundIncome.voucher_no,
            FundIncome.remark,
        ),
    ),
    filters=(FundIncome.fund_source, FundIncome.received_on),
    search=(FundIncome.from_whom, FundIncome.voucher_no),
    order=(FundIncome.received_on.desc(),),
    sums=(FundIncome.amount,),
)
