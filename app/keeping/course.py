"""Records whose state follows from dated events: record and events say the same, whichever is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from app.errors import Refused
from app.fields.problems import Block, Problem
from app.keeping.account import Values, account_of, draft_with
from app.keeping.sequence import (
    day_of,
    events_of,
    is_told,
    kind_of,
    new_contradiction,
    problems_of_event,
    state_after,
    told,
    why_not,
    with_event,
)
from app.records.base import Record
from app.records.batch import Batch, current
from app.register import Course, Register, register_of_events


def course_of(model: type[Record]) -> Course | None:
    """Return the life cycle whose events rows of this kind are; None where they are none."""
    register = register_of_events(model)
    return register.course if register is not None else None


def problems(register: Register, record: Record) -> Iterator[Problem]:
    """Say which event, told by a record or kept as its row, cannot follow what stands before it."""
    if register.course is not None:
        problem = account_of(register, record).problem
        if problem is not None:
            yield problem
    elif (course := course_of(type(record))) is not None and is_told(course, record):
        yield from problems_of_event(course, record)
        yield from _beginning_fits(course, record)


def told_events(register: Register, record: Record) -> Iterator[tuple[Record, Values]]:
    """Yield the events that a kept record tells of, new and corrected ones, each with its values."""
    if (course := register.course) is not None:
        for event, values in account_of(register, record).told_events:
            own = event if event is not None else _blank(course.rows.record)
            yield own, values | {course.owner.name: record}


def told_of_new(register: Register, record: Record) -> tuple[list[Problem], list[Values]]:
    """Return what a record without events cannot tell of them, and the values of each event it tells of."""
    if register.course is None:
        return [], []
    account = account_of(register, record)
    problems: list[Problem] = [account.problem] if account.problem is not None else []
    return problems, [values for _, values in account.told_events]


def begun(register: Register, told: Iterable[tuple[Record, Values]], batch: Batch) -> list[Record]:
    """Return the events that new records tell of, the only one of each, which is the first of its day."""
    if (course := register.course) is None:
        return []
    blank, owner, place = batch.blank(course.rows.record), course.owner.name, course.place.name
    return [draft_with(blank, values | {owner: record.id, place: 1}) for record, values in told]


def _blank(model: type[Record]) -> Record:
    batch = current()
    return model() if batch is None else draft_with(batch.blank(model), {})


def _beginning_fits(course: Course, event: Record) -> Iterator[Problem]:
    """The day of the first event becomes a day of its record, and keeps to what is declared there."""
    _, after = with_event(course, event)
    begins = after[0] is event and kind_of(course, event) in course.after(course.start)
    owner = _owner(course, event.__data__[course.owner.name]) if begins else None
    if owner is not None:
        draft = draft_with(owner, {course.first_day.name: day_of(course, event)})
        for sentence in course.first_day.bounds.breaches(course.first_day, draft):
            yield Block(course.day, sentence)


def _owner(course: Course, owner_id: int) -> Record | None:
    model, batch = course.owner.rel_model, current()
    waiting = batch.waiting(model, owner_id) if batch is not None else None
    owner: Record | None = waiting or model.by_id(owner_id)
    return owner


def number_place(event: Record) -> None:
    """Give an event that is about to be kept its place among those of its day, and the others theirs."""
    course = course_of(type(event))
    if course is None or not is_told(course, event):
        return
    before, after = with_event(course, event)
    if not before:
        setattr(event, course.place.name, 1)
        return
    same_day = [other for other in after if day_of(course, other) == day_of(course, event)]
    for place, other in enumerate(same_day, 1):
        if other is event:
            setattr(event, course.place.name, place)
        elif other.__data__.get(course.place.name) != place:
            _write(other, {course.place.name: place})


def settle(event: Record) -> None:
    """Bring the record of an event that was kept, binned or restored to where its events left it."""
    register = register_of_events(type(event))
    if register is not None and register.course is not None:
        owner = register.course.owner.name
        settle_record(register, event.__data__[owner], in_hand=event.__rel__.get(owner))


def settle_told(register: Register, record: Record, events: Sequence[Record]) -> None:
    """Bring a record to the state of the events that it told of; of a single new one it told everything."""
    if len(events) > 1 or any(event.version > 1 for event in events):
        settle_record(register, record.id, in_hand=record)


def settle_record(register: Register, record_id: int, *, in_hand: Record | None = None) -> None:
    """Bring a record, and the copy in hand, to the state that its events left.

    One in the recycle bin is left as it was: its events went there with it.
    """
    course, status = register.course, register.status
    record = _owner(course, record_id) if course is not None else None
    if course is None or status is None or record is None or record.deleted_at is not None:
        return
    before = dict(record.__data__)
    _follow(course, status.name, record, events_of(course, record_id))
    values = {name: value for name, value in record.__data__.items() if before.get(name) != value}
    if values:
        _write(record, values)
        if in_hand is not None and in_hand is not record:
            in_hand.__data__.update(values, version=record.version)


def _follow(course: Course, status: str, record: Record, events: Sequence[Record]) -> None:
    """Set what a record says of its events: its state, the first and the last day, and why."""
    values = record.__data__
    first_day, last_day = course.first_day.name, course.last_day.name
    changed = values.get(status) != state_after(course, events)
    values[status] = state_after(course, events)
    if not events:
        if changed:
            values[first_day] = values[last_day] = None
        return
    first, last = events[0], events[-1]
    if kind_of(course, first) in course.after(course.start):
        if values.get(last_day) is not None and values.get(last_day) == values.get(first_day):
            values[last_day] = day_of(course, first)
        values[first_day] = day_of(course, first)
        course.begun(record, kind_of(course, first))
    if len(events) > 1 or changed:
        values[last_day] = day_of(course, last)
    for own, its, unsaid in course.told:
        said = last.__data__.get(its.name)
        if said and (len(events) > 1 or its.required_if):
            values[own.name] = said
        elif unsaid is not None and changed:
            values[own.name] = unsaid if len(events) > 1 else None


def _write(record: Record, values: Values) -> None:
    """Change values of a record that is kept already, or waits to be."""
    model, batch = type(record), current()
    record.__data__.update(values)
    if batch is None or batch.waiting(model, record.id) is not record:
        model.update({**values, "version": model.version + 1}).where(model.id == record.id).execute()
        record.version += 1


@contextmanager
def unbroken(register: Register, ids: Collection[int], act: str) -> Iterator[None]:
    """Refuse an act on events that leaves others which cannot follow, or none where there was a beginning."""
    course = course_of(register.record)
    if course is None:
        yield
        return
    model, link = register.record, course.owner.name
    owners = {event.__data__[link] for event in model.select().where(model.id.in_(list(ids)))}
    before = {owner: events_of(course, owner) for owner in owners}
    yield
    for owner, events in before.items():
        after = events_of(course, owner)
        if events and not after:
            raise Refused(
                f"{told(course, events[0])}是唯一的记录，不能{act}。请改正它的日期，或{act}整条记录。"
            )
        if (found := new_contradiction(course, events, after)) is not None:
            raise Refused(f"不能{act}：{why_not(course, found, after)}。")


def needed(events: Sequence[Record]) -> list[Record]:
    """Return those of some events that cannot go, as others of their record follow them."""
    course = course_of(type(events[0])) if events else None
    if course is None:
        return []
    going: dict[int, list[Record]] = {}
    for event in events:
        going.setdefault(event.__data__[course.owner.name], []).append(event)
    return [event for owner, gone in going.items() if _are_needed(course, owner, gone) for event in gone]


def _are_needed(course: Course, owner_id: int, gone: Sequence[Record]) -> bool:
    before, ids = events_of(course, owner_id), {event.id for event in gone}
    after = [event for event in before if event.id not in ids]
    return new_contradiction(course, before, after) is not None


def named(event: Record) -> str:
    """Name an event with its record, which it has no name without; another record by its own name."""
    course = course_of(type(event))
    if course is None or not is_told(course, event):
        return f"“{event}”"
    return f"“{getattr(event, course.owner.name)}”{told(course, event)}"


def following(register: Register) -> frozenset[str]:
    """Return the names of the values that follow from a record's events."""
    course, status = register.course, register.status
    if course is None or status is None:
        return frozenset()
    days = (status.name, course.first_day.name, course.last_day.name)
    return frozenset((*days, *(own.name for own, _, _ in course.told)))


def undated(register: Register, changed: Mapping[str, object]) -> Block | None:
    """Say that another state lacks its day, where a list brings the one without the other."""
    course, status = register.course, register.status
    if course is None or status is None or status.name not in changed or course.last_day.name in changed:
        return None
    remedy = f"请填写{course.last_day.label}，或在“{course.rows.title}”中登记"
    return Block(course.last_day, f"{status.label}改为“{changed[status.name]}”，{remedy}")


def undone_by(register: Register, record: Record, state: object) -> Record | None:
    """Return the last event of a record where the state before it is put back; None for all else."""
    course = register.course
    if course is None:
        return None
    events = events_of(course, record.id)
    undone = bool(events) and state_after(course, events) != state == state_after(course, events[:-1])
    return events[-1] if undone else None
