"""What a figure takes of its records: their number, a sum, how many different ones (domain 0.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import ClassVar

from peewee import SQL, ColumnBase, Node, fn

from app.fields import Described, MoneyField, QuantityField
from app.figures.once import first_value
from app.figures.persons import person
from app.records.base import Query, Record
from app.records.earlier import told_apart_on, value_on
from app.records.naming import NamedLink, NamedUnit, known_as
from app.rules.money import write_fen
from app.rules.numbers import write_percent, write_quantity
from app.rules.periods import Period

UNTOLD = "—"


class Scale(Enum):
    """What a number is: a count, an amount in fen, hundredths of a unit, or tenths of a percent."""

    COUNT = "count"
    MONEY = "money"
    QUANTITY = "quantity"
    SHARE = "share"

    @property
    def one(self) -> int:
        """Return the number that stands for one of its unit: for a yuan, a percent, an hour."""
        return {Scale.MONEY: 100, Scale.QUANTITY: 100, Scale.SHARE: 10}.get(self, 1)

    def write(self, number: int | None) -> str:
        """Write a number for a table; — where there is none."""
        if number is None:
            return UNTOLD
        if self is Scale.MONEY:
            return write_fen(number)
        if self is Scale.QUANTITY:
            return write_quantity(number)
        return write_percent(number) if self is Scale.SHARE else f"{number:,}"

    def prose(self, number: int | None) -> str:
        """Write a number in a sentence, without separators (domain 11.3): 1234, 1234.50, 100%."""
        if number is None:
            return ""
        if self is Scale.MONEY:
            return write_fen(number).replace(",", "").removesuffix(".00")
        if self is Scale.QUANTITY:
            return write_quantity(number).replace(",", "")
        return write_percent(number).replace(".0%", "%") if self is Scale.SHARE else str(number)


@dataclass(frozen=True, eq=False)
class Measure:
    """An aggregate over the records of a query; `words` follow their title: 会员 + 数.

    Parts of it add up to the whole, but not where a person or a unit may be in several. `changing` is the
    field that is measured, where its value changes over time.
    """

    counts_beyond: ClassVar[bool] = False  # something may be counted where the query has no record

    words: str
    aggregate: ColumnBase
    scale: Scale = Scale.COUNT
    changing: Described | None = None
    adds_up: bool = field(default=True, kw_only=True)

    def on(self, day: date) -> Measure:
        """Return the measure as it is of a day; most are the same of any."""
        return self

    def over(self, period: Period) -> Measure:
        """Return the measure as it is of the days that are counted: by default, as of the last of them."""
        return self.on(min(period.last, date.today()))

    def number(self, query: Query) -> int:
        """Compute the aggregate of a query."""
        return int(first_value(query.select(self.aggregate).order_by()) or 0)

    @property
    def is_aggregate(self) -> bool:
        """Tell whether it is its aggregate and nothing else: groups of records can be measured at once."""
        return type(self).number is Measure.number

    def apart(self, query: Query, place: ColumnBase) -> dict[int | None, int]:
        """Compute the aggregate of each group of a query's records; `place` is the SQL for the group."""
        grouped = query.select(place, self.aggregate).group_by(SQL("1")).order_by()
        return {at: int(number or 0) for at, number in grouped.tuples()}


@dataclass(frozen=True, eq=False)
class _OnDay(Measure):
    """An aggregate of what the records said on a day."""

    aggregate_on: Callable[[date], ColumnBase] = field(kw_only=True)

    def on(self, day: date) -> Measure:
        return replace(self, aggregate=self.aggregate_on(day))


COUNT = Measure("数", fn.COUNT(1))


def total(added: Described) -> Measure:
    """Add up a field of the records."""
    scales = {MoneyField: Scale.MONEY, QuantityField: Scale.QUANTITY}
    scale = next((scale for kind, scale in scales.items() if isinstance(added, kind)), Scale.COUNT)
    words = f"的{added.label.removesuffix('合计')}合计"
    if added.over_time is None:
        return Measure(words, _sum(added), scale)
    return _OnDay(
        words, _sum(added), scale, aggregate_on=lambda day: _sum(value_on(added, day)), changing=added
    )


def total_on(words: str, added: Callable[[date], ColumnBase]) -> Measure:
    """Add up what a function makes of the records and the day that is counted."""
    return _OnDay(words, _sum(added(date.max)), aggregate_on=lambda day: _sum(added(day)))


def _sum(added: Node) -> ColumnBase:
    summed: ColumnBase = fn.COALESCE(fn.SUM(added), 0)
    return summed


def distinct(words: str, *alternatives: Node) -> Measure:
    """Count different values: of the first alternative that is not empty in each record."""
    filled = [fn.NULLIF(alternative, "") for alternative in alternatives]
    value = fn.COALESCE(*filled) if len(filled) > 1 else filled[0]
    return Measure(words, fn.COUNT(value.distinct()), adds_up=False)


def distinct_on(words: str, told: Callable[[date], ColumnBase]) -> Measure:
    """Count different values of what a function makes of the records and the day that is counted."""

    def different_on(day: date) -> ColumnBase:
        return fn.COUNT(told(day).distinct())

    return _OnDay(words, different_on(date.max), adds_up=False, aggregate_on=different_on)


def different_units(words: str, link: NamedLink) -> Measure:
    """Count different units: by their records, else by their names, in whatever way those are written."""
    different = fn.COUNT(known_as(link).distinct())
    if link.by.over_time is None:
        return Measure(words, different, adds_up=False)

    def different_on(day: date) -> ColumnBase:
        return fn.COUNT(fn.DISTINCT(told_apart_on(link.by, day)))

    return _OnDay(words, different, adds_up=False, aggregate_on=different_on, changing=link.by)


def named_units(words: str, name: Described, kind: type[Record]) -> Measure:
    """Count the different units of a kind that a text without a link beside it names."""
    return distinct(words, NamedUnit(name, kind))


def persons(id_number: Described, name: Described, beside: Described) -> Measure:
    """Count distinct persons: by identity number, else by name and what stands beside it (domain 0.3)."""
    return distinct("按身份证号去重后的人数", person((id_number, name, beside)))


@dataclass(frozen=True, eq=False)
class LargestOfEach(Measure):
    """Add up, for each different `each`, the largest value: who is named twice counts once."""

    each: ColumnBase = field(kw_only=True)
    adds_up: bool = field(default=False, kw_only=True)

    def number(self, query: Query) -> int:
        """Compute the sum of the largest values."""
        most = query.select(self.each.alias("each"), fn.MAX(self.aggregate).alias("most"))
        of_each = most.group_by(SQL("1")).order_by()
        return int(
            of_each.select_from(fn.SUM(of_each.c.most)).where(of_each.c.each.is_null(False)).scalar() or 0
        )


@dataclass(frozen=True, eq=False)
class _LargestOfEachOn(LargestOfEach):
    """The same of a day: `each_on` and `added_on` tell who was who, and how much there was of each, then."""

    each_on: Callable[[date], ColumnBase] = field(kw_only=True)
    added_on: Callable[[date], ColumnBase] = field(kw_only=True)

    def on(self, day: date) -> Measure:
        return replace(self, each=self.each_on(day), aggregate=self.added_on(day))


def largest_of_each_on(
    words: str, each: Callable[[date], ColumnBase], added: Callable[[date], ColumnBase]
) -> Measure:
    """Add up, for each different `each` on the day that is counted, the largest value of `added` then."""
    return _LargestOfEachOn(words, added(date.max), each=each(date.max), each_on=each, added_on=added)
