"""Links that follow from a name: rows name a unit, and are linked to it from the day it is known.

A row that names an enterprise or a union bears the name as text, and beside it a `NamedLink`. The link
is looked up when the row is saved; `app.records.relinking` lets rows follow the unit itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, Literal, Unpack

import peewee
from peewee import fn

from app.fields import Described, PersonNameField, ReferenceField, TextField
from app.fields.problems import Block, Problem, Warn
from app.fields.typed import Linked
from app.records.base import Record, database, plain_names, unit_names
from app.records.batch import current, without_flush
from app.records.called import any_of, bearers_of, called, own_names
from app.records.conditions import InWords
from app.rules.unit_names import plain_name

if TYPE_CHECKING:
    from app.fields.typed import Options

_FOLLOWED = "_followed"  # of a record in hand, never stored: each link that was found, and for which text
_MOST_NAMED = 3  # so many units are named where a text may mean several


class NamedLink(ReferenceField[Linked, Literal[True]]):
    """A reference to the unit whose name stands in another field of the row, `by`.

    It follows from the name; a program may choose it where the name says nobody or several. Where it
    `fills` others a person may choose it, and the name is only asked where nothing was. `only` tells
    which rows name units, by the values of other fields: the party to a dispute is a person or a unit.
    """

    def __init__(
        self,
        label: str,
        model: type[Linked],
        *,
        by: Described,
        only: tuple[tuple[Described, object], ...] = (),
        fills: Callable[[Linked], Mapping[str, object]] | None = None,
        **options: Unpack[Options[Linked, Literal[True]]],
    ) -> None:
        options["null"] = True
        super().__init__(label, model, fills=fills, **options)
        self.by = by
        if isinstance(by, TextField):
            by.names_unit = True
        self.only = only
        if self.fills is None:
            self.derive = self.find
            self.about = self.about or f"按{by.label}在台账中找到的那一条，自动对应"

    def follow(self, by: Described) -> None:
        """Let a copy of a link follow from the name in another field, that beside it."""
        self.by, self.fills, self.derive = by, None, self.find
        self.backref = self.declared_backref = None

    @property
    def chosen(self) -> bool:
        """Tell whether a person may choose the unit."""
        return self.derive is None

    def applies(self, record: Record) -> bool:
        """Tell whether the row is one that names a unit."""
        return not self.only or all(record.__data__.get(field.name) == value for field, value in self.only)

    def text(self, record: Record) -> str:
        """Return the name that a row bears; nothing where the row names no unit."""
        return (record.__data__.get(self.by.name) or "") if self.applies(record) else ""

    def find(self, record: Record) -> Linked | None:
        """Return the unit that a row names; where it names none or several, the one that was chosen.

        That is one it was linked to while its text was the same, or another that is chosen now.
        """
        text = self.text(record)
        plain = plain_name(text) if text else ""
        unit: Any = self._found(record, text, plain) if plain else None
        followed = record.__dict__.setdefault(_FOLLOWED, {})
        followed[self.name] = plain, unit.id if unit is not None else None
        found: Linked | None = unit
        return found

    def _found(self, record: Record, text: str, plain: str) -> Linked | None:
        units: list[Any] = self.called(text)
        if len(units) == 1:
            named: Linked = units[0]
            return named
        if record.__data__.get("id") is record.__data__.get(self.name) is None:
            return None  # it is new, and nobody has chosen any
        chosen, (before, stored) = record.__data__.get(self.name), self._stored(record)
        other_text, followed = record.__dict__.get(_FOLLOWED, {}).get(self.name, ("", None))
        if chosen == followed and other_text != plain:
            chosen = None  # it followed from what stood there before, nobody chose it
        if chosen is not None and (chosen != stored or chosen in {unit.id for unit in units}):
            return self._living(chosen)
        return self._living(stored) if plain_name(before) == plain else None

    def called(self, text: str) -> list[Linked]:
        """Return the living units of this name; in a batch each name is looked for once."""
        batch = current()
        if batch is None:
            return called(self.rel_model, text)
        question = (called, text)
        return batch.answer((self.rel_model,), question, lambda: called(self.rel_model, text))

    def _stored(self, record: Record) -> tuple[str, int | None]:
        """Return the text and the link of a row as the file has them."""
        batch = current()
        if record.id is None or (batch is not None and batch.waiting(self.model, record.id) is not None):
            return "", None
        with without_flush():
            query = self.model.select(self.by, self).where(self.model.id == record.id)
            before, unit_id = query.tuples().first() or (None, None)
        return before or "", unit_id

    def _living(self, unit_id: int | None) -> Linked | None:
        if unit_id is None:
            return None
        with without_flush():
            unit: Linked | None = self.rel_model.alive().where(self.rel_model.id == unit_id).first()
        return unit


def follows(record: Record, name: str) -> bool:
    """Tell whether a value of a record is a link to the unit that the record names."""
    link = record.described().get(name)
    if not isinstance(link, NamedLink) or not (text := link.text(record)):
        return False
    return record.__data__.get(name) in {unit.id for unit in called(link.rel_model, text)}


def known_as(link: NamedLink) -> peewee.Function:
    """Return the SQL by which rows of different units differ: the unit's record, else its name."""
    return fn.COALESCE(link, fn.plain_unit_name(link.by))


