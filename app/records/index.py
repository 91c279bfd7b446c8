"""The ids of records by what they say, in memory while many records are saved."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from app.records.base import Record


class Ids:
    """Ids by keys, those of a key in the order in which they were added.

    Most keys are one record's: its id is kept as it is, which takes a third of the memory of a list, and a
    workbook of 100,000 rows needs several of these.
    """

    def __init__(self) -> None:
        self._ids: dict[Hashable, int | list[int]] = {}

    def __contains__(self, key: Hashable) -> bool:
        return key in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def get(self, key: Hashable) -> Sequence[int]:
        """Return the ids of a key; none where it is unknown."""
        known = self._ids.get(key, ())
        return (known,) if isinstance(known, int) else known

    def add(self, key: Hashable, record_id: int) -> None:
        """Add an id to a key."""
        if key not in self._ids:
            self._ids[key] = record_id
        elif isinstance(known := self._ids[key], list):
            known.append(record_id)
        else:
            self._ids[key] = [known, record_id]

    def remove(self, key: Hashable, record_id: int) -> None:
        """Remove an id from a key, where it is there."""
        others = [known for known in self.get(key) if known != record_id]
        if others:
            self._ids[key] = others
        else:
            self._ids.pop(key, None)


class Index(Ids):
    """The ids of records by the values of some fields."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._only = names[0] if len(names) == 1 else None

    def key_of(self, values: Mapping[str, object]) -> Hashable:
        """Return what records are known by that have these values, by the names of the fields."""
        if self._only is not None:
            return plain(values.get(self._only))
        return tuple(map(plain, map(values.get, self._names)))


def plain(value: object) -> Hashable:
    """Return a value as the file keeps it."""
    if value is None or type(value) in (str, int):
        return value
    if isinstance(value, date):
        return _iso(value)
    if isinstance(value, Record):
        return value.id
    return str(value) if isinstance(value, str) else value


@lru_cache(maxsize=20_000)  # fifty years
def _iso(day: date) -> str:
    """Return a day as ISO text, one text for all who were born on it."""
    return day.isoformat()
