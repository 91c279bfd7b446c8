"""Everything that the office has recorded of one person, in one column of time (domain 0.3).

Who is meant is told by the identity number; by the name alone nobody is taken for another. What bears the
same name and no number at all is told apart from the rest: it may be somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app import listing, registry
from app.fields import (
    AttachmentField,
    DateField,
    Described,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    text_of,
)
from app.records.base import Record
from app.records.profile import office_name
from app.register import Register, owner_field, register_of
from app.rules.dates import write_date, write_partial
from app.statistics.opened import place_of
from app.target import written_whole

if TYPE_CHECKING:
    from app.printing.pdf import PrintResult
    from app.printing.sections import SectionSheet

_MOST_FIELDS = 6
_LONGEST = 60  # characters of one field
_NO_DAY = "未记日期"


@dataclass(frozen=True)
class Event:
    """One thing that was recorded: on which day (ISO, or a month or year of one), in which list, and what.

    `place` is the list and the record in which it is seen; what is not `certain` bears the name alone.
    """

    day: str
    kind: str
    what: str
    place: tuple[str, int] | None
    certain: bool = True

    @property
    def when(self) -> str:
        """Write the day."""
        return write_partial(self.day) if self.day else _NO_DAY


@dataclass(frozen=True)
class Chronicle:
    """A person, and what was recorded of them, the earliest first; what has no day stands last."""

    name: str
    number: str
    events: tuple[Event, ...]

    @property
    def certain(self) -> tuple[Event, ...]:
        """What is this person's beyond doubt."""
        return tuple(event for event in self.events if event.certain)

    @property
    def doubtful(self) -> tuple[Event, ...]:
        """What bears this name, and no number."""
        return tuple(event for event in self.events if not event.certain)


def is_person(model: type[Record]) -> bool:
    """Tell whether records of a kind are of one person each, whom a number tells from others."""
    name, number = _told_by(model)
    return name is not None and number is not None


def of(record: Record) -> Chronicle:
    """Gather what was recorded of the person whom a record is of."""
    _, number_field = _told_by(type(record))
    name, number = told_of(record)
    found = _found(record, name, number)
    events = [event for kind, certain in _by_kind(found) for event in _events(name, *kind, certain)]
    events.sort(key=lambda event: (not event.day, event.day))
    masked = number_field.mask(number) if number_field is not None and number else ""
    return Chronicle(name, masked, tuple(events))


def told_of(record: Record) -> tuple[str, str | None]:
    """Return the name of the person whom a record is of, and the identity number where it has one."""
    name_field, number_field = _told_by(type(record))
    assert name_field is not None
    number = getattr(record, number_field.name) if number_field is not None else None
    return str(getattr(record, name_field.name) or ""), number or None


def certain_records(record: Record) -> Iterator[tuple[Register, list[Record]]]:
    """Yield what is beyond doubt of the person whom a record is of, register by register."""
    for (register, ids), certain in _by_kind(_found(record, *told_of(record))):
        if certain:
            yield register, list(listing.rows(register, ids).values())


def _found(record: Record, name: str, number: str | None) -> dict[tuple[type[Record], int], bool]:
    """Find what is of a person, and whether that is beyond doubt."""
    found: dict[tuple[type[Record], int], bool] = {(type(record), record.id): True}
    for model in _models():
        found |= dict.fromkeys(((model, one) for one in _with_number(model, number)), True)
    for model, record_id in list(found):
        found |= dict.fromkeys(_rows_of(model, record_id), True)
    for model in _models() if name else ():
        for one in _by_name(model, name):
            found.setdefault((model, one), False)
    return found


def write(chronicle: Chronicle, target: Path, *, printed_at: datetime) -> PrintResult:
    """Write a chronicle to a PDF file; raises Refused where it cannot be written."""
    from app.printing import pdf

    with written_whole(target, ".pdf") as unfinished:
        return pdf.write([sheet(chronicle)], unfinished, printed_at=printed_at, author=office_name())


def sheet(chronicle: Chronicle) -> SectionSheet:
    """Return what the print says: what is certain, and apart from it what only bears the name."""
    from app.printing.heads import office_head
    from app.printing.sections import Grid, Section, SectionSheet
    from app.printing.sheet import Column

    columns = (Column("日期", 34), Column("台账", 34), Column("内容", 190))
    doubtful = "同名、未记证件号码的记录（请核对是否本人）"
    parts = (("本人记录", chronicle.certain), (doubtful, chronicle.doubtful))
    sections = tuple(
        Section(heading, Grid(columns, [[event.when, event.kind, event.what] for event in events]))
        for heading, events in parts
        if events
    )
    return SectionSheet(
        title=f"{chronicle.name}的全部记录",
        heads=(
            office_head(),
            f"证件号码：{chronicle.number}" if chronicle.number else "",
            f"制表日期：{write_date(date.today())}",
        ),
        sections=sections,
    )


