"""The tab 集体合同 (contracts): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Subject, Work, figures_in
from app.subjects.contracts import figures
from app.subjects.contracts.collective.register import CONTRACTS as REGISTER
from app.subjects.contracts.collective.register import RENEWAL_LEADS
from app.subjects.contracts.headcounts.register import HEADCOUNTS

CONTRACTS = Subject(
    "contracts",
    "集体合同",
    "contract",
    registers=(
        REGISTER,
        HEADCOUNTS,
    ),
    figures=(figures_in(figures, in_annual_return=True),),
    settings=(RENEWAL_LEADS,),
    work=(Work("签订集体合同", figures.signed),),
)
