"""The tab 文体活动 (activities): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.activities import figures
from app.subjects.activities.prizes.register import PRIZE_LIMITS
from app.subjects.activities.register import ACTIVITIES as REGISTER
from app.subjects.activities.register import SERIES
from app.subjects.activities.volunteering import figures as volunteering_figures
from app.subjects.activities.volunteering.register import VOLUNTEERING

ACTIVITIES = Subject(
    "activities",
    "文体活动",
    "ball",
    registers=(
        REGISTER,
        SERIES,
        VOLUNTEERING,
    ),
    figures=(figures_in(figures, in_annual_return=True), figures_in(volunteering_figures)),
    settings=(PRIZE_LIMITS,),
    work=(
        Work("举办或参加活动", figures.held),
        Work("志愿服务", volunteering_figures.services, adds=volunteering_figures.hours),
    ),
)
