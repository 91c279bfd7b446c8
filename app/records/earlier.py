"""Values that change over time: what was told of a record before, and what it was on a day.

A field says that its value changes over time and which field has the day from which it holds
(`app.fields.OverTime`). Whatever a record said until then goes into a row of its own, from the earlier
day on; the record itself has what was told last. A value of a day is therefore that of the record where
the day is not before its own, else that of the latest earlier row. What was told of no such day is not
known: then the first that was told is read, and `kept_on` is false.

A change that states no day counts from today; one that states the day the record has is the correction
of a mistake, and so is whatever is changed on the day a record was entered, or within one turn (`turn`).
A day before the record's own is that of something entered late: it then holds for all that was told
since. Of a roster it is the day of the roster: what stands there was so until the next that was told.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cache
from types import new_class
from typing import Any

import peewee
from peewee import Case, ColumnBase, Node, fn

from app.fields import DateField, Described, ReferenceField
from app.fields.declared import Bounds, Labelled, OverTime
from app.records.base import Query, Record
from app.records.batch import current
from app.records.conditions import InWords
from app.records.known_days import first_known
from app.records.naming import NamedLink, known_as, links_of, told_apart

_START = "0001-01-01"
_NO_UNIT = ""
_EARLIER: dict[type[Record], type[Record]] = {}
_STATED, _CORRECTS, _LISTED = "_stated_days", "_corrects", "_listed"  # of a record in hand, never stored

Groups = Mapping[str, tuple[Described, ...]]
"""The fields that change over time, by the name of the field that has their day."""


def earlier_values(model: type[Record], owner: str) -> type[Record]:
    """Make the kind of record that keeps what was told of records of a kind before; `owner` labels them."""
    values = _values(model)
    attributes: dict[str, object] = {
        "__module__": model.__module__,
        "__doc__": f"What was told of a record of {model._meta.table_name} before, from a day on.",
        "owner": ReferenceField(owner, model, backref="earlier"),
        "day": DateField("自何日起", past=True, about="这一行的情况从哪一天起是这样，到下一行的日子为止"),
        **values,
    }
    attributes["naming"] = (attributes["day"],)
    name = f"{model.__name__}Earlier"
    made: type[Record] = new_class(name, (Record,), {}, lambda body: body.update(attributes))
    fields = made._meta.fields
    made.add_index(fields["owner"], fields["day"])
    _EARLIER[model] = made
    return made


def _values(model: type[Record]) -> dict[str, Described]:
    """Copy the fields of a kind of record whose values change; a copied link follows from the copied name."""
    values: dict[str, Described] = {}
    for name, field in model.described().items():
        if _over_time(field) is not None:
            values[name] = _copied(field)
    for link in values.values():
        if isinstance(link, NamedLink):
            link.follow(values[link.by.name])
    return values


def _over_time(field: Described) -> OverTime | None:
    """Return how the value of a field changes; a link does as the name it follows from."""
    return field.by.over_time if isinstance(field, NamedLink) else field.over_time


def _copied(field: Described) -> Described:
    """Copy a field as one that may be left open and bounds nothing but its own size."""
    copied = copy.copy(field)
    copied.null, copied.default, copied.unique = True, None, False
    copied.index = isinstance(field, ReferenceField)  # what refers to a record is found from there
    copied.required, copied.required_if, copied.wanted_if = False, (), ()
    copied.derive = copied.over_time = None
    copied.about = f"当时登记的{field.label}，以前各期的统计按它计算"
    copied.bounds = Bounds(least=field.bounds.least, most=field.bounds.most, at_most=field.bounds.at_most)
    return copied


@cache
def groups_of(model: type[Record]) -> Groups:
    """Return the fields of a kind of record whose values change over time; none of a kind that keeps none."""
    if model not in _EARLIER:
        return {}
    groups: dict[str, tuple[Described, ...]] = {}
    for field in model.described().values():
        if (over_time := _over_time(field)) is not None:
            since = over_time.since.name
            groups[since] = (*groups.get(since, ()), field)
    return groups


def state_days(record: Record, names: Iterable[str]) -> None:
    """Note which days somebody stated for what is changed, though they may be those the record has."""
    groups = groups_of(type(record))
    if groups and (days := groups.keys() & names):
        record.__dict__[_STATED] = record.__dict__.get(_STATED, frozenset()) | days


def state_roster(record: Record, names: Iterable[str]) -> None:
    """Take what is stored next, the values of these names, for what a list said of a record on its day."""
    state_days(record, names)
    record.__dict__[_LISTED] = frozenset(names)


def correct(record: Record) -> None:
    """Take what is stored next for what the record ought to have said: nothing changed in life."""
    record.__dict__[_CORRECTS] = True


def tell(record: Record, field: Described, value: object, day: date) -> bool:
    """Let a saved record have a value from a day on, until something else was told of a later day.

    Returns whether the record itself is changed and is to be stored.
    """
    over_time, before = field.over_time, _stored(record)
    if over_time is None or before is None or record.__data__.get(field.name) == value:
        return False
    since = over_time.since.name
    if day < (before[since] or _begin((field,), before)):
        _put(_EARLIER[type(record)], record.id, day, {field.name: value})
        return False
    setattr(record, field.name, value)
    setattr(record, since, day)
    state_days(record, (since,))
    return True


def settle_days(record: Record) -> None:
    """Let what was changed without a day hold from today on."""
    if record.__data__.get("id") is None or record.__dict__.get(_CORRECTS):
        return
    for since, changed, before in _changes(record):
        if _turn(record, since) is not None:
            continue
        stated = since in record.__dict__.get(_STATED, ()) or record.__data__.get(since) != before[since]
        if changed and not stated and not _entered_today(before):
            setattr(record, since, date.today())


def keep_earlier(record: Record) -> None:
    """Keep what a record said until now, before it is stored with other values or another day."""
    corrects, listed = record.__dict__.pop(_CORRECTS, False), record.__dict__.pop(_LISTED, None)
    record_id = record.__data__.get("id")
    is_kept = record_id is not None and not corrects
    for since, changed, before in list(_changes(record)) if is_kept else ():
        was, now = before[since], record.__data__.get(since)
        if not changed and now == was:
            continue
        turn = _turn(record, since)
        if turn is not None and record.__data__.get(turn.name) == before[turn.name]:
            continue
        begun = _begin(groups_of(type(record))[since], before)
        was_day, now_day = was or begun, now or begun
        made, names = _EARLIER[type(record)], [field.name for field in groups_of(type(record))[since]]
        with _undisturbed():
            if now_day > was_day:
                _put(made, record_id, was_day, {name: before[name] for name in names})
            elif turn is not None:
                continue
            elif now_day < was_day and listed is not None:
                told = {name: record.__data__.get(name) for name in names if name in listed}
                _put(made, record_id, now_day, told)
                record.__data__.update({name: before[name] for name in (*names, since)})
            elif now_day < was_day and changed:
                _enter_late(made, record, now_day, changed, before)
                setattr(record, since, was)
    record.__dict__.pop(_STATED, None)


def _turn(record: Record, since: str) -> Labelled | None:
    """Return the field whose number another value of a group has with it; None where there is none."""
    over_time = groups_of(type(record))[since][0].over_time
    return None if over_time is None else over_time.turn


def _changes(record: Record) -> Iterator[tuple[str, tuple[Described, ...], dict[str, Any]]]:
    """Yield for each day field what differs from the file, and the values that the file has."""
    model = type(record)
    groups = groups_of(model)
    before = _stored(record) if groups else None
    if before is None:
        return
    for since, fields in groups.items():
        told = (field for field in fields if not isinstance(field, NamedLink))  # which tells nothing itself
        changed = (field for field in told if record.__data__.get(field.name) != before[field.name])
        yield since, tuple(changed), before


def _stored(record: Record) -> dict[str, Any] | None:
    """Return what the file has of a record; None where it has none yet."""
    if (record_id := record.__data__.get("id")) is None:
        return None
    model, batch = type(record), current()
    if batch is not None and batch.waiting(model, record_id) is not None:
        return None
    with _undisturbed():
        stored = model.by_id(record_id)
    return stored.__data__ if stored is not None else None


def _undisturbed() -> AbstractContextManager[None]:
    batch = current()
    return nullcontext() if batch is None else batch.without_flush()


def _entered_today(before: Mapping[str, Any]) -> bool:
    return bool(before["created_at"].date() == date.today())


def _begin(fields: Iterable[Described], before: Mapping[str, Any]) -> date:
    """Return the day from which the first values of a group hold."""
    begins = [field.over_time.begins for field in fields if field.over_time is not None]
    told = [first_known(begin, before) for begin in begins if isinstance(begin, Described)]
    days = [day for day in told if day is not None]
    if days and len(told) == len(begins):
        first: date = min(days)
        return first
    entered: date = before["created_at"].date()
    return entered


def _rows(made: type[Record], owner_id: int) -> Query:
    return made.alive().where(made._meta.fields["owner"] == owner_id)


def _put(made: type[Record], owner_id: int, day: date, told: Mapping[str, Any]) -> None:
    """Keep what was told of a day, over what the row of that day said."""
    values = {name: value for name, value in told.items() if value is not None}
    row = _rows(made, owner_id).where(made._meta.fields["day"] == day).first()
    if row is not None:
        made.update({**values, "version": made.version + 1}).where(made.id == row.id).execute()
    elif values:
        made.create(owner=owner_id, day=day, search_key="", **values)


def _enter_late(
    made: type[Record], record: Record, day: date, changed: Iterable[Described], before: Mapping[str, Any]
) -> None:
    """Let values hold from an earlier day on, for all that was told since; what was before stays."""
    owner_id, day_field = record.__data__["id"], made._meta.fields["day"]
    changed = tuple(changed)
    links = [link for link in links_of(type(record)) if link.by in changed and _over_time(link) is not None]
    now = {field.name: record.__data__.get(field.name) for field in (*changed, *links)}
    for field in changed:
        begin = _begin((field,), before)
        told = made._meta.fields[field.name]
        kept = _rows(made, owner_id).where(day_field <= day, told.is_null(False)).exists()
        if field.over_time is not None and field.over_time.begins is not None and begin < day and not kept:
            _put(made, owner_id, begin, {field.name: before[field.name]})
    since = (made._meta.fields["owner"] == owner_id) & (day_field > day) & made.deleted_at.is_null()
    made.update({**now, "version": made.version + 1}).where(since).execute()
    _put(made, owner_id, day, now)


class ValueOn(peewee.WrappedNode):
    """The SQL for a field's value on a day; a figure's explanation speaks of it as of the field."""

    node: Described

    def __init__(self, field: Described, day: date) -> None:
        super().__init__(field)
        self.day = day

    @property
    def kept(self) -> ColumnBase | None:
        """Return the SQL for whether the value of the day was told; None where it always was."""
        return kept_on(self.node, self.day)

    def read(self, model: type[Record]) -> ColumnBase:
        """Return the SQL for what a record, or a row of what it said before, says."""
        told: ColumnBase = model._meta.fields[self.node.name]
        return told

    def value(self) -> ColumnBase:
        """Return the SQL for what the record, or a row of what it said before, says of the day."""
        told = self.read(self.node.model)
        chosen: ColumnBase = Case(None, [(since_of(self.node) <= self.day, told)], self._earlier(told))
        return chosen

    def __sql__(self, ctx: peewee.Context) -> Any:  # noqa: ANN401  # Peewee's stubs do not say
        return ctx.sql(self.value())  # type: ignore[no-untyped-call]  # nor this

    def _earlier(self, told: ColumnBase) -> ColumnBase:
        model = self.node.model
        made = _EARLIER[model]
        fields = made._meta.fields
        value, day = fields[self.node.name], fields["day"]
        rows = made.select(self.read(made)).where(
            fields["owner"] == model.id, made.deleted_at.is_null(), value.is_null(False)
        )
        latest = rows.where(day <= self.day).order_by(day.desc()).limit(1)
        first = rows.order_by(day.asc()).limit(1)
        return fn.COALESCE(latest, first, told)


class UnitOn(ValueOn):
    """The SQL by which rows of different units differ, as the name of each was on a day.

    A row that names no unit, such as 失业, tells of its day all the same: no other is read for it.
    """

    def __init__(self, link: NamedLink, day: date) -> None:
        super().__init__(link.by, day)
        self._link = link.name

    def read(self, model: type[Record]) -> ColumnBase:
        told: ColumnBase = fn.COALESCE(known_as(model._meta.fields[self._link]), _NO_UNIT)
        return told

    def value(self) -> ColumnBase:
        return fn.NULLIF(super().value(), _NO_UNIT)


class Untold(InWords):
    """A condition that is taken to hold where nobody told; `kept` is the SQL for whether somebody did."""

    def __init__(self, node: peewee.Node, words: str, kept: ColumnBase) -> None:
        super().__init__(node, words)
        self.kept = kept


def undated(field: DateField, day: date, words: str) -> Untold:
    """Tell that something had begun by a day; what was entered without its day is taken to have begun."""
    model = field.model
    kept = field.is_null(False) | (fn.SUBSTR(model.created_at, 1, 10) <= day)
    return Untold(field.is_null() | (field <= day), words, kept)


def field_before(field: Described) -> Described | None:
    """Return the field that keeps what was told before; None where the value does not change over time."""
    if field.model not in _EARLIER or field.over_time is None:
        return None
    kept: Described = _EARLIER[field.model]._meta.fields[field.name]
    return kept


def value_on(field: Described, day: date) -> ColumnBase:
    """Return the SQL for a field's value on a day; the field itself where its value does not change."""
    return ValueOn(field, day) if field.model in _EARLIER and field.over_time is not None else field


