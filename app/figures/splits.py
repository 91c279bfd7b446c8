"""Ways to part records: by a choice, by yes and no, by named conditions that exclude one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Case, fn

from app.fields import ChoiceField, FlagField

Where = Callable[[date], Any]
"""Builds the condition of a part, told the day the figure is counted on."""

UNSAID = "未填"


@dataclass(frozen=True, eq=False)
class Split:
    """A way to part records, each into one part at most; `parts` are names with conditions."""

    title: str
    parts: tuple[tuple[str, Where], ...]

    def position(self, day: date) -> Any:
        """Return the SQL for the position of a record's part; NULL where it is in none."""
        whens = [(where(day), place) for place, (_, where) in enumerate(self.parts)]
        return Case(None, whens, None)


def by(field: ChoiceField, *, title: str = "", only: tuple[str, ...] = ()) -> Split:
    """Part by a choice, in the order it is offered; what has none comes last."""
    offered = only or tuple(field.offered)
    parts = [(value, _equals(field, value)) for value in offered]
    if not only:
        parts.append((UNSAID, _empty(field)))
    return Split(title or field.label, tuple(parts))


def yes_no(field: FlagField, yes: str, no: str) -> Split:
    """Part by a flag; what is not known to be so is not so."""
    return Split(field.label, ((yes, lambda day: field == True), (no, lambda day: _unset(field))))  # noqa: E712  # SQL


def _unset(field: Any) -> Any:
    return fn.COALESCE(field, False) == False  # noqa: E712  # SQL


def _equals(field: Any, value: str) -> Where:
    return lambda day: field == value


def _empty(field: Any) -> Where:
    return lambda day: field.is_null()
