"""Which records are two for all their likeness: whoever looked once is not asked again."""

from __future__ import annotations

import peewee

from app.records.base import Record, change, database


class DistinctPair(peewee.Model):
    """Two records of one table that a person looked at and found to be two; `first` is the lower id."""

    id = peewee.AutoField()
    table = peewee.TextField(column_name="table_name")
    first = peewee.IntegerField()
    second = peewee.IntegerField()

    class Meta:
        database = database
        table_name = "distinct_pair"


DistinctPair.add_index(
    peewee.SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS distinct_pair_once ON distinct_pair (table_name, first, second)"
    )
)


def tell_apart(one: Record, other: Record) -> None:
    """Remember that these are two."""
    first, second = sorted((one.id, other.id))
    with change():
        pair = DistinctPair.insert(table=one._meta.table_name, first=first, second=second)
        pair.on_conflict_ignore().execute()


def distinct_pairs(model: type[Record]) -> set[tuple[int, int]]:
    """Return the ids of the records of a kind that were found to be two, the lower one first."""
    pairs = DistinctPair.select(DistinctPair.first, DistinctPair.second)
    known = pairs.where(DistinctPair.table == model._meta.table_name)
    return {(pair.first, pair.second) for pair in known}


def are_distinct(one: Record, other: Record) -> bool:
    """Tell whether these were found to be two."""
    if one.id is None or other.id is None:
        return False
    first, second = sorted((one.id, other.id))
    return bool(
        DistinctPair.select()
        .where(
            DistinctPair.table == one._meta.table_name,
            DistinctPair.first == first,
            DistinctPair.second == second,
        )
        .exists()
    )
