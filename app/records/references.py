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
            link.fetch(records)


def fetch_when_asked(records: Iterable[Record]) -> None:
    """Have what these refer to fetched for all of them once one of them is asked for it."""
    peers = list(records)
    for record in peers:
        record.peers = peers
