"""The tab 文体活动 (activities): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.activities import figures
from app.subjects.activities.prizes.register import PRIZE_LIMITS
from app.subjects.activities.register import ACTIVITIES as REGISTER
from app.subjects.activities.register import SERIES

ACTIVITIES = Subject(
    "activities",
    "文体活动",
    "ball",
    registers=(
        REGISTER,
        SERIES,
    ),
    figures=(figures_in(figures, in_annual_return=True),),
    settings=(PRIZE_LIMITS,),
    work=(Work("举办或参加活动", figures.held),),
)
