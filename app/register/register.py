"""Registers, and the rows that belong to a record of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic

from peewee import Node

from app.fields import (
    AttachmentField,
    ChoiceField,
    CountField,
    DateField,
    Described,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    Shown,
)
from app.printing.layout import Print
from app.records.base import Record, Selected
from app.register.books import Months, PrescribedExport, RecordSheet, Sides
from app.register.conditions import (
    DIFFERING,
    INCOMPLETE,
    Condition,
    Consistency,
    differs_reason,
    lacks_required,
)
from app.register.due import Due, Tone
from app.register.life_cycle import BulkAction, Check, Retention, State, Step, Transition
from app.rules.campaigns import Campaign

_REGISTERS: dict[type[Record], Register] = {}
_COURSES: dict[type[Record], Register] = {}
_OWNERS: dict[type[Record], ReferenceField] = {}


@dataclass(frozen=True, eq=False)
class PersonLookup(Generic[Selected]):
    """How a person whom the office knows is found while being written down: by name or identity number.

    `note` says beside the name who that is; rows of a record are shown with their `owner`.
    """

    name: PersonNameField
    number: ResidentIdField
    note: Callable[[Selected], str]
    owner: ReferenceField | None = None


class Section:
    """A titled group of fields in a form."""

    def __init__(self, title: str, *fields: Shown) -> None:
        self.title = title
        self.fields = fields


@dataclass(frozen=True, eq=False)
class Course:
    """A life cycle that follows from dated events: a record's state is the one that the last event left.

    The events are `rows` of the record: whose they are, their `kind`, their `day`, and their `place` among
    those of one day. Before the first of them a record is in the state `start`; `transitions` say which
    may follow where it stands then. Forms, steps, imports, corrections and deletions are all held to it.

    The record bears the day of its first event, that of its last one where there are several, and what
    `told` pairs with the last one's fields, with what stands there where the event says nothing; a new
    event takes over what `given` pairs as well. What is corrected there is corrected in the event, and the
    other way round. `begins` returns the kind of the first event that a record tells of, None where it
    does not say; `begun` notes one in it.
    """

    rows: Register
    owner: ReferenceField
    kind: ChoiceField
    day: DateField
    place: CountField
    start: str
    transitions: tuple[Transition, ...]
    first_day: DateField
    last_day: DateField
    begins: Callable[[Any], str | None]
    begun: Callable[[Any, str], None]
    told: tuple[tuple[Described, Described, str | None], ...] = ()
    given: tuple[tuple[Described, Described], ...] = ()

    def transition(self, event: str) -> Transition | None:
        """Return what an event does; None where the life cycle knows no such event."""
        return self._by_event.get(event)

    @cached_property
    def _by_event(self) -> dict[str, Transition]:
        return {found.event: found for found in reversed(self.transitions)}

    def after(self, state: str) -> list[str]:
        """Return the events that may follow a state."""
        return self._after.get(state, [])

    @cached_property
    def _after(self) -> dict[str, list[str]]:
        after: dict[str, list[str]] = {}
        for found in self.transitions:
            for state in found.sources:
                after.setdefault(state, []).append(found.event)
        return after

    def between(self, state: str, target: str) -> str | None:
        """Return the event that leads from one state to another; None where none does."""
        ways = (found for found in self.transitions if state in found.sources and found.target == target)
        return next((found.event for found in ways), None)


@dataclass(frozen=True, eq=False)
class Listed:
    """A computed field of a record that lists rows of it by name, joined by 、: 申请人 of a case.

    Somebody else's workbook says in such a cell what the rows are to be: `read` returns the values of
    each, its name among them, and raises Invalid. `tells` returns what such a cell says of the record
    itself, which stands unless another column says it.
    """

    field: Described
    read: Callable[[str], list[dict[str, object]]]
    tells: Callable[[str], Mapping[str, object]] | None = None


@dataclass(frozen=True, eq=False)
class Child:
    """Rows that belong to a record, edited in a tab of its form.

    `without` are columns that say nothing more of a row beside its owner, or that there is no room for;
    `listed` are the owner's fields that list the rows.
    """

    register: Register
    owner: ReferenceField
    without: tuple[Shown, ...] = ()
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, eq=False)
class Totals:
    """Computed totals of a record's rows that a book may tell without the rows: 捐款人数 and 募得善款.

    `fields` are the computed ones, each with the field of the record that keeps it; `source` is the field
    that says where such a total is from. Without a field that keeps it
    `row` returns the values of a row of `child` that stands for all, from those told by their names.
    """

    fields: tuple[tuple[Described, Described | None], ...]
    source: Described | None = None
    child: Child | None = None
    row: Callable[[Any, Mapping[str, Any]], Mapping[str, object]] | None = None


@dataclass(frozen=True, eq=False)
class Register(Generic[Selected]):
    """How one kind of record is shown: list, form, search, filters, life cycle, prints.

    `columns` are those of the list, `sections` the fields of the form; `filters` and `search` narrow the
    list, `order` sorts it, `sums` and `means` stand below it, `unit` is what a record is counted in (人,
    件). A filter for the records that came in incomplete is added to each, one for people whose document
    differs where that may be said. `headline` is the line above a form. `totals` tells what is computed from
    a record's rows and known without them, too: from a book that has no rows it is kept in fields of its
    own, or in a row of its own. `sides` are columns in which a book may tell one amount apart by what it is,
    `months` those in which it may tell the amount of each month.

    `checks` say what forbids a record or makes it doubtful, beside what its fields declare; `consistency`
    compares all its records with what stands elsewhere: states with events, parts with totals, returns
    with registers;
    `unique_together` are fields in which no two records may agree. `identity` are sets of fields, each of
    which tells which record is meant where a row of a workbook states no number of it: a meeting's name and
    day, a person's name, day of birth and employer; an owner's rows are told apart within it. A name by
    itself is none, where two records may have it. `status` is the field of the life cycle, `states` its
    values, `steps` the ways between them; with a `course` it follows from dated events. `children` are rows
    edited in the form.

    Two records of a `mergeable` register may be one person or unit entered twice. `single` is a register of
    one record, `lookup` one that offers who is known already while a new record is typed; its `people` are
    among those who are known. `exports` are workbooks that other bodies prescribe, `record_sheets` tables of
    one record for them. `after` runs in the transaction in which a record was saved. `after_import` fills in
    what a row of somebody else's workbook leaves open, given the names of the fields it has. `due` yields
    what its records ask to be done by a day, and some time ahead; `campaigns` are the weeks of the year in
    which most of it is done. `retention` says for how long what it tells of people is kept.

    Raises TypeError where it shows fields of another record, or never asks for a required one.
    """

    key: str
    title: str
    record: type[Selected]
    columns: tuple[Shown, ...]
    sections: tuple[Section, ...]
    filters: tuple[Described | Condition, ...] = ()
    search: tuple[Described, ...] = ()
    checks: tuple[Check[Selected], ...] = ()
    consistency: tuple[Consistency, ...] = ()
    children: tuple[Child, ...] = ()
    steps: tuple[Step, ...] = ()
    bulk_actions: tuple[BulkAction, ...] = ()
    prints: tuple[Print, ...] = ()
    exports: tuple[PrescribedExport, ...] = ()
    record_sheets: tuple[RecordSheet, ...] = ()
    order: tuple[Node, ...] = ()
    status: ChoiceField | None = None
    states: tuple[State, ...] = ()
    course: Course | None = None
    tones: dict[str, Tone] = field(default_factory=dict)
    unique_together: tuple[tuple[Described, ...], ...] = ()
    identity: tuple[tuple[Described, ...], ...] = ()
    totals: Totals | None = None
    sides: Sides | None = None
    months: Months | None = None
    headline: Callable[[Selected], str] | None = None
    unit: str = "条"
    sums: tuple[Described, ...] = ()
    means: tuple[Described, ...] = ()
    lookup: bool = False
    people: PersonLookup[Selected] | None = None
    single: bool = False
    mergeable: bool = False
    after: Callable[[Selected], None] | None = None
    after_import: Callable[[Selected, frozenset[str]], None] | None = None
    due: Callable[[date], Iterable[Due]] | None = None
    campaigns: tuple[Campaign, ...] = ()
    retention: Retention | None = None

    def __post_init__(self) -> None:
        _REGISTERS.setdefault(self.record, self)
        if self.course is not None:
            _COURSES[self.course.rows.record] = self
        _OWNERS.update(
            (child.register.record, child.owner) for child in self.children if child.owner.required
        )
        own = self.record.described()
        object.__setattr__(self, "tones", self.tones | {state.value: state.tone for state in self.states})
        if (lacks := lacks_required(self.record)) is not None and not self.single:
            lacking = Condition(INCOMPLETE, lambda: lacks)
            object.__setattr__(self, "filters", (*self.filters, lacking))
        if (reason := differs_reason(self.record)) is not None:
            differing = Condition(DIFFERING, lambda: reason.is_null(False), usual=True)
            object.__setattr__(self, "filters", (*self.filters, differing))
        for shown in (*self.columns, *self.form_fields, *self.search):
            if isinstance(shown, Described) and own.get(shown.name) is not shown:
                raise TypeError(f"register {self.key!r} shows {shown!r}, a field of another record")
        in_form = {shown.name for shown in self.form_fields}
        owners = {
            name
            for name, own_field in own.items()
            if isinstance(own_field, ReferenceField) and own_field.required
        }
        forgotten = {name for name, own_field in own.items() if own_field.required} - in_form - owners
        if forgotten:
            raise TypeError(f"register {self.key!r} never asks for: {sorted(forgotten)}")

    def adopt(self, child: Child) -> None:
        """Let rows belong to its records that the open office describes itself."""
        object.__setattr__(self, "children", (*self.children, child))
        _OWNERS[child.register.record] = child.owner

    def let_go(self, child: Child) -> None:
        """Take back that rows belong to its records; nothing where they do not."""
        object.__setattr__(self, "children", tuple(one for one in self.children if one is not child))
        _OWNERS.pop(child.register.record, None)

    @property
    def form_fields(self) -> tuple[Shown, ...]:
        """Return the fields of all sections, in order."""
        return tuple(shown for section in self.sections for shown in section.fields)

    @property
    def fields(self) -> tuple[Described, ...]:
        """Return the fields that are stored and shown in the form, in order."""
        return tuple(shown for shown in self.form_fields if isinstance(shown, Described))

    @property
    def all_columns(self) -> tuple[Shown, ...]:
        """Return what a list of the records can show: the usual columns, then what else the form holds."""
        beside = [
            shown
            for shown in self.form_fields
            if not isinstance(shown, AttachmentField) and not any(shown is one for one in self.columns)
        ]
        return (*self.columns, *beside)

    def export_called(self, key: str) -> PrescribedExport | None:
        """Return the workbook of this key that another body asks for; None where it asks for none."""
        return next((export for export in self.exports if export.key == key), None)

    @property
    def listed(self) -> dict[str, tuple[Child, Listed]]:
        """Return the computed fields that list child rows, by name, each with its rows."""
        return {lists.field.name: (child, lists) for child in self.children for lists in child.listed}

    def mark_of(self, record: Record) -> str:
        """Return the reason for which a record is marked in a list: a document that differs; else nothing."""
        reason = differs_reason(self.record)
        return (getattr(record, reason.name) or "") if reason is not None else ""

    def leads(self, state: str, target: str) -> bool:
        """Tell whether steps lead from one state to another, one or several."""
        reached, fresh = {state}, {state}
        while fresh and target not in reached:
            fresh = {step.target for step in self.steps if fresh.intersection(step.sources)} - reached
            reached |= fresh
        return target in reached

    def next_steps(self, record: Record) -> Sequence[Step]:
        """Return the steps that the record's state allows, the usual one first."""
        if self.status is None:
            return ()
        state = getattr(record, self.status.name)
        return [step for step in self.steps if state in step.sources]


