"""Links that follow from a name: rows name a unit, and are linked to it from the day it is known.

A row that names an enterprise or a union bears the name as text, and beside it a `NamedLink`. The link
is looked up when the row is saved, and again for all rows that bear one of its names when the unit itself is
registered, renamed, binned or restored. Once made it stays as long as the row's text does: only a text
that names exactly one other unit takes it away. What could name two units is linked to neither.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Literal, Unpack

import peewee
from peewee import fn

from app.fields import Described, PersonNameField, ReferenceField, TextField
from app.fields.problems import Block, Problem, Warn
from app.fields.typed import Linked
from app.records.base import Record, database, plain_names, unit_names
from app.records.batch import current, without_flush
from app.records.conditions import InWords
from app.rules.unit_names import plain_name, spelled_name

if TYPE_CHECKING:
    from app.fields.typed import Options

_TO_WIDE = 0xFEE0  # from a digit to the same one in full width
_FOLLOWED = "_followed"  # of a record in hand, never stored: each link that was found, and for which text
_FEW = 20  # so many names are looked for by what they have in common with the text of a row
_MOST_NAMED = 3  # so many units are named where a text may mean several


def _plain(name: str | None) -> str | None:
    return plain_name(name) or None if name else None


database.register_function(_plain, "plain_unit_name", 1, deterministic=True)


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

    @property
    def chosen(self) -> bool:
        """Tell whether a person may choose the unit."""
        return self.derive is None

    def applies(self, record: Record) -> bool:
        """Tell whether the row is one that names a unit."""
        return all(record.__data__.get(field.name) == value for field, value in self.only)

    def text(self, record: Record) -> str:
        """Return the name that a row bears; nothing where the row names no unit."""
        return (record.__data__.get(self.by.name) or "") if self.applies(record) else ""

    def find(self, record: Record) -> Linked | None:
        """Return the unit that a row names; where it names none or several, the one that was chosen.

        That is one it was linked to while its text was the same, or another that is chosen now.
        """
        unit: Any = self._found(record)
        followed = record.__dict__.setdefault(_FOLLOWED, {})
        followed[self.name] = plain_name(self.text(record)), unit.id if unit is not None else None
        found: Linked | None = unit
        return found

    def _found(self, record: Record) -> Linked | None:
        text = self.text(record)
        if not plain_name(text):
            return None
        units: list[Any] = self.called(text)
        if len(units) == 1:
            named: Linked = units[0]
            return named
        chosen, (before, stored) = record.__data__.get(self.name), self._stored(record)
        other_text, followed = record.__dict__.get(_FOLLOWED, {}).get(self.name, ("", None))
        if chosen == followed and other_text != plain_name(text):
            chosen = None  # it followed from what stood there before, nobody chose it
        if chosen is not None and (chosen != stored or chosen in {unit.id for unit in units}):
            return self._living(chosen)
        return self._living(stored) if plain_name(before) == plain_name(text) else None

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

    def candidates(self, record: Record) -> list[Linked]:
        """Return the units that a row may mean, where it names several: one of them is to be chosen."""
        text = self.text(record)
        units = self.called(text) if text else []
        return units if len(units) > 1 else []


def follows(record: Record, name: str) -> bool:
    """Tell whether a value of a record is a link to the unit that the record names."""
    link = record.described().get(name)
    if not isinstance(link, NamedLink) or not (text := link.text(record)):
        return False
    return record.__data__.get(name) in {unit.id for unit in called(link.rel_model, text)}


def rows_named(link: NamedLink) -> frozenset[int]:
    """Return the living rows that bear a name of the unit they are linked to."""
    query = link.model.alive().where(link.is_null(False)).select(link.model.id, link.by, link).tuples()
    rows = list(query)
    names = names_in_file(link.rel_model, {unit for _, _, unit in rows})
    return frozenset(row for row, text, unit in rows if plain_name(text or "") in names.get(unit, ()))


def known_as(link: NamedLink) -> peewee.Function:
    """Return the SQL by which rows of different units differ: the unit's record, else its name."""
    return fn.COALESCE(link, fn.plain_unit_name(link.by))


