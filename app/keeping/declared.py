"""What a register and its fields declare of a record: what it must have, within bounds, and only once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from functools import cache

from app.fields import ChoiceField, Described, FlagField, ReferenceField
from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.records.base import Record
from app.records.batch import current
from app.register import Register

_EMPTY = (None, "", ())


def problems(register: Register, record: Record) -> Iterator[Problem]:
    """Yield what is wrong by declaration, field by field, then what the state lacks and what repeats."""
    yield from problems_alone(register, record)
    for fields in register.unique_together:
        yield from _repeated(record, fields)


def problems_alone(register: Register, record: Record) -> Iterator[Problem]:
    """Yield what is wrong by declaration with a record by itself, whatever others say."""
    values = record.__data__
    for name, field, asks in _declaring(type(record)):
        if values.get(name) in _EMPTY:
            if asks:
                yield from _lacking(field, record)
        elif field.bounds:
            for sentence in field.bounds.breaches(field, record):
                yield Block(field, sentence)
    yield from _needed_by_state(register, record)


@cache
def _declaring(model: type[Record]) -> list[tuple[str, Described, bool]]:
    """Return the fields of a kind of record that declare a rule, and whether they may be asked for by one."""
    fields = model.described().items()
    return [
        (name, field, not field.required and bool(field.required_if or field.wanted_if))
        for name, field in fields
        if field.required_if or field.wanted_if or field.bounds
    ]


def _is_empty(record: Record, field: Described) -> bool:
    return record.__data__.get(field.name) in _EMPTY


def _lacking(field: Described, record: Record) -> Iterator[Problem]:
    for kind, conditions in ((Block, field.required_if), (Warn, field.wanted_if)):
        for when in conditions:
            if when.holds(record):
                yield kind(field, f"{when.words_for(record)}，请{_verb(field)}{field.label}")
                return


def _verb(field: Described) -> str:
    return "选" if isinstance(field, ChoiceField | FlagField | ReferenceField) else "填写"


def needed_by_state(register: Register, record: Record) -> set[str]:
    """Return the names of the fields that a record must have in the state it is in."""
    if register.status is None:
        return set()
    value = record.__data__.get(register.status.name)
    return {field.name for state in register.states if state.value == value for field in state.needs}


def _needed_by_state(register: Register, record: Record) -> Iterator[Problem]:
    """A state has the values that led to it, and none that a later one brings."""
    if register.status is None:
        return
    value = record.__data__.get(register.status.name)
    for state in register.states:
        if state.value == value:
            for field in state.needs:
                if _is_empty(record, field):
                    sentence = f"{register.status.label}为“{value}”，请{_verb(field)}{field.label}"
                    yield Block(field, sentence)
            for field in state.without:
                if not _is_empty(record, field):
                    yield Block(
                        field, f"{register.status.label}为“{value}”，{_remedy(register, value, field)}"
                    )


def _remedy(register: Register, state: str, field: Described) -> str:
    """Say by which steps a record gets a value that it cannot have in its state."""
    here = [step for step in register.steps if state in step.sources]
    steps = [step for step in here if any(field is asked for asked in step.asks)]
    titles = "或".join(f"“{step.title}”" for step in steps)
    return f"不应填{field.label}，请点{titles}办理" if titles else f"不应有{field.label}，请清空或核对"


class Leap(Block):
    """A record was moved to a state that no step leads to from where it stands."""


def leaps(register: Register, record: Record) -> Iterator[Leap]:
    """Say that a life is over: a list cannot bring a record back to a state that no step leads to.

    Where the state follows from events these tell what may follow.
    """
    status = register.status
    if status is None or record.id is None or not register.steps or register.course is not None:
        return
    state, before = record.__data__.get(status.name), _kept(record, status)
    if before and state and state != before and not register.leads(before, state):
        yield Leap(status, f"现在是“{before}”，不能改为“{state}”，请核对")


def _kept(record: Record, field: Described) -> str | None:
    """Return a value of a record as the file has it; what waits to be written is new, and has left none."""
    batch, model = current(), type(record)
    query = model.select(field).where(model.id == record.id).tuples()
    with batch.without_flush() if batch is not None else nullcontext():
        row = query.first()
    return None if row is None else row[0]


def _repeated(record: Record, fields: tuple[Described, ...]) -> Iterator[Problem]:
    """No two living records say the same in these fields; one that leaves any of them open repeats nobody."""
    if not any(_is_empty(record, field) for field in fields) and duplicates(record, *fields):
        own = [field for field in fields if not isinstance(field, ReferenceField)] or list(fields)
        labels = "、".join(field.label for field in own)
        yield Block(own[0], f"这个{labels}的已登记，请修改原来那一条")
