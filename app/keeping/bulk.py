"""One act on many records of a list: done where it may be, refused by record where it may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import lifecycle
from app.records.base import Record, change
from app.records.steps import step
from app.register import BulkAction, Register, Step


@dataclass(frozen=True)
class BulkResult:
    """What became of an act on many records: how many it was done to, and who was left out, why."""

    done: int
    left: tuple[str, ...]


def bulk_actions_of(register: Register) -> list[BulkAction]:
    """Return what can be done to many records at once: the steps that allow it, and the other acts."""
    steps = [_of_step(register, step) for step in register.steps if step.many]
    return [*register.bulk_actions, *steps]


def _of_step(register: Register, step: Step) -> BulkAction:
    def take(record: Record, values: Mapping[str, object]) -> None:
        lifecycle.advance(register, record, step, values)

    return BulkAction(step.title, take, step.sources, step.asks, step.confirm)


def concerned(register: Register, ids: Sequence[int], act: BulkAction) -> list[int]:
    """Return those of the records that are in a state the act is meant for, in the order given."""
    if register.status is None or not act.sources:
        return list(ids)
    model = register.record
    meant = model.alive().where(register.status.in_(act.sources)).select(model.id).tuples()
    in_state = {record_id for (record_id,) in meant}
    return [record_id for record_id in ids if record_id in in_state]


def perform(
    register: Register, ids: Sequence[int], act: BulkAction, values: Mapping[str, object]
) -> BulkResult:
    """Do the act to each record that it may be done to, all in one transaction.

    A record that a rule forbids it for is left as it is, and listed with the reason.
    """
    done, left = 0, []
    with step(lambda: f"{act.title}：{done} {register.unit}{register.title}"):
        for record_id in concerned(register, ids, act):
            record = register.record.get_by_id(record_id)
            try:
                with change():
                    act.take(record, values)
            except (Blocked, Refused) as error:
                left.append(f"{record}：{error}")
            else:
                done += 1
    return BulkResult(done, tuple(left))
