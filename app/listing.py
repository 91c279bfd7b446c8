"""Reading a register as a list: ids first, then rows by the window."""

from __future__ import annotations

import json
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any, NamedTuple

from peewee import SQL, Asc, ColumnBase, Desc, Function, Node, Select, Value, fn

from app.fields import (
    ChoiceField,
    ChoicesField,
    DateField,
    Derived,
    Described,
    FlagField,
    PersonNameField,
    ReferenceField,
    Shown,
)
from app.records.base import Query, Record, Selected, database
from app.records.references import fetch_references
from app.register import Condition, Register
from app.register.searching import word_found
from app.rules.text import search_words

LONG = 20_000
"""Records: reading the list of more keeps a window waiting for longer than a person bears."""
MOST_KEYS = 3
"""By so many columns a list can be in order, one after the other, as in a spreadsheet."""


class SortKey(NamedTuple):
    """A column that a list is in order by: its name, and whether the last comes first."""

    name: str
    descending: bool = False


@dataclass(frozen=True)
class Criteria:
    """What a person asks of a list.

    `filters` maps a field's name to the chosen values (years for dates), a condition's title to
    anything true; `order` are the columns to sort by, the weightiest first; `owner` keeps only the child
    rows of that record, `only` these records: their ids, or a query of ids.
    """

    search: str = ""
    filters: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    order: tuple[SortKey, ...] = ()
    owner: int | None = None
    owner_field: str = ""
    binned: bool = False
    only: Query | Sequence[int] | None = None


def ids(register: Register, criteria: Criteria) -> list[int]:
    """Return the ids of all records asked for, in order."""
    query = _matching(register, criteria).select(register.record.id).order_by(*_order(register, criteria))
    # Past Peewee's row objects: a hundred thousand ids come five times faster.
    return [row[0] for row in database.execute(query)]


def may_be_long(register: Register, criteria: Criteria) -> bool:
    """Tell at once, before anything is read, whether a list may be longer than `LONG`.

    What is kept to some records, or to those of an owner, is short; else the newest id bounds it.
    """
    if criteria.owner_field:
        return False
    if isinstance(criteria.only, Sequence):
        return len(criteria.only) > LONG
    newest = f'SELECT max(id) FROM "{register.record._meta.table_name}"'
    return bool((database.execute_sql(newest).fetchone()[0] or 0) > LONG)


def still_stand(register: Register, criteria: Criteria, neighbours: Sequence[int]) -> bool:
    """Tell whether records that stood one below the other in a list would do so if it were read again.

    Never while a condition is chosen: what meets it may depend on records that stand elsewhere.
    """
    if any(isinstance(kept, Condition) and criteria.filters.get(kept.title) for kept in register.filters):
        return False
    query = _matching(register, criteria).where(register.record.id.in_(neighbours))
    found = query.select(register.record.id).order_by(*_order(register, criteria))
    return [row[0] for row in database.execute(found)] == list(neighbours)


def rows(register: Register, wanted: Sequence[int]) -> dict[int, Record]:
    """Fetch records by id, their references with them: one query, and one for each reference."""
    records = {row.id: row for row in register.record.select().where(register.record.id.in_(wanted))}
    fetch_references(records.values(), register.record)
    return records


def options(register: Register, field: Described) -> list[object]:
    """Return the values a filter offers: its choices, the years of a date, the words in use."""
    if isinstance(field, ChoiceField | ChoicesField):
        return list(field.offered)
    if isinstance(field, FlagField):
        return [True, False]
    alive = register.record.deleted_at.is_null()
    if isinstance(field, DateField):
        return list[object](years(field))
    used = register.record.select(field, fn.COUNT(1)).where(alive, field.is_null(False)).group_by(field)
    values = [value for value, _ in used.order_by(fn.COUNT(1).desc(), field).limit(200).tuples()]
    if isinstance(field, ReferenceField):
        return list(field.rel_model.select().where(field.rel_model.id.in_(values)))
    return values


def years(day: Described) -> list[int]:
    """Return the years there are records of, by a date, a month or a year; the newest first."""
    record = day.model
    query: Query = record.select(fn.DISTINCT(fn.SUBSTR(day, 1, 4)))
    # What another program wrote there instead of a day has no year.
    dated = query.where(record.deleted_at.is_null(), fn.GLOB("[0-9][0-9][0-9][0-9]*", day))
    return sorted((int(year) for (year,) in dated.tuples()), reverse=True)


def count(register: Register, criteria: Criteria) -> int:
    """Count the records asked for."""
    return int(_matching(register, criteria).count())


