"""The tab 会员 (members): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Card, Subject, Work, figures_in
from app.subjects.members import figures
from app.subjects.members.care import figures as care_figures
from app.subjects.members.care.register import BENEFITS, CARE, CARE_LIMITS
from app.subjects.members.register import MEMBERS as REGISTER

MEMBERS = Subject(
    "members",
    "会员",
    "people",
    registers=(
        REGISTER,
        CARE,
        BENEFITS,
    ),
    figures=(figures_in(figures, in_annual_return=True), figures_in(care_figures)),
    settings=(CARE_LIMITS,),
    work=(
        Work("发展会员", figures.joined),
        Work("慰问会员", care_figures.cares, adds=care_figures.spent),
    ),
    cards=(Card("会员", figures.on_roll, "本年新发展", figures.joined),),
    rolls=((REGISTER, figures.on_roll),),
)
