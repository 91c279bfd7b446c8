"""The vocabulary of a subject: one tab of the window, and all that the office knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, key_prefix
from app.register import Register


@dataclass(frozen=True, eq=False)
class FigureTopic:
    """The figures of one topic, as they are declared in a module with its TITLE."""

    key: str
    title: str
    module: str
    figures: tuple[Figure, ...]
    crosses: tuple[Cross, ...]
    sums: tuple[Sum, ...]


def figures_in(module: ModuleType) -> FigureTopic:
    """Gather the figures, cross tables and sums that a module declares, in the order they stand there."""
    key = key_prefix(module.__name__)
    declared = list(vars(module).values())
    return FigureTopic(
        key,
        module.TITLE,
        module.__name__,
        tuple(figure for figure in declared if isinstance(figure, Figure) and figure.topic == key),
        tuple(cross for cross in declared if isinstance(cross, Cross)),
        tuple(getattr(module, "SUMS", ())),
    )


@dataclass(frozen=True, eq=False)
class Subject:
    """One tab: a key, a title, an icon, the registers it switches between, its figures and settings."""

    key: str
    title: str
    icon: str
    registers: tuple[Register, ...]
    figures: tuple[FigureTopic, ...]
    settings: tuple[Register, ...] = ()
