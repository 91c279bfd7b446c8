"""The records behind a figure, packed to be stored: which they were and in which version."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from peewee import SQL, ColumnBase, fn

from app.figures.measures import COUNT
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
        return held(query, COUNT.aggregate)[0]

    @classmethod
    def unpack(cls, packed: bytes) -> Held:
        """Read what `packed` is."""
        pairs = zlib.decompress(packed).decode()
        return cls(len(json.loads(pairs)), pairs)

    def among(self, query: Query) -> Query:
        """Return a query for these records, which `query` found: it takes long to find them a second time."""
        if vars(query)["_joins"]:  # what is read of them may be in the other table
            return query
        ids = SQL("(SELECT value ->> 0 FROM json_each(?))", [self.pairs])
        return query.model.select().where(query.model.id.in_(ids))

    @cached_property
    def versions(self) -> dict[int, int]:
        """Return the versions of the records by id."""
        return dict(json.loads(self.pairs))

    @cached_property
    def packed(self) -> bytes:
        """Return the records as compressed JSON pairs; many figures of a reading have the same."""
        return once(("packed", self.pairs), lambda: zlib.compress(self.pairs.encode()))

    @cached_property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the list of records."""
        return hashlib.sha256(self.pairs.encode()).hexdigest()


def held(query: Query, aggregate: ColumnBase) -> tuple[Held, int]:
    """Read what a query selects, and an aggregate of it: what takes long to find is found once."""
    if not has_records(query.model):
        return Held(), 0
    return _read(query.select(SQL("NULL"), *_told(query, aggregate)).order_by())[None]


def held_apart(query: Query, place: ColumnBase, aggregate: ColumnBase) -> dict[int | None, tuple[Held, int]]:
    """Read the same apart by the part that each record falls in; `place` is the SQL for that."""
    return _read(query.select(place, *_told(query, aggregate)).order_by().group_by(SQL("1")))


def _told(query: Query, aggregate: ColumnBase) -> Iterator[ColumnBase]:
    """Yield the SQL for what is read of records: SQLite writes the pairs, a year holds millions of them."""
    model = query.model
    yield fn.COUNT(1)
    yield fn.JSON_GROUP_ARRAY(fn.JSON_ARRAY(model.id, model.version)).order_by(model.id)
    yield aggregate


def _read(query: Query) -> dict[int | None, tuple[Held, int]]:
    """Read rows; in a reading the same question is put once: a year ends on the day of its last quarter."""
    sql, values = query.sql()
    return once((sql, *values), lambda: _answered(sql, values))


def _answered(sql: str, values: Sequence[object]) -> dict[int | None, tuple[Held, int]]:
    rows = database.execute_sql(sql, values)
    return {at: (Held(count, pairs), int(number or 0)) for at, count, pairs, number in rows}
