"""The records of a list put together by what stands in one column, counted and added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import Asc, ColumnBase, fn

from app.fields import (
    ChoiceField,
    DateField,
    Described,
    NotesField,
    PartialDateField,
    ReferenceField,
    SerialField,
    Shown,
)
from app.listing import Criteria, sort_key, summed
from app.listing import matching as matching_records
from app.register import Register
from app.rules.dates import write_partial

_MONTH = len("2011-03")


@dataclass(frozen=True)
class Group:
    """Records that have the same in a column: what that is, how many they are, and their sums by field.

    `key` is the value as the file holds it, of a day its month; None where nothing is filled in.
    """

    key: object
    title: str
    count: int
    sums: tuple[int | None, ...]


def can_group(shown: Shown) -> bool:
    """Tell whether records can be put together by a column: not by what is each one's own, or hidden."""
    apart = isinstance(shown, SerialField | NotesField)
    return isinstance(shown, Described) and not (apart or shown.guarded or shown.unique or shown.sums)


def groups(register: Register, criteria: Criteria, by: Described, columns: Sequence[Shown]) -> list[Group]:
    """Put the records of a list together by a field; of the fields added up each group has its sum.

    Days are put together by month. Terms and months come in their order, else the largest group first.
    """
    key = _key(by)
    measures = [fn.SUM(field) for field in summed(register, columns)]
    query = matching_records(register, criteria).select(key, fn.COUNT(1), *measures).group_by(key)
    ordered = isinstance(by, ChoiceField | DateField | PartialDateField)
    order = Asc(sort_key(register.record, by) if isinstance(by, ChoiceField) else key)
    found = query.order_by(*([order] if ordered else [fn.COUNT(1).desc(), key])).tuples()
    rows = [Group(value, _title(by, value), count, tuple(sums)) for value, count, *sums in found]
    return sorted(rows, key=lambda group: group.key in (None, ""))  # what is not filled in comes last


def ids_of(register: Register, criteria: Criteria, by: Described, group: Group) -> tuple[int, ...]:
    """Return the ids of the records of a group, in the order of the list."""
    key = _key(by)
    same = key.is_null() if group.key is None else key == group.key
    found = matching_records(register, criteria).where(same).select(register.record.id)
    return tuple(record_id for (record_id,) in found.tuples())


def _key(by: Described) -> ColumnBase:
    key: ColumnBase = fn.SUBSTR(by, 1, _MONTH) if isinstance(by, DateField | PartialDateField) else by
    return key


def _title(by: Described, value: object) -> str:
    if value in (None, ""):
        return "（未填）"
    if isinstance(by, DateField | PartialDateField):
        return write_partial(str(value))
    return by.brief(value) if isinstance(by, ReferenceField) else by.format(value)
