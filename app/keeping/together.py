"""New records of one kind judged and kept together, as a list brings them: by column, not one by one.

What is right is defined once, in `judging` and `course`. Here it is asked of many records before the first of
them is kept, and whose answer depends on the others is left to be judged after these.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from app.errors import Refused
from app.fields import any_odd
from app.fields.problems import Problem
from app.fields.worked_out import worked_out
from app.keeping import course, deriving, judging, keeping, numbering
from app.keeping.account import Values
from app.keeping.rules import Alike
from app.records import earlier, naming, relinking
from app.records.base import Record, unit_names
from app.records.batch import Batch
from app.register import Register

_TOO_MANY = 2  # events that a record tells of: it is brought to the state that the last of them left


@worked_out
def stand_alone(register: Register) -> bool:
    """Tell whether nothing has to follow a new record of a register but the event that it tells of."""
    model = register.record
    if register.single or register.after is not None or course.course_of(model) is not None:
        return False
    if relinking.is_named(model) or deriving.changes_owners(model):
        return False
    return register.course is None or _is_plain(register.course.rows.record)


def _is_plain(event: type[Record]) -> bool:
    """Tell whether an event is kept as it is: nothing is numbered, remembered or unique in it."""
    asking = (
        numbering.numbered(event),
        earlier.groups_of(event),
        unit_names(event),
        judging.unique_fields(event),
    )
    return not any(asking) and not deriving.changes_owners(event)


class Judged(NamedTuple):
    """A new record with what is wrong with it, and the values of the event that it tells of, if any."""

    record: Record
    problems: list[Problem]
    told: list[Values]


def judge(register: Register, records: Sequence[Record], batch: Batch) -> list[Judged | None]:
    """Say of each of some new records what is wrong with it; their derived values are computed on the way.

    None for one that is to be judged when those before it are kept: what they say may matter to it.
    """
    events = [register.course.rows.record] if register.course is not None else []
    judged: list[Judged | None] = []
    with batch.watched(register.record, *events) as questions:
        deriving.compute_derived(*records)
        if any_odd(records):
            return [None] * len(records)
        of_values = judging.problems_of_values(register, records)
        doubts = naming.doubts(records)
        known, repeating = _alike(register, records, batch)
        others = [check for check in register.checks if not isinstance(check, Alike)]
        for place, record in enumerate(records):
            questions.place = place
            checks = register.checks if place in known else others
            beside_others = judging.problems_beside_others(register, record, checks)
            of_events, told = course.told_of_new(register, record)
            problems = [*of_values[place], *beside_others, *doubts[place], *of_events]
            judged.append(Judged(record, problems, told) if len(told) < _TOO_MANY else None)
    if not questions.only_by_values:
        return [None] * len(records)
    for place in repeating | batch.repeating(questions, records):
        judged[place] = None
    return judged


def _alike(register: Register, records: Sequence[Record], batch: Batch) -> tuple[set[int], set[int]]:
    """Return the places of records that a check may find like one that is kept, and like one before them."""
    known: set[int] = set()
    repeating: set[int] = set()
    sets = [names for check in register.checks if isinstance(check, Alike) for names in check.sets]
    for names in sets:
        told = zip(*[[record.__data__.get(name) for record in records] for name in names], strict=True)
        full = [place for place, values in enumerate(told) if None not in values and "" not in values]
        if not full:
            continue  # no index is read of what nobody says
        index = batch.index(register.record, names)
        seen: set[Hashable] = set()
        for place in full:
            key = index.key_of(records[place].__data__)
            if key in index:
                known.add(place)
            if key in seen:
                repeating.add(place)
            seen.add(key)
    return known, repeating


def store(register: Register, judged: Sequence[Judged], batch: Batch) -> int:
    """Keep new records, each with the event it tells of.

    Returns how many: the next one is refused, and says why when it is kept by itself.
    """
    kept = _keep(judged, batch)
    told = ((one.record, values) for one in judged[:kept] for values in one.told)
    if events := course.begun(register, told, batch):
        for event in events:
            keeping.mark(event)
        batch.add_all(events)
    batch.flush_many()
    return kept


def _keep(judged: Sequence[Judged], batch: Batch) -> int:
    """Keep new records up to the first that is refused; return how many."""
    for place, (record, _, _) in enumerate(judged):
        if keeping.is_taken(record, batch):
            return place
        try:
            keeping.make_ready(record)
        except Refused:
            return place
        batch.add(record)
    return len(judged)
