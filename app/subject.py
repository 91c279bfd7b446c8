"""The vocabulary of a subject: one tab of the window, and all that the office knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from app.batch_entry import BatchEntry
from app.figures.crosses import Cross
from app.figures.figure import Figure, Sum, key_prefix
from app.register import Register


@dataclass(frozen=True, eq=False)
class FigureTopic:
    """The figures of one topic, as they are declared in a module with its TITLE.

    The annual return for the upper union has a sheet for those topics that are `in_annual_return`, and one
    for the tables in `returned`: unions by type and ownership.
    """

    key: str
    title: str
    module: str
    figures: tuple[Figure, ...]
    crosses: tuple[Cross, ...]
    sums: tuple[Sum, ...]
    returned: tuple[Cross, ...] = ()
    in_annual_return: bool = False


def figures_in(module: ModuleType, *, in_annual_return: bool = False) -> FigureTopic:
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
        tuple(getattr(module, "RETURNED", ())),
        in_annual_return,
    )


@dataclass(frozen=True, eq=False)
class Work:
    """Work that counts as done on a day: a figure told day by day, e.g. 受理劳动争议 from 受理争议.

    `title` is what was done, in the words of a report; `adds` is another figure that is told behind it,
    such as the money that was given.
    """

    title: str
    figure: Figure
    adds: Figure | None = None


@dataclass(frozen=True, eq=False)
class Card:
    """A number that the desk shows at a glance, and another that puts it in its place after a few words."""

    title: str
    figure: Figure
    words: str
    beside: Figure


@dataclass(frozen=True, eq=False)
class Subject:
    """One tab: a key, a title, an icon, the registers it switches between, its figures and settings.

    `entries` are the batches that are entered from its lists.
    `work` are its figures that tell what was done, day by day; `cards` those the desk shows.
    """

    key: str
    title: str
    icon: str
    registers: tuple[Register, ...]
    figures: tuple[FigureTopic, ...]
    settings: tuple[Register, ...] = ()
    entries: tuple[BatchEntry, ...] = ()
    work: tuple[Work, ...] = ()
    cards: tuple[Card, ...] = ()
