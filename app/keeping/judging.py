"""What is wrong or doubtful with a record, said beside its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from app.fields import Described, ResidentIdField, SerialField, odd_fields
from app.fields.problems import Block, Problem, Warn
from app.fields.worked_out import worked_out
from app.keeping import course, declared
from app.records import naming
from app.records.base import Record
from app.records.batch import current
from app.register import Check, Register


def problems(register: Register, record: Record) -> list[Problem]:
    """Say all that is wrong or doubtful with a record; the first sentence of a field counts."""
    if odd := odd_fields(record):
        return [Block(field, "文件里的这个值读不出来，请重新填写") for field in odd]
    own = problems_of_its_own(register, record)
    return [*own, *declared.leaps(register, record), *course.problems(register, record)]


def problems_of_its_own(register: Register, record: Record) -> list[Problem]:
    """Say what is wrong with a record whatever its events."""
    own = [*problems_alone(register, record), *problems_beside_others(register, record, register.checks)]
    return [*own, *naming.doubts((record,))[0], *_taken(record)]


def problems_beside_others(register: Register, record: Record, checks: Iterable[Check[Any]]) -> list[Problem]:
    """Say what is wrong with a record as others are, or takes the thought of `checks` of its register."""
    all_problems = list(declared.repetitions(register, record))
    for check in checks:
        all_problems += check(record)
    return all_problems


def _taken(record: Record) -> Iterator[Block]:
    """Yield what may be there only once and is, be it in the recycle bin; an import looks for itself."""
    if current() is not None:
        return
    model = type(record)
    for field in unique_fields(model):
        value = record.__data__.get(field.name)
        if not value or (isinstance(field, SerialField) and record.id is not None):  # given once
            continue
        found = model.select(model.deleted_at).where(field == value, model.id != (record.id or 0)).first()
        if found is not None:
            where, remedy = ("回收站里", "先恢复它") if found.deleted_at else ("台账里", "查找已有的记录")
            yield Block(field, f"{where}已有“{value}”，请{remedy}，或换一个")


def problems_alone(register: Register, record: Record) -> list[Problem]:
    """Say what is wrong with a record by itself, whatever others, its owner among them, say."""
    return problems_of_values(register, (record,))[0]


def problems_of_values(register: Register, records: Sequence[Record]) -> list[list[Problem]]:
    """Say of each of some records of a kind what is wrong with it by itself, asked field by field."""
    told: list[list[Problem]] = [[] for _ in records]
    for name, field, remarks in _fields_to_check(type(records[0])) if records else ():
        column = [record.__data__.get(name) for record in records]
        if field.required and (None in column or "" in column):
            for value, problems in zip(column, told, strict=True):
                if value is None or value == "":
                    problems.append(Block(field, f"请填写{field.label}"))
        if remarks:
            for value, record, problems in zip(column, records, told, strict=True):
                if value is not None and value != "":
                    if isinstance(field, ResidentIdField):
                        problems.extend(field.check(record))
                    if remark := field.remark(value):
                        problems.append(Warn(field, remark))
    more = declared.problems_of_values(register, records)
    return [own + declaring for own, declaring in zip(told, more, strict=True)]


@worked_out
def _fields_to_check(model: type[Record]) -> list[tuple[str, Described, bool]]:
    """Return the fields that must be filled in or judge their values, with the latter told from the rest."""
    fields = [(name, field, field.remarks) for name, field in model.described().items()]
    return [one for one in fields if one[1].required or one[2]]


@cache
def unique_fields(model: type[Record]) -> list[Described]:
    """Return the fields of which no two records have the same value, in the recycle bin or out of it."""
    return [field for field in model.described().values() if field.unique]
