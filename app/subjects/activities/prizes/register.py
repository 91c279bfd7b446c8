"""How the limits of prizes are shown (domain 0.8)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.activities.prizes.records import PrizeLimit

PRIZE_LIMITS = Register(
    "settings.prizes",
    "奖品限额",
    PrizeLimit,
    columns=(PrizeLimit.year, PrizeLimit.per_person, PrizeLimit.per_team, PrizeLimit.source),
    sections=(
        Section("奖品限额", PrizeLimit.year, PrizeLimit.per_person, PrizeLimit.per_team, PrizeLimit.source),
    ),
    search=(PrizeLimit.source,),
    unique_together=((PrizeLimit.year,),),
    order=(PrizeLimit.year.desc(),),
)