class NamedUnit(peewee.WrappedNode):
    """The SQL that tells units apart where rows have no link beside a name: all names of one are one."""

    def __init__(self, text: Described, model: type[Record]) -> None:
        super().__init__(text)
        self.model = model

    def __sql__(self, ctx: peewee.Context) -> Any:  # noqa: ANN401  # Peewee's stubs do not say
        plain = fn.plain_unit_name(self.node)
        usual = peewee.Expression(peewee.Value(json.dumps(_usual_names(self.model))), "->>", plain)
        return ctx.sql(fn.COALESCE(usual, plain))  # type: ignore[no-untyped-call]  # nor this


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
    others = _any(field.is_null(False) for field in unit_names(model) if field.former_of is not None)
    query = model.alive().select(model.id, *unit_names(model)).where(others)
    units = [[plain_name(name) for name in _own_names(unit)] for unit in query]
    bearers = _bearers(model, {name for names in units for name in names})
    return {name: names[0] for names in units for name in names if len(bearers[name]) == 1}


def names_a_unit(text: Described) -> InWords:
    """Return the SQL condition for rows whose text names a unit, which 失业, 退休 or 灵活就业 do not."""
    return InWords(fn.plain_unit_name(text).is_null(False), f"{text.label}为具体单位")


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


def doubts(record: Record) -> Iterator[Problem]:
    """Yield a remark for each name in a row that may mean several units: the clerk is asked.

    Where the row is one of a unit and not of a person, what names none is refused.
    """
    for link in links_of(type(record)):
        text = link.text(record)
        if text and link.by.required and not plain_name(text) and not _is_of_a_person(type(record)):
            yield Block(link.by, f"“{text}”不是单位名称，请填写单位的名称")
        if record.__data__.get(link.name) is None and (units := link.candidates(record)):
            yield _asked(link.by, units, f"，没有关联{link.label}")
    for field, model in _texts_alone(type(record)):
        text = record.__data__.get(field.name)
        if text and len(units := called(model, text)) > 1:
            yield _asked(field, units, "")


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


def called(model: type[Record], text: str) -> list[Any]:
    """Return the living records that bear a name in any way of writing it.

    Where several do and one of them alone bears it with this legal form, it is that one.
    """
    plain = plain_name(text)
    if not plain:
        return []
    batch = current()
    if batch is not None:
        units = batch.called(model, plain)
    else:
        units = [model.get_by_id(unit.id) for unit in _bearers(model, {plain})[plain]]
    return _exact(units, text)


def _exact(units: list[Any], text: str) -> list[Any]:
    spelled = spelled_name(text)
    exact = [unit for unit in units if spelled in map(spelled_name, _own_names(unit))]
    return exact if len(exact) == 1 else units


def _bearers(model: type[Record], plains: Collection[str]) -> dict[str, list[Any]]:
    """Return the living records that bear each of these names, with no more of them than their names."""
    query = model.alive().select(model.id, *unit_names(model)).order_by(model.id)
    if len(plains) <= _FEW:
        query = query.where(
            _any(_bears(unit_name, plain) for plain in plains for unit_name in unit_names(model))
        )
    bearers: dict[str, list[Any]] = defaultdict(list)
    for record in query:
        for plain in plain_names(model, record.__data__).intersection(plains):
            bearers[plain].append(record)
    return bearers


def _any(conditions: Iterable[peewee.ColumnBase]) -> peewee.ColumnBase:
    return reduce(or_, conditions, peewee.SQL("FALSE"))


def _own_names(unit: Record) -> list[str]:
    return [
        name
        for unit_name in unit_names(type(unit))
        for name in unit_name.names(unit.__data__.get(unit_name.name))
    ]


def _bears(field: peewee.Field, plain: str) -> peewee.ColumnBase:
    """Return an SQL condition that holds wherever the name stands, and for few others.

    Comparing by what SQLite does itself is fast; what is found is compared in full.
    """
    distinctive = [
        character
        for character in dict.fromkeys(plain)
        if "\u4e00" <= character <= "\u9fff" or "0" <= character <= "9"
    ]
    if not distinctive:
        return fn.INSTR(fn.plain_unit_name(field), plain) > 0
    return reduce(and_, (_contains(field, character) for character in distinctive))


def _contains(field: peewee.Field, character: str) -> peewee.ColumnBase:
    within = fn.INSTR(field, character) > 0
    return within | (fn.INSTR(field, chr(ord(character) + _TO_WIDE)) > 0) if character.isascii() else within


