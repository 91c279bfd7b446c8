"""Who is one person in a count: never by a name alone, nor against what the records say (domain 0.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from peewee import ColumnBase, Node, fn

from app.fields import Described, ResidentIdField
from app.records.naming import NamedUnit, units_named

Told = tuple[Described, Described, Described]
"""Where persons are told of: the identity number, the name, and what stands beside it."""


def person(told: Told, also: Sequence[Told] = (), row: Any = None) -> ColumnBase:  # noqa: ANN401  # an alias
    """Return the SQL by which persons differ: the identity number, else name and what stands beside it.

    Who gave a number once and none another time is one person: where all records of this name and unit, or
    telephone, that have a number have the same, it is theirs, unless sex or birth contradict it. `also`
    tells where else numbers stand. A unit is one in whatever way it is written. `row` is the alias of the
    records, where they are not those of the query itself.
    """
    id_number, name, beside = told
    here: Any = id_number.model if row is None else row
    own_name, own_place = getattr(here, name.name), _place(getattr(here, beside.name), beside)

    def numbers(source: Told) -> Any:  # noqa: ANN401  # Peewee's stubs do not say
        number, its_name, its_place = source
        known: Any = number.model.alias()
        alike = [
            getattr(known, its_name.name) == own_name,
            _place(getattr(known, its_place.name), its_place) == own_place,
            getattr(known, number.name) != "",
            known.deleted_at.is_null(),
        ]
        agree = [
            fn.IFNULL(getattr(known, field.name) == getattr(here, field.name), True)  # SQL
            for field in (_implied(id_number) if source is told else ())
        ]
        return known.select(getattr(known, number.name).alias("number")).where(*alike, *agree)

    every = reduce(or_, (numbers(source) for source in (told, *also)))
    number = every.select_from(fn.MIN(every.c.number)).having(fn.COUNT(every.c.number.distinct()) == 1)
    implied = [getattr(here, field.name) for field in _implied(id_number)]
    known_as = own_name.concat("|").concat(fn.COALESCE(own_place, ""))
    for value in implied:
        known_as = known_as.concat("|").concat(fn.COALESCE(value, ""))
    return fn.COALESCE(fn.NULLIF(getattr(here, id_number.name), ""), number, known_as)


def _place(text: Any, field: Described) -> Node:  # noqa: ANN401  # a field, or that of an alias
    """Return the SQL for the unit that a text names, or for the text itself where it names none."""
    units = units_named(field)
    place: Node = text if units is None else fn.COALESCE(NamedUnit(text, units), text)
    return place


def _implied(id_number: Described) -> tuple[Described, ...]:
    """Return the fields of a record that its identity number implies."""
    if not isinstance(id_number, ResidentIdField):
        return ()
    return tuple(field for field in (id_number.sex, id_number.born) if field is not None)
