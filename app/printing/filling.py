"""Filling a form: a record's values in boxes, each with its label before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from app.fields import Align, ChoiceField, ChoicesField, FlagField, Shown, text_of
from app.printing.form import GRID, Cell
from app.printing.heads import BLANK_DATE
from app.records.base import Selected

_LABEL = 2  # columns of the grid: room for four characters
_CHARACTERS_A_COLUMN = 2.02  # of the size that values are set in
_PADDING = 0.9  # characters, left and right of the text together
_MOST_LINES = 3  # of choices in a box
_MOST_OF_ALL = 6  # where the form has room for them; a longer list is written in by hand

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Filling(Generic[Selected]):
    """One record on its way into a form; `full_ids` prints numbers that are else hidden."""

    record: Selected
    full_ids: bool

    def value(self, field: Shown) -> str:
        """Write a value as it stands on the form."""
        return text_of(field, self.record, in_full=self.full_ids)

    def boxed(
        self, field: Shown, span: int, label: str = "", *, wide: int = _LABEL, align: Align = "center"
    ) -> Row:
        """Return a label box of `wide` columns and the value's box of `span` columns."""
        return Cell(label or field.label, wide, label=True), self.box(field, span, align=align)

    def box(self, field: Shown, span: int, *, align: Align = "center", height_mm: float = 0.0) -> Cell:
        """Return the value's box of `span` columns.

        On a blank form it bears what the field offers, to be ticked, where that fits.
        """
        if self.is_blank and (ticks := to_tick(_offered(field), span, _MOST_OF_ALL)):
            spare = ticks.count("\n") >= _MOST_LINES
            return Cell(ticks, span, align="left", height_mm=height_mm, spare=spare)
        return Cell(self.value(field), span, align=align, height_mm=height_mm)

    @property
    def is_blank(self) -> bool:
        """Tell whether it is filled in by hand: there is no such record yet."""
        return self.record.id is None


def _offered(field: Shown) -> Sequence[str]:
    if isinstance(field, FlagField):
        return ("是", "否")
    return field.offered if isinstance(field, ChoiceField | ChoicesField) else ()


def to_tick(terms: Sequence[str], span: int = GRID - _LABEL, most: int = _MOST_LINES) -> str:
    """Return terms with a box before each, none broken, for a box of `span` columns.

    Returns "" where they take more than `most` lines, or one does not fit on a line.

    >>> to_tick(("男", "女"), 2)
    '□男\\n□女'
    """
    room = span * _CHARACTERS_A_COLUMN - _PADDING
    lines = list(_lines([f"□{term}" for term in terms], room))
    return "\n".join(lines) if len(lines) <= most and all(len(line) <= room for line in lines) else ""


def _lines(pieces: Sequence[str], room: float) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and len(line) + 1 + len(piece) > room:
            yield line
            line = ""
        line = f"{line}　{piece}" if line else piece
    if line:
        yield line


def labelled(label: str, text: str, span: int, *, wide: int = _LABEL, align: Align = "center") -> Row:
    """Return a label box and a box with a text."""
    return Cell(label, wide, label=True), Cell(text, span, align=align)


def heading(text: str) -> Row:
    """Return a heading over the whole width."""
    return (Cell(text, GRID, label=True),)


def headings(columns: Iterable[tuple[str, int]]) -> Row:
    """Return the headings of a small table inside the form, with the columns of the grid they take."""
    return tuple(Cell(text, span, label=True) for text, span in columns)


def table(
    columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], *, least: int
) -> tuple[Row, ...]:
    """Return a small table inside the form, empty rows added up to `least` for filling in by hand."""
    spans = [span for _, span in columns]
    filled = [tuple(Cell(text, span) for text, span in zip(row, spans, strict=True)) for row in rows]
    empty = tuple(Cell("", span) for span in spans)
    return headings(columns), *filled, *[empty] * (least - len(filled))


def story(label: str, text: str | None, height_mm: float) -> Row:
    """Return a box for running text, with room to write where there is none yet."""
    return Cell(label, 3, label=True), Cell(text or "", GRID - 3, align="left", height_mm=height_mm)


def opinion(label: str, height_mm: float, text: str = "") -> Row:
    """Return a box for an opinion, with room for a seal of 45 mm and its date."""
    return (
        Cell(label, 3, label=True),
        Cell(text, GRID - 3, align="left", height_mm=height_mm, foot=f"（盖章）{BLANK_DATE}"),
    )
