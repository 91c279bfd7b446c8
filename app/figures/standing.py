"""A figure and its parts as they stand, with the records behind them: by few queries, to be stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures.figure import Figure, as_of
from app.figures.held import Held, held, held_apart
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
    if not figure.can_tell_of(period):
        yield from (_standing(one, period, None, Held()) for one in (figure, *figure.parts))
        return
    query, measure, split = figure.query(period), figure.measured(period), figure.split_now
    is_aggregate = type(figure) is Figure and measure.is_aggregate
    aggregate = measure.aggregate if is_aggregate else COUNT.aggregate
    number: int | None
    whole, number = held(query, aggregate)
    names = () if split is None else tuple(name for name, _ in split.parts)
    found: dict[int | None, tuple[Held, int]] = {}
    if split is not None and names and whole.count:
        found = held_apart(whole.among(query), split.position(as_of(period)), aggregate)
    apart = [found.get(at, (Held(), 0)) for at, _ in enumerate(names)]
    numbers = [number_of_part for _, number_of_part in apart]
    if is_aggregate:
        figure.know(number, period)
    else:
        counts = bool(whole.count or measure.counts_beyond)  # what adds up nothing is nought as well
        number = figure.counted(period) if counts or type(figure) is not Figure else 0
        told = figure.numbers_in_parts(period) if counts else {}
        numbers = [told.get(name, 0) for name in names]
    yield _standing(figure, period, number, whole)
    for part, number_of_part, (of_part, _) in zip(figure.parts, numbers, apart, strict=True):
        yield _standing(part, period, number_of_part, of_part)


def _standing(figure: Figure, period: Period, number: int | None, held: Held) -> Standing:
    names = figure.names(period) if held.count else []
    text = figure.value(period)[1] if type(figure) is not Figure else figure.scale.write(number)
    return Standing(figure, number, text, held, "、".join(names))
