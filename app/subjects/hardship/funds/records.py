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
from app.rules import regulations


class FundIncome(Record):
    """Money that came in for aid, by source (资金收入)."""

    received_on = DateField("到账日期", default=date.today, about="银行回单上的日子，余额从这天起增加")
    fund_source = ChoiceField(
        "资金来源", FUND_SOURCES, about="这笔钱属于哪一项资金来源", rule=regulations.FUND_USE
    )
    amount = MoneyField("金额", unit="元", about="到账多少钱，余额按它增加")
    from_whom = TextField("拨付单位", null=True, suggest=True, about="拨款的上级或捐款单位，照回单写")
    voucher_no = TextField("凭证号", null=True)
    remark = NotesField("备注", null=True)
