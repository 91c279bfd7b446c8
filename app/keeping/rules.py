"""What checks of several subjects ask of the file, and a rule they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import update_wrapper
from typing import Any

from app.fields import CountField, Described
from app.fields.problems import Block, Problem, Warn
from app.records.base import AnyRecord, Query, Record
from app.records.batch import equal_records
from app.records.profile import standard
from app.register import Check
from app.rules.working_days import working_days_between


def others(record: AnyRecord) -> Query[AnyRecord]:
    """Select the living records of the same kind, this one not among them."""
    model = type(record)
    return model.alive().where(model.id != (record.id or 0))


def duplicates(record: AnyRecord, *fields: Described) -> list[AnyRecord]:
    """Return the other living records that say the same in these fields, the first kept first.

    A rule that asks so is fast for the rows of a large workbook, too.
    """
    values = {field.name: record.__data__.get(field.name) for field in fields}
    return equal_records(type(record), record.id, **values)


class Alike:
    """A check that has nothing to tell of a record unless another says the same in all of some fields.

    Of many records that are judged together only those are put before it that are so alike.
    """

    def __init__(self, check: Check[Any], sets: tuple[tuple[Described, ...], ...]) -> None:
        update_wrapper(self, check)
        self._check = check
        self.sets = tuple(tuple(field.name for field in fields) for fields in sets)

    def __call__(self, record: Record) -> Iterable[Problem]:
        return self._check(record)


def where_alike(*sets: tuple[Described, ...]) -> Callable[[Check[Any]], Alike]:
    """Say that a check asks whether others say the same in one of these sets of fields, and nothing else."""
    return lambda check: Alike(check, sets)


def differ(one: Record, other: Record, field: Described) -> bool:
    """Tell whether two records both say something in a field, and not the same: namesakes are two by that."""
    said, known = one.__data__.get(field.name), other.__data__.get(field.name)
    return bool(said and known and said != known)


def first(query: Query[AnyRecord]) -> AnyRecord | None:
    """Return the first record of a query; None where there is none.

    Most checks find nothing: they ask for the id alone, as naming forty columns takes longer than
    the answer.
    """
    row = query.select(query.model.id).tuples().first()
    return None if row is None else query.model.get_by_id(row[0])


def notice_hangs_out(record: Record, least: CountField, source: str = "") -> Iterator[Problem]:
    """A public notice hangs out for as many working days as a setting of the office says at least."""
    first, last = record.__data__.get("notice_from"), record.__data__.get("notice_to")
    if first is None or last is None or last < first:
        return
    days, wanted = working_days_between(first, last), standard(least)
    if days < wanted:
        yield Warn(
            record.described()["notice_to"],
            f"公示只有 {days} 个工作日，应不少于 {wanted} 个工作日，请核对；天数见“设置”中的“{least.label}”",
            source=source,
        )


def two_thirds_came(field: Described, expected: int | None, attended: int | None) -> Iterator[Problem]:
    """Nobody comes who is not expected; what fewer than two thirds decide may be void (domain 6.2)."""
    if expected is None or attended is None:
        return
    if attended > expected:
        yield Block(field, f"多于应到 {expected} 人，请核对")
    elif attended * 3 < expected * 2:
        yield Warn(field, f"不足应到 {expected} 人的三分之二，会议可能无效，请核对")
