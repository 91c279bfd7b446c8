"""The tab 劳动争议 (disputes): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.disputes import figures
from app.subjects.disputes.cases.register import DISPUTES as REGISTER
from app.subjects.disputes.mediation.register import BODIES, MEDIATORS
from app.subjects.disputes.supervision import figures as supervision_figures
from app.subjects.disputes.supervision.register import SUPERVISION

DISPUTES = Subject(
    "disputes",
    "劳动争议",
    "scale",
    registers=(
        REGISTER,
        MEDIATORS,
        BODIES,
        SUPERVISION,
    ),
    figures=(figures_in(figures, in_annual_return=True), figures_in(supervision_figures)),
    work=(
        Work("受理劳动争议", figures.accepted),
        Work("办结劳动争议", figures.closed),
        Work("发出一函两书", supervision_figures.issued),
    ),
    rolls=((MEDIATORS, figures.mediators), (BODIES, figures.bodies)),
)
