"""What the records say for the days of a number of a report."""

from __future__ import annotations

from collections.abc import Sequence

from app.learning.candidates import Candidate, Worded
from app.learning.fitting import agrees_with, significant
from app.learning.quantity import Quantity, the_year
from app.learning.spans import after_month
from app.rules.periods import Period
from app.rules.periods import year as year_of
from app.summary.quoted import LAST_YEAR

_FEW, _OFTEN = 3, 5
"""Of how many numbers it can be told whether the records are those of the report: one of five agrees.

Of fewer, all must."""


class Recorded:
    """Asks the records of the open office for the numbers of a report of a year."""

    def __init__(self, year: int) -> None:
        self._year = year

    def number(self, candidate: Candidate, quantity: Quantity) -> tuple[int | None, str]:
        """Return what the records say for the days of a number, and how a text asks for it."""
        whole = year_of(self._year)
        over_year = candidate.figure.counted(whole)
        period = the_year(quantity, self._year)
        if is_of_years(period):
            return candidate.figure.counted(period), candidate.source
        span = after_month(period) if period.last.year == self._year else ""
        if not span:
            if period == year_of(self._year - 1) and not (
                over_year is not None and agrees_with(quantity, candidate.figure, over_year)
            ):
                return candidate.figure.counted(period), f"{candidate.source}.{LAST_YEAR}"
            return over_year, candidate.source
        number = candidate.figure.counted(period)
        fits_year = over_year is not None and agrees_with(quantity, candidate.figure, over_year)
        fits_span = number is not None and agrees_with(quantity, candidate.figure, number)
        if fits_year and (not fits_span or _is_month(period)):
            return over_year, candidate.source
        return number, candidate.source + span

    def agree_often(self, quantities: Sequence[Quantity], worded: Sequence[list[Worded]]) -> bool:
        """Tell whether the records are those of the report: they say what some of its larger numbers say.

        Where they hardly ever do, as in the office of another year, that one does not agree says nothing.
        """
        told, agreed = 0, 0
        for quantity, found in zip(quantities, worded, strict=True):
            if not found or significant(quantity) < 2:
                continue
            figures = [(candidate.figure, self.number(candidate, quantity)[0]) for _, candidate in found[:3]]
            told += any(number for _, number in figures)
            agreed += any(
                number is not None and agrees_with(quantity, figure, number) for figure, number in figures
            )
        return agreed == told if told < _FEW else _OFTEN * agreed >= told


def is_of_years(period: Period) -> bool:
    """Tell whether days are those of more than a year: 五年来."""
    return period.first.year < period.last.year


def _is_month(period: Period) -> bool:
    """Tell whether a period is within one month: so a text names the day of an event."""
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)
