"""A figure and its parts as they stand, with the records behind them: by few queries, to be stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures.figure import Figure, as_of
from app.figures.held import Held, held_apart
from app.figures.measures import COUNT
from app.figures.splits import Split
from app.rules.periods import Period


@dataclass(frozen=True)
class Standing:
    """The value of a figure, the records it was counted from, and the names it lists."""

    figure: Figure
    number: int | None
    text: str
    held: Held
    names: str


def standing(figure: Figure, period: Period) -> Iterator[Standing]:
    """Yield how a figure stands over a period, then each of its parts."""
    query, day = figure.query(period), as_of(period)
    split = figure.split.now() if figure.split is not None else Split("", ())
    place = split.position(day) if split.parts else None
    held, held_in = Held.of(query), {} if place is None else held_apart(query, place)
    if type(figure) is Figure and (
        figure.measure is COUNT or not (held.count or figure.measure.counts_beyond)
    ):
        number: int | None = held.count  # what adds up nothing is nought as well
        numbers = {at: one.count for at, one in held_in.items()}
    else:
        number = figure.counted(period)
        told = figure.numbers_in_parts(period)
        numbers = {at: told[name] for at, (name, _) in enumerate(split.parts)} if told else {}
    yield _standing(figure, period, number, held)
    for at, part in enumerate(figure.parts):
        yield _standing(part, period, numbers.get(at, 0), held_in.get(at, Held()))


def _standing(figure: Figure, period: Period, number: int | None, held: Held) -> Standing:
    names = figure.names(period) if held.count else []
    text = figure.value(period)[1] if type(figure) is not Figure else figure.scale.write(number)
    return Standing(figure, number, text, held, "、".join(names))
