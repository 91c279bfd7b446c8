"""What checks of several subjects ask of the file, and a rule they share."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields import Described
from app.fields.problems import Block, Problem, Warn
from app.records.base import AnyRecord, Query
from app.records.batch import equal_records


def others(record: AnyRecord) -> Query[AnyRecord]:
    """Select the living records of the same kind, this one not among them."""
    model = type(record)
    return model.alive().where(model.id != (record.id or 0))


def duplicates(record: AnyRecord, *fields: Described) -> list[AnyRecord]:
    """Return the other living records that say the same in these fields, the first kept first.

    A rule that asks so is fast for the rows of a large workbook, too.
    """
    values = {field.name: record.__data__.get(field.name) for field in fields}
    equal = equal_records(type(record), **values)
    return [other for other in equal if other.id != record.id] if equal else equal


def first(query: Query[AnyRecord]) -> AnyRecord | None:
    """Return the first record of a query; None where there is none.

    Most checks find nothing: they ask for the id alone, as naming forty columns takes longer than
    the answer.
    """
    row = query.select(query.model.id).tuples().first()
    return None if row is None else query.model.get_by_id(row[0])


def two_thirds_came(field: Described, expected: int | None, attended: int | None) -> Iterator[Problem]:
    """Nobody comes who is not expected; what fewer than two thirds decide may be void (domain 6.2)."""
    if expected is None or attended is None:
        return
    if attended > expected:
        yield Block(field, f"多于应到 {expected} 人，请核对")
    elif attended * 3 < expected * 2:
        yield Warn(field, f"不足应到 {expected} 人的三分之二，会议可能无效，请核对")
