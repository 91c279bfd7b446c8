"""Summaries on paper: rows of figures that were counted, and a row that adds them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from app.printing.layout import PrintColumn
from app.printing.sheet import TOTAL_ROW
from app.rules.money import write_fen
from app.rules.numbers import permille, write_percent

_MONEY = "（元）"


def rate(part: int, whole: int) -> str:
    """Write a share in percent; a dash where there is nothing to divide by."""
    return write_percent(permille(part, whole)) if whole else "—"


@dataclass(frozen=True)
class Share:
    """A part of a whole, which adds up to the share of all parts in all wholes."""

    part: int
    whole: int

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True)
class Figures:
    """One row of a summary: what it is about, and its counts, sums in fen and shares."""

    about: tuple[str, ...]
    figures: tuple[int | Share, ...]


def about(heading: str, width_mm: float, at: int = 0) -> PrintColumn:
    """Return the column that says what a row of a summary is about."""
    return PrintColumn(None, width_mm, heading, text=lambda row: row.about[at])


def figures(*headings: str, width_mm: float = 24) -> tuple[PrintColumn, ...]:
    """Return a summary's columns of figures, in their order; one headed with （元） holds money."""
    return tuple(
        PrintColumn(None, width_mm, heading, align="right", text=_writer(place, heading))
        for place, heading in enumerate(headings)
    )


def with_total(rows: Iterable[Figures]) -> list[Figures]:
    """Return the rows, and after them the row that adds them up; nothing where there is none."""
    listed = list(rows)
    if not listed:
        return []
    blank = ("",) * (len(listed[0].about) - 1)
    return [*listed, Figures((TOTAL_ROW, *blank), _added([row.figures for row in listed]))]


def _added(rows: Sequence[tuple[int | Share, ...]]) -> tuple[int | Share, ...]:
    return tuple(reduce(add, column) for column in zip(*rows, strict=True))


def _writer(place: int, heading: str) -> Callable[[Figures], str]:
    def write(row: Figures) -> str:
        figure = row.figures[place]
        if isinstance(figure, Share):
            return rate(figure.part, figure.whole)
        return write_fen(figure) if heading.endswith(_MONEY) else f"{figure:,}"

    return write
