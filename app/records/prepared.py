"""A statement that is asked for one record after the other, composed once.

Composing takes Peewee ten times as long as SQLite takes to answer: in a list of 1,000 unions, each with its
chair, a third of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from peewee import Select, Value

from app.records.base import database

_OPEN = object()  # stands in a statement where each time another value is put


class Prepared:
    """A selection that differs by one value; `compose` makes it with what stands for that value."""

    def __init__(self, compose: Callable[[Value], Select]) -> None:
        self._compose = compose

    def __call__(self, value: object) -> Sequence[tuple[Any, ...]]:
        """Return the rows for a value, as the file holds them."""
        statement, values = self._composed
        given = [value if one is _OPEN else one for one in values]
        rows: Sequence[tuple[Any, ...]] = database.execute_sql(statement, given).fetchall()
        return rows

    @cached_property
    def _composed(self) -> tuple[str, Sequence[object]]:
        statement, values = self._compose(Value(_OPEN, converter=False)).sql()
        return statement, values
