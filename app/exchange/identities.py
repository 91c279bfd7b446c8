"""What tells the records of a register apart: numbers, and values that together are one record's alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from app.fields import (
    CaseNumberField,
    CreditCodeField,
    Described,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    UnitNameField,
)
from app.fields.worked_out import worked_out
from app.records.index import plain
from app.records.naming import units_named
from app.register import Register
from app.rules.unit_names import spelled_name

NUMBERS = (SerialField, ResidentIdField, CreditCodeField, CaseNumberField)
Key = tuple[object, ...]
"""What a row states that is one record's alone: names of fields, their values, and its owners."""
Names = tuple[str, ...]


@dataclass(frozen=True)
class Identities:
    """The sets of fields that tell a register's records apart, each with the owners beside it.

    `certain` ones are numbers and whatever may be there only once; `personal` ones hold a person's name:
    they are asked where no number is known, and never outweigh one. `numbers` are what no two records
    share; `serials` are given by the office, and a list of another office may have the same.
    """

    certain: tuple[tuple[Described, ...], ...]
    personal: tuple[tuple[Described, ...], ...]
    numbers: tuple[Described, ...]
    serials: tuple[Described, ...]
    owners: tuple[ReferenceField, ...]

    def certain_keys(self, values: Mapping[str, object]) -> dict[Names, Key]:
        """Return the keys of a row by the names of their fields, those whose values it states in full."""
        return dict(self._keys(self._certain, values))

    def personal_keys(self, values: Mapping[str, object]) -> dict[Names, Key]:
        """Return the keys by which a person is known without a number."""
        return dict(self._keys(self._personal, values))

    @cached_property
    def _certain(self) -> list[tuple[Names, tuple[Described, ...]]]:
        return _named(self.certain)

    @cached_property
    def _personal(self) -> list[tuple[Names, tuple[Described, ...]]]:
        return _named(self.personal)

    def _keys(
        self, sets: list[tuple[Names, tuple[Described, ...]]], values: Mapping[str, object]
    ) -> Iterator[tuple[Names, Key]]:
        owners = tuple([plain(values.get(owner.name)) for owner in self.owners])
        for names, fields in sets:
            stated = [values.get(name) for name in names]
            if None not in stated and "" not in stated:
                key = [comparable(field, value) for field, value in zip(fields, stated, strict=True)]
                yield names, (names, *key, *owners)


def _named(sets: tuple[tuple[Described, ...], ...]) -> list[tuple[Names, tuple[Described, ...]]]:
    """Return sets of fields with their names: the keys of all rows share one tuple of these."""
    return [(tuple(field.name for field in fields), fields) for fields in sets]


@worked_out
def identities(register: Register) -> Identities:
    """Return what tells a register's records apart: what its fields are, and what it declares."""
    described = register.record.described()
    owners = tuple(
        field for field in described.values() if isinstance(field, ReferenceField) and field.required
    )
    owner_names = {owner.name for owner in owners}
    own_names = [field for field in register.record.naming if field.derive is None]
    numbers = [field for field in own_names if isinstance(field, NUMBERS)]
    unique = [field for field in described.values() if field.unique and field.derive is None]
    unit_names = [field for field in own_names[:1] if isinstance(field, UnitNameField)]
    declared = [
        tuple(field for field in fields if field.name not in owner_names)
        for fields in (*register.unique_together, *register.identity)
    ]
    sets = dict.fromkeys([*((field,) for field in (*numbers, *unique, *unit_names)), *declared])
    return Identities(
        tuple(fields for fields in sets if not _is_personal(fields)),
        tuple(fields for fields in sets if _is_personal(fields)),
        tuple(field for field in numbers if not isinstance(field, SerialField)),
        tuple(field for field in numbers if isinstance(field, SerialField)),
        owners,
    )


def _is_personal(fields: tuple[Described, ...]) -> bool:
    return any(isinstance(field, PersonNameField) for field in fields)


def comparable(field: Described, value: object) -> object:
    """Return a value as two ways of writing it are compared."""
    if isinstance(value, str) and _names_unit(field):
        return spelled_name(value) or value
    return plain(value)


@cache
def _names_unit(field: Described) -> bool:
    return isinstance(field, UnitNameField) or units_named(field) is not None
