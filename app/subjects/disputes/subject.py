"""The tab 劳动争议 (disputes): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.disputes import figures
from app.subjects.disputes.cases.register import DISPUTES as REGISTER
from app.subjects.disputes.mediation.register import BODIES, MEDIATORS

DISPUTES = Subject(
    "disputes",
    "劳动争议",
    "scale",
    registers=(
        REGISTER,
        MEDIATORS,
        BODIES,
    ),
    figures=(figures_in(figures, in_annual_return=True),),
    work=(
        Work("受理劳动争议", figures.accepted),
        Work("办结劳动争议", figures.closed),
    ),
)