def told_apart_on(field: Described, day: date) -> Node:
    """Return the SQL by which the values of a field differed on a day: names of units by their units."""
    if field.over_time is None or field.model not in _EARLIER:
        return told_apart(field)
    link = next((link for link in links_of(field.model) if link.by is field), None)
    return ValueOn(field, day) if link is None else UnitOn(link, day)


def kept_on(field: Described, day: date) -> ColumnBase | None:
    """Return the SQL for whether the value of a day was told; None where it always was."""
    if field.model not in _EARLIER or field.over_time is None or field.over_time.begins is not None:
        return None
    return told_on(field, day)


def told_on(field: Described, day: date) -> ColumnBase:
    """Return the SQL for whether a value that changes over time was told by a day."""
    made, model = _EARLIER[field.model], field.model
    fields = made._meta.fields
    rows = made.select(made.id).where(
        fields["owner"] == model.id,
        made.deleted_at.is_null(),
        fields[field.name].is_null(False),
        fields["day"] <= day,
    )
    told: ColumnBase = (since_of(field) <= day) | fn.EXISTS(rows)
    return told


def since_of(field: Described) -> ColumnBase:
    """Return the SQL for the day from which a record's own value holds."""
    model, over_time = field.model, field.over_time
    if over_time is None:
        raise TypeError(f"{field!r} does not change over time")
    since = model._meta.fields[over_time.since.name]
    entered = fn.SUBSTR(model.created_at, 1, 10)
    return fn.COALESCE(since, entered if over_time.begins is None else _START)


def values_asked(node: object) -> Iterator[ValueOn | Untold]:
    """Yield what a condition asks of a day that may not be known; what queries in it ask is left out."""
    if isinstance(node, ValueOn | Untold):
        yield node
    elif isinstance(node, peewee.Expression):
        yield from values_asked(node.lhs)
        yield from values_asked(node.rhs)
    elif isinstance(node, peewee.WrappedNode):
        yield from values_asked(node.node)
    elif isinstance(node, peewee.Function):
        for argument in node.arguments or ():
            yield from values_asked(argument)
