"""The described registers of the office that is open: known everywhere from its opening to its closing."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlite

from app.described import reading, tables
from app.described.description import Description
from app.described.extending import Extension, extend, labels_of, lacks, take_back, write
from app.described.kinds import Referred
from app.described.register import make
from app.errors import Refused
from app.fields import ReferenceField
from app.figures.figure import forget_figures
from app.opened import current
from app.records import relinking
from app.records.base import database, forget_kind, unit_names
from app.records.described import DescribedRegister
from app.records.digests import UNREADABLE
from app.register import Child, Register, forget_register
from app.registry import OWN, SUBJECTS, OwnRegister, have_own, own_registers

log = logging.getLogger(__name__)

_NAMED = 5  # so many columns are named that a file lacks


@dataclass(frozen=True, eq=False)
class Opened:
    """A described register as it is open: its row in the catalogue, its description, what it came to."""

    number: int
    description: Description
    own: OwnRegister


_opened: dict[int, Opened] = {}
_extensions: dict[int, Extension] = {}
_unusable: dict[str, str] = {}


def referable() -> Referred:
    """Return what may be referred to, by the key of its register: people and units, the program's own."""
    return {register.key: register.record for register in _referable()}


def _referable() -> list[Register]:
    listed = (register for subject in SUBJECTS for register in subject.registers)
    return [register for register in listed if register.mergeable]


def referable_titles() -> Mapping[str, str]:
    """Return the titles of what may be referred to, by the key of its register."""
    return {register.key: register.title for register in _referable()}


def people() -> Mapping[str, str]:
    """Return what records may belong to: people. Rows that name a unit are linked to it by its name."""
    return {register.key: register.title for register in _referable() if not unit_names(register.record)}


def tabs() -> Mapping[str, str]:
    """Return the tabs in which a described register may stand, their titles by key; its own first."""
    return {OWN: "自设台账"} | {subject.key: subject.title for subject in SUBJECTS if subject.registers}


def read(text: str) -> Description:
    """Read a description; raises Refused with what is wrong with it."""
    return reading.read(text, _known())


def check(description: Description) -> None:
    """Raise Refused with what is wrong with a description."""
    reading.check(description, _known())


def _known() -> reading.Known:
    extensible = {key: labels_of(register) for key, register in extensible_registers().items()}
    return reading.Known(referable_titles(), people().keys(), tabs().keys(), extensible)


def extensible_registers() -> Mapping[str, Register]:
    """Return the registers of the program that may get fields of the office's own, by key."""
    listed = (register for subject in SUBJECTS for register in subject.registers)
    return {register.key: register for register in listed if not register.single}


def open_registers() -> None:
    """Make known the registers that the opened file describes; one that cannot be used is told."""
    close_registers()
    for row in DescribedRegister.alive().order_by(DescribedRegister.id):
        try:
            _open(row, read(row.description))
        except Refused as refused:
            _unusable[row.title] = str(refused)
            log.info("left described register %s out", row.id)  # its title is the office's own words
    _tell()


def _open(row: DescribedRegister, description: Description) -> None:
    """Open what a row of the catalogue describes; raises Refused where the file lacks a part of it."""
    if description.extends:
        extension = extended(row, description)
        missing = lacks(extension)
    else:
        opened = made(row, description)
        missing = tables.lacks(opened.own.register.record)
    if not missing and description.extends:
        _extensions[row.id] = extension
    elif not missing:
        _opened[row.id] = opened
    else:
        take_back(extension) if description.extends else forget(opened)
        raise Refused(f"文件中缺少它的 {'、'.join(missing[:_NAMED])}。请用备份恢复。")


@contextmanager
def registers_of(connection: sqlite.Connection) -> Iterator[None]:
    """Know meanwhile the registers that a file describes which is looked into while no office is open."""
    if current() is not None:  # its own registers stay known
        yield
        return
    try:
        for row in _catalogue(connection):
            with suppress(Refused):
                _know(row)
        _tell()
        yield
    finally:
        _let_all_go()
        _tell()


