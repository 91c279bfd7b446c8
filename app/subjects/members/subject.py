"""The tab 会员 (members): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Card, Subject, Work, figures_in
from app.subjects.members import figures
from app.subjects.members.register import MEMBERS as REGISTER

MEMBERS = Subject(
    "members",
    "会员",
    "people",
    registers=(REGISTER,),
    figures=(figures_in(figures, in_annual_return=True),),
    work=(Work("发展会员", figures.joined),),
    cards=(Card("会员", figures.on_roll, "本年新发展", figures.joined),),
)
