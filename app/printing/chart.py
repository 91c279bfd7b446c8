"""What a chart says: bars of parts, or columns of months, this year beside the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Bar:
    """One thing with its number, and the number of the same thing a year before; as numbers and words."""

    label: str
    now: int
    before: int
    now_text: str
    before_text: str


@dataclass(frozen=True)
class Chart:
    """A picture of numbers: bars one below the other, or columns side by side."""

    kind: Literal["bars", "columns"]
    title: str
    bars: tuple[Bar, ...]
    now: str  # the period's name, for the key
    before: str