def _know(row: DescribedRegister) -> None:
    """Know what a row of a catalogue describes, whether or not the file has the columns."""
    description = read(row.description)
    if description.extends:
        _extensions[row.id] = extended(row, description)
    else:
        _opened[row.id] = made(row, description)


def _catalogue(connection: sqlite.Connection) -> list[DescribedRegister]:
    """Return what can be read of the catalogue of a file; nothing of an older or a damaged one."""
    try:
        rows = connection.execute(
            "SELECT id, title, description, retired_on FROM described_register"
        ).fetchall()
    except UNREADABLE:
        return []
    return [
        DescribedRegister(id=number, title=title, description=text, retired_on=retired_on)
        for number, title, text, retired_on in rows
        if isinstance(number, int) and isinstance(text, str)
    ]


def close_registers() -> None:
    """Let the described registers go, so that another office does not have them."""
    known = bool(own_registers() or _extensions)
    _let_all_go()
    _unusable.clear()
    if known:
        _tell()


def _let_all_go() -> None:
    for opened in _opened.values():
        forget(opened)
    for extension in _extensions.values():
        take_back(extension)
    _opened.clear()
    _extensions.clear()


def unusable() -> Mapping[str, str]:
    """Return why registers that the file describes cannot be used, by their titles."""
    return dict(_unusable)


def opened_registers() -> tuple[Opened, ...]:
    """Return the described registers of the open office, the retired ones, too."""
    return tuple(_opened.values())


def made(row: DescribedRegister, description: Description) -> Opened:
    """Make a described register, not known to anybody yet."""
    key = f"{description.tab}.{row.table}"
    both = make(row.table, description, referable(), key=key)
    owner, child = _owner_of(description, both.register)
    retired = row.retired_on is not None
    own = OwnRegister(description.tab, both.register, both.figures, retired, owner, child)
    return Opened(row.id, description, own)


def _owner_of(description: Description, register: Register) -> tuple[Register | None, Child | None]:
    """Return whose rows the records are, as a tab of that one's form; nothing where they stand alone."""
    field = description.field(description.owner) if description.owner else None
    link = register.record.described().get(description.owner)
    if field is None or not isinstance(link, ReferenceField):
        return None, None
    owner = next(one for one in _referable() if one.key == field.to)
    return owner, Child(register, link)


def extended(row: DescribedRegister, description: Description) -> Extension:
    """Add the fields that a row describes to the register of the program that it names."""
    return extend(row, description, extensible_registers()[description.extends])


def extensions() -> tuple[Extension, ...]:
    """Return the registers of the program that have fields of the open office."""
    return tuple(_extensions.values())


def take_up_extension(extension: Extension) -> None:
    """Know an extension that was made, whose predecessor was taken back."""
    _extensions[extension.number] = extension
    _tell()


def forget(opened: Opened) -> None:
    """Let a described register go."""
    forget_register(opened.own.register)
    forget_figures(opened.own.figures.figures)
    forget_kind(opened.own.register.record)


def take_up(opened: Opened) -> None:
    """Make a register known that was made, in place of what it was before."""
    if (before := _opened.get(opened.number)) is not None:
        forget(before)
    _opened[opened.number] = opened
    _tell()


def _tell() -> None:
    relinking.links_to.cache_clear()
    added = {one.register.key: one.figures for one in _extensions.values() if one.figures is not None}
    have_own([opened.own for opened in _opened.values()], added)


def make_missing_tables() -> None:
    """Make the tables of the registers that the catalogue describes and the file lacks."""
    close_registers()
    # All are read first: SQLite stops a reading where what tries a new table is taken back.
    for row in list(DescribedRegister.select().order_by(DescribedRegister.id)):
        with suppress(Refused):
            _know(row)
        if row.id in _extensions:
            write(_extensions[row.id])
        elif row.id in _opened and not database.table_exists(row.table):
            tables.make_table(_opened[row.id].own.register.record)
    _tell()
