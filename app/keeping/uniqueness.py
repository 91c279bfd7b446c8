"""The rules of the settings: a year, or a day, has one line of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.fields import Described
from app.fields.problems import Block, Problem
from app.keeping.rules import others
from app.records.base import Record


def entered_once(field: Described) -> Callable[[Record], Iterator[Problem]]:
    """Return the check that no other record of the kind has the same value in a field."""

    def check(record: Record) -> Iterator[Problem]:
        value = getattr(record, field.name)
        if value is not None and others(record).where(field == value).exists():
            yield Block(field, f"这个{field.label}的已登记，请修改原来那一条")

    return check
