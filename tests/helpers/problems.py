"""What the rules say of a record, by field, and taking it through the steps of its life cycle."""

from __future__ import annotations

from collections.abc import Mapping

from app.fields.problems import Block, Problem
from app.keeping import deriving, judging, lifecycle
from app.records.base import AnyRecord, Record
from app.register import Register, Step


def blocked(register: Register, record: Record) -> dict[str, str]:
    """Return what forbids saving a record, its derived values computed: field name → sentence."""
    return _by_field(_problems(register, record), forbidding=True)


def warned(register: Register, record: Record) -> dict[str, str]:
    """Return what is doubtful about a record, its derived values computed: field name → sentence."""
    return _by_field(_problems(register, record), forbidding=False)


def forbidden(register: Register, record: Record, title: str, **values: object) -> dict[str, str]:
    """Return what forbids a step of a life cycle: field name → sentence."""
    step = step_called(register, title)
    return _by_field(lifecycle.problems(register, record, step, values), forbidding=True)


def marked(record: Record) -> set[str]:
    """Return the names of the fields that the form marks because of other values of the record."""
    fields = type(record).described().values()
    return {field.name for field in fields if not field.required and field.is_required_of(record)}


def step_called(register: Register, title: str) -> Step:
    """Return the step with this title."""
    return next(step for step in register.steps if step.title == title)


def advance(
    register: Register, record: AnyRecord, title: str, values: Mapping[str, object] | None = None
) -> AnyRecord:
    """Take the step with this title."""
    return lifecycle.advance(register, record, step_called(register, title), values or {})


def _problems(register: Register, record: Record) -> list[Problem]:
    deriving.compute_derived(record)
    return judging.problems(register, record)


def _by_field(problems: list[Problem], *, forbidding: bool) -> dict[str, str]:
    chosen = [problem for problem in problems if isinstance(problem, Block) == forbidding]
    return {problem.field.name: problem.sentence for problem in reversed(chosen)}
