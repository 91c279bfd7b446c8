"""The events of a life cycle as a sequence: what may follow what, and where each has its place.

What a file held against the rule before is not held against whoever changes something else: a change is
refused for a contradiction that was not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.fields.problems import Block, Problem
from app.records.base import Record
from app.records.batch import equal_records
from app.register import Course
from app.rules.dates import write_date

_expected: ContextVar[tuple[Record, ...]] = ContextVar("expected", default=())


@dataclass(frozen=True)
class Contradiction:
    """An event that cannot follow the one `before` it, if any, and the `state` it was to follow."""

    event: Record
    before: Record | None
    state: str

    @property
    def key(self) -> tuple[int | None, str]:
        """Return what tells whether the same contradiction was there before a change."""
        return self.event.id, self.state


def day_of(course: Course, event: Record) -> date:
    """Return the day of an event."""
    day: date = event.__data__[course.day.name]
    return day


def kind_of(course: Course, event: Record) -> str:
    """Return what an event was."""
    return str(event.__data__[course.kind.name])


def told(course: Course, event: Record) -> str:
    """Name an event in a sentence: 2012年1月1日的“退会”."""
    return f"{write_date(day_of(course, event))}的“{kind_of(course, event)}”"


def events_of(course: Course, owner_id: int | None) -> list[Record]:
    """Return the living events of a record in the order in which they happened."""
    if owner_id is None:
        return []
    events = equal_records(course.rows.record, **{course.owner.name: owner_id})
    told_of = [event for event in events if is_told(course, event)] if events else events
    return sorted(told_of, key=partial(_when, course)) if len(told_of) > 1 else told_of


def is_told(course: Course, event: Record) -> bool:
    """Tell whether it is known what happened, when and to whom: an old list may leave it open."""
    values = event.__data__
    told = values.get(course.owner.name), values.get(course.day.name), values.get(course.kind.name)
    return None not in told


def _when(course: Course, event: Record) -> tuple[date, int, int]:
    return day_of(course, event), event.__data__.get(course.place.name) or 0, event.id


def state_after(course: Course, events: Sequence[Record]) -> str:
    """Return the state that the last of some events left; one of an unknown kind changes nothing."""
    for event in reversed(events):
        if (transition := course.transition(kind_of(course, event))) is not None:
            return transition.target
    return course.start


def contradictions(course: Course, events: Sequence[Record]) -> Iterator[Contradiction]:
    """Yield the events of a sequence that cannot follow where the record stood."""
    before, state = None, course.start
    for event in events:
        transition = course.transition(kind_of(course, event))
        if transition is None or state not in transition.sources:
            yield Contradiction(event, before, state)
        before, state = event, transition.target if transition is not None else state


def new_contradiction(
    course: Course, before: Sequence[Record], after: Sequence[Record]
) -> Contradiction | None:
    """Return the first contradiction of a sequence that it did not have before a change."""
    known = {contradiction.key for contradiction in contradictions(course, before)}
    found = contradictions(course, after)
    return next((contradiction for contradiction in found if contradiction.key not in known), None)


def why_not(course: Course, found: Contradiction, events: Sequence[Record]) -> str:
    """Say why an event cannot stand where it does, with the day that contradicts it and the remedy."""
    kind = kind_of(course, found.event)
    if found.before is None:
        begins = course.after(course.start)
        first = next((event for event in events if kind_of(course, event) in begins), None)
        if first is not None:
            return f"“{kind}”早于{told(course, first)}，请核对日期"
        return f"之前没有{'或'.join(begins)}，不能登记“{kind}”，请先登记{'或'.join(begins)}"
    may = "、".join(f"“{event}”" for event in course.after(found.state))
    follows = f"之后只能登记{may}" if may else "之后不再有变动"
    return f"{told(course, found.before)}{follows}，与{told(course, found.event)}不符，请核对日期和先后"


def with_event(course: Course, event: Record) -> tuple[list[Record], list[Record]]:
    """Return the events of a record before and after one of them is kept as it is now."""
    before = events_of(course, event.__data__[course.owner.name])
    if not before:
        return before, [event]
    kept = next((other for other in before if other.id == event.id), None)
    others = [other for other in before if other is not kept]
    wanted = event.__data__.get(course.place.name)
    if kept is not None:
        place = kept.__data__.get(course.place.name)
        same_day = day_of(course, kept) == day_of(course, event)
        if wanted is None and same_day:
            wanted = place
        elif wanted == place and not same_day:
            wanted = None  # that was its place on another day
    return before, _placed(course, others, event, wanted)


def _placed(course: Course, others: list[Record], event: Record, wanted: int | None) -> list[Record]:
    """Put an event on its day where it is wanted, else last; elsewhere only where it contradicts nothing."""
    day = day_of(course, event)
    first = sum(day_of(course, other) < day for other in others)
    last = sum(day_of(course, other) <= day for other in others)
    asked = last if wanted is None else min(first + max(wanted, 1) - 1, last)
    places = sorted(range(last, first - 1, -1), key=lambda place: place != asked)
    sequences = [[*others[:place], event, *others[place:]] for place in places]
    fitting = (one for one in sequences if new_contradiction(course, others, one) is None)
    return next(fitting, sequences[0])


@contextmanager
def expecting(events: Sequence[Record]) -> Iterator[None]:
    """Judge each event together with these, which are about to be kept: a list tells a whole life at once."""
    token = _expected.set(tuple(events))
    try:
        yield
    finally:
        _expected.reset(token)


def _with_expected(course: Course, events: list[Record]) -> list[Record]:
    """Return the events of a record with those that are about to be kept, each last on its day."""
    own = events[0].__data__[course.owner.name]
    known = {(day_of(course, event), kind_of(course, event)) for event in events}
    together = list(events)
    for event in _expected.get():
        told_of = day_of(course, event), kind_of(course, event)
        if event.__data__[course.owner.name] == own and told_of not in known:
            at = sum(day_of(course, other) <= told_of[0] for other in together)
            together.insert(at, event)
    return together


def problems_of_event(course: Course, event: Record) -> Iterator[Problem]:
    """Say what an event contradicts among the others of its record."""
    if not is_told(course, event):
        return
    before, after = with_event(course, event)
    found = new_contradiction(course, before, after)
    if found is not None and new_contradiction(course, before, _with_expected(course, after)) is not None:
        field = course.kind if found.event is event else course.day
        yield Block(field, why_not(course, found, after))
