"""Keeping one record: reading what was typed, checking it, writing it, binning it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import peewee

from app.errors import Invalid, Refused
from app.fields import Described, PersonNameField, ReferenceField, SerialField, TextField
from app.problems import Block, Blocked, Problem, Warn, blocks
from app.records.base import Record, change, next_number
from app.records.settings import profile
from app.register import Register
from app.rules import names


def new(register: Register, **values: Any) -> Record:
    """Return a record that is not kept yet, its defaults set."""
    return register.record(**values)


def read(fields: Iterable[Any], texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Parse what was typed, by field name; what does not parse is told, not returned."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for kept in fields:
        if isinstance(kept, Described) and kept.name in texts and kept.derive is None:
            try:
                values[kept.name] = kept.parse(texts[kept.name])
            except Invalid as error:
                problems.append(Block(kept, str(error)))
    return values, problems


def put(record: Record, values: Mapping[str, Any]) -> None:
    """Set a record's values; nothing typed into a field that may not be empty means its default."""
    for name, value in values.items():
        kept = type(record)._meta.fields[name]
        if value is None and not kept.null and kept.default is not None:
            value = kept.default() if callable(kept.default) else kept.default
        setattr(record, name, value)


def settle(record: Record) -> None:
    """Recompute the values that follow from others; an identity number fills in what is not there."""
    for kept in record.described().values():
        value = record.__data__.get(kept.name)
        for name, told in kept.implied(value).items() if value else ():
            if record.__data__.get(name) is None:
                setattr(record, name, told)
        if kept.derive is not None:
            setattr(record, kept.name, kept.derive(record))


def problems(register: Register, record: Record) -> list[Problem]:
    """Say all that is wrong or doubtful with a record; the first sentence of a field counts."""
    found: list[Problem] = []
    for kept in record.described().values():
        value = record.__data__.get(kept.name)
        if value is None or value == "":
            if kept.required:
                found.append(Block(kept, f"请填写{kept.label}"))
            continue
        found += kept.check(record)
        if remark := kept.remark(value):
            found.append(Warn(kept, remark))
    for check in register.checks:
        found += check(record)
    return found


def save(register: Register, record: Record) -> Record:
    """Keep a record, new or changed.

    Raises Blocked when a rule forbids it, Refused when somebody else changed it meanwhile or the
    world says no. The record in hand is kept as typed either way.
    """
    with change():
        settle(record)
        if found := blocks(problems(register, record)):
            raise Blocked(found)
        store(record)
        if register.after is not None:
            register.after(record)
    return record


def store(record: Record) -> None:
    """Write a checked record and what follows from it, inside the caller's transaction."""
    record.search_key = search_key(record)
    record.updated_at = datetime.now()
    try:
        if record.id is None:
            number(record)
            record.save(force_insert=True)
        else:
            _update(record)
    except peewee.IntegrityError as error:
        if "UNIQUE" in str(error):
            raise Refused("与已有的记录重复，没有保存。请查找已有的记录，或核对编号和证件号码。") from error
        raise
    _settle_owners(record)


def _update(record: Record) -> None:
    model = type(record)
    seen = record.version
    values = {**record.__data__, "version": seen + 1}
    del values["id"]
    if not model.update(values).where(model.id == record.id, model.version == seen).execute():
        raise Refused("这条记录在您编辑期间已被修改，没有保存。请重新打开这条记录后再改。")
    record.version = seen + 1


def _settle_owners(record: Record) -> None:
    """A family member changes the household's income: bring the owner's derived values up to date."""
    for link in record.described().values():
        if isinstance(link, ReferenceField) and link.required:
            model = link.rel_model
            derived = [kept for kept in model.described().values() if kept.derive is not None]
            owner = model.get_or_none(model.id == record.__data__.get(link.name)) if derived else None
            if owner is not None:
                settle(owner)
                values = {kept.name: owner.__data__.get(kept.name) for kept in derived}
                model.update(values).where(model.id == owner.id).execute()


def number(record: Record) -> None:
    """Hand out the numbers that the office has not given yet (domain 0.7)."""
    for kept in record.described().values():
        if isinstance(kept, SerialField) and not getattr(record, kept.name):
            day = getattr(record, kept.dated_by.name) or date.today()
            setattr(record, kept.name, next_number(f"{profile().code}-{kept.code}-{day.year}-"))


def search_key(record: Record) -> str:
    """Return the spellings by which a record's names are found, the usual one first."""
    words = [
        getattr(record, kept.name)
        for kept in record.naming
        if isinstance(kept, PersonNameField | TextField) and getattr(record, kept.name)
    ]
    return "".join(names.search_key(word) for word in words)


def to_bin(register: Register, ids: Iterable[int]) -> None:
    """Put records into the recycle bin; nothing is ever erased."""
    model = register.record
    with change():
        model.update(deleted_at=datetime.now()).where(model.id.in_(list(ids))).execute()
        for record in model.select().where(model.id.in_(list(ids))):
            _settle_owners(record)


def restore(register: Register, ids: Iterable[int]) -> None:
    """Take records out of the recycle bin, unless another has taken their place meanwhile."""
    model = register.record
    with change():
        for record in model.select().where(model.id.in_(list(ids))):
            record.deleted_at = None
            if found := blocks(problems(register, record)):
                raise Refused(f"“{record}”不能恢复：{found[0]}")
            store(record)
