"""The vocabulary of figures: a named query over records and a measure of it (design 1 and 4).

A figure's number and the records behind it come from the same query, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypedDict, Unpack

from peewee import Value, fn

from app.fields import Described
from app.figures.dated import day_of, in_order
from app.figures.measures import COUNT, UNTOLD, Measure, Scale
from app.figures.once import has_records, in_one_reading, once
from app.figures.splits import Split, Where
from app.records.base import Query, Selected
from app.records.conditions import InWords
from app.records.earlier import told_apart_on, value_on
from app.rules.numbers import half_up, permille
from app.rules.periods import Period

Flow: TypeAlias = "Callable[[Period], Query[Selected]]"
Stock: TypeAlias = "Callable[[date], Query[Selected]]"
Terms: TypeAlias = Callable[[], "tuple[Figure, Figure]"]
_BY_LABEL: dict[str, Figure] = {}


class Kind(StrEnum):
    """A stock is counted as of a day, a flow over a period (domain 0.2)."""

    STOCK = "期末数"
    FLOW = "期间数"


def as_of(period: Period) -> date:
    """Return the day a stock is counted on: the last of the period, at most today."""
    return min(period.last, date.today())


@dataclass(frozen=True, eq=False)
class Figure(Generic[Selected]):
    """A number of the office, by name, and the kind of record behind it.

    `select` returns the query for the records behind it; `about` says what the query cannot: an
    assumption, the source of a rule. `lists` names the records in a text (恰尔斯、央中), or `tells` says of
    each in a few words what no field of it has; `split` parts the figure, each part being a figure of its
    own. What is due in a period (`ahead`) is counted over all of it, everything else over the days that
    have come. An `opening` is what there was before the period. One that a meeting asks to see is printed
    with its picture (`charted`). One that counts some only says whom (`population`: 非公企业), and which
    figure counts all of them (`among`): a sentence does not mix the two. `told` names the records as a
    person would, behind the days that are counted, where the query's own words are clumsy. A part is
    `part_of` another figure, under the name that the split gives it.
    """

    key: str
    label: str
    unit: str
    kind: Kind
    select: Flow[Selected]
    measure: Measure = COUNT
    about: str = ""
    lists: Described | None = None
    tells: Callable[[Selected, Period], str] | None = None
    split: Split | None = None
    ahead: bool = False
    opening: bool = False
    charted: bool = False
    population: str = ""
    among: Callable[[], Figure] | None = None
    told: str = ""
    part_of: tuple[Figure[Selected], str] | None = None

    def __post_init__(self) -> None:
        if ":" not in self.key:
            _BY_LABEL.setdefault(self.label, self)

    @property
    def topic(self) -> str:
        """Return the key of the topic it belongs to."""
        return self.key.partition(".")[0]

    @property
    def scale(self) -> Scale:
        """Return what its numbers are: counts, fen or tenths of a percent."""
        return self.measure.scale

    def query(self, period: Period) -> Query[Selected]:
        """Return the query for the records behind the number: none of a day that has not come."""
        return once((self.key, "query", *period), lambda: self._query(period))

    def _query(self, period: Period) -> Query[Selected]:
        query = self.select(self.days(period))
        if self.can_tell_of(period):
            return query
        return query.where(InWords(Value(0) == 1, f"在{period.label}（还没有开始）"))

    def can_tell_of(self, period: Period) -> bool:
        """Tell whether there is anything to count: what stands on a day is unknown before that day."""
        tells_of_a_day = self.kind is Kind.STOCK or self.opening
        return self.ahead or not tells_of_a_day or period.has_begun

    def days(self, period: Period) -> Period:
        """Return the days of a period that are counted: as far as they have come by today."""
        return period if self.ahead else period.so_far()

    def year_before(self, period: Period) -> Period:
        """Return the days of last year that these are compared with."""
        return period.compared_on(period.last) if self.ahead else period.year_before

    def number(self, period: Period) -> int | None:
        """Compute the number; None where it cannot be known."""
        if not self.can_tell_of(period):
            return None
        if self.part_of is not None and in_one_reading():
            whole, name = self.part_of
            return whole.numbers_in_parts(period).get(name, 0)
        measure, query = self.measured(period), self.query(period)
        return measure.number(query) if measure.counts_beyond or has_records(query.model) else 0

    def numbers_in_parts(self, period: Period) -> dict[str, int]:
        """Compute the numbers of all parts by name: with one query, where the measure is an aggregate."""
        return once((self.key, "numbers in parts", *period), lambda: self._numbers_in_parts(period))

    def _numbers_in_parts(self, period: Period) -> dict[str, int]:
        measure, query = self.measured(period), self.query(period)
        split, day = self.split_now, as_of(period)
        if split is None:
            return {}
        if not (measure.counts_beyond or has_records(query.model)):
            return {}
        if not measure.is_aggregate:
            return {name: measure.number(query.where(where(day))) for name, where in split.parts}
        numbers = measure.apart(query, split.position(day))
        return {name: numbers.get(at, 0) for at, (name, _) in enumerate(split.parts)}

    def measured(self, period: Period) -> Measure:
        """Return the measure of what the records said on the days that are counted."""
        return self.measure.over(self.days(period))

    def counted(self, period: Period) -> int | None:
        """Return the number, computed once within one reading."""
        return once((self.key, "number", *period), lambda: self.number(period))

    def know(self, number: int, period: Period) -> None:
        """Take the number, where it was counted with something else, for what it is within this reading."""
        if self.can_tell_of(period):
            once((self.key, "number", *period), lambda: number)

    def value(self, period: Period) -> tuple[int | None, str]:
        """Return the number, and how a table writes it: with thousands separators; — where there is none."""
        number = self.counted(period)
        return number, self.scale.write(number)

    def text(self, period: Period) -> str:
        """Write the value as a table does."""
        return self.value(period)[1]

    def count(self, period: Period) -> int:
        """Count the records behind the number."""
        return COUNT.number(self.query(period))

    def names(self, period: Period) -> list[str]:
        """Name the records behind the number, each name once, in the order of their days.

        A unit is named once, as it was written first; what is told stands in the order of the query.
        """
        if self.tells is not None:
            return list(dict.fromkeys(self.tells(record, period) for record in self.query(period)))
        if self.lists is None:
            return []
        query = self.query(period)
        day = day_of(query, self.days(period))
        then = as_of(period)
        name = value_on(self.lists, then)
        rows = query.select(name, fn.MIN(day), fn.COUNT(1)).group_by(told_apart_on(self.lists, then))
        named = in_order(self.lists, (row for row in rows.order_by().tuples() if row[0] not in (None, "")))
        return [self.lists.format(value) for value in named]

    @property
    def parts(self) -> tuple[Figure[Selected], ...]:
        """Return the parts of the figure, in the order of its split."""
        split = self.split_now
        return () if split is None else tuple(self._part(name, where) for name, where in split.parts)

    @property
    def split_now(self) -> Split | None:
        """Return the split with its parts as they are now; within one reading they are asked for once."""
        return None if self.split is None else once((self.key, "split"), self.split.now)

    def part(self, name: str) -> Figure[Selected] | None:
        """Return the part of this name."""
        return next((part for part in self.parts if part.key == f"{self.key}:{name}"), None)

    def _part(self, name: str, where: Where) -> Figure[Selected]:
        def narrowed(period: Period) -> Query[Selected]:
            return self.select(period).where(where(as_of(period)))

        key, label = f"{self.key}:{name}", f"{self.label}·{name}"
        part_of = (self, name)
        return replace(
            self, key=key, label=label, select=narrowed, split=None, charted=False, part_of=part_of
        )


@dataclass(frozen=True, eq=False)
class Ratio(Figure[Selected]):
    """One figure divided by another: a share in percent, or a mean. Its records are the part's."""

    terms: Terms = field(kw_only=True)
    result: Scale = field(default=Scale.SHARE, kw_only=True)

    @property
    def scale(self) -> Scale:
        return self.result

    def number(self, period: Period) -> int | None:
        part, whole = (figure.counted(period) for figure in self.terms())
        if part is None or not whole:
            return None
        return permille(part, whole) if self.result is Scale.SHARE else half_up(part, whole)


