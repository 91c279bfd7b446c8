"""The words of an office's own reports, each with the figure that it means: what a person corrected."""

from __future__ import annotations

import re

from app.figures.figure import Figure
from app.keeping.keeping import store
from app.learning.quantity import Quantity
from app.records.base import change
from app.records.summaries import FigureAlias

_LONGEST = 12
_SHORTEST = 2
_LEADING = re.compile(r"^(?:共|有|其中|已|为|对|在|将|由|计|约|近)+")


def aliases() -> list[tuple[str, str]]:
    """Return the words that the office taught, each with the label of the figure that was meant."""
    return [(str(alias.words), str(alias.figure)) for alias in FigureAlias.alive()]


def remember(quantity: Quantity, figure: Figure) -> None:
    """Keep which figure a person means by the words at a number; the last word counts."""
    words = words_of(quantity)
    if len(words) < _SHORTEST:
        return
    with change():
        known = FigureAlias.alive().where(FigureAlias.words == words).first()
        alias = known or FigureAlias(words=words)
        if alias.figure != figure.label:
            alias.figure = figure.label
            store(alias)


def words_of(quantity: Quantity) -> str:
    """Return the words by which a number is known again: what it counts, or what stands before it."""
    before = re.split(r"[，,、；;：:。\n（(）)\s]", quantity.before)[-1]
    words = before if len(before) >= len(quantity.thing) else quantity.thing
    return _LEADING.sub("", words)[-_LONGEST:]