class NamedUnit(peewee.WrappedNode):
    """The SQL that tells units apart where rows have no link beside a name: all names of one are one."""

    def __init__(self, text: Described, model: type[Record]) -> None:
        super().__init__(text)
        self.model = model

    def __sql__(self, ctx: peewee.Context) -> Any:  # noqa: ANN401  # Peewee's stubs do not say
        table = self.model._meta.table_name
        _usual[table] = _usual_names(self.model)
        return ctx.sql(fn.usual_unit_name(table, self.node))  # type: ignore[no-untyped-call]  # nor this


_usual: dict[str, dict[str, str]] = {}
"""The usual names of the units of a table, as they were when a query was last put to it."""


def _usual_name(table: str, text: str | None) -> str | None:
    plain = plain_name(text) if text else ""
    return _usual[table].get(plain, plain) or None


database.register_function(_usual_name, "usual_unit_name", 2)


def told_apart(field: Described) -> peewee.Node:
    """Return the SQL by which the values of a field differ: names of units by the units they name."""
    link = next((link for link in links_of(field.model) if link.by is field), None)
    if link is not None:
        return known_as(link)
    units = units_named(field)
    return field if units is None else NamedUnit(field, units)


def _usual_names(model: type[Record]) -> dict[str, str]:
    """Return the name of each unit that is known by several, under each of those that are its alone.

    They are worked out once as long as nothing is written; within a transaction, which may be taken
    back, each time.
    """
    connection = database.connection()
    if connection.in_transaction:
        return _usual_names_now(model)
    return _usual_names_since(model, connection, connection.total_changes)


@lru_cache(maxsize=4)
def _usual_names_since(model: type[Record], connection: object, changes: int) -> dict[str, str]:
    return _usual_names_now(model)


def _usual_names_now(model: type[Record]) -> dict[str, str]:
    others = any_of(field.is_null(False) for field in unit_names(model) if field.former_of is not None)
    query = model.alive().select(model.id, *unit_names(model)).where(others)
    units = [[plain_name(name) for name in own_names(unit)] for unit in query]
    bearers = bearers_of(model, {name for names in units for name in names})
    return {name: names[0] for names in units for name in names if len(bearers[name]) == 1}


def names_a_unit(text: Described, told: peewee.Node | None = None) -> InWords:
    """Return the SQL condition for rows whose text names a unit, which 失业, 退休 or 灵活就业 do not.

    `told` is the SQL for the unit that it named on a day, where that is asked.
    """
    unit = told_apart(text) if told is None else told
    return InWords(peewee.Expression(unit, peewee.OP.IS_NOT, None), f"写明{text.label}")


def same_unit(link: NamedLink, record: Record) -> peewee.Expression:
    """Return the SQL condition for rows of the unit that a row names."""
    same = link.by == link.text(record)
    unit_id = record.__data__.get(link.name)
    return same if unit_id is None else same | (link == unit_id)


