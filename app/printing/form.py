"""What a printed form of one record says: labelled boxes on a grid of 24 columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

GRID = 24  # columns of equal width that the boxes of a row share


@dataclass(frozen=True)
class Cell:
    """A box of a form."""

    text: str = ""
    span: int = 1  # columns of the grid
    label: bool = False  # set in Hei and centred
    align: Literal["left", "center", "right"] = "center"
    height_mm: float = 0.0  # at least; grows with its text
    top: bool = False  # its text begins at the top, as minutes do
    foot: str = ""  # a line at the bottom right, below an opinion: （盖章）　　年　月　日
    spare: bool = False  # its text is left out where the form would take a page more for it


@dataclass(frozen=True)
class FormSheet:
    """A printed form: title, rows of boxes, signature line. Always portrait."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    head_left: str = ""
    head_right: str = ""
    closing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    watermark: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if sum(cell.span for cell in row) != GRID:
                raise TypeError(f"{self.title}: row {number} does not fill {GRID} columns")

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        yield from (self.title, self.head_left, self.head_right, *self.closing, *self.notes)
        for row in self.rows:
            for cell in row:
                yield from (cell.text, cell.foot)
