"""Units found by any of their names, in whatever way a name is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache, reduce
from operator import or_
from typing import Any

import peewee
from peewee import fn

from app.records.base import Record, database, plain_names, unit_names
from app.records.batch import current
from app.rules.unit_names import plain_name, spelled_name

FEW = 20
"""So many names are looked for by what they have in common with the text of a row."""
_TO_WIDE = 0xFEE0  # from a digit to the same one in full width


@lru_cache(maxsize=65536)
def _plain(name: str | None) -> str | None:
    return plain_name(name) or None if name else None


database.register_function(_plain, "plain_unit_name", 1, deterministic=True)


def called(model: type[Record], text: str) -> list[Any]:
    """Return the living records that bear a name in any way of writing it.

    Where several do and one of them alone bears it with this legal form, it is that one.
    """
    plain = plain_name(text)
    if not plain:
        return []
    batch = current()
    if batch is not None:
        units = batch.called(model, plain)
    else:
        units = [model.get_by_id(unit.id) for unit in bearers_of(model, {plain})[plain]]
    return exact(units, text)


def exact(units: list[Any], text: str) -> list[Any]:
    spelled = spelled_name(text)
    exact = [unit for unit in units if spelled in map(spelled_name, own_names(unit))]
    return exact if len(exact) == 1 else units


def bearers_of(model: type[Record], plains: Collection[str]) -> dict[str, list[Any]]:
    """Return the living records that bear each of these names, with no more of them than their names."""
    query = model.alive().select(model.id, *unit_names(model)).order_by(model.id)
    if len(plains) <= FEW:
        query = query.where(
            any_of(bears_name(unit_name, plain) for plain in plains for unit_name in unit_names(model))
        )
    bearers: dict[str, list[Any]] = defaultdict(list)
    for record in query:
        for plain in plain_names(model, record.__data__).intersection(plains):
            bearers[plain].append(record)
    return bearers


def any_of(conditions: Iterable[peewee.ColumnBase]) -> peewee.ColumnBase:
    return reduce(or_, conditions, peewee.SQL("FALSE"))


def own_names(unit: Record) -> list[str]:
    return [
        name
        for unit_name in unit_names(type(unit))
        for name in unit_name.names(unit.__data__.get(unit_name.name))
    ]


def bears_name(field: peewee.Field, plain: str) -> peewee.ColumnBase:
    """Return an SQL condition that holds wherever the name stands, and for few others.

    Comparing by what SQLite does itself is fast; what is found is compared in full.
    """
    distinctive = [
        character
        for character in dict.fromkeys(plain)
        if "\u4e00" <= character <= "\u9fff" or "0" <= character <= "9"
    ]
    if not distinctive:
        return fn.INSTR(fn.plain_unit_name(field), plain) > 0
    # In words: Peewee would compose each of the comparisons anew for every save of a row that names a unit.
    ways = [(one, chr(ord(one) + _TO_WIDE)) if one.isascii() else (one,) for one in distinctive]
    within = [" OR ".join([f'instr("{field.column_name}", ?) > 0'] * len(way)) for way in ways]
    return peewee.SQL(f"(({') AND ('.join(within)}))", [character for way in ways for character in way])
