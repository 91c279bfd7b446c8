"""Records that are there twice: as their register forbids, or units of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from peewee import fn

from app.checking.finding import Finding, named
from app.fields import Described, ReferenceField
from app.records.base import unit_names
from app.register import Register
from app.registry import registers
from app.rules.unit_names import plain_name


def findings() -> Iterator[Finding]:
    """Yield each group of living records of which there should be one."""
    for register in registers():
        for fields in register.unique_together:
            yield from _repeated(register, fields)
        if unit_names(register.record):
            yield from _namesakes(register)


def _repeated(register: Register, fields: tuple[Described, ...]) -> Iterator[Finding]:
    model = register.record
    filled = [field.is_null(False) & (field != "") for field in fields]
    same = model.alive().where(*filled).select(fn.GROUP_CONCAT(model.id))
    labels = "、".join(
        field.label for field in fields if not isinstance(field, ReferenceField) or len(fields) == 1
    )
    for (listed,) in same.group_by(*fields).having(fn.COUNT(1) > 1).tuples():
        yield _found(register, [int(one) for one in listed.split(",")], f"的{labels}相同")


def _namesakes(register: Register) -> Iterator[Finding]:
    """Two units of one full name are one unit; a name that is another's former one is a doubt."""
    model = register.record
    full: dict[str, list[int]] = defaultdict(list)
    other: dict[str, list[int]] = defaultdict(list)
    fields = unit_names(model)
    for record in model.alive().select(model.id, *fields).order_by(model.id):
        own = {plain_name(record.__data__.get(fields[0].name) or "")} - {""}
        for plain in own:
            full[plain].append(record.id)
        for field in fields[1:]:
            for plain in {plain_name(name) for name in field.names(record.__data__.get(field.name))} - own:
                other[plain].append(record.id)
    for plain, ids in full.items():
        if len(ids) > 1:
            yield _found(register, ids, f"的{fields[0].label}相同")
        elif plain in other:
            yield _found(register, [*ids, *other[plain]], "的全称和简称相同", doubt=True)


def _found(register: Register, ids: list[int], same: str, *, doubt: bool = False) -> Finding:
    sentence = f"{named(register, ids)}{same}，可能重复登记，请核对后只留一条。"
    return Finding(sentence, register.key, tuple(ids), note=doubt)
