"""How an import begins a record: without what a form merely proposes to whoever fills it in.

Of whom a list does not say the health or the day of applying, these are not known; the day of an event is
asked for. Other usual values are taken, and told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from app.exchange.targets import fillable
from app.fields import ChoiceField, CountField, DateField, Described, FlagField, MoneyField
from app.fields.problems import Block, Problem
from app.keeping import keeping
from app.records import terms
from app.records.base import Record
from app.records.known_days import first_known
from app.register import Register
from app.rules.dates import this_year


def blank(register: Register) -> Record:
    """Return a record that is not saved yet, of which nothing is known but what its register says of all."""
    record = keeping.new(register)
    open_fields = (
        *days_asked(register),
        *years_asked(register),
        *(field for field in _defaulted(register) if field.null),
    )
    record.__data__.update(dict.fromkeys([field.name for field in open_fields]))
    return record


def filled(values: Mapping[str, object]) -> dict[str, object]:
    """Leave out empty values: a new record keeps its defaults."""
    return {name: value for name, value in values.items() if value is not None}


@cache
def days_asked(register: Register) -> tuple[DateField, ...]:
    """Return the days that a form fills with today and a list has to say: no day is invented."""
    days = (field for field in _defaulted(register) if isinstance(field, DateField))
    return tuple(day for day in days if (not day.null or day.forgotten) and not day.entered)


@cache
def years_asked(register: Register) -> tuple[Described, ...]:
    """Return the years that a form fills with this one and a list has to say."""
    return tuple(field for field in _defaulted(register) if field.default is this_year)


def _defaulted(register: Register) -> list[Described]:
    return [field for field in fillable(register) if field.default is not None]


def ask_days(register: Register, record: Record, *, incomplete: bool) -> Iterator[Block]:
    """Yield for each day or year that neither the list nor what it says elsewhere tells that it is asked for.

    What the office may have forgotten stays open in a record that may be `incomplete`, and in one that
    `may_leave_open` such a day. The record has what a form proposes meanwhile: its other rules can be asked
    at once, but those that `depend_on` such a day.
    """
    for day in (*days_asked(register), *years_asked(register)):
        may_be_open = isinstance(day, DateField) and day.forgotten
        is_open = may_be_open and (incomplete or may_leave_open(record, day))
        if record.__data__.get(day.name) is None and not is_open:
            record.__data__[day.name] = keeping.usual(day)
            yield Block(day, f"请填写{day.label}")


def may_leave_open(record: Record, field: Described) -> bool:
    """Tell whether a day may be unknown of a record of which a later one is known.

    A list of what was accepted, or sent, is not asked when each was applied for, or written.
    """
    if not isinstance(field, DateField) or not field.forgotten or record.__data__.get(field.name) is not None:
        return False
    return first_known(field, record.__data__) is not None


def depend_on(days: Collection[Block], problem: Problem) -> bool:
    """Tell whether a problem is one of days that are asked for anyway, or of an order that they are in."""
    asked = {block.field.name for block in days}
    earlier = (other for other in problem.field.bounds.after if isinstance(other, Described))
    return problem.field.name in asked or any(other.name in asked for other in earlier)


class UsualValues:
    """Counts the new records that got a value which their row does not say: a usual one, a concluded day."""

    def __init__(self, register: Register) -> None:
        described = register.record.described()
        self._conclude = register.after_import
        self._days = {name: field for name, field in described.items() if isinstance(field, DateField)}
        self._fields = [field for field in _defaulted(register) if _is_told(field)]
        self._counts: Counter[Described] = Counter()
        self._concluded: Counter[Described] = Counter()

    def conclude(self, record: Record, stated: frozenset[str]) -> list[Described]:
        """Give a new record what its register concludes from its row; return the days that it got so."""
        if self._conclude is None:
            return []
        values = record.__data__
        open_days = [name for name in self._days if values.get(name) is None]
        self._conclude(record, stated)
        return [self._days[name] for name in open_days if values.get(name) is not None]

    def note(self, record: Record, stated: Collection[str], concluded: Iterable[Described]) -> None:
        """Note which values a new record has though its row does not say them."""
        for day in concluded:
            self._concluded[day] += 1
        for field in self._fields:
            if field.name not in stated and record.__data__.get(field.name) == field.default:
                self._counts[field] += 1

    @property
    def told(self) -> Iterator[str]:
        """Yield, a few words each, which values were taken for how many records."""
        for field, number in self._counts.items():
            yield f"{field.label}“{field.format(field.default)}”{number} 条"
        for day, number in self._concluded.items():
            yield f"{day.label}（按其他日期推定）{number} 条"


def _is_told(field: Described) -> bool:
    """Tell whether a default says something: an empty box and a nought say nothing that is not so."""
    if isinstance(field, ChoiceField):
        return not field.null and field.default != terms.Verified.UNKNOWN
    return isinstance(field, FlagField | CountField | MoneyField) and bool(field.default) and not field.null
