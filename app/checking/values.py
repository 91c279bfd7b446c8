"""The values of each record by itself: as its fields declare, and as computed values follow from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from app.checking.finding import Finding, named
from app.checking.rules import UNTELLABLE, Rules, forbidden_by, records_of
from app.fields import (
    ChoiceField,
    ChoicesField,
    CountField,
    Described,
    MoneyField,
    ReferenceField,
    ResidentIdField,
)
from app.fields.problems import Problem, blocks
from app.keeping import declared
from app.records.base import Record
from app.records.naming import NamedLink
from app.register import Register
from app.registry import registers


def findings() -> Iterator[Finding]:
    """Yield the values that the program would not have kept so, those of one kind in one sentence."""
    for register in registers():
        found: dict[tuple[str, bool], list[int]] = defaultdict(list)
        rules, forbidden = Rules(register), defaultdict[str, list[int]](list)
        for record in records_of(register):
            with suppress(*UNTELLABLE):
                for sentence, doubt in _of(register, record):
                    found[sentence, doubt].append(record.id)
                for sentence in rules.broken(record):
                    forbidden[sentence].append(record.id)
        for (sentence, doubt), ids in found.items():
            yield Finding(f"{named(register, ids)}的{sentence}。", register.key, tuple(ids), note=doubt)
        yield from forbidden_by(register, forbidden)


def _of(register: Register, record: Record) -> Iterator[tuple[str, bool]]:
    """Yield what is wrong with a record's values, and whether it is a doubt only."""
    values = record.__data__
    for name, field in record.described().items():
        value = values.get(name)
        if field.derive is not None and not isinstance(field, NamedLink):
            right = field.derive(record)
            if (right.id if isinstance(right, Record) else right) != value:
                # What is added up from rows counts; what was copied from a record may be older than that.
                adds_up = bool(register.children) and isinstance(field, CountField | MoneyField)
                yield _differs(field, value, right), not adds_up
        elif value is not None and (odd := _unknown_terms(field, value)):
            yield f"“{field.label}”是“{odd}”，不在可选的范围内，请改正", False
    for problem in blocks([*declared.problems_alone(register, record), *_documents(record)]):
        yield f"“{problem.field.label}”有误：{problem.sentence}", False


def _unknown_terms(field: Described, value: Any) -> str:  # noqa: ANN401  # as typed as the field
    """Return those of the terms chosen that no list has, joined by 、."""
    if isinstance(field, ChoicesField):
        return "、".join(term for term in value if term not in field.offered)
    return str(value) if isinstance(field, ChoiceField) and value not in field.offered else ""


def _documents(record: Record) -> Iterator[Problem]:
    """Yield what a person's document says otherwise than the record."""
    for field in record.described().values():
        if isinstance(field, ResidentIdField) and record.__data__.get(field.name):
            yield from field.check(record)


def _differs(field: Described, value: object, right: object) -> str:
    if field.guarded or isinstance(field, ReferenceField):
        return f"“{field.label}”与按现在的记录得出的不同，请打开核对并保存"
    return f"“{field.label}”是{_text(field, value)}，按现在的记录应为{_text(field, right)}，请打开核对并保存"


def _text(field: Described, value: object) -> str:
    return f"“{field.format(value)}”" if value not in (None, "") else "空"
