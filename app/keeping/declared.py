"""What a register and its fields declare of a record: what it must have, within bounds, and only once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    yield from repetitions(register, record)


def repetitions(register: Register, record: Record) -> Iterator[Problem]:
    """Yield what may be there only once and is there already."""
    for fields in register.unique_together:
        yield from _repeated(record, fields)


def problems_alone(register: Register, record: Record) -> list[Problem]:
    """Say what is wrong by declaration with a record by itself, whatever others say."""
    return problems_of_values(register, (record,))[0]


def problems_of_values(register: Register, records: Sequence[Record]) -> list[list[Problem]]:
    """Say of each of some records of a kind what is wrong with it by itself.

    Asked field by field: most columns of a list keep to what is declared, and are done with at one look.
    """
    told: list[list[Problem]] = [[] for _ in records]
    for name, field, asks, reads in _declaring(type(records[0])) if records else ():
        column = [record.__data__.get(name) for record in records]
        is_asked = asks and _may_be_asked(field, records)
        breaches: dict[tuple[object, ...], list[str]] = {}
        for value, record, problems in zip(column, records, told, strict=True):
            if value in _EMPTY:
                if is_asked:
                    problems.extend(_lacking(field, record))
            elif reads:
                read = tuple([record.__data__.get(other) for other in reads])
                if read not in breaches:
                    breaches[read] = list(field.bounds.breaches(field, record))
                problems.extend(Block(field, sentence) for sentence in breaches[read])
    if register.status is not None:
        _add_needed_by_state(register, register.status, records, told)
    return told


@cache
def _declaring(model: type[Record]) -> list[tuple[str, Described, bool, tuple[str, ...]]]:
    """Return the fields of a kind of record that declare a rule.

    With each stand whether it may be asked for by one, and the names of the values that its bounds compare.
    """
    return [
        (
            name,
            field,
            not field.required and bool(field.required_if or field.wanted_if),
            field.bounds.reads(field) if field.bounds else (),
        )
        for name, field in model.described().items()
        if field.required_if or field.wanted_if or field.bounds
    ]


def _may_be_asked(field: Described, records: Sequence[Record]) -> bool:
    """Tell whether a condition under which a field is asked for holds for any of some records."""
    conditions = (*field.required_if, *field.wanted_if)
    return any(when.holds(record) for when in conditions for record in records)


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


def _add_needed_by_state(
    register: Register, status: Described, records: Sequence[Record], told: Sequence[list[Problem]]
) -> None:
    """A state has the values that led to it, and none that a later one brings."""
    by_state = defaultdict(list)
    for record, problems in zip(records, told, strict=True):
        by_state[record.__data__.get(status.name)].append((record, problems))
    for state in register.states:
        for record, problems in by_state.get(state.value, ()):
            for field in state.needs:
                if _is_empty(record, field):
                    sentence = f"{status.label}为“{state.value}”，请{_verb(field)}{field.label}"
                    problems.append(Block(field, sentence))
            for field in state.without:
                if not _is_empty(record, field):
                    sentence = f"{status.label}为“{state.value}”，{_remedy(register, state.value, field)}"
                    problems.append(Block(field, sentence))


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
