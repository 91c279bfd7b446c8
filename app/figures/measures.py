"""What a figure takes of its records: their number, a sum, how many different ones (domain 0.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from peewee import ColumnBase, Node, fn

from app.fields import Described, MoneyField
from app.records.base import Query, Record
from app.records.earlier import value_on
from app.records.naming import NamedLink, NamedUnit, known_as
from app.rules.money import write_fen
from app.rules.numbers import write_percent

UNTOLD = "—"


class Scale(Enum):
    """What a number is: a count, an amount in fen, or tenths of a percent."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"

    def write(self, number: int | None) -> str:
        """Write a number for a table; — where there is none."""
        if number is None:
            return UNTOLD
        if self is Scale.MONEY:
            return write_fen(number)
        return write_percent(number) if self is Scale.SHARE else f"{number:,}"


@dataclass(frozen=True, eq=False)
class Measure:
    """An aggregate over the records of a query; `words` follow their title: 会员 + 数.

    `changing` is the field that is measured, where its value changes over time.
    """

    words: str
    aggregate: ColumnBase
    scale: Scale = Scale.COUNT
    changing: Described | None = None

    def number(self, query: Query) -> int:
        """Compute the aggregate of a query."""
        return int(query.select(self.aggregate).order_by().scalar() or 0)

    def on(self, day: date) -> Measure:
        """Return the measure of what the records said on a day."""
        return self


@dataclass(frozen=True, eq=False)
class _TotalOn(Measure):
    """What something of the records, as it was on a day, adds up to."""

    added: Callable[[date], ColumnBase] = field(kw_only=True)

    def on(self, day: date) -> Measure:
        return replace(self, aggregate=_sum(self.added(day)))


COUNT = Measure("数", fn.COUNT(1))


def total(added: Described) -> Measure:
    """Add up a field of the records."""
    scale = Scale.MONEY if isinstance(added, MoneyField) else Scale.COUNT
    words = f"的{added.label.removesuffix('合计')}合计"
    if added.over_time is None:
        return Measure(words, _sum(added), scale)
    return _TotalOn(words, _sum(added), scale, added=lambda day: value_on(added, day), changing=added)


def total_on(words: str, added: Callable[[date], ColumnBase]) -> Measure:
    """Add up what a function makes of the records and the day that is counted."""
    return _TotalOn(words, _sum(added(date.max)), added=added)


def _sum(added: Node) -> ColumnBase:
    summed: ColumnBase = fn.COALESCE(fn.SUM(added), 0)
    return summed


def distinct(words: str, *alternatives: Node) -> Measure:
    """Count different values: of the first alternative that is not empty in each record."""
    filled = [fn.NULLIF(alternative, "") for alternative in alternatives]
    value = fn.COALESCE(*filled) if len(filled) > 1 else filled[0]
    return Measure(words, fn.COUNT(value.distinct()))


def different_units(words: str, link: NamedLink) -> Measure:
    """Count different units: by their records, else by their names, in whatever way those are written."""
    return Measure(words, fn.COUNT(known_as(link).distinct()))


def named_units(words: str, name: Described, kind: type[Record]) -> Measure:
    """Count the different units of a kind that a text without a link beside it names."""
    return distinct(words, NamedUnit(name, kind))


def persons(id_number: Described, name: Described, employer: Node) -> Measure:
    """Count distinct persons: by identity number, else by name and unit; never by a name alone."""
    known_as = name.concat("|").concat(fn.COALESCE(employer, ""))
    return distinct("按身份证号去重后的人数", id_number, known_as)


@dataclass(frozen=True, eq=False)
class LargestOfEach(Measure):
    """Add up, for each different `each`, the largest value of a field: who is named twice counts once."""

    each: ColumnBase = field(kw_only=True)

    def number(self, query: Query) -> int:
        """Compute the sum of the largest values."""
        once = query.select(fn.MAX(self.aggregate)).group_by(self.each).order_by()
        return sum(most or 0 for (most,) in once.tuples())
