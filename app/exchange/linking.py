"""Records that rows refer to: found by what people call them, or made when the clerk says so."""

from __future__ import annotations

from app.errors import Invalid
from app.fields import Described, PersonNameField, ReferenceField, SerialField, Unknown
from app.fields.problems import Warn
from app.keeping import deriving, judging, keeping
from app.records import naming
from app.records.base import Record
from app.records.batch import Batch
from app.records.called import called
from app.register import Register, register_of


class Links:
    """Finds the records that cells refer to, each text once.

    `created` names the records that were made on the way, each after its register's title.
    """

    def __init__(self, batch: Batch, *, create: bool) -> None:
        self._batch = batch
        self._create = create
        self.created: list[tuple[str, str]] = []

    def read(self, field: ReferenceField, text: str) -> Record | None:
        """Return the record a cell refers to; raises Invalid where there is none and none may be made."""
        found = self._batch.answer((field.rel_model,), (field.rel_model, text), lambda: _found(field, text))
        if isinstance(found, Unknown) and self._create and (register := register_of(field.rel_model)):
            found = self._make(register, text) or found
        if isinstance(found, Invalid):
            raise found.with_traceback(None)
        return found

    def make_units(self, record: Record) -> None:
        """Make the units that a row names, where none is called so and making them was asked for."""
        for model, name in naming.unit_texts(record) if self._create else ():
            register = register_of(model)
            if register is not None and not called(model, name):
                self._make(register, name)

    def _make(self, register: Register, text: str) -> Record | None:
        """Make a record of which only the name is known; None where the register's rules forbid it."""
        name = register.record.naming[0] if register.record.naming else None
        if name is None or isinstance(name, PersonNameField):
            return None
        try:
            record = keeping.new(register, **{name.name: name.parse(text)})
        except Invalid:
            return None
        deriving.compute_derived(record)
        if any(
            not isinstance(problem, Warn) and not may_lack(record, problem.field)
            for problem in judging.problems(register, record)
        ):
            return None
        keeping.store(record)
        self._batch.flush()  # rows that refer to it may be written before others of its kind
        self.created.append((register.title, str(text)))
        return record


def _found(field: ReferenceField, text: str) -> Record | Invalid | None:
    """Return the record that a text means, or why it means none: that, too, is asked only once."""
    try:
        record: Record | None = field.parse(text)
    except Invalid as error:
        return error
    return record


def may_lack(record: Record, field: Described) -> bool:
    """Tell whether a required value is missing that an incomplete record may lack.

    An owner may not be missing, nor all that names the record.
    """
    empty = record.__data__.get(field.name) in (None, "")
    return (
        empty
        and field.required
        and not isinstance(field, ReferenceField)
        and not _is_only_name(record, field)
    )


def _is_only_name(record: Record, field: Described) -> bool:
    """Tell whether a field is one of those that name a record, none of which has a value."""
    naming = [other for other in record.naming if not isinstance(other, SerialField)]
    named = any(record.__data__.get(other.name) not in (None, "") for other in naming)
    return not named and any(other is field for other in naming)
