"""The tab 报刊信息 (publications): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.publications import figures
from app.subjects.publications.bulletins import figures as bulletins_figures
from app.subjects.publications.bulletins.register import BULLETINS
from app.subjects.publications.club import figures as club_figures
from app.subjects.publications.club.register import CLUB
from app.subjects.publications.interns import figures as interns_figures
from app.subjects.publications.interns.register import INTERNS
from app.subjects.publications.register import PUBLICATIONS as REGISTER
from app.subjects.publications.register import YEARLY_TASKS
from app.subjects.publications.returns import figures as returns_figures
from app.subjects.publications.returns.register import RETURNS

PUBLICATIONS = Subject(
    "publications",
    "报刊信息",
    "newspaper",
    registers=(
        REGISTER,
        BULLETINS,
        RETURNS,
        INTERNS,
        CLUB,
        YEARLY_TASKS,
    ),
    figures=(
        figures_in(figures),
        figures_in(bulletins_figures),
        figures_in(returns_figures),
        figures_in(interns_figures),
        figures_in(club_figures),
    ),
    work=(Work("报送信息", bulletins_figures.sent),),
)
