"""All subjects in the order of the tabs, and by key what they declare: registers, records, figures, prints.

This is the only file that knows every subject. A new subject is one line here; a new register, figure or
print is named by its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from peewee import sort_models  # type: ignore[attr-defined]  # its stubs lack it

from app.batch_entry import BatchEntry
from app.errors import Refused
from app.figures.figure import Figure
from app.nearest import perhaps
from app.papers import prints_of
from app.printing.layout import Print
from app.records import (  # noqa: F401  # kinds that no subject has
    closings,
    described,
    imports,
    reminder_plans,
    summaries,
)
from app.records import prints as print_log  # noqa: F401
from app.records.base import Record
from app.register import Child, Register
from app.rules.campaigns import Campaign
from app.subject import FigureTopic, Subject, Work
from app.subjects.activities.subject import ACTIVITIES
from app.subjects.contracts.subject import CONTRACTS
from app.subjects.disputes.subject import DISPUTES
from app.subjects.employment.subject import EMPLOYMENT
from app.subjects.hardship.subject import HARDSHIP
from app.subjects.insurance.subject import INSURANCE
from app.subjects.members.subject import MEMBERS
from app.subjects.office.subject import OFFICE, OWN_FACTS, PROFILE
from app.subjects.publications.subject import PUBLICATIONS
from app.subjects.unions.subject import UNIONS

SUBJECTS = (
    MEMBERS,
    UNIONS,
    HARDSHIP,
    DISPUTES,
    ACTIVITIES,
    CONTRACTS,
    EMPLOYMENT,
    INSURANCE,
    PUBLICATIONS,
    OFFICE,
)
"""The subjects of the program itself; `subjects` returns what the open office has beside them, too."""

OWN = "own"
SETTINGS = (PROFILE, *(register for subject in SUBJECTS for register in subject.settings))
RECORDS: tuple[type[Record], ...] = tuple(sort_models(Record.__subclasses__()))
"""Every kind of record of the program itself, in an order in which tables can be created."""


@dataclass(frozen=True, eq=False)
class OwnRegister:
    """A register that the open office describes itself, in the tab of a subject, with its figures.

    Its rows may be those of a record of `owner`, as that one's `child`. One that was `retired` is kept,
    checked and copied, and shown nowhere.
    """

    tab: str
    register: Register
    figures: FigureTopic
    retired: bool = False
    owner: Register | None = None
    child: Child | None = None


_own: list[OwnRegister] = []
_added: dict[str, FigureTopic] = {}


def have_own(registers_of_office: Sequence[OwnRegister], added: Mapping[str, FigureTopic]) -> None:
    """Let the registers that the open office describes be known everywhere, in place of those before.

    `added` are the figures of the fields that it gave registers of the program, by the keys of those.
    """
    for own in _own:
        if own.owner is not None and own.child is not None:
            own.owner.let_go(own.child)
    _own[:] = registers_of_office
    for own in _own:
        if own.owner is not None and own.child is not None and not own.retired:
            own.owner.adopt(own.child)
    _added.clear()
    _added.update(added)
    _figures_by_name.cache_clear()


def own_registers() -> tuple[OwnRegister, ...]:
    """Return the registers that the open office describes itself."""
    return tuple(_own)


def subjects() -> tuple[Subject, ...]:
    """Return all subjects in the order of the tabs, with the registers that the open office describes."""
    used = [own for own in _own if not own.retired]
    known = tuple(map(_with_own, SUBJECTS)) if used or _added else SUBJECTS
    apart = tuple(own.register for own in used if own.tab == OWN)
    topics = tuple(own.figures for own in used)
    return (*known, Subject(OWN, "自设台账", "file", apart, topics)) if used else known


def _with_own(subject: Subject) -> Subject:
    own = tuple(one.register for one in _own if one.tab == subject.key and not one.retired)
    topics = tuple(_added[one.key] for one in subject.registers if one.key in _added)
    if not own and not topics:
        return subject
    return replace(subject, registers=(*subject.registers, *own), figures=(*subject.figures, *topics))


def roll_of(register: Register) -> Figure | None:
    """Return the figure that counts who is on a register on a day; None of what happens on days."""
    rolls = (roll for subject in SUBJECTS for one, roll in subject.rolls if one is register)
    return next(rolls, None)


def records() -> tuple[type[Record], ...]:
    """Return every kind of record, those of the open office's own registers last."""
    return (*RECORDS, *(own.register.record for own in _own))


