"""The ids of records by what they say, in memory while many records are saved."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from functools import lru_cache

import peewee


class Index:
    """Ids by the values of some fields, of equal ones in the order in which they were added.

    Most values are one record's: its id is kept as it is, which takes a third of the memory of a list
    and a tuple, and a workbook of 100,000 rows has several indexes.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._only = names[0] if len(names) == 1 else None
        self._ids: dict[Hashable, int | list[int]] = {}

    def key_of(self, values: Mapping[str, object]) -> Hashable:
        """Return what records are known by that have these values, by the names of the fields."""
        if self._only is not None:
            return plain(values.get(self._only))
        return tuple([plain(values.get(name)) for name in self._names])

    def ids(self, key: Hashable) -> Sequence[int]:
        """Return the ids under a key; none where it is unknown."""
        known = self._ids.get(key, ())
        return (known,) if isinstance(known, int) else known

    def add(self, key: Hashable, record_id: int) -> None:
        """Add an id under a key."""
        known = self._ids.setdefault(key, record_id)
        if isinstance(known, list):
            known.append(record_id)
        elif known is not record_id:
            self._ids[key] = [known, record_id]

    def remove(self, key: Hashable, record_id: int) -> None:
        """Remove an id from a key, where it is there."""
        others = [known for known in self.ids(key) if known != record_id]
        if others:
            self._ids[key] = others
        else:
            self._ids.pop(key, None)


def plain(value: object) -> Hashable:
    """Return a value as the file keeps it."""
    if value is None or type(value) in (str, int):
        hashable: Hashable = value
        return hashable
    if isinstance(value, date):
        return _iso(value)
    if isinstance(value, peewee.Model):
        record_id: Hashable = value.get_id()  # type: ignore[no-untyped-call]  # Peewee's stubs
        return record_id
    kept: Hashable = str(value) if isinstance(value, str) else value  # no field holds lists
    return kept


@lru_cache(maxsize=20_000)  # fifty years
def _iso(day: date) -> str:
    """Return a day as ISO text, one text for all who were born on it."""
    return day.isoformat()
