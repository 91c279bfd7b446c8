"""A number as a report has it: how many of what, of which days, part of which."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.learning.spans import Span
from app.rules.periods import Period
from app.rules.periods import year as year_of

PERSONS = frozenset("人 名 位 人次 户".split())
SHARES = ("%", "个百分点")


class Role(StrEnum):
    """What a number says of its thing."""

    LEVEL = "数"
    CHANGE = "增减"
    DIFFERENCE = "增减数"


@dataclass(frozen=True)
class Quantity:
    """A number as the report has it, with where it stands (`start` to `end`, its unit not included).

    `written` is the unit as it stands behind the number, 人（次）; `unit` is what it counts in, 人次.

    `value` and `high` are in the unit that is written, 万 and 百 worked out; they differ for 3—4 篇.
    `thing` are the words nearest to it: behind it up to the next comma, before it back to the last one.
    `act` is what persons do or is done to them, where that has a number of its own: 追回工资 of
    为12名农民工追回工资3万元. `so_far` is its paragraph up to it, `rest` its sentence behind it. It
    `is_scaled` where 万 stands in its heading, not beside it. `wholes` are the places of the
    numbers that it is a part of. A change is one of the number that stands `back` places before it, 1 the
    last. `period` is the one named, None for the year.
    """

    start: int
    end: int
    text: str
    written: str
    value: Decimal
    high: Decimal
    unit: str
    rough: str = ""
    role: Role = Role.LEVEL
    before: str = ""
    thing: str = ""
    sentence: str = ""
    heading: str = ""
    line: int = 1
    span: Span | None = None
    wholes: tuple[int, ...] = ()
    each: bool = False
    back: int = 1
    act: str = ""
    so_far: str = ""
    is_scaled: bool = False
    rest: str = ""

    @property
    def period(self) -> Period | None:
        """Return the days it speaks of, where they are named."""
        return self.span.period if self.span is not None else None

    @property
    def is_range(self) -> bool:
        """Tell whether it has two ends."""
        return self.value != self.high


def the_year(quantity: Quantity, year: int) -> Period:
    """Return the days a number speaks of: those named, else the report's year."""
    return quantity.period or year_of(year)
