"""A new record that begins as another one: what is typed again and again is typed once."""

from __future__ import annotations

from app.fields import AttachmentField, DateField, SerialField
from app.records.base import Record
from app.register import Register


def values_of(register: Register, record: Record) -> dict[str, object]:
    """Return what a new record takes over from another: what was typed there and may be the same again.

    Numbers, files and what is computed are each record's own, and so is what its state brought; a day that
    a form proposes is proposed anew. In a list of people it is another person.
    """
    brought = {field.name for state in register.states for field in state.needs}
    if register.status is not None:
        brought.add(register.status.name)
    if register.lookup:
        brought |= {field.name for field in record.naming}
    taken = {}
    for field in register.fields:
        own = isinstance(field, SerialField | AttachmentField) or field.derive is not None or field.unique
        proposed = isinstance(field, DateField) and field.default is not None
        if not (own or proposed or field.guarded or field.name in brought):
            taken[field.name] = getattr(record, field.name)
    return {name: value for name, value in taken.items() if value not in (None, "")}
