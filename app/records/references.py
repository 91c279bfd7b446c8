"""The records that records refer to, fetched in one query for each kind."""

from __future__ import annotations

from collections.abc import Iterable

from app.fields import ReferenceField
from app.records.base import Record, among, name_in


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


def names_of(link: ReferenceField, ids: Iterable[int], *, brief: bool = False) -> dict[int, str]:
    """Return what the records that a reference leads to are called, by their ids; `brief` without a number.

    Of those that bear a name no more than that is read.
    """
    model, wanted = link.rel_model, {*ids}
    names: dict[int, str] = {}
    if model.naming and model.__str__ is Record.__str__:  # else they may be called by any of their values
        first = model.naming[0].name
        for row in model.select(model.id, *model.naming).where(among(model.id, wanted)).namedtuples():
            if name := (brief and getattr(row, first)) or name_in(model, row):
                names[row.id] = str(name)
    if unnamed := wanted - names.keys():
        records = list(model.select().where(among(model.id, unnamed)))
        fetch_when_asked(records)
        names |= {record.id: link.brief(record) if brief else link.write(record) for record in records}
    return names
