"""Figures read: the number, the number of the same period a year before, and the change (domain 0.2).

A closed year shows the values of the day it was closed; those of the records as they are now stand beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.figures.figure import Fact, Figure
from app.figures.kept import is_kept
from app.figures.measures import UNTOLD, Scale
from app.figures.once import once, one_reading
from app.records.closings import ClosedFigure, YearClosing
from app.rules.growth import growth, say_growth, write_growth, write_points
from app.rules.periods import Period


@dataclass(frozen=True)
class Value:
    """What a figure says for a period.

    `live` is what the records say now, where the value is that of a closed year; None where they agree
    or the year is open. What is not `kept` was told of a later day only, and is read as it was then.
    """

    number: int | None
    text: str
    closed: bool = False
    live: str | None = None
    kept: bool = True


@dataclass(frozen=True, eq=False)
class Reading:
    """A figure over a period, compared with the same period of the year before."""

    figure: Figure
    period: Period
    value: Value
    last: Value

    @property
    def growth(self) -> int | None:
        """Return the change in tenths of a percent; of a share, in tenths of a percentage point.

        None before the period has begun: there is nothing yet to compare.
        """
        if not self.period.has_begun:
            return None
        if self.figure.scale is Scale.SHARE:
            if self.value.number is None or self.last.number is None:
                return None
            return self.value.number - self.last.number
        return growth(self.value.number, self.last.number)

    @property
    def change(self) -> str:
        """Write the change for a table; — where there is nothing to compare with."""
        if isinstance(self.figure, Fact):
            return ""
        write = write_points if self.figure.scale is Scale.SHARE else write_growth
        return write(self.growth)

    @property
    def change_in_words(self) -> str:
        """Say the change in a sentence: 增长25%, 持平; — where there is nothing to compare with."""
        return self.change if self.figure.scale is Scale.SHARE else say_growth(self.growth)


def read(figure: Figure, period: Period) -> Reading:
    """Read one figure for a period and the same period of the year before."""
    return next(iter(read_all((figure,), period)))


def read_all(figures: Iterable[Figure], period: Period) -> list[Reading]:
    """Read figures for a period and the same period of the year before: two queries for each figure."""
    with one_reading():
        return [compared(figure, period, read_value(figure, period)) for figure in figures]


def compared(figure: Figure, period: Period, value: Value) -> Reading:
    """Compare a value that was read with that of the same period of the year before."""
    return Reading(figure, period, value, read_kept(figure, figure.year_before(period)))


def read_kept(figure: Figure, period: Period) -> Value:
    """Read what a figure was in a period: no value where it is known only as of a later day."""
    value = read_value(figure, period)
    return value if value.kept else replace(value, number=None, text=UNTOLD)


def read_value(figure: Figure, period: Period) -> Value:
    """Read one figure for a period, not compared."""

    def answer() -> Value:
        return _value(figure, period, closed_figures(period))

    return once((figure.key, "value", *period), answer)


def names_of(figure: Figure, period: Period) -> str:
    """Name the records behind a figure in a row; those of a closed year as they were then."""
    closed = closed_figures(period).get(figure.key)
    return "、".join(figure.names(period)) if closed is None else str(closed.names or "")


def parts_of(figure: Figure, period: Period) -> list[tuple[str, int | None]]:
    """Return the parts of a figure by name; those of a closed year as they were named then."""
    closed = closed_figures(period)
    if figure.key in closed:
        prefix = f"{figure.key}:"
        return [
            (key.removeprefix(prefix), part.number) for key, part in closed.items() if key.startswith(prefix)
        ]
    return [(part.key.partition(":")[2], part.counted(period)) for part in figure.parts]


def closed_figures(period: Period) -> dict[str, ClosedFigure]:
    """Return, by key, the figures of a period as they were when its year was closed; none of an open year."""
    return once(("closed", *period), lambda: _closed_figures(period))


def _closed_figures(period: Period) -> dict[str, ClosedFigure]:
    query = (
        ClosedFigure.select(ClosedFigure.key, ClosedFigure.number, ClosedFigure.words, ClosedFigure.names)
        .join(YearClosing)
        .where(
            YearClosing.deleted_at.is_null(),
            ClosedFigure.first == period.first,
            ClosedFigure.last == period.last,
        )
        .order_by(ClosedFigure.id)
    )
    return {closed.key: closed for closed in query}


def _value(figure: Figure, period: Period, closed: Mapping[str, ClosedFigure]) -> Value:
    number, text = figure.value(period)
    then = closed.get(figure.key)
    if then is None:
        return Value(number, text, kept=is_kept(figure, period))
    text_then = text_when_closed(figure, then)
    return Value(then.number, text_then, closed=True, live=None if text_then == text else text)


def text_when_closed(figure: Figure, closed: ClosedFigure) -> str:
    """Write the value of a figure when its year was closed; the words of a fact may have been none."""
    return closed.words if isinstance(figure, Fact) else figure.scale.write(closed.number)


def remark_on(value: Value) -> str:
    """Say what is unusual about a value; of last year's nothing where there is none."""
    if value.closed:
        return "关账数"
    return "" if value.kept or value.number is None else "当时未登记，按最早登记的数"


def parts_read(figure: Figure, period: Period) -> list[Reading]:
    """Read the parts of a figure into which anything falls, in this period or the one before."""
    return [part for part in read_all(figure.parts, period) if part.value.number or part.last.number]


def with_unit(figure: Figure, text: str) -> str:
    """Write a value of a figure, this year's or last, with its unit; — where there is none."""
    if text in ("", UNTOLD):
        return UNTOLD
    return f"{text} {unit_of(figure)}".rstrip()


def unit_of(figure: Figure) -> str:
    """Return the unit that is written beside a number; words have none, a share bears its own sign."""
    return "" if figure.scale is Scale.SHARE or isinstance(figure, Fact) else figure.unit
