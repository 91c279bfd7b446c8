"""From a description to what every register is: records, how they are shown, printed, reminded of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from peewee import Node

from app.described import figures, kinds, prints
from app.described.description import DescribedField, Description
from app.described.kinds import NAME, Referred, fields_of
from app.fields import DateField, Described, ReferenceField, Shown
from app.records.base import Record
from app.register import Due, Register, Section
from app.subject import FigureTopic

_WIDE_LIST = 12  # columns of a list beyond which nothing can be read


@dataclass(frozen=True, eq=False)
class Made:
    """What a description was made into."""

    register: Register
    figures: FigureTopic


def make(table: str, description: Description, referred: Referred, *, key: str) -> Made:
    """Make the record, the register and the figures that a checked description stands for."""
    model = _model(table, description, referred)
    fields = {field.column: model.described()[field.column] for field in description.shown}
    register = Register(
        key,
        description.title,
        model,
        columns=tuple(_columns(description, fields))[:_WIDE_LIST],
        sections=tuple(_sections(description, model)),
        filters=tuple(_filters(description, model)),
        search=tuple(_searched(description, fields)),
        order=_order(description, fields),
        sums=tuple(fields[field.column] for field in description.of_kind(*kinds.ADDED_UP)),
        unit=description.unit,
        prints=prints.of(key, description, model),
        due=_due(description, model),
    )
    return Made(register, figures.topic(table, description, model))


def _model(table: str, description: Description, referred: Referred) -> type[Record]:
    """Make the class of the records, named as their table: Peewee names indexes by it."""
    made: dict[str, Described] = {}
    for field in sorted(description.fields, key=lambda one: int(one.column[1:])):
        made |= fields_of(field, referred)
    for field in description.fields:
        if field.came_from:
            made[field.came_from].successor = made[field.column]
    words = [field for field in description.shown if field.kind in kinds.WORDS]
    first = [field for field in words if field.kind == kinds.PERSON] or words
    naming = tuple(made[field.column] for field in first[:1])
    meta = type("Meta", (), {"table_name": table})
    attributes: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": f"{description.title}.",
        "naming": naming,
        "Meta": meta,
    }
    attributes["remade"] = True
    made_class: Any = type(Record)
    return cast("type[Record]", made_class(table, (Record,), attributes | made))


def _sections(description: Description, model: type[Record]) -> Iterator[Section]:
    described = model.described()
    shown: list[Shown] = []
    for field in description.shown:
        if field.kind == kinds.FILE:
            shown.append(described[f"{field.column}{NAME}"])
        shown.append(described[field.column])
    yield Section(description.title, *shown)


def _columns(description: Description, fields: dict[str, Described]) -> Iterator[Shown]:
    return (fields[field.column] for field in description.shown if field.listed)


def _filters(description: Description, model: type[Record]) -> Iterator[Described]:
    described = model.described()
    for field in description.of_kind(kinds.DATE, kinds.CHOICE, kinds.REFERENCE):
        yield described[field.column]


def _searched(description: Description, fields: dict[str, Described]) -> Iterator[Described]:
    for field in description.of_kind(*kinds.WORDS, kinds.REFERENCE):
        if not isinstance(fields[field.column], ReferenceField):
            yield fields[field.column]


def _order(description: Description, fields: dict[str, Described]) -> tuple[Node, ...]:
    dated = next(description.of_kind(kinds.DATE), None)
    return (fields[dated.column].desc(),) if dated is not None else ()


def _due(description: Description, model: type[Record]) -> Callable[[date], Iterable[Due]] | None:
    reminded = [field for field in description.shown if field.remind is not None]
    if not reminded:
        return None

    def due(today: date) -> Iterator[Due]:
        for field in reminded:
            yield from _due_by(field, description, model, today)

    return due


def _due_by(
    field: DescribedField, description: Description, model: type[Record], today: date
) -> Iterator[Due]:
    """Yield the records whose date comes near, or has passed, and whose later date is not filled in."""
    by = cast("DateField", model.described()[field.column])
    waiting = model.alive().where(by.is_null(False))
    if field.until:
        waiting = waiting.where(model.described()[field.until].is_null())
    else:
        waiting = waiting.where(by >= today)  # what nobody ticks off is over when its day is
    for record in waiting.order_by(by, model.id):
        days = (record.__data__[field.column] - today).days
        if days <= (field.remind or 0):
            settled = model.described()[field.until].label if field.until else ""
            yield Due(f"{description.title}{field.label}", str(record), record.id, days, by=settled)