@dataclass(frozen=True, eq=False)
class Difference(Figure[Selected]):
    """What is left of one figure when another is taken away. Its records are the first one's."""

    terms: Terms = field(kw_only=True)

    @property
    def scale(self) -> Scale:
        return self.terms()[0].scale

    def number(self, period: Period) -> int | None:
        whole, taken = (figure.counted(period) for figure in self.terms())
        return None if whole is None or taken is None else whole - taken


@dataclass(frozen=True, eq=False)
class Fact(Figure[Selected]):
    """Words instead of a number: the values of one field of the records behind it.

    Counted as a number it tells how many different values there are. Told `of` another field, the values
    stand together with what they belong to, as `said` has it: 会同{of}举办{names}.
    """

    of: Described | None = field(default=None, kw_only=True)
    said: str = field(default="{of}：{names}", kw_only=True)

    def names(self, period: Period) -> list[str]:
        if self.of is None or self.lists is None:
            return super().names(period)
        query = self.query(period)
        day = day_of(query, self.days(period))
        order = (*(() if day is None else (day,)), self.of, self.lists)
        together: dict[str, dict[str, None]] = {}
        for of, name in query.select(self.of, self.lists).order_by(*order).tuples():
            if of not in (None, "") and name not in (None, ""):
                owner = self.of.format(of).rstrip("。；")
                together.setdefault(owner, {})[self.lists.format(name)] = None
        return [self.said.format(of=of, names="、".join(names)) for of, names in together.items()]

    def number(self, period: Period) -> int | None:
        return len(self.names(period)) if self.can_tell_of(period) else None

    def value(self, period: Period) -> tuple[int | None, str]:
        if not self.can_tell_of(period):
            return None, UNTOLD
        names = self.names(period)
        return len(names), ("、" if self.of is None else "；").join(names)


