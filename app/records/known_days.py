"""What is known of when something began: its day, else the first day of what cannot have come before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from app.fields import DateField, Described
from app.records.base import Record


def first_known(field: Described, values: Mapping[str, Any]) -> date | None:
    """Return a record's day, or where it is open the earliest of those that it is declared to precede."""
    if isinstance(day := values.get(field.name), date):
        return day
    later = [day for name in _later(field) if isinstance(day := values.get(name), date)]
    return min(later, default=None)


@cache
def _later(field: Described) -> tuple[str, ...]:
    """Return the names of the days that come no earlier than a field's, near ones first."""
    model: type[Record] = field.model
    days = [one for one in model.described().values() if isinstance(one, DateField)]
    return tuple(dict.fromkeys(_after(field, days)))


def _after(field: Described, days: list[DateField[Any]]) -> Iterator[str]:
    for day in days:
        if any(before is field for before in day.bounds.after):
            yield day.name
            yield from _after(day, days)
