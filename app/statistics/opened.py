"""One figure opened: explained in a sentence, with the terms of a ratio and the records behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app import listing, registry
from app.figures.figure import Fact, Figure, Ratio
from app.figures.reading import Reading, read, read_all, remark_on, with_unit
from app.figures.wording import define
from app.listing import Criteria
from app.records.base import Query
from app.register import Register, register_of
from app.rules.periods import Period


@dataclass(frozen=True)
class RecordSet:
    """Records of one kind behind a number: the register that lists them, and which they are."""

    register: Register
    criteria: Criteria
    ids: Sequence[int]


@dataclass(frozen=True)
class Opened:
    """One figure with all there is to say about it.

    `value` has its unit, `comparison` is with last year; `remark` says what is unusual about the value,
    `sentence` how it follows from the records. `terms` are those of a ratio, `records` what was counted;
    None where no register lists it.
    """

    reading: Reading
    title: str
    value: str
    comparison: str
    remark: str
    sentence: str
    terms: tuple[Reading, ...]
    records: RecordSet | None


def open_figure(figure: Figure, period: Period) -> Opened:
    """Read one figure with what explains it."""
    return open_reading(read(figure, period))


def open_reading(reading: Reading) -> Opened:
    """Explain a figure that was read."""
    figure, period = reading.figure, reading.period
    value = with_unit(figure, reading.value.text)
    return Opened(
        reading,
        figure.label,
        value,
        _comparison(reading),
        _remark(reading),
        f"{value} = {define(figure, period)}",
        tuple(read_all(figure.terms(), period)) if isinstance(figure, Ratio) else (),
        record_set(figure.query(period)),
    )


def _remark(reading: Reading) -> str:
    value = reading.value
    if value.live is not None:
        return f"关账后记录有变动，现为 {with_unit(reading.figure, value.live)}"
    return "" if value.closed else remark_on(value)


def _comparison(reading: Reading) -> str:
    """Say last year's value, and the change as the table does; words are not compared."""
    last = f"上年同期 {with_unit(reading.figure, reading.last.text)}"
    if reading.last.closed:
        last += "（关账数）"
    if isinstance(reading.figure, Fact) or reading.growth is None:
        return last
    return f"{last}，增减 {reading.change}"


def record_set(query: Query) -> RecordSet | None:
    """Return the records of a query, as their register lists them; None where no register does."""
    register = register_of(query.model)
    if register is None:
        return None
    criteria = Criteria(only=query.select(query.model.id).order_by())
    return RecordSet(register, criteria, listing.ids(register, criteria))


def place_of(register: Register, record_id: int) -> tuple[str, int] | None:
    """Return the listed register and the record in which a record is seen: itself, or its owner.

    None where no tab lists it, as the office's own settings.
    """
    if registry.is_listed(register):
        return register.key, record_id
    row = register.record.get_or_none(register.record.id == record_id)
    if row is None:
        return None
    owners = ((owner, row.__data__[child.owner.name]) for owner, child in registry.owners_of(register))
    places = (place_of(owner, owner_id) for owner, owner_id in owners if owner_id is not None)
    return next((place for place in places if place is not None), None)
