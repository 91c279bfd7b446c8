"""Uses of the office's seals (domain 10)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.office.seal_uses import checks
from app.subjects.office.seal_uses.lists import SEAL_BOOK
from app.subjects.office.seal_uses.records import SealUse

SEAL_USES = Register(
    "office.seal",
    "用印登记",
    SealUse,
    columns=(
        SealUse.used_on,
        SealUse.document,
        SealUse.copies,
        SealUse.seal,
        SealUse.approved_by,
        SealUse.handled_by,
    ),
    sections=(
        Section(
            "用印",
            SealUse.used_on,
            SealUse.seal,
            SealUse.document,
            SealUse.copies,
            SealUse.reason,
            SealUse.applicant,
            SealUse.approved_by,
            SealUse.handled_by,
            SealUse.use_no,
            SealUse.remark,
        ),
    ),
    filters=(SealUse.used_on, SealUse.seal, SealUse.approved_by),
    search=(SealUse.document, SealUse.reason, SealUse.use_no, SealUse.applicant, SealUse.handled_by),
    checks=checks.SEAL_USE,
    prints=(SEAL_BOOK,),
    order=(SealUse.used_on.desc(), SealUse.id.desc()),
    unit="次",
    sums=(SealUse.copies,),
)
