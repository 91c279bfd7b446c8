"""A figure and its parts as they stand, with the records behind them: by few queries, to be stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures.figure import Figure, as_of
from app.figures.held import Held, held_apart
from app.figures.measures import COUNT
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
    query = figure.query(period)
    held, split = Held.of(query), figure.split_now
    held_in: dict[int | None, Held] = {}
    if split is not None and split.parts and held.count:
        held_in = held_apart(query, split.position(as_of(period)))
    counts = bool(held.count or figure.measure.counts_beyond)  # what adds up nothing is nought as well
    if type(figure) is Figure and (figure.measure is COUNT or not counts):
        number: int | None = held.count
        numbers = [held_in[at].count if at in held_in else 0 for at, _ in enumerate(figure.parts)]
    else:
        number = figure.counted(period)
        told = figure.numbers_in_parts(period) if counts else {}
        numbers = [told.get(name, 0) for name, _ in (split.parts if split is not None else ())]
    yield _standing(figure, period, number, held)
    for at, (part, of_part) in enumerate(zip(figure.parts, numbers, strict=True)):
        yield _standing(part, period, of_part, held_in.get(at, Held()))


def _standing(figure: Figure, period: Period, number: int | None, held: Held) -> Standing:
    names = figure.names(period) if held.count else []
    text = figure.value(period)[1] if type(figure) is not Figure else figure.scale.write(number)
    return Standing(figure, number, text, held, "、".join(names))
