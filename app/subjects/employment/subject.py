"""The tab 就业服务 (employment): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.employment import figures
from app.subjects.employment.fairs.register import FAIRS
from app.subjects.employment.intentions.register import INTENTIONS
from app.subjects.employment.notices.register import NOTICES, SCREENS

EMPLOYMENT = Subject(
    "employment",
    "就业服务",
    "briefcase",
    registers=(
        FAIRS,
        INTENTIONS,
        NOTICES,
        SCREENS,
    ),
    figures=(figures_in(figures, in_annual_return=True),),
    work=(
        Work("举办招聘会", figures.fairs),
        Work("登记就业意向", figures.intentions),
    ),
)