def registers() -> Iterator[Register]:
    """Yield each register once: those of the tabs, their child rows, then the settings."""
    seen: set[str] = set()
    stack = [register for subject in subjects() for register in subject.registers] + list(SETTINGS)
    while stack:
        register = stack.pop(0)
        if register.key not in seen:
            seen.add(register.key)
            yield register
            stack = [child.register for child in register.children] + stack


def find_register(key: str) -> Register:
    """Return the register with this key; raises Refused naming those there are."""
    for register in registers():
        if register.key == key:
            return register
    keys = [register.key for register in registers()]
    raise Refused(f"没有“{key}”这个台账{perhaps(key, keys)}，可选：{'、'.join(keys)}。")


def entries_at(register: Register) -> tuple[BatchEntry, ...]:
    """Return the batches that are entered from a register's list."""
    return tuple(entry for subject in SUBJECTS for entry in subject.entries if register in entry.begins_at)


def campaigns() -> Iterator[tuple[Register, Campaign]]:
    """Yield the campaigns of the office's year, each with the register it is worked on in."""
    for register in registers():
        for campaign in register.campaigns:
            yield register, campaign


def owners_of(register: Register) -> list[tuple[Register, Child]]:
    """Return the registers whose records own rows of a register, each with the child that names it."""
    return [(owner, child) for owner in registers() for child in owner.children if child.register is register]


def is_listed(register: Register) -> bool:
    """Tell whether a tab lists the records of a register by themselves."""
    return any(register in subject.registers for subject in subjects())


def listed(register: Register) -> Register | None:
    """Return the register of a tab in which all records of a register are seen; None as of the settings."""
    if is_listed(register):
        return register
    owners = (listed(owner) for owner, child in owners_of(register) if child.owner.required)
    return next((owner for owner in owners if owner is not None), None)


def work() -> Iterator[Work]:
    """Yield each kind of work that is counted by day, in the order of the tabs."""
    return (kind for subject in SUBJECTS for kind in subject.work)


def prints() -> tuple[Print, ...]:
    """Return every print of every register, each once."""
    by_key = {paper.key: paper for register in registers() for paper in prints_of(register)}
    return tuple(by_key.values())


def find_print(key: str) -> Print:
    """Return the print with this key; raises Refused naming those there are."""
    for paper in prints():
        if paper.key == key:
            return paper
    keys = [paper.key for paper in prints()]
    raise Refused(f"没有“{key}”这个打印项目{perhaps(key, keys)}，可选：{'、'.join(keys)}。")


def figure_topics() -> tuple[FigureTopic, ...]:
    """Return the figures of every topic: the office's own facts, then those of the tabs in their order."""
    return (OWN_FACTS, *(topic for subject in subjects() for topic in subject.figures))


def figures(*, parts: bool = False) -> Iterator[Figure]:
    """Yield each figure in order; with `parts`, its parts after it."""
    for topic in figure_topics():
        for figure in topic.figures:
            yield figure
            if parts:
                yield from figure.parts


def find_figure(name: str) -> Figure:
    """Return the figure with this key or label, or a part of one; raises Refused where there is none."""
    figure = figure_named(name)
    if figure is None:
        meant = perhaps(name, _figures_by_name())
        raise Refused(f"没有“{name}”这个统计项{meant}，可用 figures 查看全部统计项。")
    return figure


def figure_named(name: str) -> Figure | None:
    """Return the figure with this key or label (受理争议, disputes.accepted, 排摸企业·私营企业)."""
    whole, part = (*re.split("[·:]", name, maxsplit=1), "")[:2]
    figure = _figures_by_name().get(whole)
    return figure.part(part) if figure is not None and part else figure


@cache
def _figures_by_name() -> dict[str, Figure]:
    by_key = {figure.key: figure for figure in figures()}
    return by_key | {figure.label: figure for figure in figures()}
