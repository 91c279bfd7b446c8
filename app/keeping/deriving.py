"""What follows from other values: of the record itself, of its rows, of what it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from app.fields import Described, PersonNameField, ReferenceField, TextField, any_odd, odd_fields
from app.fields.worked_out import worked_out
from app.keeping import course
from app.keeping.owners import owner_links
from app.records import earlier
from app.records.base import Record
from app.records.batch import current, equal_records
from app.records.naming import NamedLink
from app.rules import names


def compute_derived(*records: Record) -> None:
    """Recompute what follows from other values of records of a kind; a number fills in what is not there."""
    # Nothing follows from what cannot be read; it is asked for first.
    readable = [record for record in records if not odd_fields(record)] if any_odd(records) else records
    for field, implies in _computed_fields(type(records[0])):
        for record in readable:
            if implies and (value := record.__data__.get(field.name)):
                for name, implied in field.implied(value).items():
                    if record.__data__.get(name) is None:
                        setattr(record, name, implied)
            if field.derive is not None:
                setattr(record, field.name, field.derive(record))
            elif isinstance(field, NamedLink) and record.__data__.get(field.name) is None:
                setattr(record, field.name, field.find(record))
    for record in readable:
        earlier.settle_days(record)


@worked_out
def _computed_fields(model: type[Record]) -> list[tuple[Described, bool]]:
    """Return the fields whose values follow from others or imply others, and whether they do the latter."""
    described = model.described().values()
    return [(field, field.implies) for field in described if field.derive is not None or field.implies]


@worked_out
def _derived(model: type[Record]) -> dict[str, Callable[[Record], object]]:
    """Return, by name, how the values that may follow from the rows of a record do so.

    A unit follows from its name, and none of the rows changes that unless the name follows from them.
    """
    by_name = {field for field in model.described().values() if isinstance(field, NamedLink)}
    own = {link for link in by_name if link.by.derive is None}
    derived = [field for field, _ in _computed_fields(model) if field not in own]
    return {field.name: field.derive for field in derived if field.derive is not None}


def compute_owners(record: Record) -> None:
    """Bring the derived values of a record's owner up to date: kin change the household's income.

    An owner may be found by such a value: the spellings it is searched by follow. Rows that follow the record
    bring their own owners up to date: a payment that is voided gives its money back to the drive.
    """
    course.settle(record)
    derive_owners(record)


def derive_owners(record: Record) -> None:
    """Bring up to date what an owner derives from a row of its, whose events are in order already."""
    for link, derived in _deriving_owners(type(record)):
        batch = current()
        model, owner_id = link.rel_model, record.__data__.get(link.name)
        waiting = batch.waiting(model, owner_id) if batch is not None else None
        owner: Record | None = waiting or model.by_id(owner_id)
        if owner is None:
            continue
        before = {name: owner.__data__.get(name) for name in derived}
        for name, derive in derived.items():
            setattr(owner, name, derive(owner))
        values = {name: owner.__data__.get(name) for name in derived}
        # Whoever asks the file while deriving writes what waits, the owner among it as it was.
        is_written = batch is None or batch.waiting(model, owner_id) is None
        if is_written:
            update = values | {"search_key": search_key(owner)}
            model.update(update).where(model.id == owner.id).execute()
        elif values != before:
            owner.search_key = search_key(owner)

    for row in _followers(record):
        compute_owners(row)


def changes_owners(model: type[Record]) -> bool:
    """Tell whether something of what a record belongs to follows from its rows."""
    return bool(_deriving_owners(model))


@worked_out
def _deriving_owners(
    model: type[Record],
) -> list[tuple[ReferenceField, dict[str, Callable[[Record], object]]]]:
    """Return the references to owners of which something follows from their rows, and what."""
    links = [(link, _derived(link.rel_model)) for link in owner_links(model)]
    return [(link, derived) for link, derived in links if derived]


def _followers(record: Record) -> Iterator[Record]:
    """Yield the living rows that follow a record; nothing follows one that still waits to be written."""
    links = _followed(type(record))
    batch = current() if links else None
    if not links or (batch is not None and batch.waiting(type(record), record.id) is not None):
        return
    for link in links:
        if batch is not None:
            yield from equal_records(link.model, **{link.name: record.id})
        else:
            yield from link.model.alive().where(link == record.id)


@cache
def _followed(model: type[Record]) -> list[ReferenceField]:
    """Return the references to records of a kind that are followed."""
    return [link for link in model._meta.backrefs if isinstance(link, ReferenceField) and link.followed]


def search_key(record: Record) -> str:
    """Return the order of a record's first name, then the spellings by which its names are found."""
    words = [word for name in _names_spelled(type(record)) if (word := record.__data__.get(name))]
    if not words:
        return ""
    # A tab comes before the blank between syllables: 李安 before 李安娜.
    return names.sort_key(words[0]) + "\t" + "".join(map(names.search_key, words))


@cache
def _names_spelled(model: type[Record]) -> list[str]:
    """Return the names that are searched by their spellings."""
    return [field.name for field in model.naming if isinstance(field, PersonNameField | TextField)]
