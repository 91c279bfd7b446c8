"""The records that records refer to, fetched in one query for each kind."""

from __future__ import annotations

from collections.abc import Iterable

from app.fields import ReferenceField
from app.records.base import Record


def fetch_references(records: Iterable[Record], model: type[Record], *only: ReferenceField) -> None:
    """Fill in the records that these refer to, all or `only` some, with one query for each reference."""
    records = list(records)
    for link in only or model.described().values():
        if isinstance(link, ReferenceField):
            keys = {row.__data__.get(link.name) for row in records} - {None}
            if keys:
                target = link.rel_model
                targets = {row.id: row for row in target.select().where(target.id.in_(keys))}
                for row in records:
                    if row.__data__.get(link.name) in targets:
                        row.__rel__[link.name] = targets[row.__data__[link.name]]