class _More(TypedDict, total=False):
    """What is said of a figure beside its query."""

    measure: Measure
    about: str
    lists: Described
    tells: Callable[[Any, Period], str]
    split: Split
    ahead: bool
    opening: bool
    charted: bool
    population: str
    among: Callable[[], Figure]
    told: str


def flow(label: str, unit: str, **more: Unpack[_More]) -> Callable[[Flow[Selected]], Figure[Selected]]:
    """Make a figure over a period of a function that returns its query."""

    def made(function: Flow[Selected]) -> Figure[Selected]:
        return Figure(key_of(function), label, unit, Kind.FLOW, function, **more)

    return made


def stock(label: str, unit: str, **more: Unpack[_More]) -> Callable[[Stock[Selected]], Figure[Selected]]:
    """Make a figure as of a day of a function that returns its query."""

    def made(function: Stock[Selected]) -> Figure[Selected]:
        return Figure(key_of(function), label, unit, Kind.STOCK, _on_the_day(function), **more)

    return made


def share(label: str, about: str = "") -> Callable[[Terms], Ratio]:
    """Make a percentage of a function that returns the part and the whole."""

    def made(function: Terms) -> Ratio:
        return _ratio(function, label, "%", about, Scale.SHARE)

    return made


def mean(label: str, unit: str, about: str = "") -> Callable[[Terms], Ratio]:
    """Make a mean of a function that returns the total and how many share it; scaled as the total."""

    def made(function: Terms) -> Ratio:
        return _ratio(function, label, unit, about, function()[0].scale)

    return made


