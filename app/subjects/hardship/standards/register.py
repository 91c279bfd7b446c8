"""How the standards of aid are shown (domain 0.8)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.hardship.standards.checks import sets_a_limit
from app.subjects.hardship.standards.records import AidStandard

AID_STANDARDS = Register(
    "settings.standards",
    "帮扶标准",
    AidStandard,
    columns=(
        AidStandard.year,
        AidStandard.category,
        AidStandard.aid_kind,
        AidStandard.lines,
        AidStandard.share,
        AidStandard.most,
    ),
    sections=(
        Section(
            "帮扶标准",
            AidStandard.year,
            AidStandard.category,
            AidStandard.aid_kind,
            AidStandard.lines,
            AidStandard.share,
            AidStandard.most,
            AidStandard.only_kind,
            AidStandard.source,
        ),
    ),
    filters=(AidStandard.year, AidStandard.category),
    search=(AidStandard.source,),
    checks=(sets_a_limit,),
    order=(AidStandard.year.desc(), AidStandard.id.asc()),
    unique_together=((AidStandard.aid_kind, AidStandard.category, AidStandard.year),),
)
