"""Which records of a register stand out: by a named filter, or by a disagreement with others."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

from peewee import ColumnBase
from peewee import TextField as TextColumn

from app.fields import Described, ReferenceField, ResidentIdField
from app.records.base import Record


@dataclass(frozen=True, eq=False)
class Condition:
    """A named filter, e.g. 一年未更新; `where` builds the SQL expression when asked.

    What it finds is forgotten work, and shown on the desk, unless it is `usual`: 现行有效.
    """

    title: str
    where: Callable[[], ColumnBase]
    usual: bool = False


@dataclass(frozen=True)
class Disagreement:
    """Records of a register that disagree with what stands elsewhere, in one sentence that names the remedy.

    A `doubt` is to be looked at, but may be right.
    """

    sentence: str
    ids: tuple[int, ...] = ()
    doubt: bool = False


Consistency: TypeAlias = Callable[[], Iterable[Disagreement]]


INCOMPLETE = "资料不全"
"""The filter for records that came in without a value they must have."""


def lacks_required(record: type[Record]) -> ColumnBase | None:
    """Return the SQL for records that lack a required value; None for a kind that has none to lack."""
    required = [field for field in record.described().values() if field.required]
    empty = [
        field.is_null() | (field == "") if isinstance(field, TextColumn) else field.is_null()
        for field in required
        if not isinstance(field, ReferenceField)
    ]
    return reduce(operator.or_, empty) if empty else None


DIFFERING = "证件不符"
"""The filter for people whose genuine document says otherwise than their record, for a reason."""


def differs_reason(record: type[Record]) -> Described | None:
    """Return the field that says why a person's document differs; None for a kind that has none."""
    numbers = (number for number in record.described().values() if isinstance(number, ResidentIdField))
    return next((number.differs for number in numbers if number.differs is not None), None)
