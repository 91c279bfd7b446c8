"""Ways to part records: by a choice, by yes and no, by named conditions that exclude one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from peewee import SQL, Case, ColumnBase, fn

from app.fields import ChoiceField, DateField, Described, FlagField, ReferenceField
from app.figures.dated import in_order, main_date
from app.records.base import Query
from app.records.conditions import InWords
from app.records.earlier import field_before, value_on
from app.rules.dates import write_date

Where = Callable[[date], ColumnBase]
"""Builds the condition of a part, given the day the figure is counted on."""

Parts = tuple[tuple[str, Where], ...]

UNSAID = "未填"
_NOTHING = SQL("X''")  # no text is this


@dataclass(frozen=True, eq=False)
class Split:
    """A way to part records, each into one part at most; parts are names with conditions.

    A function that returns them is asked whenever they are read: parts that records themselves name.
    """

    title: str
    parts_now: Parts | Callable[[], Parts]

    @property
    def parts(self) -> Parts:
        """Return the names of the parts with their conditions."""
        return self.parts_now() if callable(self.parts_now) else self.parts_now

    def now(self) -> Split:
        """Return the same split with the parts as they are now."""
        return replace(self, parts_now=self.parts)

    def position(self, day: date) -> ColumnBase:
        """Return the SQL for the position of a record's part; NULL where it is in none.

        What a field said on a day takes long to look up: it is asked once, and not for each part.
        """
        says = [where for _, where in self.parts if isinstance(where, _Says)]
        if says and len(says) == len(self.parts):
            told = fn.IFNULL(value_on(says[0].field, day), _NOTHING)
            return Case(told, [(where.said, place) for place, where in enumerate(says)])
        whens = [(where(day), place) for place, (_, where) in enumerate(self.parts)]
        return Case(None, whens, None) if whens else SQL("NULL")  # no record names a part yet


def by(field: ChoiceField, *, title: str = "", only: tuple[str, ...] = ()) -> Split:
    """Part by a choice, in the order it is offered; what has none comes last."""
    offered = only or tuple(field.offered)
    parts = [(value, _Says(field, value)) for value in offered]
    if not only:
        parts.append((UNSAID, _Says(field)))
    return Split(title or field.label, tuple(parts))


def without(split: Split, *names: str) -> Split:
    """Return a split without some of its parts: those that the figure does not count."""
    return replace(split, parts_now=tuple(part for part in split.parts if part[0] not in names))


def yes_no(field: FlagField, yes: str, no: str) -> Split:
    """Part by a flag; what is not known to be so is not so."""
    return Split(field.label, ((yes, _Says(field, True)), (no, lambda day: _unset(value_on(field, day)))))


def by_value(field: Described) -> Split:
    """Part by the values that records bear now or bore before, in the order of their first days."""

    def parts() -> Parts:
        return tuple((value, _Says(field, value)) for value in _values(field))

    return Split(field.label, parts)


def by_reference(link: ReferenceField, called: Described, *, title: str = "") -> Split:
    """Part by what records refer to, as it is called now, in order of days; of one name there is one part."""

    def parts() -> Parts:
        named = [(name, _refers(link, called, name)) for name in _values(called, _first_day(link))]
        return (*named, (UNSAID, _Says(link))) if link.null else tuple(named)

    return Split(title or link.label, parts)


def through(link: ReferenceField, split: Split) -> Split:
    """Part by a split of what records refer to: teams by the series of their event."""

    def parts() -> Parts:
        return tuple((name, _through(link, where)) for name, where in split.parts)

    return Split(split.title, parts)


def by_month(field: DateField) -> Split:
    """Part by the month of a day, whichever year it is in."""
    return Split(
        f"{field.label}的月份", tuple((f"{month}月", _in_month(field, month)) for month in range(1, 13))
    )


def _first_day(link: ReferenceField) -> ColumnBase | Query | None:
    """Return the SQL for the day of what records refer to; of what has none, the first of theirs."""
    own = main_date(link.rel_model)
    if own is not None:
        return own
    referring = link.model.alive().where(link == link.rel_model.id)
    earliest: Query = referring.select(fn.MIN(main_date(link.model)))
    return earliest


def _values(field: Described, day: ColumnBase | Query | None = None) -> list[str]:
    """Return the values of a field, now and before, in the order of the first day of each."""
    model = field.model
    first = fn.MIN(main_date(model) if day is None else day)
    rows = list(model.alive().select(field, first, fn.COUNT(1)).group_by(field).tuples())
    if (before := field_before(field)) is not None:
        now = {value for value, _, _ in rows}
        told = before.model.alive().select(before, fn.MIN(before.model._meta.fields["day"]), fn.COUNT(1))
        rows += [row for row in told.group_by(before).tuples() if row[0] not in now]
    return [str(value) for value in in_order(field, (row for row in rows if row[0] not in (None, "")))]


def _through(link: ReferenceField, where: Where) -> Where:
    model = link.rel_model
    return lambda day: link.in_(model.select(model.id).where(where(day)))


def _refers(link: ReferenceField, called: Described, name: str) -> Where:
    model = link.rel_model
    return lambda day: InWords(
        link.in_(model.select(model.id).where(called == name)), f"{link.label}为{name}"
    )


def not_yet(field: DateField, day: date) -> InWords:
    """Tell that what a date records had not happened on a day."""
    return InWords(field.is_null() | (field > day), f"{write_date(day)}尚无{field.label}")


def by_then(field: DateField, day: date) -> InWords:
    """Tell that what a date records, if it did happen, had happened by a day; one without a date had."""
    done = field.label.removesuffix("日期")
    return InWords(field.is_null() | (field <= day), f"截至{write_date(day)}已{done}")


def _in_month(field: DateField, month: int) -> Where:
    return lambda day: InWords(fn.SUBSTR(field, 6, 2) == f"{month:02d}", f"{field.label}在{month}月")


def _unset(field: ColumnBase) -> ColumnBase:
    return fn.COALESCE(field, False) == False  # noqa: E712  # SQL


@dataclass(frozen=True, eq=False)
class _Says:
    """The condition that a field says something, or nothing if `value` is None; of one field in a split."""

    field: Described
    value: str | bool | None = None

    def __call__(self, day: date) -> ColumnBase:
        told = value_on(self.field, day)
        return told.is_null() if self.value is None else told == self.value

    @property
    def said(self) -> ColumnBase:
        """Return the SQL for what it says, as one value among those of other parts."""
        return _NOTHING if self.value is None else self.field.to_value(self.value)
