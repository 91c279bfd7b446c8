"""The life cycle of a record: its states, the steps and events between them, and how long it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from peewee import ColumnBase

from app.fields import DateField, Described
from app.fields.problems import Problem
from app.records.base import Selected
from app.records.retention import Retained
from app.register.due import Tone

Check: TypeAlias = Callable[[Selected], Iterable[Problem]]


@dataclass(frozen=True, eq=False)
class State:
    """A state of a life cycle: how it is coloured, what a record in it must have, and cannot have yet.

    `needs` are the values that led to the state, `without` those that a later one brings: who has not
    left has no day of leaving. A record in a state that `stays` is not put into the recycle bin, as money was
    paid: it is voided, with a reason.
    """

    value: str
    tone: Tone = "quiet"
    needs: tuple[Described, ...] = ()
    without: tuple[Described, ...] = ()
    stays: bool = False


@dataclass(frozen=True, eq=False)
class Step:
    """A guarded step of a life cycle.

    `asks` are fields to be filled on the way; `guard` yields what forbids the step, besides the
    register's checks; `leave` is given the record as it was, before it is saved in its new state, `effect`
    the record after that, both in the same transaction. A step that is not `usual` is offered in a menu
    only: nobody leaves the union by a slip of the mouse. A step for `many` is offered for all records of
    a list, too.
    """

    title: str
    sources: tuple[str, ...]
    target: str
    asks: tuple[Described, ...] = ()
    guard: Check[Any] | None = None
    prepare: Callable[[Any], None] | None = None
    leave: Callable[[Any], None] | None = None
    effect: Callable[[Any], None] | None = None
    confirm: str = ""
    usual: bool = True
    many: bool = False


@dataclass(frozen=True, eq=False)
class Transition:
    """An event of a life cycle: the states it may follow, and the state it leads to."""

    event: str
    sources: tuple[str, ...]
    target: str


@dataclass(frozen=True, eq=False)
class Retention:
    """That records are not kept for ever: of which `kind` they are, the `day` that their years begin with.

    `over` tells those whose matter is over; without it, all that have that day.
    """

    kind: Retained
    day: DateField
    over: Callable[[], ColumnBase] | None = None


@dataclass(frozen=True, eq=False)
class BulkAction:
    """An act on many records of a list at once, e.g. 续保 of all who were insured last year.

    `take` does it for one record with the values asked of the person, and raises Blocked or Refused
    where it may not; `sources` are the states it is meant for: records in other states are left out.
    """

    title: str
    take: Callable[[Any, Mapping[str, object]], object]
    sources: tuple[str, ...] = ()
    asks: tuple[Described, ...] = ()
    confirm: str = ""
