"""What a printed list says, as plain text and amounts; `pdf` draws it, `prints` fills it from registers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

TOTAL_ROW = "合计"
"""What the first cell of a row says that adds up all others."""


@dataclass(frozen=True)
class Column:
    """A column of a list; widths are relative, the drawer scales them to the paper."""

    heading: str
    width_mm: float
    align: Literal["left", "center", "right"] = "left"
    sum: bool = False  # its amounts are added up on each page and at the end
    by_hand: bool = True  # where no row has a text it is written in: a signature


@dataclass(frozen=True)
class Sheet:
    """A printed list: title, table and what stands around it. 序号 is put before the columns."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]  # text as on screen
    amounts: Sequence[int] | None = None  # a row's part of the sum: fen, or a count with money=False
    beside: Mapping[int, Sequence[int | None]] = field(default_factory=dict)  # columns behind it, by place
    heads: tuple[str, str, str] = ("", "", "")  # left, middle and right of the line below the title
    intro: str = ""  # running text above the table, as in a public notice
    closing: tuple[str, ...] = ()  # the signature line; room to sign is left after a ：
    notes: tuple[str, ...] = ()  # lines below everything: definitions, dates of the notice, telephone
    seal: tuple[str, str] | None = None  # unit and date, bottom right, where a seal is put
    landscape: bool = True
    signing: bool = False  # rows high enough to sign in, the signature line on every page
    blank_rows: int = 0  # empty rows to fill in by hand
    unit: str = "人"  # what a row is, counted beside the sums
    money: bool = True
    watermark: str = ""
    wall: bool = False  # hangs on a wall: set as large as it fits
    totals: frozenset[int] = frozenset()  # positions of rows that sum up others: bold, without 序号
    what: str = ""  # the end of the title that says what it is, behind whose it is

    def __post_init__(self) -> None:
        summed = [column for column in self.columns if column.sum]
        if len(summed) != (self.amounts is not None):
            raise TypeError(f"{self.title}: amounts go with exactly one column marked sum")
        for amounts in (self.amounts, *self.beside.values()):
            if amounts is not None and len(amounts) != len(self.rows):
                raise TypeError(f"{self.title}: {len(self.rows)} rows with {len(amounts)} amounts")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise TypeError(f"{self.title}: a row does not have {len(self.columns)} cells")

    def texts(self) -> Iterator[str]:
        """Yield everything that is printed, piece by piece."""
        yield from (self.title, *self.heads, self.intro, *self.closing, *self.notes, *(self.seal or ()))
        yield from (column.heading for column in self.columns)
        for row in self.rows:
            yield from row
