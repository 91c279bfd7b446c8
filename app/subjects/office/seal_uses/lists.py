"""The book of the seals used, with room to sign (用印登记簿, domain 10)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.office.seal_uses.records import SealUse

SEAL_BOOK = ListPrint(
    "office.seal_book",
    "用印登记簿",
    (
        PrintColumn(SealUse.used_on, 33),
        PrintColumn(SealUse.document, 62),
        PrintColumn(SealUse.reason, 46),
        PrintColumn(SealUse.seal, 30),
        PrintColumn(SealUse.copies, 14, align="center"),
        PrintColumn(SealUse.approved_by, 24, align="center"),
        PrintColumn(SealUse.handled_by, 24, align="center"),
        PrintColumn(None, 30, "用印人签名"),
    ),
    Selection(SealUse, (SealUse.used_on, SealUse.id), SealUse.used_on).sheet("次"),
    signing=True,
)
