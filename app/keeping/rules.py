"""Checks that several kinds of record share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.fields import Described
from app.fields.problems import Block, Problem, Warn
from app.records.base import AnyRecord, Query, Record
from app.records.batch import equal_records


def others(record: AnyRecord) -> Query[AnyRecord]:
    """Select the living records of the same kind, this one not among them."""
    model = type(record)
    return model.alive().where(model.id != (record.id or 0))


def duplicates(record: AnyRecord, *fields: Described) -> list[AnyRecord]:
    """Return the other living records that say the same in these fields, the first saved first.

    A rule that asks so is fast for the rows of a large workbook, too.
    """
    values = record.__data__
    matches = equal_records(type(record), **{field.name: values.get(field.name) for field in fields})
    return [match for match in matches if match.id != record.id] if matches else matches


def first(query: Query[AnyRecord]) -> AnyRecord | None:
    """Return the first record of a query; None where there is none.

    Most checks find nothing: they ask for the id alone, as naming forty columns takes longer than
    the answer.
    """
    row = query.select(query.model.id).tuples().first()
    return None if row is None else query.model.get_by_id(row[0])


def in_order(record: Record, days: Sequence[Described]) -> Iterator[Problem]:
    """Yield a block for each day that lies before one that must come first."""
    earlier: Described | None = None
    for field in days:
        day = getattr(record, field.name)
        if day is None:
            continue
        if earlier is not None and day < getattr(record, earlier.name):
            before = earlier.format(getattr(record, earlier.name))
            yield Block(field, f"早于{earlier.label}（{before}），请核对两个日期")
        else:
            earlier = field


def not_ahead(record: Record, *days: Described) -> Iterator[Problem]:
    """Yield a block for each day that has not come yet."""
    for field in days:
        day = getattr(record, field.name)
        if day is not None and day > date.today():
            yield Block(field, "在今天之后，请核对")


def two_thirds_came(field: Described, expected: int | None, attended: int | None) -> Iterator[Problem]:
    """Nobody comes who is not expected; what fewer than two thirds decide may be void (domain 6.2)."""
    if expected is None or attended is None:
        return
    if attended > expected:
        yield Block(field, f"多于应到 {expected} 人，请核对")
    elif attended * 3 < expected * 2:
        yield Warn(field, f"不足应到 {expected} 人的三分之二，会议可能无效，请核对")


def told_together(record: Record, state: str, *fields: Described) -> Iterator[Problem]:
    """Yield a block for each field that a state asks for and that is empty."""
    for field in fields:
        if not getattr(record, field.name):
            yield Block(field, f"状态为“{state}”，请填写{field.label}")
