"""The tab 互助保障 (insurance): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.insurance import figures
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.register import CONSULTATIONS, GROUPS, PRODUCTS

INSURANCE = Subject(
    "insurance",
    "互助保障",
    "shield",
    registers=(
        ENROLMENTS,
        CLAIMS,
        GROUPS,
        CONSULTATIONS,
        PRODUCTS,
    ),
    figures=(figures_in(figures, in_annual_return=True),),
    work=(Work("给付互助保障金", figures.grants, adds=figures.granted),),
)
