"""Moving a record along its life cycle, guarded."""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import Refused
from app.fields.problems import Block, Blocked, Problem, blocks
from app.keeping import deriving, judging, keeping
from app.records import steps
from app.records.base import AnyRecord, Record
from app.register import Register, Step


def attempt(register: Register, record: AnyRecord, step: Step, values: Mapping[str, object]) -> AnyRecord:
    """Return a copy of the record as it would be after the step; nothing is saved."""
    if register.status is None:
        raise TypeError(f"register {register.key!r} has no life cycle")
    state = getattr(record, register.status.name)
    if state not in step.sources:
        raise Refused(f"“{record}”现在是“{state}”，不能“{step.title}”。")
    moved = keeping.draft_of(record)
    keeping.assign(moved, values)
    setattr(moved, register.status.name, step.target)
    if step.prepare is not None:
        step.prepare(moved)
    return moved


def problems(register: Register, record: Record, step: Step, values: Mapping[str, object]) -> list[Problem]:
    """Say what forbids the step, or is doubtful about it."""
    moved = attempt(register, record, step, values)
    deriving.compute_derived(moved)
    missing: list[Problem] = [
        Block(field, f"请填写{field.label}")
        for field in step.asks
        if moved.__data__.get(field.name) in (None, "")
    ]
    named = {problem.field.name for problem in missing}
    guarded = step.guard(moved) if step.guard is not None else ()
    others = [problem for problem in judging.problems(register, moved) if problem.field.name not in named]
    return [*missing, *guarded, *others]


def advance(register: Register, record: AnyRecord, step: Step, values: Mapping[str, object]) -> AnyRecord:
    """Take the step: the record and all that follows from it, in one transaction.

    Raises Blocked with what forbids it, Refused when the record's state does not allow it.
    """
    with steps.step(f"{keeping.told(register, record)}：{step.title}"):
        moved = attempt(register, record, step, values)
        if blocking := blocks(problems(register, record, step, values)):
            raise Blocked(blocking)
        deriving.compute_derived(moved)
        if step.leave is not None:
            step.leave(record)
        keeping.store(moved)
        if step.effect is not None:
            step.effect(moved)
        keeping.follow_up(register, moved)
    return moved
