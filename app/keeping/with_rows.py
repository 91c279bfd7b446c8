"""A new record and the rows that were typed with it: saved together or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.fields import AttachmentField, Described
from app.fields.problems import Blocked, Problem
from app.keeping import deriving, judging, keeping
from app.records.base import AnyRecord, Record
from app.records.steps import step
from app.register import Child, Register


@dataclass(frozen=True, eq=False)
class NewRow:
    """A row of a record that is not saved yet either."""

    child: Child
    record: Record


class RowBlocked(Blocked):
    """A rule forbids one of the rows; the record and all other rows stay as typed, too."""

    def __init__(self, row: NewRow, problems: Iterable[Problem]) -> None:
        super().__init__(problems)
        self.row = row


def problems(register: Register, row: Record, owner: str) -> list[Problem]:
    """Say what is wrong with a row by itself; what needs its owner is asked when both are saved."""
    found = judging.problems_alone(register, row)
    return [problem for problem in found if problem.field.name != owner]


def texts_of(child: Child, row: Record) -> dict[str, str]:
    """Write what was typed into a row, by the name of the field; files are no text."""
    texts = {field.name: field.format(getattr(row, field.name)) for field in _typed_fields(child)}
    return {name: text for name, text in texts.items() if text}


def row_of(child: Child, owner: Record, texts: Mapping[str, str]) -> Record:
    """Return a row of a new owner, as `texts_of` wrote it; what cannot be read any more stays open."""
    row = keeping.new(child.register, **{child.owner.name: owner})
    fields = [field for field in _typed_fields(child) if field.name in texts]
    keeping.assign(row, keeping.read(fields, texts)[0])
    deriving.compute_derived(row)
    return row


def _typed_fields(child: Child) -> list[Described]:
    fields = (field for field in child.register.fields if field is not child.owner)
    return [field for field in fields if not (isinstance(field, AttachmentField) or field.derive)]


def save(register: Register, record: AnyRecord, rows: Sequence[NewRow]) -> AnyRecord:
    """Save a new record and its rows as one step, which one undo takes back; return it as it is then.

    Raises what saving one record raises, and RowBlocked where a rule forbids a row.
    """
    with keeping.as_typed(record), step(lambda: f"新建{keeping.told(register, record)}"):
        keeping.save(register, record)
        for row in rows:
            own = keeping.draft_of(row.record)
            setattr(own, row.child.owner.name, record)
            try:
                keeping.save(row.child.register, own)
            except Blocked as blocked:
                raise RowBlocked(row, blocked.problems) from blocked
        return type(record).get_by_id(record.id)
