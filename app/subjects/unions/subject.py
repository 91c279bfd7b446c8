"""The tab 企业工会 (unions): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.unions import figures
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.register import UNIONS as REGISTER
from app.subjects.unions.open_affairs import figures as open_affairs_figures
from app.subjects.unions.open_affairs.register import OPEN_AFFAIRS
from app.subjects.unions.surveys import figures as surveys_figures
from app.subjects.unions.surveys.register import SURVEYS

UNIONS = Subject(
    "unions",
    "企业工会",
    "building",
    registers=(
        REGISTER,
        ENTERPRISES,
        SURVEYS,
        OPEN_AFFAIRS,
    ),
    figures=(
        figures_in(figures, in_annual_return=True),
        figures_in(surveys_figures),
        figures_in(open_affairs_figures, in_annual_return=True),
    ),
    work=(Work("成立工会", figures.founded),),
    rolls=((REGISTER, figures.unions), (ENTERPRISES, figures.enterprises)),
)