def _models() -> Iterator[type[Record]]:
    """Yield the kinds of records that are of one person each, and shown to people."""
    for register in registry.registers():
        name, _ = _told_by(register.record)
        if name is not None and not register.single and register not in registry.SETTINGS:
            yield register.record


@cache
def _told_by(model: type[Record]) -> tuple[Described | None, ResidentIdField | None]:
    """Return the fields that tell which person a record is of: its name, and the identity number.

    A party of a case may be a person or a unit: it is a person's where it has a number.
    """
    numbers = (field for field in model.described().values() if isinstance(field, ResidentIdField))
    number = next(numbers, None)
    names = (field for field in model.naming if number is not None or isinstance(field, PersonNameField))
    return next(names, None), number


def _with_number(model: type[Record], number: str | None) -> list[int]:
    _, field = _told_by(model)
    if field is None or not number:
        return []
    return [one for (one,) in model.alive().where(field == number).select(model.id).tuples()]


def _by_name(model: type[Record], name: str) -> list[int]:
    """Return the records of a name that have no number, or none of their kind has."""
    name_field, number_field = _told_by(model)
    query = model.alive().where(name_field == name)
    if number_field is not None:
        query = query.where(number_field.is_null() | (number_field == ""))
    return [one for (one,) in query.select(model.id).tuples()]


def _rows_of(model: type[Record], record_id: int) -> Iterator[tuple[type[Record], int]]:
    """Yield the records that refer to a record: its own rows, and where else it is named by a link."""
    for link in model._meta.backrefs:
        if isinstance(link, ReferenceField) and register_of(link.model) is not None:
            rows = link.model.alive().where(link == record_id).select(link.model.id)
            yield from ((link.model, one) for (one,) in rows.tuples())


def _by_kind(
    found: dict[tuple[type[Record], int], bool],
) -> Iterator[tuple[tuple[Register, list[int]], bool]]:
    for certain in (True, False):
        ids: dict[type[Record], list[int]] = {}
        for (model, record_id), is_certain in found.items():
            if is_certain is certain:
                ids.setdefault(model, []).append(record_id)
        for model, some in ids.items():
            register = register_of(model)
            if register is not None:
                yield (register, some), certain


def _events(name: str, register: Register, ids: list[int], certain: bool) -> Iterator[Event]:
    for record in listing.rows(register, ids).values():
        day = _day_of(register, record)
        what = _what(register, record, name, day)
        told_day = str(getattr(record, day.name)) if day is not None else ""
        if day is None and (owner := _owner_of(record)) is not None:
            its_register, its_record = owner
            if (its_day := _day_of(its_register, its_record)) is not None:
                told_day = str(getattr(its_record, its_day.name))
            state = its_register.status
            stands = f"（{getattr(its_record, state.name)}）" if state is not None else ""
            what = f"{its_register.title} {its_record}{stands}；{what}"
        yield Event(told_day, register.title, what, place_of(register, record.id), certain)


def _owner_of(record: Record) -> tuple[Register, Record] | None:
    """Return what a row belongs to, and where that is shown: the case of a party, whose day is the row's."""
    link = owner_field(type(record))
    owner = getattr(record, link.name) if link is not None else None
    register = register_of(type(owner)) if owner is not None else None
    return (register, owner) if register is not None and owner is not None else None


def _day_of(register: Register, record: Record) -> DateField | PartialDateField | None:
    """Return the day of a record: its list is chosen by it, or shows it, or it is required."""
    required = [field for field in register.fields if isinstance(field, DateField) and field.required]
    for shown in (*register.filters, *register.columns, *required):
        if isinstance(shown, DateField | PartialDateField) and not shown.name.startswith("birth"):
            value = getattr(record, shown.name)
            if value and not shown.is_odd(value):
                return shown
    return None


def _what(register: Register, record: Record, person: str, day: Described | None) -> str:
    """Say what was recorded: what the list shows of it, without the person and the day."""
    name, number = _told_by(register.record)
    told = []
    for shown in register.all_columns:
        is_person = shown is name and getattr(record, shown.name) == person
        passed = is_person or shown is number or shown is day
        if passed or shown.guarded or shown.private or isinstance(shown, AttachmentField | SerialField):
            continue
        text = text_of(shown, record, brief=True).replace("\n", " ")
        if text:
            told.append(f"{shown.heading} {text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}")
        if len(told) == _MOST_FIELDS:
            break
    return "；".join(told)
