"""Rows follow the units they name: relinked when one is registered, renamed, binned or restored.

A link once made stays as long as the row's text does: only a text that names exactly one other unit
takes it away. What could name two units is linked to neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import peewee
from peewee import fn

from app.records.base import Record, among, database, plain_names, unit_names
from app.records.batch import current, without_flush
from app.records.called import FEW, any_of, bearers_of, bears_name, exact
from app.records.naming import NamedLink
from app.rules.unit_names import plain_name


@cache
def links_to(model: type[Record]) -> tuple[NamedLink, ...]:
    """Return the links by which rows of all registers name records of this kind."""
    return tuple(link for link in model._meta.backrefs if isinstance(link, NamedLink))


def is_named(model: type[Record]) -> bool:
    """Tell whether rows name records of this kind."""
    return bool(links_to(model))


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


def rows_named(link: NamedLink) -> frozenset[int]:
    """Return the living rows that bear a name of the unit they are linked to."""
    query = link.model.alive().where(link.is_null(False)).select(link.model.id, link.by, link).tuples()
    rows = list(query)
    names = names_in_file(link.rel_model, {unit for _, _, unit in rows})
    return frozenset(row for row, text, unit in rows if plain_name(text or "") in names.get(unit, ()))


def names_in_file(model: type[Record], ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """Return the names that living records bear as the file has them, by id, where rows name such records."""
    if not links_to(model):
        return {}
    with without_flush():
        query = model.alive().select(model.id, *unit_names(model)).where(among(model.id, ids))
        return {record.id: plain_names(model, record.__data__) for record in query}


def names_of(record: Record) -> dict[int, frozenset[str]]:
    """Return the names that a record bears now by its id, where rows name such; none of one in the bin."""
    model = type(record)
    if not links_to(model) or record.deleted_at is not None:
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
    if not changed or not links_to(model):
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
    for link in links_to(model) if changed else ():
        rows = _rows(link, changed)
        if rows:
            _write(link, _relinked(link, rows, changed))


def relink_all(model: type[Record]) -> None:
    """Link all rows that name records of a kind anew, as in a file of an earlier version."""
    if links_to(model):
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
    for link in links_to(model) if names else ():
        for text, before, unit in _relinked(link, _rows(link, names), names):
            here = link.is_null() if before is None else link == before
            rows = link.model.alive().where(link.by == text, here, *_only(link))
            found = tuple(row for (row,) in rows.select(link.model.id).tuples())
            if found:
                yield Misled(link, text, unit, found)


_Row = tuple[str, int | None]
"""What rows say of their unit: the text and the link."""


def _rows(link: NamedLink, changed: Mapping[int, frozenset[str]]) -> list[_Row]:
    """Return the different texts and links of the rows that changed names may mean."""
    names = frozenset().union(*changed.values())
    named = fn.plain_unit_name(link.by).in_(list(names)) if len(names) <= FEW else peewee.SQL("TRUE")
    bears = any_of(bears_name(link.by, plain) & named for plain in names) if len(names) <= FEW else named
    concerned = (link.by != "") & (bears | among(link, changed))
    query: Any = link.model.select(link.by, link).where(concerned, *_only(link)).distinct()
    return [(text, unit) for text, unit in query.tuples() if unit in changed or plain_name(text) in names]


def _relinked(
    link: NamedLink, rows: list[_Row], changed: Mapping[int, frozenset[str]]
) -> list[tuple[str, int | None, int | None]]:
    """Return the texts and links of rows that are linked anew, each with its new link."""
    model = link.rel_model
    bearers = bearers_of(model, {plain_name(text) for text, _ in rows})
    linked = model.alive().select(model.id).where(among(model.id, {unit for _, unit in rows if unit}))
    living = {record_id for (record_id,) in linked.tuples()}
    again = []
    for text, unit in rows:
        plain = plain_name(text)
        matches = [record.id for record in exact(bearers[plain], text)]
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


def _only(link: NamedLink) -> list[Any]:
    return [field == value for field, value in link.only]
