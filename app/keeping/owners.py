"""What a record belongs to, or names: nothing new belongs to what lies in the recycle bin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from app.errors import Refused
from app.fields import ReferenceField
from app.records.base import AnyRecord, Record
from app.records.batch import Batch, current
from app.records.naming import NamedLink


def owner_links(model: type[Record]) -> list[ReferenceField]:
    """Return the references to the records without which one of these means nothing."""
    return [link for link in _links(model) if link.required]


def require_living(record: Record) -> None:
    """Raise Refused where a record belongs to one in the recycle bin, or, being new, names one there.

    What a record has named for long may go into the bin: a payment stays in the books without the file.
    """
    for link in owner_links(type(record)) if record.id is not None else _stated_links(type(record)):
        owner_id = record.__data__.get(link.name)
        if owner_id is None or (owner := _found(link.rel_model, owner_id)) is None:
            continue
        if owner.deleted_at is not None:
            named = f"所属的“{owner}”" if link.required else f"在“{link.label}”中的“{owner}”"
            raise Refused(f"“{record}”{named}在回收站中，请先恢复它，或另选一个。")


def may_belong(model: type[Record]) -> bool:
    """Tell whether records of a kind can belong to others, or name some that somebody chose."""
    return bool(owner_links(model) or _stated_links(model))


def read_together(records: Sequence[Record], batch: Batch) -> None:
    """Read at once what new records of one kind belong to or name, each of which is asked for later."""
    for link in _stated_links(type(records[0])) if records else ():
        ids = {record.__data__.get(link.name) for record in records} - {None}
        batch.by_ids(link.rel_model, sorted(ids))


def _found(model: type[AnyRecord], record_id: int) -> AnyRecord | None:
    batch = current()
    return batch.by_id(model, record_id) if batch is not None else model.by_id(record_id)


@cache
def _links(model: type[Record]) -> list[ReferenceField]:
    return [field for field in model.described().values() if isinstance(field, ReferenceField)]


@cache
def _stated_links(model: type[Record]) -> list[ReferenceField]:
    """Return the references that somebody chose: what follows from others, or from a name, is found anew."""
    return [link for link in _links(model) if link.derive is None and not isinstance(link, NamedLink)]
