"""The same as last time: what was entered at the last record of a register, for who enters the next."""

from __future__ import annotations

from app.fields import AttachmentField, Described, ReferenceField
from app.keeping import duplicating
from app.records.base import Record
from app.register import Register


def last(register: Register, before: int | None = None) -> Record | None:
    """Return the record that was entered last, or the last one before another, by the id of that."""
    model = register.record
    records = model.alive() if before is None else model.alive().where(model.id < before)
    return records.order_by(model.id.desc()).first()


def last_value(field: Described, before: int | None = None) -> object:
    """Return what was entered in a field last; None where it was always left open."""
    model: type[Record] = field.model
    filled = model.alive().where(field.is_null(False), *([] if before is None else [model.id < before]))
    record = filled.order_by(model.id.desc()).first()
    return None if record is None else getattr(record, field.name)


def can_take(field: Described) -> bool:
    """Tell whether the last record's value may be taken over: not what is each record's own, or secret."""
    return not (
        isinstance(field, AttachmentField) or field.derive is not None or field.unique or field.guarded
    )


def values(register: Register, before: int | None = None) -> dict[str, object]:
    """Return what a new record may take over from the last one."""
    record = last(register, before)
    return {} if record is None else duplicating.values_of(register, record)


def proposed(register: Register) -> dict[str, object]:
    """Return what stays from one record to the next, such as who approves, for a form that begins."""
    brought = {field.name for state in register.states for field in state.needs}
    staying = [field for field in register.fields if field.stays and field.name not in brought]
    told = {field.name: last_value(field) for field in staying if not isinstance(field, ReferenceField)}
    return {name: value for name, value in told.items() if value not in (None, "")}
