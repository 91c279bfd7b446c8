"""The names of a report that the records know: units, activities, papers, festivals, whoever did what.

A figure may list names instead of telling a number. Where a report writes several of them in a row, the row
is the figure's list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.fields import NotesField
from app.figures.figure import Fact, Figure
from app.figures.once import one_reading
from app.registry import figures
from app.rules.periods import Period

_QUOTES = "[“”‘’「」《》\\s]*"
_BETWEEN = re.compile(rf"{_QUOTES}(?:、|和|与|及|以及|，)?{_QUOTES}")
_HAN = re.compile("[\u4e00-\u9fff]")
_UNIT = re.compile(r"(?:公司|集团|厂|店|行|院|所|中心|委员会|工作室)$")
_LEGAL_FORM = re.compile(r"(?:股份|有限|责任)*公司$")
_SHORTEST_ALONE = 4
_SHORTEST_END = 8
_BEFORE_A_NAME = "由在向为和与及对被据按照从受经同往到的给请获荣以了"
_MOST = 400
"""A figure that lists more names than this is told by its number."""


@dataclass(frozen=True)
class Named:
    """Names that stand in a row in a report, and the figures that list them, the one with most first.

    It is sure where the names stand as the records have them: several in a row, or one in quotation marks.
    """

    start: int
    end: int
    text: str
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    sure: bool

    @property
    def sources(self) -> tuple[str, ...]:
        """Return what stands between the braces for each figure."""
        return tuple(
            figure.label if isinstance(figure, Fact) else f"{figure.label}.名单" for figure in self.figures
        )


@dataclass(frozen=True)
class _Row:
    """Names of one figure that stand next to each other."""

    start: int
    end: int
    names: tuple[str, ...]
    sure: bool


@one_reading()
def names_in(report: str, period: Period, taken: Iterable[tuple[int, int]] = ()) -> list[Named]:
    """Find the names in a report that figures of a period list; not within what is `taken` already."""
    found: dict[tuple[int, int], list[tuple[int, Figure, _Row]]] = {}
    blocked = list(taken)
    for figure in figures():
        if not figure.label.isidentifier() or not (figure.lists is not None or figure.tells is not None):
            continue
        if isinstance(figure.lists, NotesField):  # what was written freely is nobody's name
            continue
        names = figure.names(period)
        if not 0 < len(names) <= _MOST:
            continue
        for row in _rows(report, names, is_fact=isinstance(figure, Fact)):
            if not any(row.start < last and first < row.end for first, last in blocked):
                found.setdefault((row.start, row.end), []).append((len(names) - len(row.names), figure, row))
    return list(_longest(report, found))


def _rows(report: str, names: Iterable[str], *, is_fact: bool) -> Iterator[_Row]:
    """Yield the stretches of a report where names of a list stand next to each other."""
    written = _ways_to_write(names)
    if not written:
        return
    ways = "|".join(map(re.escape, sorted(written, key=len, reverse=True)))
    row: list[re.Match[str]] = []
    for match in [*re.finditer(ways, report, re.IGNORECASE), None]:
        if row and (match is None or not _BETWEEN.fullmatch(report, row[-1].end(), match.start())):
            whole = all(written.get(one[0], one[0]) == one[0] for one in row)
            alone = _stands_alone(report, row[0], whole=whole)
            if len(row) > 1 or alone:
                told = tuple(written.get(one[0], one[0]) for one in row)
                sure = whole and (len(row) > 1 or is_fact or _is_quoted(report, row[0]))
                yield _Row(row[0].start(), row[-1].end(), told, sure)
            row = []
        if match is not None:
            row.append(match)


def _ways_to_write(names: Iterable[str]) -> dict[str, str]:
    """Return how names may stand in a report: whole, and those of units by how they begin or end."""
    written: dict[str, str] = {}
    for name in names:
        if not _HAN.search(name) or len(name) < 2:
            continue
        if _UNIT.search(name):
            short = _LEGAL_FORM.sub("", name)
            for length in range(2, len(short) + 1):
                written.setdefault(short[:length], name)
            for start in range(1, len(name) - _SHORTEST_END):
                written.setdefault(name[start:], name)
    return written | {name: name for name in names if _HAN.search(name) and len(name) > 1}


def _stands_alone(report: str, match: re.Match[str], *, whole: bool) -> bool:
    """Tell whether a single name is surely meant: between quotation marks, or no end of a longer word."""
    if _is_quoted(report, match) and (whole or report[match.end() : match.end() + 1] in ("”", "》", "」")):
        return True
    before = report[max(0, match.start() - 1) : match.start()]
    begins = not _HAN.match(before) or before in _BEFORE_A_NAME
    return len(match[0]) >= (_SHORTEST_ALONE if whole else _SHORTEST_ALONE + 2) and (
        begins or len(match[0]) >= _SHORTEST_END
    )


def _is_quoted(report: str, match: re.Match[str]) -> bool:
    return report[max(0, match.start() - 1) : match.start()] in ("“", "《", "「")


def _longest(report: str, found: dict[tuple[int, int], list[tuple[int, Figure, _Row]]]) -> Iterator[Named]:
    """Yield the longest of rows that overlap, each with its figures, those that list little else first."""
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            meant = sorted(found[start, end], key=lambda one: (not one[2].sure, one[0]))
            row = meant[0][2]
            figures_meant = tuple(figure for _, figure, _ in meant)
            yield Named(start, end, report[start:end], row.names, figures_meant, row.sure)
            last = end