def earlier_child(key: str, title: str, earlier: type[Record]) -> Child:
    """Return the rows that keep what was told of a record before, as a tab of its form (`OverTime`)."""
    described = dict(earlier.described())
    owner, day, values = described.pop("owner"), described.pop("day"), tuple(described.values())
    if not isinstance(owner, ReferenceField):
        raise TypeError(f"{earlier.__name__} belongs to no record")
    register = Register(
        key,
        title,
        earlier,
        columns=(day, *values),
        sections=(Section(title, day, *values),),
        filters=(day,),
        order=(day.desc(),),
        unique_together=((owner, day),),
    )
    return Child(register, owner)


def register_of(model: type[Record]) -> Register | None:
    """Return the register in which records of this kind are shown; None where there is none."""
    return _REGISTERS.get(model)


def forget_register(register: Register) -> None:
    """Let a register go that is known by the description of one office only."""
    _REGISTERS.pop(register.record, None)
    _OWNERS.pop(register.record, None)


def owner_field(model: type[Record]) -> ReferenceField | None:
    """Return the field that says whose rows of this kind are; None for records that stand by themselves."""
    return _OWNERS.get(model)


def register_of_events(model: type[Record]) -> Register | None:
    """Return the register whose life cycles follow from rows of this kind; None where none does."""
    return _COURSES.get(model)
