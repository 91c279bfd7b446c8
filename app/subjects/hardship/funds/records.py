"""Money that came in for aid, by source (domain 3.7)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    ChoiceField,
    DateField,
    MoneyField,
    NotesField,
    TextField,
)
from app.records.base import Record
from app.records.terms import FUND_SOURCES


class FundIncome(Record):
    """Money that came in for aid, by source (资金收入)."""

    received_on = DateField("到账日期", default=date.today)
    fund_source = ChoiceField("资金来源", FUND_SOURCES)
    amount = MoneyField("金额", unit="元")
    from_whom = TextField("拨付单位", null=True, suggest=True)
    voucher_no = TextField("凭证号", null=True)
    remark = NotesField("备注", null=True)
