"""Counting beside the window for the tab 统计: questions in, answers out, stale ones dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.figures.crosses import CrossTable
from app.figures.figure import Figure
from app.figures.once import one_reading
from app.figures.reading import Reading, parts_read
from app.printing.chart import Chart
from app.rules import periods
from app.rules.periods import Period
from app.statistics import overview
from app.statistics.charts import chart_of
from app.statistics.opened import Opened, RecordSet, open_figure, record_set
from app.statistics.overview import Group
from app.subject import FigureTopic
from ui.jobs import Jobs


@dataclass(frozen=True)
class Offered:
    """What there is to count over a period, whether it is closed, and the years there are to choose from."""

    period: Period
    years: list[int]
    subjects: Sequence[FigureTopic]
    is_closed: bool


class Counting(QObject):
    """Has figures of one period counted; an answer about another period, or figure, is dropped.

    Signals:
        offered(Offered): what there is to count; nothing of it is counted before it is asked for.
        counted(list[Group]): the figures of subjects that were asked for.
        opened(Opened): the figure that was opened last.
        pictured(Chart | None): its picture.
        parted(Figure, list[Reading]): the parts of a figure.
        crossed(list[tuple[FigureTopic, CrossTable]]): all cross tables.
        listed(CrossTable, str | None, str | None, RecordSet | None): the records of a row and a column of
            one, by their names; None stands for all rows, or all columns.
    """

    offered = Signal(object)
    counted = Signal(object)
    opened = Signal(object)
    pictured = Signal(object)
    parted = Signal(object, object)
    crossed = Signal(object)
    listed = Signal(object, object, object, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._figure = ""
        self._round = 0
        self.period: Period | None = None
        """What is counted; None until the first count has chosen the latest year of work."""

    def begin(self) -> None:
        """Begin to count anew: what was asked before is dropped."""
        self._round += 1
        self._jobs.run(partial(_offer, self._round, self.period), self._offered)

    def count(self, subjects: Sequence[FigureTopic]) -> None:
        """Count the figures of some subjects."""
        if self.period is not None:
            self._jobs.run(partial(_count, self._round, subjects, self.period), self._counted)

    def open(self, figure: Figure) -> None:
        """Read one figure with its records, and its picture after that."""
        self._figure = figure.key
        if self.period is not None:
            self._jobs.run(partial(open_figure, figure, self.period), self._opened)
            self._jobs.run(partial(_picture, figure, self.period), self._pictured)

    @Slot(object)
    def part(self, figure: Figure) -> None:
        """Read the parts of a figure."""
        if self.period is not None:
            self._jobs.run(partial(_part, figure, self.period), self._parted)

    def cross(self) -> None:
        """Read all cross tables."""
        if self.period is not None:
            self._jobs.run(partial(_cross, self.period), self._crossed)

    @Slot(object, object, object)
    def find(self, table: CrossTable, row: str | None, column: str | None) -> None:
        """Find the records of a row and a column, None for all of them."""
        self._jobs.run(partial(_find, table, row, column), self._listed)

    @Slot(object)
    def _offered(self, numbered: tuple[int, Offered]) -> None:
        number, offered = numbered
        if number == self._round:
            self.period = offered.period
            self.offered.emit(offered)

    @Slot(object)
    def _counted(self, numbered: tuple[int, list[Group]]) -> None:
        number, groups = numbered
        if number == self._round:
            self.counted.emit(groups)

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        if self._is_current(opened.reading.figure, opened.reading.period):
            self.opened.emit(opened)

    @Slot(object)
    def _pictured(self, pictured: tuple[Figure, Period, Chart | None]) -> None:
        figure, period, chart = pictured
        if self._is_current(figure, period):
            self.pictured.emit(chart)

    @Slot(object)
    def _parted(self, parted: tuple[Figure, Period, list[Reading]]) -> None:
        figure, period, parts = parted
        if period == self.period:
            self.parted.emit(figure, parts)

    @Slot(object)
    def _crossed(self, crossed: tuple[Period, list[tuple[FigureTopic, CrossTable]]]) -> None:
        period, tables = crossed
        if period == self.period:
            self.crossed.emit(tables)

    @Slot(object)
    def _listed(self, cell: tuple[CrossTable, str | None, str | None, RecordSet | None]) -> None:
        self.listed.emit(*cell)

    def _is_current(self, figure: Figure, period: Period) -> bool:
        return figure.key == self._figure and period == self.period


@one_reading()
def _offer(number: int, chosen: Period | None) -> tuple[int, Offered]:
    period = chosen or periods.year(overview.latest_year())
    return number, Offered(period, overview.years(), overview.subjects(), overview.is_closed(period))


@one_reading()
def _count(number: int, subjects: Sequence[FigureTopic], period: Period) -> tuple[int, list[Group]]:
    return number, [overview.read_group(subject, period) for subject in subjects]


def _part(figure: Figure, period: Period) -> tuple[Figure, Period, list[Reading]]:
    return figure, period, parts_read(figure, period)


def _picture(figure: Figure, period: Period) -> tuple[Figure, Period, Chart | None]:
    return figure, period, chart_of(figure, period)


def _cross(period: Period) -> tuple[Period, list[tuple[FigureTopic, CrossTable]]]:
    return period, overview.cross_tables(period)


def _find(
    table: CrossTable, row: str | None, column: str | None
) -> tuple[CrossTable, str | None, str | None, RecordSet | None]:
    return table, row, column, record_set(table.cross.query(table.period, row, column))