@cache
def _naming(model: type[Record]) -> tuple[NamedLink, ...]:
    """Return the links by which rows of all registers name records of this kind."""
    return tuple(link for link in model._meta.backrefs if isinstance(link, NamedLink))


def is_named(model: type[Record]) -> bool:
    """Tell whether rows name records of this kind."""
    return bool(_naming(model))


def keep_former_name(record: Record) -> None:
    """Let a record that is renamed be known by the name it had, too; not where one was taken from it."""
    for unit_name in unit_names(type(record)):
        former = unit_name.former_of
        if former is None or record.id is None:
            continue
        with without_flush():
            model = type(record)
            before = model.select(former, unit_name).where(model.id == record.id).tuples().first()
        if before is None or not before[0]:
            continue
        others = unit_name.names(record.__data__.get(unit_name.name))
        plain = {plain_name(name) for name in (*others, record.__data__.get(former.name) or "")}
        if plain_name(before[0]) not in plain and set(unit_name.names(before[1])) <= set(others):
            setattr(record, unit_name.name, "、".join((*others, before[0])))


def names_in_file(model: type[Record], ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """Return the names that living records bear as the file has them, by id, where rows name such records."""
    if not _naming(model):
        return {}
    with without_flush():
        query = model.alive().select(model.id, *unit_names(model)).where(_among(model.id, ids))
        return {record.id: plain_names(model, record.__data__) for record in query}


def names_of(record: Record) -> dict[int, frozenset[str]]:
    """Return the names that a record bears now by its id, where rows name such; none of one in the bin."""
    model = type(record)
    if not _naming(model) or record.deleted_at is not None:
        return {}
    return {record.id: plain_names(model, record.__data__)}


def follow(
    model: type[Record], before: Mapping[int, frozenset[str]], after: Mapping[int, frozenset[str]]
) -> None:
    """Relink the rows that name records whose names changed; in a batch, once at its end."""
    if not before and not after:
        return
    changed = {
        record_id: before.get(record_id, frozenset()) | after.get(record_id, frozenset())
        for record_id in before.keys() | after.keys()
        if before.get(record_id) != after.get(record_id)
    }
    batch = current()
    if not changed or not _naming(model):
        return
    if batch is None:
        relink(model, changed)
        return
    gathered = batch.renamed.setdefault(model, {})
    if not gathered:
        batch.at_end.append(lambda: relink(model, gathered))
    for record_id, names in changed.items():
        gathered[record_id] = gathered.get(record_id, frozenset()) | names


def relink(model: type[Record], changed: Mapping[int, frozenset[str]]) -> None:
    """Link anew all rows that bear one of these names, or are linked to one of these records.

    A few statements for each kind of row, however many there are. Rows in the recycle bin follow, too:
    they may come back.
    """
    for link in _naming(model) if changed else ():
        rows = _rows(link, changed)
        if rows:
            _write(link, _relinked(link, rows, changed))


def relink_all(model: type[Record]) -> None:
    """Link all rows that name records of a kind anew, as in a file of an earlier version."""
    if _naming(model):
        ids = [record_id for (record_id,) in model.alive().select(model.id).tuples()]
        relink(model, names_in_file(model, ids))


@dataclass(frozen=True)
class Misled:
    """Living rows whose link is not to the unit that their text names; `unit` is that one, if any."""

    link: NamedLink
    text: str
    unit: int | None
    ids: tuple[int, ...]


def misled(model: type[Record]) -> Iterator[Misled]:
    """Yield the rows that linking all that name records of a kind anew would change; nothing is written."""
    ids = [record_id for (record_id,) in model.alive().select(model.id).tuples()]
    names = names_in_file(model, ids)
    for link in _naming(model) if names else ():
        for text, before, unit in _relinked(link, _rows(link, names), names):
            here = link.is_null() if before is None else link == before
            rows = link.model.alive().where(link.by == text, here, *_only(link))
            found = tuple(row for (row,) in rows.select(link.model.id).tuples())
            if found:
                yield Misled(link, text, unit, found)


def take_names(kept: Record, twin: Record) -> None:
    """Let a unit be known by all names of its twin, too: one unit had been entered twice.

    The record is to be saved afterwards, the twin binned: then the rows that name the twin follow.
    """
    known = plain_names(type(kept), kept.__data__)
    more = [name for name in _own_names(twin) if plain_name(name) not in known]
    for field in unit_names(type(kept)):
        if field.former_of is not None and more:
            own = field.names(kept.__data__.get(field.name))
            setattr(kept, field.name, "、".join(dict.fromkeys((*own, *more))))


def hand_over(twin: Record, kept: Record) -> dict[NamedLink, list[int]]:
    """Link every row that is linked to a unit to another, whatever its text; return the rows by their link.

    Rows in the recycle bin follow, too. A row that would be there twice stays as it was: a survey that
    found both units keeps both. Giving the returned rows the twin again takes it back.
    """
    moved = {}
    for link in _naming(type(twin)):
        table, column = link.model._meta.table_name, link.column_name
        rows = link.model.select(link.model.id).where(link == twin.id).order_by(link.model.id)
        ids = [row for (row,) in rows.tuples()]
        if ids:
            change = f'UPDATE OR IGNORE "{table}" SET "{column}" = ? WHERE "{column}" = ?'
            database.execute_sql(change, (kept.id, twin.id))
            left = {row for (row,) in rows.tuples()}
            moved[link] = [row for row in ids if row not in left]
    return moved


_Row = tuple[str, int | None]
"""What rows say of their unit: the text and the link."""


def _rows(link: NamedLink, changed: Mapping[int, frozenset[str]]) -> list[_Row]:
    """Return the different texts and links of the rows that changed names may mean."""
    names = frozenset().union(*changed.values())
    named = fn.plain_unit_name(link.by).in_(list(names)) if len(names) <= _FEW else peewee.SQL("TRUE")
    bears = _any(_bears(link.by, plain) & named for plain in names) if len(names) <= _FEW else named
    concerned = (link.by != "") & (bears | _among(link, changed))
    query: Any = link.model.select(link.by, link).where(concerned, *_only(link)).distinct()
    return [(text, unit) for text, unit in query.tuples() if unit in changed or plain_name(text) in names]


def _relinked(
    link: NamedLink, rows: list[_Row], changed: Mapping[int, frozenset[str]]
) -> list[tuple[str, int | None, int | None]]:
    """Return the texts and links of rows that are linked anew, each with its new link."""
    model = link.rel_model
    bearers = _bearers(model, {plain_name(text) for text, _ in rows})
    linked = model.alive().select(model.id).where(_among(model.id, {unit for _, unit in rows if unit}))
    living = {record_id for (record_id,) in linked.tuples()}
    again = []
    for text, unit in rows:
        plain = plain_name(text)
        matches = [record.id for record in _exact(bearers[plain], text)]
        stays = unit in matches or (unit in living and (link.chosen or len(matches) != 1))
        # What was chosen under another name waits for its unit to come back from the recycle bin.
        waits = unit is not None and plain not in changed.get(unit, ())
        if not stays and (len(matches) == 1 or not waits):
            again.append((text, unit, matches[0] if len(matches) == 1 else None))
    return [(text, before, after) for text, before, after in again if before != after]


def _write(link: NamedLink, links: list[tuple[str, int | None, int | None]]) -> None:
    """Write all new links of a table with one statement; a row that would be there twice stays as it is."""
    if not links:
        return
    table, column, by = link.model._meta.table_name, link.column_name, link.by.column_name
    only = "".join(f' AND "{table}"."{field.column_name}" = ?' for field, _ in link.only)
    database.execute_sql(
        f"""
        WITH link(name, before, unit) AS MATERIALIZED (
            SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)
        )
        UPDATE OR IGNORE "{table}" SET "{column}" = link.unit FROM link
        WHERE "{table}"."{by}" = link.name AND "{table}"."{column}" IS link.before{only}
        """,
        (json.dumps(links), *(str(value) for _, value in link.only)),
    )


def _among(field: peewee.Field, ids: Iterable[int]) -> peewee.Expression:
    return field.in_(peewee.SQL("(SELECT value FROM json_each(?))", [json.dumps(list(ids))]))


def _only(link: NamedLink) -> list[Any]:
    return [field == value for field, value in link.only]
