"""Cross tables: a figure's records parted two ways at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from peewee import SQL, ColumnBase

from app.figures.figure import Figure, as_of
from app.figures.splits import Split
from app.records.base import Query
from app.rules.periods import Period


@dataclass(frozen=True, eq=False)
class Cross:
    """A table of a figure by two splits; a part that nothing falls into is left out when it is read."""

    title: str
    figure: Figure
    rows: Split
    columns: Split

    def read(self, period: Period) -> CrossTable:
        """Count every cell with one query; the margins add up, or are queries where they may count less."""
        day, measure = as_of(period), self.figure.measured(period)
        now = replace(self, rows=self.rows.now(), columns=self.columns.now())
        row, column = now.rows.position(day), now.columns.position(day)
        query = self.figure.query(period)

        def counted(*keys: ColumnBase) -> dict[tuple[int | None, ...], int]:
            places = [SQL(str(place)) for place in range(1, len(keys) + 1)]
            grouped = query.select(*keys, measure.aggregate).group_by(*places).order_by()
            return {tuple(row[:-1]): int(row[-1] or 0) for row in grouped.tuples()}

        cells = counted(row, column)
        if measure.adds_up:
            return CrossTable(now, period, cells, _margin(cells, 0), _margin(cells, 1))
        return CrossTable(now, period, cells, counted(row), counted(column))

    def query(self, period: Period, row: str | None, column: str | None) -> Query:
        """Return the query for the records of a cell; None stands for all rows, or all columns."""
        day, query = as_of(period), self.figure.query(period)
        for split, name in ((self.rows, row), (self.columns, column)):
            if name is not None:
                query = query.where(dict(split.parts)[name](day))
        return query


def _margin(cells: dict[tuple[int | None, ...], int], of: int) -> dict[tuple[int | None, ...], int]:
    sums: Counter[tuple[int | None, ...]] = Counter()
    for places, number in cells.items():
        sums[places[of : of + 1]] += number
    return dict(sums)


@dataclass(frozen=True, eq=False)
class CrossTable:
    """The cells of a cross table, by the positions of their parts."""

    cross: Cross
    period: Period
    cells: dict[tuple[int | None, ...], int]
    row_sums: dict[tuple[int | None, ...], int]
    column_sums: dict[tuple[int | None, ...], int]

    @property
    def row_names(self) -> list[str]:
        """Return the rows that hold anything."""
        return [name for at, (name, _) in enumerate(self.cross.rows.parts) if self.row_sums.get((at,))]

    @property
    def column_names(self) -> list[str]:
        """Return the columns that hold anything."""
        return [name for at, (name, _) in enumerate(self.cross.columns.parts) if self.column_sums.get((at,))]

    def cell(self, row: str | None, column: str | None) -> int:
        """Return a cell, or the sum of a row or a column where the other is None."""
        rows = [name for name, _ in self.cross.rows.parts]
        columns = [name for name, _ in self.cross.columns.parts]
        if row is None and column is None:
            return self.cross.figure.number(self.period) or 0
        if column is None:
            return self.row_sums.get((rows.index(str(row)),), 0)
        if row is None:
            return self.column_sums.get((columns.index(column),), 0)
        return self.cells.get((rows.index(row), columns.index(column)), 0)
