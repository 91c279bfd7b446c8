"""Labels, cards and envelopes: many small things on one sheet of paper, each laid out alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a description loads nothing that draws
    from app.printing.ink import Align
    from app.printing.styles import Style


@dataclass(frozen=True)
class Stock:
    """The paper labels are cut from, in mm: its size, the size of a label, and how many stand on it."""

    width: float
    height: float
    label_width: float
    label_height: float
    columns: int = 1
    rows: int = 1
    gap: float = 0.0  # between rows

    @property
    def count(self) -> int:
        """How many labels a sheet holds."""
        return self.columns * self.rows


@dataclass(frozen=True)
class Words:
    """A text on a label, in a box given in mm from the label's upper left corner.

    `vertical` sets its characters one below the other, as on the spine of a box. `framed` rules the box.
    """

    text: str
    left: float
    top: float
    width: float
    height: float
    style: Style
    align: Align = "left"
    vertical: bool = False
    framed: bool = False


Label = tuple[Words, ...]


@dataclass(frozen=True)
class LabelSheet:
    """Labels of one kind, as many to a page as its stock holds."""

    title: str
    stock: Stock
    labels: tuple[Label, ...]
    framed: bool = False  # a thin line around each, to cut along
    watermark: str = ""

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        yield self.title
        yield from (words.text for label in self.labels for words in label)


def gathered(sheets: Sequence[LabelSheet]) -> LabelSheet:
    """Return one sheet with the labels of several records of a kind."""
    first = sheets[0]
    labels = tuple(label for sheet in sheets for label in sheet.labels)
    return LabelSheet(first.title, first.stock, labels, first.framed, first.watermark)
