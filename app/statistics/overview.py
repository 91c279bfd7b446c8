"""Every figure of a period, by subject, as the tab 统计 shows them and its exports write them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.figures.crosses import CrossTable
from app.figures.daily import years_of
from app.figures.once import once, one_reading
from app.figures.reading import Reading, closed_figures, read_all
from app.records.closings import YearClosing
from app.registry import figure_topics, work
from app.rules.periods import Period
from app.subject import FigureTopic


@dataclass(frozen=True)
class Group:
    """The figures of one subject as read, and what is said where its sums do not add up."""

    subject: FigureTopic
    readings: tuple[Reading, ...]
    disagreements: tuple[str, ...]


@one_reading()
def overview(period: Period) -> list[Group]:
    """Read every figure of a period, without its parts, and check the sums."""
    return [read_group(subject, period) for subject in figure_topics()]


def subjects() -> tuple[FigureTopic, ...]:
    """Return the subjects that have figures, in the order in which they are shown."""
    return figure_topics()


def is_closed(period: Period) -> bool:
    """Tell whether the figures of a period were recorded when its year was closed."""
    return bool(closed_figures(period))


@one_reading()
def read_group(subject: FigureTopic, period: Period) -> Group:
    """Read the figures of one subject, and check its sums."""
    sentences = (added.disagreement(period) for added in subject.sums)
    readings = tuple(read_all(subject.figures, period))
    return Group(subject, readings, tuple(filter(None, sentences)))


def cross_tables(period: Period) -> list[tuple[FigureTopic, CrossTable]]:
    """Read all cross tables of a period."""
    return [(subject, cross.read(period)) for subject in figure_topics() for cross in subject.crosses]


def years() -> list[int]:
    """Return the years in which work was done or figures were closed, and this one; the latest first."""
    return sorted({*_kinds_of_work(), *_closed_years(), date.today().year}, reverse=True)


def latest_year() -> int:
    """Return the latest year, at most this one, with half as many kinds of work as the fullest."""
    kinds, today = _kinds_of_work(), date.today().year
    enough = max(kinds.values(), default=0) / 2
    return max((year for year, number in kinds.items() if year <= today and number >= enough), default=today)


def _kinds_of_work() -> Counter[int]:
    """Count for each year how many kinds of work were done in it."""
    return once("kinds of work", lambda: Counter(year for kind in work() for year in years_of(kind.figure)))


def _closed_years() -> list[int]:
    closings = YearClosing.alive().select(YearClosing.year)
    return [year for (year,) in closings.tuples()]
