"""How poverty lines and the limits of aid are shown (domain 0.8)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.hardship.limits.records import AidLimit, PovertyLine

POVERTY_LINES = Register(
    "settings.poverty",
    "低保标准",
    PovertyLine,
    columns=(PovertyLine.effective_from, PovertyLine.monthly, PovertyLine.multiplier, PovertyLine.source),
    sections=(
        Section(
            "低保标准",
            PovertyLine.effective_from,
            PovertyLine.monthly,
            PovertyLine.multiplier,
            PovertyLine.low_income,
            PovertyLine.inclusive,
            PovertyLine.source,
        ),
    ),
    search=(PovertyLine.source,),
    order=(PovertyLine.effective_from.desc(),),
    unique_together=((PovertyLine.effective_from,),),
)

AID_LIMITS = Register(
    "settings.limits",
    "帮扶限额",
    AidLimit,
    columns=(AidLimit.year, AidLimit.per_time, AidLimit.per_year, AidLimit.source),
    sections=(
        Section(
            "帮扶限额",
            AidLimit.year,
            AidLimit.per_time,
            AidLimit.per_year,
            AidLimit.guards_balance,
            AidLimit.source,
        ),
    ),
    search=(AidLimit.source,),
    order=(AidLimit.year.desc(),),
    unique_together=((AidLimit.year,),),
)
