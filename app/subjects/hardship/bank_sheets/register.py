"""How the layouts of the banks are shown in 设置."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.hardship.bank_sheets.checks import columns_are_known
from app.subjects.hardship.bank_sheets.records import BankLayout

BANK_LAYOUTS = Register(
    "settings.bank_layouts",
    "代发格式",
    BankLayout,
    columns=(BankLayout.bank, BankLayout.columns, BankLayout.separator),
    sections=(
        Section(
            "代发格式",
            BankLayout.bank,
            BankLayout.columns,
            BankLayout.has_heading,
            BankLayout.has_total,
            BankLayout.separator,
            BankLayout.note,
            BankLayout.remark,
        ),
    ),
    search=(BankLayout.bank,),
    checks=(columns_are_known,),
    order=(BankLayout.bank, BankLayout.id),
)
