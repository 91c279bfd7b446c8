"""Whether anything was done in a period: of a year without work no success is told."""

from __future__ import annotations

from dataclasses import dataclass

from app.figures.once import once
from app.registry import work
from app.rules.periods import Period


def has_work(period: Period) -> bool:
    """Tell whether any kind of work that is counted by day was done in a period."""
    return once(("work", *period), lambda: any(kind.figure.counted(period) for kind in work()))


@dataclass(frozen=True)
class Worked:
    """A condition of a text: true of a period in which any work was recorded."""

    period: Period

    def __bool__(self) -> bool:
        return has_work(self.period)

    def __str__(self) -> str:
        return "有" if self else "没有"