def difference(label: str, unit: str, about: str = "") -> Callable[[Terms], Difference]:
    """Make a balance of a function that returns the whole and what is taken away."""

    def made(function: Terms) -> Difference:
        whole, _ = function()
        return Difference(key_of(function), label, unit, whole.kind, whole.query, about=about, terms=function)

    return made


def _ratio(function: Terms, label: str, unit: str, about: str, result: Scale) -> Ratio:
    part, _ = function()
    return Ratio(
        key_of(function), label, unit, part.kind, part.query, about=about, terms=function, result=result
    )


class _Together(TypedDict, total=False):
    """What the words of a fact stand together with."""

    of: Described
    said: str
    told: str


def fact(
    label: str, lists: Described, about: str = "", **together: Unpack[_Together]
) -> Callable[[Stock[Selected]], Fact[Selected]]:
    """Make words of a function that returns, for a day, the query whose records bear them in `lists`."""

    def made(function: Stock[Selected]) -> Fact[Selected]:
        select = _on_the_day(function)
        return Fact(key_of(function), label, "", Kind.STOCK, select, about=about, lists=lists, **together)

    return made


def facts_in(
    label: str, lists: Described, about: str = "", **together: Unpack[_Together]
) -> Callable[[Flow[Selected]], Fact[Selected]]:
    """Make words of a function that returns, for a period, the query whose records bear them."""

    def made(function: Flow[Selected]) -> Fact[Selected]:
        return Fact(key_of(function), label, "", Kind.FLOW, function, about=about, lists=lists, **together)

    return made


def _on_the_day(function: Stock[Selected]) -> Flow[Selected]:
    def select(period: Period) -> Query[Selected]:
        return function(as_of(period))

    return select


def key_of(function: Flow | Stock | Terms) -> str:
    """Return the key of the figure that a function describes: its topic and its name."""
    return f"{key_prefix(function.__module__)}.{function.__name__}"


def key_prefix(module: str) -> str:
    """Return the key of the topic whose figures a module declares: the name of the folder it lies in."""
    return module.split(".")[-2]


def figure_called(label: str) -> Figure | None:
    """Return the figure of this label (新建工会), or a part of one (新建工会·独立工会), if there is one.

    A record may name a figure: subjects lie below the registry, which knows them all.
    """
    whole, _, part = label.partition("·")
    figure = _BY_LABEL.get(whole)
    return figure.part(part) if figure is not None and part else figure


def forget_figures(figures: Iterable[Figure]) -> None:
    """Let figures go that are known by the description of one office only."""
    for figure in figures:
        if _BY_LABEL.get(figure.label) is figure:
            del _BY_LABEL[figure.label]


def all_figures() -> tuple[Figure, ...]:
    """Return every figure that was declared, in that order."""
    return tuple(_BY_LABEL.values())


def model_of(figure: Figure[Selected], period: Period) -> type[Selected]:
    """Return the kind of record behind a figure."""
    return figure.query(period).model


NumberOf = Callable[[Figure, Period], int | None]


@dataclass(frozen=True, eq=False)
class Sum:
    """Figures that must add up: the whole, its parts, and what is taken off them (domain 11.3)."""

    whole: Figure
    parts: Sequence[Figure]
    less: Sequence[Figure] = ()

    def disagreement(self, period: Period, number_of: NumberOf = Figure.counted) -> str | None:
        """Say with both sides that the parts do not add up; None where they do.

        `number_of` reads a figure, where something else than what the records say is added up.
        """
        whole = number_of(self.whole, period)
        terms = [(" + ", part, number_of(part, period) or 0) for part in self.parts]
        terms += [(" − ", part, -(number_of(part, period) or 0)) for part in self.less]
        added = sum(number for _, _, number in terms)
        if whole is None or whole == added:
            return None
        write = self.whole.scale.write
        counted = [term for term in terms if term[2]] or terms
        terms_text = "".join(f"{sign}{part.label} {write(abs(number))}" for sign, part, number in counted)
        return f"{self.whole.label} {write(whole)} ≠ {terms_text.removeprefix(' + ')} = {write(added)}"
