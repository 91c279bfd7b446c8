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
    """The figures of one topic, as a module named `module` declares them.

    `key` begins the keys of its `figures`; `title` is its heading in the tab 统计; `crosses` are its cross
    tables, `sums` the figures that must add up. The annual return for the upper union has a sheet for each
    topic that is `in_annual_return`, and one for the tables in `returned`: unions by type and ownership.
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
    """Gather the figures, cross tables and sums that a module declares, in the order they stand there.

    The module must have a TITLE; SUMS and RETURNED are optional.
    """
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
    """Work that counts as done on a day: a figure by day, e.g. 受理劳动争议 from 受理争议.

    `title` is what was done, in the words of a report; `figure` counts it by day and must compare a date
    with its period; `adds` is another figure that is written behind it, such as the money that was given.
    """

    title: str
    figure: Figure
    adds: Figure | None = None


@dataclass(frozen=True, eq=False)
class Card:
    """A number of the year that the desk shows at a glance: `figure` under `title`, with its unit.

    Below it stand `words` and the figure `beside`, which puts the number in its place: 本年已帮扶 12 人次.
    """

    title: str
    figure: Figure
    words: str
    beside: Figure


@dataclass(frozen=True, eq=False)
class Subject:
    """One tab of the window; a subject without registers has no tab.

    `key` begins the keys of its registers, `title` and `icon` (a file of resources/icons) stand in the side
    bar, `registers` are those the tab switches between; `figures` are its topics in the tab 统计, `settings`
    the registers in 设置 that belong to it, `entries` the batches that are entered from its lists, `work` the
    figures that say day by day what was done, `cards` the numbers that the desk shows. `rolls` say for
    registers of people and units which figure counts those who are on them on a day: fields that an office
    adds are counted of these.
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
    rolls: tuple[tuple[Register, Figure], ...] = ()
