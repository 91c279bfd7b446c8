"""Changing one field of a record by itself: in a cell of a list, or of many records at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard

from app.fields import AttachmentField, Described, SerialField, Shown
from app.fields.problems import Blocked
from app.keeping import keeping
from app.records.base import AnyRecord, Record
from app.register import BulkAction, Register


def can_write(register: Register, shown: Shown) -> TypeGuard[Described]:
    """Tell whether a field can be changed outside the form: it is typed, and says all there is to say.

    What is computed or handed out is not typed, a state moves by its steps, a file is chosen, and what is
    hidden from strangers is changed where it can be unveiled.
    """
    if not isinstance(shown, Described) or not any(shown is field for field in register.fields):
        return False
    moves = register.status is shown and bool(register.steps)
    given = shown.derive is not None or isinstance(shown, SerialField | AttachmentField)
    return not (moves or given or shown.guarded)


def write_value(register: Register, record: AnyRecord, field: Described, text: str) -> AnyRecord:
    """Save a record with what was typed into one field of it, under the rules of the whole form.

    Raises Blocked with what stands against it, Refused where the world does; the record in hand stays.
    """
    values, problems = keeping.read((field,), {field.name: text})
    if problems:
        raise Blocked(problems)
    draft = keeping.draft_of(record)
    keeping.assign(draft, values)
    return keeping.save(register, draft)


def fields_of_many(register: Register) -> list[Described]:
    """Return the fields that can be changed for many records at once: none in which they must differ.

    Those that the list shows come first.
    """
    name = register.record.naming[:1]
    own = [field for field in register.fields if field.unique or any(field is one for one in name)]
    return [
        shown
        for shown in register.all_columns
        if isinstance(shown, Described)
        and can_write(register, shown)
        and not any(shown is one for one in own)
    ]


def change_of(register: Register, field: Described) -> BulkAction:
    """Return the act that gives one field the same value in many records."""

    def take(record: Record, values: Mapping[str, object]) -> None:
        draft = keeping.draft_of(record)
        keeping.assign(draft, values)
        keeping.save(register, draft)

    return BulkAction(f"修改{field.label}", take, asks=(field,))


def differing(register: Register, ids: Sequence[int], field: Described, value: object) -> list[int]:
    """Return those of the records, in order, in which the field holds something else."""
    model = register.record
    stored = field.db_value(value)  # type: ignore[no-untyped-call]  # Peewee's own
    same = field.is_null() if stored is None else field == value
    equal = {record_id for (record_id,) in model.alive().where(same).select(model.id).tuples()}
    return [record_id for record_id in ids if record_id not in equal]
