"""Taking a record of the sample along its life cycle, through the checks that the window asks."""

from __future__ import annotations

from collections.abc import Mapping

from app.keeping import lifecycle
from app.records.base import AnyRecord
from app.register import Register


def take_step(register: Register, record: AnyRecord, title: str, values: Mapping[str, object]) -> AnyRecord:
    """Take the step of this title and return the record after it; raises Blocked where a check forbids it."""
    step = next(step for step in register.steps if step.title == title)
    return lifecycle.advance(register, record, step, values)
