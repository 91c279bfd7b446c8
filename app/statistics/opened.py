"""One figure opened: explained in a sentence, with the terms of a ratio and the records behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app import listing, registry
from app.figures.figure import Figure, Ratio
from app.figures.reading import Reading, read, read_all, with_unit
from app.figures.wording import define
from app.listing import Criteria
from app.records.base import Query
from app.register import Register, register_of
from app.rules.periods import Period


@dataclass(frozen=True)
class Found:
    """Records of one kind behind a number: the register that lists them, and which they are."""

    register: Register
    criteria: Criteria
    ids: Sequence[int]


@dataclass(frozen=True)
class Opened:
    """One figure with all there is to say about it."""

    reading: Reading
    sentence: str
    terms: tuple[Reading, ...]
    found: Found | None


def open_figure(figure: Figure, period: Period) -> Opened:
    """Read one figure with what explains it."""
    reading = read(figure, period)
    terms = tuple(read_all(figure.terms(), period)) if isinstance(figure, Ratio) else ()
    sentence = f"{with_unit(figure, reading.value.text)} = {define(figure, period)}"
    return Opened(reading, sentence, terms, found_by(figure.query(period)))


def found_by(query: Query) -> Found | None:
    """Return the records that a query finds, as their register lists them; None where none keeps them."""
    register = register_of(query.model)
    if register is None:
        return None
    criteria = Criteria(only=query.select(query.model.id).order_by())
    return Found(register, criteria, listing.ids(register, criteria))


def place_of(register: Register, record_id: int) -> tuple[str, int] | None:
    """Return the listed register and the record in which a record is seen: itself, or its owner.

    None where no tab lists it, as the office's own settings.
    """
    if any(register in subject.registers for subject in registry.SUBJECTS):
        return register.key, record_id
    for owner in registry.registers():
        for child in owner.children:
            if child.register is register:
                row = register.record.get_or_none(register.record.id == record_id)
                return None if row is None else place_of(owner, row.__data__[child.owner.name])
    return None
