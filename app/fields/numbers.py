"""Things counted and measured: money, counts, quantities, percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import peewee

from app.errors import Invalid
from app.fields.base import Assumed, Described
from app.fields.typed import Null
from app.rules import money, numbers

if TYPE_CHECKING:
    from app.fields.typed import Options


class MoneyField(Described[int, Null], peewee.IntegerField):
    """Money, stored as whole fen: SQLite's DECIMAL is a float in disguise.

    Where an amount lies between two, this one is the most and that in `since` the least.
    """

    written = "金额，最多两位小数，例如 1200.50"
    kept_as = (int, float)
    align = paper_align = "right"
    sums = True

    def __init__(
        self, label: str, *, since: MoneyField[Any] | None = None, **options: Unpack[Options[int, Null]]
    ) -> None:
        super().__init__(label, **options)
        self.since = since

    def read(self, text: str) -> int:
        try:
            return money.read_fen(money.without_span(text, self.label))
        except Invalid:
            if (least_and_most := self.span(text)) is None:
                raise
            low, high = map(money.write_fen, least_and_most)
            raise Invalid(f"写的是 {low} 到 {high} 元，这里只填一个数，请核对后填写") from None

    def span(self, text: str) -> tuple[int, int] | None:
        """Read the least and the most of an amount that is told as a span; None for one amount."""
        return money.read_span(money.without_span(text, self.label))

    def assumed(self, text: str) -> Assumed | None:
        fen = money.rounded_fen(text)
        return (
            None if fen is None else Assumed(fen, f"“{text}”超过两位小数，按 {money.write_fen(fen)} 元登记")
        )

    def write(self, value: int) -> str:
        return money.write_fen(value)


class CountField(Described[int, Null], peewee.IntegerField):
    """A number of persons, copies, units; never negative."""

    written = "个数，填 0 或正整数"
    kept_as = (int, float)
    align = paper_align = "right"
    chars = 8
    sums = True

    @property
    def is_year(self) -> bool:
        """Tell whether it counts nothing but names a year."""
        return str(self.name).rpartition("_")[2] == "year"

    def read(self, text: str) -> int:
        return numbers.read_count(text)


class QuantityField(Described[int, Null], peewee.IntegerField):
    """How much of something, such as hours: up to two decimals, stored as whole hundredths."""

    written = "数量，可以有小数"
    kept_as = (int, float)
    align = paper_align = "right"
    chars = 8
    sums = True

    def read(self, text: str) -> int:
        return numbers.read_quantity(text)

    def write(self, value: int) -> str:
        return numbers.write_quantity(value)


class PercentField(Described[int, Null], peewee.IntegerField):
    """A percentage, stored as whole tenths of a percent."""

    written = "百分之几，例如 0.5%"
    kept_as = (int, float)
    align = paper_align = "right"
    chars = 8

    def read(self, text: str) -> int:
        return numbers.read_percent(text)

    def write(self, value: int) -> str:
        return numbers.write_percent(value)
