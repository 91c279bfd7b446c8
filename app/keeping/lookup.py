"""Finding who and what is already there, while it is being typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from peewee import fn

from app.fields import ReferenceField, TextField
from app.records.base import AnyRecord, Query, Record
from app.rules.names import search_key
from app.rules.text import tidy, ungrouped
from app.subjects.hardship.files.records import HardshipFamily, HardshipFile
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise

_Person = TypeVar("_Person", Member, HardshipFile, HardshipFamily)


@dataclass(frozen=True)
class Known:
    """Somebody who is already there: where, and who."""

    register_key: str
    record_id: int
    title: str
    note: str


def who(text: str, *, limit: int = 8) -> list[Known]:
    """Return members, hardship files and their families by name or identity number, best first."""
    words = text.strip()
    return list(_known(words, limit)) if len(words) >= 2 else []


def _known(words: str, limit: int) -> Iterator[Known]:
    for member in _like(Member, words, limit):
        yield Known("members", member.id, member.name, f"会员 {member.member_no}　{member.status}")
    for file in _like(HardshipFile, words, limit):
        yield Known("hardship", file.id, file.name, f"困难档案 {file.file_no}　{file.status}")
    for kin in _like(HardshipFamily, words, limit):
        yield Known("hardship", kin.file.id, kin.name, f"{kin.file.name}的家庭成员（{kin.relation}）")


def _like(model: type[_Person], words: str, limit: int) -> Query[_Person]:
    # Names are stored as typed, numbers in half width and without groups.
    begins = model.name.startswith(words) | model.id_number.startswith(ungrouped(words))
    return model.alive().where(begins).order_by(model.search_key).limit(limit)


def suggestions(field: TextField, text: str, limit: int = 50, *, record: Record | None = None) -> list[str]:
    """Return what was written into a field before, and for an employer the enterprises' names.

    Where the field itself knows what may be meant in this record, only that is offered.
    """
    words = tidy(text)
    if field.offers is not None and record is not None:
        return [offer for offer in field.offers(record) if _sounds(offer, words)][:limit]
    model = field.model
    used = model.select(field).where(model.deleted_at.is_null(), field.contains(words), field.is_null(False))
    texts = [row[0] for row in used.group_by(field).order_by(fn.COUNT(1).desc()).limit(limit).tuples()]
    if field.name == "employer":
        texts = [unit.name for unit in _found(Enterprise, words, limit)] + texts
    return list(dict.fromkeys(texts))[:limit]


def _sounds(text: str, words: str) -> bool:
    """Tell whether what was typed is a part of a text, or of its pinyin."""
    by_sound = words.isascii() and words.isalpha()
    return words in text or (by_sound and words.lower() in search_key(text))


def choose(link: ReferenceField, text: str, limit: int = 50) -> list[tuple[int, str]]:
    """Return records to point to, by a part of the name, number or pinyin."""
    return [(record.id, str(record)) for record in _found(link.rel_model, text, limit)]


def _found(model: type[AnyRecord], words: str, limit: int) -> Query[AnyRecord]:
    query = model.alive().order_by(model.search_key).limit(limit)
    for word in words.split():
        places = model.search_key.contains(word)
        for field in model.naming:
            places |= field.contains(word) | field.contains(tidy(word))
        query = query.where(places)
    return query
