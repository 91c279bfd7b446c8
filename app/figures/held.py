"""The records behind a figure, packed to be stored: which they were and in which version."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from peewee import SQL, ColumnBase, fn

from app.figures.once import has_records, once
from app.records.base import Query, database


@dataclass(frozen=True)
class Held:
    """The records behind a figure, as a JSON array of their ids and versions in the order of the ids."""

    count: int = 0
    pairs: str = "[]"

    @classmethod
    def of(cls, query: Query) -> Held:
        """Read the ids and versions that a figure's query selects."""
        if not has_records(query.model):
            return cls()
        ((count, pairs),) = _read(query.select(fn.COUNT(1), _pairs(query)).order_by())
        return cls(count, pairs)

    @classmethod
    def unpack(cls, packed: bytes) -> Held:
        """Read what `packed` is."""
        pairs = zlib.decompress(packed).decode()
        return cls(len(json.loads(pairs)), pairs)

    @cached_property
    def versions(self) -> dict[int, int]:
        """Return the versions of the records by id."""
        return dict(json.loads(self.pairs))

    @cached_property
    def packed(self) -> bytes:
        """Return the records as compressed JSON pairs."""
        return zlib.compress(self.pairs.encode())

    @cached_property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the list of records."""
        return hashlib.sha256(self.pairs.encode()).hexdigest()


def held_apart(query: Query, place: ColumnBase) -> dict[int | None, Held]:
    """Read what a query selects, apart by the part that it falls in; `place` is the SQL for that."""
    parted = query.select(place, fn.COUNT(1), _pairs(query)).order_by().group_by(SQL("1"))
    return {at: Held(count, pairs) for at, count, pairs in _read(parted)}


def _pairs(query: Query) -> ColumnBase:
    """Return the SQL for the pairs, which SQLite writes: a year holds millions of them."""
    model = query.model
    pairs: ColumnBase = fn.JSON_GROUP_ARRAY(fn.JSON_ARRAY(model.id, model.version)).order_by(model.id)
    return pairs


def _read(query: Query) -> list[tuple[Any, ...]]:
    """Read rows; in a reading the same question is put once: a year ends on the day of its last quarter."""
    sql, values = query.sql()
    return once((sql, *values), lambda: list(database.execute_sql(sql, values)))
