"""The tab 日常办公 (office): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.office import figures as own_figures
from app.subjects.office.archive.register import ARCHIVE
from app.subjects.office.cash.register import CASH
from app.subjects.office.company_visits.register import COMPANY_VISITS
from app.subjects.office.daily import figures as daily_figures
from app.subjects.office.goals import figures as goals_figures
from app.subjects.office.goals.register import GOALS
from app.subjects.office.handovers.register import HANDOVERS
from app.subjects.office.honours import figures as honours_figures
from app.subjects.office.honours.register import HONOURS
from app.subjects.office.meetings.register import MEETINGS
from app.subjects.office.nominations import figures as nominations_figures
from app.subjects.office.nominations.register import NOMINATIONS
from app.subjects.office.profile.register import PROFILE
from app.subjects.office.regulations.register import REGULATIONS
from app.subjects.office.retention.register import RETENTION
from app.subjects.office.seal_uses.register import SEAL_USES
from app.subjects.office.shortcomings import figures as shortcomings_figures
from app.subjects.office.shortcomings.register import SHORTCOMINGS
from app.subjects.office.training import figures as training_figures
from app.subjects.office.training.register import TRAININGS
from app.subjects.office.venues.register import VENUES
from app.subjects.office.visits.register import VISITS

OFFICE = Subject(
    "office",
    "日常办公",
    "folder",
    registers=(
        MEETINGS,
        VISITS,
        COMPANY_VISITS,
        SEAL_USES,
        ARCHIVE,
        CASH,
        REGULATIONS,
        GOALS,
        SHORTCOMINGS,
        NOMINATIONS,
        HONOURS,
        TRAININGS,
        HANDOVERS,
        VENUES,
    ),
    figures=(
        figures_in(daily_figures),
        figures_in(goals_figures),
        figures_in(shortcomings_figures),
        figures_in(nominations_figures),
        figures_in(honours_figures),
        figures_in(training_figures),
    ),
    settings=(RETENTION,),
    work=(
        Work("召开会议", daily_figures.meetings),
        Work("接待来访", daily_figures.visits, adds=daily_figures.visitors),
        Work("来访处理", daily_figures.answered),
        Work("走访企业", daily_figures.company_visits),
        Work("用印", daily_figures.seal_uses, adds=daily_figures.sealed),
        Work("归档", daily_figures.archived),
        Work("出台制度", daily_figures.issued),
        Work("修订制度", daily_figures.revised),
        Work("推荐评优", nominations_figures.nominations),
        Work("获得荣誉", honours_figures.honours),
        Work("举办培训", training_figures.held, adds=training_figures.trained),
    ),
)
OWN_FACTS = figures_in(own_figures)
"""Facts of the office itself: they stand before all others."""

__all__ = ["OFFICE", "OWN_FACTS", "PROFILE"]
