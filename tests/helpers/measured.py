"""Figures that `make bench` measures, each beside a floor and with its result checked, told in one table.

What counts is how long the processor is busy, which neighbours on the machine hardly change. A figure and its
floor are measured by turns; the middle one is told, and how far the others lie apart. A figure whose result
nobody checked is refused: what does half the work takes half the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import log
from statistics import median
from time import process_time
from unicodedata import east_asian_width

LINES: list[Line] = []
"""What was measured so far."""

_GROWS_FROM = 10_000
_HEAD = ("what", "size", "median", "spread", "floor", "spread", "times", "goal", "result", "grows")

Act = Callable[[], object]
Clock = Callable[[], float]


class Unchecked(AssertionError):
    """A figure was to be told of which nobody knows whether its result was right."""


@dataclass
class Line:
    """Seconds (or what `unit` says) that something took at a size, and that its floor took."""

    what: str
    size: int
    unit: str = "ms"
    goal: str = ""
    taken: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    floor_is: str = ""
    checks: int = 0

    def measure(
        self, act: Act, floor: Act | None = None, *, turns: int = 5, clock: Clock = process_time
    ) -> None:
        """Do something and what it is compared with by turns, each `turns` times."""
        for _ in range(turns):
            self.taken.append(_timed(act, clock))
            if floor is not None:
                self.floor.append(_timed(floor, clock))

    def measure_floor(self, floor: Act, *, clock: Clock = process_time) -> None:
        """Do once what something is compared with, where this needs a place between two turns of it."""
        self.floor.append(_timed(floor, clock))

    def check(self, right: bool) -> None:
        """Tell whether the result is right; raises AssertionError where it is not."""
        assert right, f"{self.what}, {self.size:,}: the result is wrong"
        self.checks += 1

    @property
    def middle(self) -> float:
        """Return the median of what was taken."""
        return median(self.taken)

    @property
    def times(self) -> float | None:
        """Return how many times its floor something took; None without a floor."""
        return self.middle / median(self.floor) if self.floor and median(self.floor) else None


@contextmanager
def measured(what: str, size: int, *, unit: str = "ms", goal: str = "", floor_is: str = "") -> Iterator[Line]:
    """Measure a line of the table within the block; raises Unchecked where its result was not checked."""
    line = Line(what, size, unit, goal, floor_is=floor_is)
    yield line
    if not line.taken:
        raise Unchecked(f"{what}, {size:,}: nothing was measured")
    if not line.checks:
        raise Unchecked(f"{what}, {size:,}: nobody checked the result")
    LINES.append(line)


def table(lines: Iterable[Line]) -> str:
    """Return the lines as a table, those of one kind together, with the exponent by which each kind grows."""
    kinds: dict[str, list[Line]] = {}
    for line in lines:
        kinds.setdefault(line.what, []).append(line)
    rows: list[tuple[str, ...]] = [_HEAD]
    for kind in kinds.values():
        ordered = sorted(kind, key=lambda line: line.size)
        rows += [_row(line, exponent(ordered) if line is ordered[-1] else None) for line in ordered]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(_padded, row, widths, range(len(row)))).rstrip() for row in rows)


def exponent(lines: list[Line]) -> float | None:
    """Return by which power of the size a line grows, from 10,000 (or its smallest) to its largest size."""
    first = next((line for line in lines if line.size >= _GROWS_FROM), lines[0])
    first, last = (lines[0] if first is lines[-1] else first), lines[-1]
    if first.size == last.size or min(first.middle, last.middle) <= 0:
        return None
    return log(last.middle / first.middle) / log(last.size / first.size)


def _row(line: Line, grows: float | None) -> tuple[str, ...]:
    return (
        line.what,
        f"{line.size:,}",
        _told(line.middle, line.unit),
        _spread(line.taken),
        f"{_told(median(line.floor), line.unit)} {line.floor_is}".rstrip() if line.floor else "",
        _spread(line.floor),
        "" if line.times is None else f"{line.times:.2f}",
        line.goal,
        f"right {line.checks}x",
        "" if grows is None else f"^{grows:.2f}",
    )


def _told(value: float, unit: str) -> str:
    return f"{1000 * value:,.1f} ms" if unit == "ms" else f"{value:,.2f} {unit}"


def _spread(values: list[float]) -> str:
    """Return how far the values lie apart, in percent of their median."""
    if len(values) < 2 or not median(values):
        return ""
    return f"{100 * (max(values) - min(values)) / median(values):.0f} %"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int, place: int) -> str:
    blank = " " * (width - _width(text))
    return text + blank if place == 0 else blank + text


def _timed(act: Act, clock: Clock) -> float:
    started = clock()
    act()
    return clock() - started