def named_alike(field: Described, model: type[Record], text: str) -> peewee.Expression:
    """Return the SQL condition for rows whose text names the same unit, under whichever of its names."""
    units = called(model, text)
    names = plain_names(model, units[0].__data__) if len(units) == 1 else frozenset({plain_name(text)})
    return fn.plain_unit_name(field).in_(sorted(names))


@cache
def _is_of_a_person(model: type[Record]) -> bool:
    return any(isinstance(field, PersonNameField) for field in model.naming)


@cache
def links_of(model: type[Record]) -> tuple[NamedLink, ...]:
    """Return the links of a kind of record that follow from names."""
    return tuple(field for field in model.described().values() if isinstance(field, NamedLink))


def units_named(field: Described, record: Record | None = None) -> type[Record] | None:
    """Return the kind of unit whose name a field holds, in this record; None where it holds none."""
    for link in links_of(field.model):
        if link.by is field:
            return link.rel_model if record is None or link.applies(record) else None
    units = field.units if isinstance(field, TextField) else None
    return units if units is not None and issubclass(units, Record) else None


def unit_texts(record: Record) -> Iterator[tuple[type[Record], str]]:
    """Yield each name of a unit that a row bears, with the kind of unit; 失业 and 无 name none."""
    yield from ((model, text) for model, text in _unit_texts(record) if plain_name(text))


def _unit_texts(record: Record) -> Iterator[tuple[type[Record], str]]:
    links = links_of(type(record))
    yield from ((link.rel_model, text) for link in links if (text := link.text(record)))
    linked = {link.by.name for link in links}
    for name, field in record.described().items():
        units = units_named(field) if name not in linked else None
        if units is not None and (text := record.__data__.get(name)):
            yield units, text


def names_units(model: type[Record]) -> bool:
    """Tell whether rows of a kind name units."""
    return any(units_named(field) is not None for field in model.described().values())


def doubts(records: Sequence[Record]) -> list[list[Problem]]:
    """Remark of each of some records of a kind which names may mean several units: the clerk is asked.

    Where such a row is one of a unit and not of a person, what names none is refused. Each name is looked
    for once.
    """
    told: list[list[Problem]] = [[] for _ in records]
    model = type(records[0])
    for link in links_of(model):
        texts = list(map(link.text, records))
        if link.by.required and not _is_of_a_person(model):
            for text, problems in zip(texts, told, strict=True):
                if text and not plain_name(text):
                    problems.append(Block(link.by, f"“{text}”不是单位名称，请填写单位的名称"))
        unlinked = [
            text if record.__data__.get(link.name) is None else ""
            for text, record in zip(texts, records, strict=True)
        ]
        _ask(link.by, unlinked, link.called, told, f"，没有关联{link.label}")
    for field, units in _texts_alone(model):
        texts = [record.__data__.get(field.name) or "" for record in records]
        _ask(field, texts, partial(called, units), told, "")
    return told


def _ask(
    field: Described,
    texts: Sequence[str],
    bearers: Callable[[str], list[Any]],
    told: Sequence[list[Problem]],
    consequence: str,
) -> None:
    """Add to what is `told` of rows what their texts leave open that are the name of several units."""
    several = {text: units for text in dict.fromkeys(filter(None, texts)) if len(units := bearers(text)) > 1}
    for text, problems in zip(texts, told, strict=True) if several else ():
        if text in several:
            problems.append(_asked(field, several[text], consequence))


@cache
def _texts_alone(model: type[Record]) -> tuple[tuple[Described, type[Record]], ...]:
    """Return the fields that name units and have no link beside them, with the kind of unit."""
    linked = {link.by for link in links_of(model)}
    fields = [field for field in model.described().values() if field not in linked]
    return tuple((field, units) for field in fields if (units := units_named(field)) is not None)


def _asked(field: Described, units: list[Any], consequence: str) -> Problem:
    names = "、".join(f"“{unit}”" for unit in units[:_MOST_NAMED])
    more = "等" if len(units) > _MOST_NAMED else ""
    return Warn(field, f"可能是{names}{more}{consequence}，请写全称")
