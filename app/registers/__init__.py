"""How records are shown to people: every register, in the order of the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import Refused
from app.nearest import perhaps
from app.records.base import Record
from app.register import Register
from app.registers.activities import ACTIVITIES, SERIES
from app.registers.aid import BATCHES
from app.registers.archive import ARCHIVE
from app.registers.bulletins import BULLETINS
from app.registers.cash import CASH
from app.registers.claims import CLAIMS
from app.registers.club import CLUB
from app.registers.company_visits import COMPANY_VISITS
from app.registers.contracts import CONTRACTS
from app.registers.disputes import DISPUTES
from app.registers.donations import DRIVES
from app.registers.employment import FAIRS
from app.registers.enrolments import ENROLMENTS
from app.registers.enterprises import ENTERPRISES
from app.registers.hardship import HARDSHIP
from app.registers.insurance import CONSULTATIONS, GROUPS, PRODUCTS
from app.registers.intentions import INTENTIONS
from app.registers.interns import INTERNS
from app.registers.labor_counts import HEADCOUNTS
from app.registers.mediation import BODIES, MEDIATORS
from app.registers.meetings import MEETINGS
from app.registers.members import MEMBERS
from app.registers.notices import NOTICES, SCREENS
from app.registers.open_affairs import OPEN_AFFAIRS
from app.registers.publications import PUBLICATIONS, YEARLY_TASKS
from app.registers.regulations import REGULATIONS
from app.registers.returns import RETURNS
from app.registers.seal_uses import SEAL_USES
from app.registers.settings import SETTINGS
from app.registers.surveys import SURVEYS
from app.registers.unions import UNIONS
from app.registers.venues import VENUES
from app.registers.visits import VISITS


@dataclass(frozen=True)
class Tab:
    """One tab of the window: a key, a title, an icon, and the registers it switches between."""

    key: str
    title: str
    icon: str
    registers: tuple[Register, ...]


TABS = (
    Tab("members", "会员", "people", (MEMBERS,)),
    Tab("unions", "企业工会", "building", (UNIONS, ENTERPRISES, SURVEYS, OPEN_AFFAIRS)),
    Tab("hardship", "困难帮扶", "heart", (HARDSHIP, BATCHES, DRIVES)),
    Tab("disputes", "劳动争议", "scale", (DISPUTES, MEDIATORS, BODIES)),
    Tab("activities", "文体活动", "ball", (ACTIVITIES, SERIES)),
    Tab("contracts", "集体合同", "contract", (CONTRACTS, HEADCOUNTS)),
    Tab("employment", "就业服务", "briefcase", (FAIRS, INTENTIONS, NOTICES, SCREENS)),
    Tab("insurance", "互助保障", "shield", (ENROLMENTS, CLAIMS, GROUPS, CONSULTATIONS, PRODUCTS)),
    Tab(
        "publications",
        "报刊信息",
        "newspaper",
        (PUBLICATIONS, BULLETINS, RETURNS, INTERNS, CLUB, YEARLY_TASKS),
    ),
    Tab(
        "office",
        "日常办公",
        "folder",
        (MEETINGS, VISITS, COMPANY_VISITS, SEAL_USES, ARCHIVE, CASH, REGULATIONS, VENUES),
    ),
)


def every() -> Iterator[Register]:
    """Yield each register once: those of the tabs, their child rows, then the settings."""
    seen: set[str] = set()
    stack = [register for tab in TABS for register in tab.registers] + list(SETTINGS)
    while stack:
        register = stack.pop(0)
        if register.key not in seen:
            seen.add(register.key)
            yield register
            stack = [child.register for child in register.children] + stack


def keeping_of(model: type[Record]) -> Register | None:
    """Return the register in which records of this kind are kept; None where there is none."""
    return next((register for register in every() if register.record is model), None)


def find(key: str) -> Register:
    """Return the register with this key; raises Refused naming those there are."""
    for register in every():
        if register.key == key:
            return register
    keys = [register.key for register in every()]
    raise Refused(f"没有“{key}”这个台账{perhaps(key, keys)}，可选：{'、'.join(keys)}。")