def summary(register: Register, criteria: Criteria, total: int, *, beside: Sequence[Shown] = ()) -> str:
    """Sum the list up in one line, as a spreadsheet's status line does; `total` records are in it.

    Amounts and numbers in the columns `beside` are added up, too.
    """
    measures: list[tuple[str, Described, Function]] = [
        ("合计", field, fn.SUM(field)) for field in summed(register, beside)
    ]
    measures += [("平均", mean, fn.AVG(mean)) for mean in register.means]
    parts = [f"共 {total:,} {register.unit}"]
    if not measures:
        return parts[0]
    query = _matching(register, criteria).select(*(measure for _, _, measure in measures))
    values = next(iter(query.tuples()))
    for (word, measured, _), value in zip(measures, values, strict=True):
        if value is not None:
            parts.append(f"{measured.heading} {word} {measured.format(round(value))}")
    return "　".join(parts)


def summed(register: Register, columns: Sequence[Shown]) -> list[Described]:
    """Return the fields that are added up below a list with these columns."""
    told = (*register.sums, *register.means)  # the sum of what has a mean says nothing
    beside = (
        shown
        for shown in columns
        if isinstance(shown, Described) and shown.sums and not any(shown is field for field in told)
    )
    return [*register.sums, *beside]


def names(register: Register, wanted: Sequence[int], most: int = 5) -> str:
    """Say who some records are: the first by name, and how many they are all together."""
    records = rows(register, wanted[:most])
    named = "、".join(str(records[record_id]) for record_id in wanted[:most] if record_id in records)
    return f"{named}等 {len(wanted):,} {register.unit}" if len(wanted) > most else named


def matching(register: Register[Selected], criteria: Criteria) -> Query[Selected]:
    """Return the query for the records asked for, in order."""
    return _matching(register, criteria).order_by(*_order(register, criteria))


def _matching(register: Register[Selected], criteria: Criteria) -> Query[Selected]:
    record = register.record
    terms: list[Node] = [record.deleted_at.is_null(not criteria.binned)]
    if criteria.owner_field:
        terms.append(getattr(record, criteria.owner_field) == criteria.owner)
    if criteria.only is not None:
        terms.append(record.id.in_(_some(criteria.only)))
    terms += [word_found(register, word) for word in search_words(criteria.search)]
    for offered in register.filters:
        name = offered.title if isinstance(offered, Condition) else offered.name
        if chosen := criteria.filters.get(name):
            terms.append(offered.where() if isinstance(offered, Condition) else _chosen(offered, chosen))
    return record.select().where(*terms)


def _some(only: Query | Sequence[int]) -> Query | SQL:
    """Return a query of these ids; as a list of values SQLite would take no more than it has variables."""
    if isinstance(only, Select):
        return only
    return SQL("(SELECT value FROM json_each(?))", [json.dumps(list(only))])


def _chosen(field: Described, values: tuple[Any, ...]) -> ColumnBase:
    if isinstance(field, DateField):
        return reduce(operator.or_, [field.between(date(year, 1, 1), date(year, 12, 31)) for year in values])
    if isinstance(field, ChoicesField):
        return reduce(operator.or_, [field.contains(value) for value in values])
    return field.in_(values)


def _order(register: Register, criteria: Criteria) -> list[Node]:
    """Order as asked, else as the register says; the newest first where it says nothing.

    In the recycle bin what was put there last comes first.
    """
    keys: list[Node] = []
    for wanted in criteria.order[:MOST_KEYS]:
        shown = next((column for column in register.all_columns if column.name == wanted.name), None)
        if isinstance(shown, Derived):
            key = shown.sort() if shown.sort is not None else None
        else:
            key = sort_key(register.record, shown) if shown is not None else None
        if key is not None:
            keys.append((Desc if wanted.descending else Asc)(key, nulls="LAST"))
    if not keys and criteria.binned:
        keys.append(register.record.deleted_at.desc())
    return [*(keys or register.order or (register.record.id.desc(),)), register.record.id]


def sort_key(record: type[Record], field: Described) -> ColumnBase | Select:
    """Return what a field's values are ordered by: names by pinyin, choices as they are listed."""
    if isinstance(field, PersonNameField):
        return record.search_key
    if isinstance(field, ChoiceField):
        return fn.INSTR("|" + "|".join(field.offered) + "|", Value("|").concat(field).concat("|"))
    if isinstance(field, ReferenceField):
        target = field.rel_model.alias()
        called: Select = target.select(getattr(target, field.rel_model.naming[0].name))
        return called.where(target.id == field)
    return field
