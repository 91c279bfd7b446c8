"""The tab 困难帮扶 (hardship): its registers, figures and settings."""

from __future__ import annotations

from app.subject import Card, Subject, Work, figures_in
from app.subjects.hardship import figures
from app.subjects.hardship.aid.entry import PAY_AID
from app.subjects.hardship.aid.register import BATCHES
from app.subjects.hardship.bank_sheets.register import BANK_LAYOUTS
from app.subjects.hardship.donations import figures as donations_figures
from app.subjects.hardship.donations.register import DRIVES
from app.subjects.hardship.files.register import HARDSHIP as REGISTER
from app.subjects.hardship.funds.register import FUND_INCOMES
from app.subjects.hardship.limits.register import AID_LIMITS, POVERTY_LINES
from app.subjects.hardship.standards.register import AID_STANDARDS

HARDSHIP = Subject(
    "hardship",
    "困难帮扶",
    "heart",
    registers=(
        REGISTER,
        BATCHES,
        DRIVES,
    ),
    figures=(
        figures_in(figures, in_annual_return=True),
        figures_in(donations_figures, in_annual_return=True),
    ),
    settings=(
        POVERTY_LINES,
        AID_LIMITS,
        AID_STANDARDS,
        FUND_INCOMES,
        BANK_LAYOUTS,
    ),
    entries=(PAY_AID,),
    work=(
        Work("建立困难档案", figures.opened),
        Work("复核困难档案", figures.reviews),
        Work("发放帮扶金", figures.aid, adds=figures.aid_money),
        Work("收到捐款", donations_figures.gifts, adds=donations_figures.received),
        Work("收到实物捐赠", donations_figures.goods),
    ),
    cards=(
        Card("在档困难职工", figures.files, "本年已帮扶", figures.aided_persons),
        Card("本年帮扶", figures.aid, "金额", figures.aid_money),
    ),
    rolls=((REGISTER, figures.files),),
)
