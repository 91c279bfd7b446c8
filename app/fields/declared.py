"""Rules that are plain declarations: they stand on the field; form, template and checks derive from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from app.rules.dates import earliest, latest

if TYPE_CHECKING:
    from peewee import Model


class Labelled(Protocol):
    """What a rule needs to know of a field: `base` makes fields of rules, so rules know no fields."""

    name: str
    label: str
    unit: str
    bounds: Bounds

    def format(self, value: Any, /) -> str:  # noqa: ANN401  # fields hold values of every type
        """Write a value for people."""
        ...


@dataclass(frozen=True, eq=False)
class When:
    """A condition on another value of the record: that it is one of these terms, or filled in at all.

    `When(health, "残疾")` holds where the health is 残疾, `When(bank_card)` where there is a card.
    """

    field: Labelled
    terms: tuple[object, ...]

    def __init__(self, field: Labelled, *terms: object) -> None:
        object.__setattr__(self, "field", field)
        object.__setattr__(self, "terms", terms)

    def holds(self, record: Model) -> bool:
        """Tell whether the record is one that is meant."""
        value = record.__data__.get(self.field.name)
        if self.terms:
            return value in self.terms
        return value not in (None, "") and value is not False

    @property
    def words(self) -> str:
        """Say the condition: 健康状况为“残疾”, 填了银行卡号."""
        return self._words(self.terms)

    def words_for(self, record: Model) -> str:
        """Say the condition as this record fulfils it, of several terms the record's own."""
        return self._words((record.__data__[self.field.name],) if self.terms else ())

    def _words(self, terms: Sequence[object]) -> str:
        if not terms:
            return f"填了{self.field.label}"
        return f"{self.field.label}为{'或'.join(f'“{self.field.format(term)}”' for term in terms)}"


@dataclass(frozen=True, eq=False)
class OverTime:
    """That a value changes over time: it holds from the day in the field `since` on, until another does.

    Where that day is empty, from the day the record was entered. With `begins` the first value holds
    from the record's beginning, the day in that field: what a file was opened as, unlike how many members
    a union was found to have. With `turn`, say the number of a term, another value is that of another turn;
    of the same turn it, or its day, was wrong before.
    """

    since: Labelled
    begins: Labelled | None = None
    turn: Labelled | None = None


@dataclass(frozen=True, eq=False)
class Bounds:
    """What a field declares of its values: the days and numbers they lie between.

    `past` forbids days to come, `after` days before those of other fields (the nearest one that is
    filled in counts: a step may be left out), `least` and `most` numbers beyond them, `at_most` more than
    another field says.
    """

    past: bool = False
    after: Sequence[Labelled] = ()
    least: int | None = None
    most: int | None = None
    at_most: Sequence[Labelled] = ()

    def __bool__(self) -> bool:
        return self.past or bool(self.after or self.at_most) or not self.least is self.most is None

    def reads(self, field: Labelled) -> tuple[str, ...]:
        """Return the names of all values that `breaches` looks at, a field's own first."""
        before = [name for first in self.after for name in first.bounds.reads(first)]
        return tuple(dict.fromkeys((field.name, *before, *(other.name for other in self.at_most))))

    def breaches(self, field: Labelled, record: Model) -> Iterator[str]:
        """Say what is wrong with the record's value, which is not empty."""
        value = record.__data__[field.name]
        if self.past and _first_day(value) > date.today():
            yield "在今天之后，请核对"
        if (before := self._earlier(record, value)) is not None:
            day = before.format(record.__data__[before.name])
            yield f"早于{before.label}（{day}），请核对两个日期"
        if self.least is not None and value < self.least:
            yield f"至少 {_with_unit(field, self.least)}"
        if self.most is not None and value > self.most:
            yield f"最多 {_with_unit(field, self.most)}，请核对"
        for other in self.at_most:
            limit = record.__data__.get(other.name)
            if limit is not None and value > limit:
                yield f"多于{other.label} {_with_unit(other, limit)}，请核对"

    def _earlier(self, record: Model, value: object) -> Labelled | None:
        """Return the field whose day should have come first, and did not."""
        for first in self.after:
            nearest = _nearest_filled(first, record)
            if nearest is not None and _last_day(value) < _first_day(record.__data__[nearest.name]):
                return nearest
        return None

    def words(self, field: Labelled) -> str:
        """Say what is asked of a value, for whoever fills it in; the order of days goes without saying."""
        limits = [f"至少 {_with_unit(field, self.least)}"] if self.least is not None else []
        limits += [f"最多 {_with_unit(field, self.most)}"] if self.most is not None else []
        limits += [f"不多于{other.label}" for other in self.at_most]
        return "，".join(limits)

    @property
    def days(self) -> str:
        """Say between which days a value lies: 不晚于今天, 不早于申请日期."""
        limits = ["不晚于今天"] if self.past else []
        limits += [f"不早于{first.label}" for first in self.after]
        return "，".join(limits)


def _nearest_filled(field: Labelled, record: Model) -> Labelled | None:
    """Return the field, or where it is empty the nearest of those before it that is not."""
    if record.__data__.get(field.name) not in (None, ""):
        return field
    filled = (_nearest_filled(before, record) for before in field.bounds.after)
    return next((before for before in filled if before is not None), None)


def _first_day(value: object) -> date:
    return value if isinstance(value, date) else earliest(str(value))


def _last_day(value: object) -> date:
    return value if isinstance(value, date) else latest(str(value))


def _with_unit(field: Labelled, number: int) -> str:
    return f"{field.format(number)} {field.unit}".rstrip()
