"""Finding who and what is already there, while it is being typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from peewee import fn

from app.fields import ReferenceField, TextField
from app.records.base import AnyRecord, Query, Record
from app.records.naming import units_named
from app.records.spelled import name_holds
from app.register import PersonLookup, Register, register_of
from app.rules.names import search_key
from app.rules.text import searched, tidy, ungrouped


@dataclass(frozen=True)
class PersonMatch:
    """Somebody who is already there: where, and who."""

    register_key: str
    record_id: int
    title: str
    note: str


def who(registers: Iterable[Register], text: str, *, limit: int = 8) -> list[PersonMatch]:
    """Return the people of these registers by name or identity number, in the order of the registers."""
    words = searched(text).strip()
    if len(words) < 2:
        return []
    return list(islice(_people_in(registers, words, limit), limit))


def _people_in(registers: Iterable[Register], words: str, limit: int) -> Iterator[PersonMatch]:
    for register in registers:
        if register.people is None:
            continue
        for person in _people(register.record, register.people, words, limit):
            shown, record_id = _shown(register, register.people, person)
            yield PersonMatch(
                shown.key,
                record_id,
                str(getattr(person, register.people.name.name)),
                register.people.note(person),
            )


def _people(model: type[AnyRecord], people: PersonLookup, words: str, limit: int) -> Query[AnyRecord]:
    # Names are kept as typed, numbers in half width and without groups.
    matches = people.name.startswith(words) | people.number.startswith(ungrouped(words))
    return model.alive().where(matches).order_by(model.search_key).limit(limit)


def _shown(register: Register, people: PersonLookup, person: Record) -> tuple[Register, int]:
    """Return where a person is shown: a register and an id, those of the owner for a row of a record."""
    if people.owner is None:
        return register, person.id
    owning = register_of(people.owner.rel_model)
    assert owning is not None, f"{register.key}: its owner has no register"
    return owning, person.__data__[people.owner.name]


def suggestions(field: TextField, text: str, limit: int = 50, *, record: Record | None = None) -> list[str]:
    """Return what was written into a field before; the names of the units first that it may name.

    Where the field itself knows what may be meant in this record, only that is offered.
    """
    words = tidy(searched(text))
    if field.offers is not None and record is not None:
        return [offer for offer in field.offers(record) if _sounds(offer, words)][:limit]
    model = field.model
    used = model.select(field).where(model.deleted_at.is_null(), field.contains(words), field.is_null(False))
    texts = [row[0] for row in used.group_by(field).order_by(fn.COUNT(1).desc()).limit(limit).tuples()]
    if (units := units_named(field, record)) is not None:
        texts = [getattr(unit, units.naming[0].name) for unit in _matches(units, words, limit)] + texts
    return list(dict.fromkeys(texts))[:limit]


def _sounds(text: str, words: str) -> bool:
    """Tell whether what was typed is a part of a text, or of its pinyin."""
    by_sound = words.isascii() and words.isalpha()
    return words in text or (by_sound and words.lower() in search_key(text))


def choose(link: ReferenceField, text: str, limit: int = 50) -> list[tuple[int, str]]:
    """Return records to point to, by a part of the name, number or pinyin."""
    return [(record.id, str(record)) for record in _matches(link.rel_model, text, limit)]


def _matches(model: type[AnyRecord], words: str, limit: int) -> Query[AnyRecord]:
    query = model.alive().order_by(model.search_key).limit(limit)
    for word in searched(words).split():
        query = query.where(name_holds(model, word))
    return query
