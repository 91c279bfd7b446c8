"""What a number of a report may be: figures, best first, with why."""

from __future__ import annotations

from dataclasses import dataclass

from app.figures.figure import Figure
from app.learning.quantity import Quantity


@dataclass(frozen=True)
class Proposal:
    """A figure that a number may be. `source` is what stands between the braces; `why` are reasons.

    `number` is what the records say for the days of the number, None where they say nothing. `words` is how
    much of its name the text says, 0 to 1.
    """

    figure: Figure
    source: str
    score: float
    number: int | None
    why: tuple[str, ...]
    agrees: bool
    words: float = 0.0

    @property
    def label(self) -> str:
        """Return the name of the figure as a person reads it."""
        return self.figure.label


@dataclass(frozen=True)
class Proposed:
    """A number with what it may be, best first, and whether the first is beyond doubt."""

    quantity: Quantity
    proposals: tuple[Proposal, ...]
    sure: bool = False
