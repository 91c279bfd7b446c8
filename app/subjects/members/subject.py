"""The tab 会员 (members): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, figures_in
from app.subjects.members import figures
from app.subjects.members.register import MEMBERS as REGISTER

MEMBERS = Subject(
    "members",
    "会员",
    "people",
    registers=(REGISTER,),
    figures=(figures_in(figures, in_annual_return=True),),
)
