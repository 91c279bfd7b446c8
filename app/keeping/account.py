"""What a record tells of its events: the days in its form, and the state it says it is in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from app.fields import Described
from app.fields.problems import Block
from app.fields.worked_out import worked_out
from app.keeping.sequence import (
    day_of,
    events_of,
    kind_of,
    new_contradiction,
    state_after,
    told,
    why_not,
)
from app.records.base import Record
from app.register import Course, Register

Values = dict[str, Any]


class Account:
    """A record as it is now beside its events: those it corrects, and those it adds.

    Days that were corrected in the record are corrected in its first or last event; another state is
    another event, on the day that stands beside it. `said` is what a record says in the fields that tell of
    events, `begins` the kind of the first one it tells of; `before` are the events that are kept already.
    `told_events` are what it corrects and adds, with the values of each; what is added is no record yet.
    """

    def __init__(
        self, register: Register, said: Sequence[Any], begins: str | None, before: Sequence[Record]
    ) -> None:
        self._course, self._status = _life(register)
        self._values = dict(zip(_telling(register), said, strict=True))
        self._begins, self._before = begins, before
        self._after: list[Record] = []
        self.told_events: list[tuple[Record | None, Values]] = []
        self._untold = self._work_out()

    @cached_property
    def problem(self) -> Block | None:
        """What stands against the events."""
        course = self._course
        if (problem := self._untold) is not None or not self._after:
            return problem
        if (problem := self._impossible()) is not None:
            return problem
        if (found := new_contradiction(course, self._before, self._after)) is not None:
            return Block(course.last_day, why_not(course, found, self._after))
        return None

    def _work_out(self) -> Block | None:
        """Work out the events, and return what keeps them from being told."""
        course, state = self._course, self._values.get(self._status.name) or self._course.start
        beginning = self._values.get(course.first_day.name)
        if state == course.start or beginning is None:
            return self._unbegun(state)
        self._tell_first()
        self._after += self._before[1:]
        if len(self._before) > 1 and state == state_after(course, self._before):
            self._tell_last()
        if (problem := self._misplaced()) is not None:
            return problem
        return self._tell_change(state) if state_after(course, self._after) != state else None

    def _unbegun(self, state: str) -> Block | None:
        if not self._before:
            return None
        course, first = self._course, told(self._course, self._before[0])
        if state == course.start:
            return Block(self._status, f"已有{first}，不能改为“{state}”，请核对")
        return Block(course.first_day, f"已有{first}，请填写{course.first_day.label}")

    def _tell_first(self) -> None:
        course, day = self._course, self._values[self._course.first_day.name]
        begins, kind = course.after(course.start), self._begins
        if not self._before:
            self._add(kind or begins[0], day, course.given)
            return
        first = self._before[0]
        if kind_of(course, first) not in begins:
            self._after.append(first)  # an old file may lack the beginning
            return
        wanted = {course.day.name: day} | ({course.kind.name: kind} if kind else {})
        if len(self._before) == 1:
            facts = [(own, its) for own, its, _ in course.told if its.required_if]
            wanted |= self._taken(facts, draft_with(first, wanted))
        self._correct(first, wanted)

    def _tell_last(self) -> None:
        course, last = self._course, self._after.pop()
        since = self._values.get(course.last_day.name)
        pairs = [(own, its) for own, its, unsaid in course.told if self._values.get(own.name) != unsaid]
        self._correct(last, ({course.day.name: since} if since else {}) | self._taken(pairs, last))

    def _tell_change(self, state: str) -> Block | None:
        course, last = self._course, self._after[-1]
        kind = course.between(state_after(course, self._after), state)
        since = self._values.get(course.last_day.name)
        if kind is None:
            return Block(self._status, f"{told(course, last)}之后不能改为“{state}”，请核对")
        if since is None:
            return Block(course.last_day, f"{self._status.label}改为“{state}”，请填写{course.last_day.label}")
        if since < day_of(course, last):
            return Block(course.last_day, f"早于{told(course, last)}，请核对日期")
        self._add(kind, since, (*((own, its) for own, its, _ in course.told), *course.given))
        return None

    def _misplaced(self) -> Block | None:
        """Say which corrected day passed that of another event."""
        course = self._course
        for event, later in pairwise(self._after):
            if day_of(course, event) > day_of(course, later):
                if any(event is known for known in self._before):
                    return Block(course.last_day, f"早于{told(course, event)}，请核对日期")
                return Block(course.first_day, f"晚于{told(course, later)}，请核对日期")
        return None

    def _impossible(self) -> Block | None:
        """Say what the last event declares against its day; the first day has its own rules in the record."""
        course, last = self._course, self._after[-1]
        if len(self._after) == 1 or any(last is known for known in self._before):
            return None
        told_day = next(iter(course.day.bounds.breaches(course.day, last)), None)
        return Block(course.last_day, told_day) if told_day is not None else None

    def _correct(self, event: Record, wanted: Values) -> None:
        changed = {name: value for name, value in wanted.items() if event.__data__.get(name) != value}
        if changed:
            self.told_events.append((event, changed))
        self._after.append(draft_with(event, changed) if changed else event)

    def _add(self, kind: str, day: object, pairs: Iterable[tuple[Described, Described]]) -> None:
        course = self._course
        values: Values = {course.kind.name: kind, course.day.name: day}
        event = course.rows.record(**values)
        self.told_events.append((None, values | self._taken(pairs, event)))
        self._after.append(event)

    def _taken(self, pairs: Iterable[tuple[Described, Described]], event: Record) -> Values:
        """Return what an event takes over from the record, as far as one of its kind has a say in it."""
        told = [(its, value) for own, its in pairs if (value := self._values.get(own.name)) not in (None, "")]
        return {
            its.name: value
            for its, value in told
            if not its.required_if or any(when.holds(event) for when in its.required_if)
        }


def account_of(register: Register, record: Record) -> Account:
    """Hold a record against its events.

    What one without any tells is worked out once for all that say the same, as most of a roster do.
    """
    course, _ = _life(register)
    known = record.__data__
    said = tuple([known.get(name) for name in _telling(register)])
    begins, before = course.begins(record), events_of(course, record.id)
    return Account(register, said, begins, before) if before else _begun(register, said, begins, date.today())


@lru_cache(maxsize=1_000)
def _begun(register: Register, said: tuple[Any, ...], begins: str | None, _today: date) -> Account:
    return Account(register, said, begins, ())


def _life(register: Register) -> tuple[Course, Described]:
    if register.course is None or register.status is None:
        raise TypeError(f"register {register.key!r} has no life cycle")
    return register.course, register.status


@worked_out
def _telling(register: Register) -> list[str]:
    """Return the names of the fields in which a record tells of its events."""
    course, status = _life(register)
    told = [own for own, _, _ in course.told] + [own for own, _ in course.given]
    return list(dict.fromkeys(field.name for field in (status, course.first_day, course.last_day, *told)))


def draft_with(record: Record, values: Values) -> Record:
    """Copy a record with other values, to see what they would mean."""
    draft = object.__new__(type(record))
    draft.__dict__.update(record.__dict__)
    draft.__data__ = record.__data__ | values
    draft.__rel__ = {}
    return draft
