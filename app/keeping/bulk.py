"""One act on many records of a list: done where it may be, and told where it may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import lifecycle
from app.records.base import Record, change
from app.register import Register, Sweep, Transition


@dataclass(frozen=True)
class Swept:
    """What became of an act on many records: how many it was done to, and who was left out, why."""

    done: int
    left: tuple[str, ...]


def sweeps_of(register: Register) -> list[Sweep]:
    """Return what can be done to many records at once: the steps that allow it, and the other acts."""
    steps = [_of_step(register, step) for step in register.transitions if step.many]
    return [*register.sweeps, *steps]


def _of_step(register: Register, step: Transition) -> Sweep:
    def take(record: Record, values: Mapping[str, object]) -> None:
        lifecycle.advance(register, record, step, values)

    return Sweep(step.title, take, step.sources, step.asks, step.confirm)


def concerned(register: Register, ids: Sequence[int], act: Sweep) -> list[int]:
    """Return those of the records that are in a state the act is meant for, in the order given."""
    if register.status is None or not act.sources:
        return list(ids)
    model = register.record
    meant = model.alive().where(register.status.in_(act.sources)).select(model.id).tuples()
    found = {record_id for (record_id,) in meant}
    return [record_id for record_id in ids if record_id in found]


def sweep(register: Register, ids: Sequence[int], act: Sweep, values: Mapping[str, object]) -> Swept:
    """Do the act to each record that it may be done to, all in one transaction.

    A record that a rule forbids it for is left as it is, and told with the reason.
    """
    done, left = 0, []
    with change():
        for record_id in concerned(register, ids, act):
            record = register.record.get_by_id(record_id)
            try:
                with change():
                    act.take(record, values)
            except (Blocked, Refused) as error:
                left.append(f"{record}：{error}")
            else:
                done += 1
    return Swept(done, tuple(left))
