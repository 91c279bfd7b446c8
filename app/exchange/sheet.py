"""A sheet as a person sees it: rows of texts, and what the file knows beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

Rows = list[list[str]]
Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of merged cells, row and column counted from 0."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, a csv file, or a block that was pasted.

    Merged cells stand in each of their rows; `hidden` columns are still there; `errors` are the cells
    whose formula failed, by row and column counted from 0.
    """

    title: str
    rows: Rows
    name: str = ""
    merged: Sequence[Range] = ()
    hidden: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return max(map(len, self.rows), default=0)


def repeat_merged(rows: Rows, merged: Sequence[Range]) -> None:
    """Write the value of cells that are merged downwards into each of their rows."""
    for (top, left), (bottom, _) in merged:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left].strip():
            continue
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and not row[left]:
                row[left] = rows[top][left]


def with_owner_cells(
    cells: list[str], above: Sequence[str], own: Collection[int], others: Collection[int]
) -> list[str]:
    """Return a child row that leaves out its owner's cells with the cells of the row above.

    `own` are the columns of the record, `others` those of its child rows. Other rows return unchanged.
    """
    filled = {column for column, cell in enumerate(cells) if cell.strip()}
    if not filled.isdisjoint(own) or filled.isdisjoint(others):
        return cells
    return [
        above[column] if column in own and column < len(above) else cell for column, cell in enumerate(cells)
    ]
