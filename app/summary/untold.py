"""What was recorded in a period and no sentence of its report tells, each one click from being told.

A record is told where it stands behind a figure that the report quotes. Whatever else a figure counts is
offered as a sentence: a topic that the text has no word for, a part (金秋助学), the other months.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from peewee import OP, Expression, fn

from app.figures.dated import conditions_of
from app.figures.figure import Difference, Figure, Kind, Ratio
from app.figures.measures import Scale
from app.figures.once import first_value, has_records, once, one_reading
from app.figures.reading import parts_of
from app.records.base import Query, Record
from app.registry import figure_topics
from app.rules import periods
from app.rules.periods import Period
from app.subject import FigureTopic
from app.summary.quoted import IN_PARTS, Quoted
from app.summary.template import mentions, quoted_in

_MOST_TOGETHER = 3
_MOST_PARTS = 6
_SAID_BY_UNIT = ("次数", "金额", "份数", "人数", "数量")
_OPENING = "期初"  # what was there before is carried over, not done


@dataclass(frozen=True)
class Untold:
    """Records that no sentence tells: the figures that count them, and a sentence for the text.

    `text` is what the sentence says, short: 金秋助学3人次、6000元.
    """

    topic: FigureTopic
    quotes: tuple[Quoted, ...]
    sentence: str
    text: str


@dataclass
class _Told:
    """The records that are told, by their kind."""

    by_kind: dict[type[Record], set[int]] = field(default_factory=dict)
    figures: set[tuple[object, ...]] = field(default_factory=set)  # whose records were noted: key and days

    def note(self, figure: Figure, period: Period) -> None:
        """Note the records behind a figure and the rows by which it chose them: members by their joining."""
        if (figure.key, *period) in self.figures:
            return
        self.figures.add((figure.key, *period))
        query = figure.query(period)
        self._note(query.model, _ids(figure, period))
        for condition in conditions_of(query):
            if not isinstance(condition, Expression):
                continue
            if condition.op == OP.IN and condition.lhs is query.model.id and isinstance(condition.rhs, Query):
                self._note(condition.rhs.model, _ids_of(condition.rhs))

    def _note(self, kind: type[Record], ids: frozenset[int]) -> None:
        self.by_kind.setdefault(kind, set()).update(ids)

    def left(self, query: Query, ids: frozenset[int]) -> frozenset[int]:
        return ids - self.by_kind.get(query.model, set())


@one_reading()
def untold(quotes: Iterable[Quoted], period: Period) -> list[Untold]:
    """Return what a report that quotes these figures does not tell of its period, in the order of topics."""
    told = _Told()
    spans: dict[str, list[Period]] = {}
    for quote in quotes:
        if not quote.is_empty:
            for figure in _counted_in(quote.figure):
                told.note(figure, quote.period)
        spans.setdefault(quote.figure.key.partition(":")[0], []).append(quote.period)
    _, *topics = figure_topics()  # the office's own facts are the first
    counted = [
        (topic, figure)
        for topic in topics
        for figure in topic.figures
        if _may_be_told(figure) and not figure.label.startswith(_OPENING)
    ]
    partly = [pair for pair in counted if pair[1].key in spans]
    found = [one for pair in partly for one in _other_months_of(*pair, period, told, spans)]
    found += [one for pair in counted if pair not in partly for one in _untold_of(*pair, period, told)]
    order = [topic.key for topic in topics]
    return sorted(found, key=lambda one: order.index(one.topic.key))


def _counted_in(figure: Figure) -> Sequence[Figure]:
    """Return the figures by whose records a figure is computed."""
    return figure.terms() if isinstance(figure, Ratio | Difference) else (figure,)


def _may_be_told(figure: Figure) -> bool:
    """Tell whether a figure counts records by itself, of days that have come, and has a name for a text."""
    return type(figure) is Figure and not figure.ahead and figure.label.isidentifier()


def _other_months_of(
    topic: FigureTopic, figure: Figure, period: Period, told: _Told, spans: Mapping[str, Sequence[Period]]
) -> Iterator[Untold]:
    """Yield what a figure counts in the months for which no sentence quotes it."""
    if any([*span] == [*period] for span in spans[figure.key]):
        return
    for span in _other_months(period, spans[figure.key]):
        ids = _ids(figure, span)
        if told.left(figure.query(span), ids):
            told.note(figure, span)
            also = [other for other in topic.figures if other.key in spans]
            group = (Quoted(figure, span), *_companions(also, figure, span, ids))
            yield _untold(topic, group, _months(span))


def _untold_of(topic: FigureTopic, figure: Figure, period: Period, told: _Told) -> Iterator[Untold]:
    query = figure.query(period)
    ids = _ids(figure, period)
    left = told.left(query, ids)
    if not left:
        return
    if left == ids or _is_stock_untold(figure, left, ids) or _is_flow_undivided(figure):
        groups = [(Quoted(figure, period), *_companions(topic.figures, figure, period, ids))]
    else:
        groups = []
        for part in figure.parts if figure.kind is Kind.FLOW else ():
            part_ids = _ids(part, period)
            if part_ids and told.left(query, part_ids) == part_ids:
                groups.append((Quoted(part, period), *_companions(topic.figures, part, period, part_ids)))
    for group in groups:
        if group[0].number:
            for quote in group:
                told.note(quote.figure, quote.period)
            yield _untold(topic, group)


def _is_stock_untold(figure: Figure, left: frozenset[int], ids: frozenset[int]) -> bool:
    """Tell whether a stock is untold but for a few: all unions, of which one is told as newly founded."""
    return figure.kind is Kind.STOCK and 2 * len(left) > len(ids)


def _is_flow_undivided(figure: Figure) -> bool:
    return figure.kind is Kind.FLOW and not figure.parts


def _companions(
    figures: Sequence[Figure], figure: Figure, period: Period, ids: frozenset[int]
) -> list[Quoted]:
    """Return what else is counted of the very same records: persons, amounts; nothing twice."""
    name = figure.key.partition(":")[2]
    model = figure.query(period).model
    said = {(figure.unit, Quoted(figure, period).number)}
    found: list[Quoted] = []
    for other in sorted(figures, key=lambda one: one.scale is not Scale.MONEY):  # money is told first of all
        if len(found) + 1 == _MOST_TOGETHER:
            break
        part = other.part(name) if name and _may_be_told(other) else other
        if part is None or not _may_be_told(other) or part.key == figure.key:
            continue
        if part.query(period).model is not model or _ids(part, period) != ids:
            continue
        quote = Quoted(part, period)
        if quote.number and (part.unit, quote.number) not in said:
            said.add((part.unit, quote.number))
            found.append(quote)
    return sorted(found, key=lambda one: one.figure.scale is Scale.MONEY)


def _other_months(period: Period, spans: Sequence[Period]) -> Iterator[Period]:
    """Yield the spans of months of a period that none of others has, as a text names them."""
    free = [
        month.first.month
        for month in periods.months(period)
        if month.has_begun
        and not any(span.first <= month.first and month.last <= span.last for span in spans)
    ]
    for _, run in groupby(enumerate(free), lambda pair: pair[1] - pair[0]):
        months = [month for _, month in run]
        span = periods.through_month(period.last.year, months[-1])
        span = Period(span.first.replace(month=months[0]), span.last, "")
        yield Period(span.first, span.last, f"{period.last.year}年{_months(span)}")


def _months(span: Period) -> str:
    first, last = span.first.month, span.last.month
    return f"{first}—{last}月" if first < last else f"{last}月"


def _untold(topic: FigureTopic, group: tuple[Quoted, ...], months: str = "") -> Untold:
    return Untold(topic, group, _sentence(group, months), _text(group, months))


def _text(group: Sequence[Quoted], months: str) -> str:
    said = [_said(quote, quote.text, group[0]) for quote in group]
    quote = group[0]
    if not months and _is_worth_parting(quote):
        said[0] += f"（{Quoted(quote.figure, quote.period, IN_PARTS).text}）"
    return f"{months}{'、'.join(said)}"


def _sentence(group: Sequence[Quoted], months: str = "") -> str:
    quote = group[0]
    when = months or ("{{ 期末 }}" if quote.figure.kind is Kind.STOCK else "{{ 全期 }}")
    span = f".月份({quote.period.first.month}, {quote.period.last.month})" if months else ""
    said = [_said(one, f"{{{{ {_source(one)}{span} }}}}", quote) for one in group]
    if not months and _is_worth_parting(quote):
        said[0] += f"（{{{{ {_source(quote)}.{IN_PARTS} }}}}）"
    return f"{when}{'、'.join(said)}。"


def _is_worth_parting(quote: Quoted) -> bool:
    """Tell whether a figure has parts to be named, and not too many: 减少3人次（转出2人次、退会1人次）."""
    figure = quote.figure
    if not figure.parts or not figure.measure.adds_up:
        return False
    parts = [number for _, number in parts_of(figure, quote.period) if number]
    return 1 <= len(parts) <= _MOST_PARTS


def _source(quote: Quoted) -> str:
    whole, _, part = quote.figure.label.partition("·")
    if not part:
        return whole
    return f"{whole}.{part}" if part.isidentifier() else f"{whole}['{part}']"


def _said(quote: Quoted, value: str, first: Quoted) -> str:
    """Write a figure in a sentence; what the first one named is not said again: 走访企业12家、15次."""
    unit = quote.figure.unit
    whole, _, part = quote.figure.label.partition("·")
    if quote is first:
        return f"{part or whole.removesuffix(unit)}{value}{unit}"
    name = "" if part else whole.removeprefix(first.figure.label).removesuffix(unit)
    return f"{'' if name in _SAID_BY_UNIT else name}{value}{unit}"


def line_of(one: Untold, text: str, period: Period) -> int:
    """Return the line of a text, from 0, that a sentence goes behind: the last that speaks of its topic.

    Where none does, the last that quotes anything but the office's own facts.
    """
    own, *_ = figure_topics()
    last = {"": 0}
    for number, line in enumerate(text.split("\n")):
        topics = {quote.figure.topic for quote in quoted_in(line, period)} if any(mentions(line)) else set()
        for topic in topics - {own.key}:
            last[topic] = last[""] = number
    return last.get(one.topic.key, last[""])


def with_sentence(one: Untold, text: str, period: Period) -> str:
    """Return a text with the sentence at the end of its line."""
    lines = text.split("\n")
    lines[line_of(one, text, period)] += one.sentence
    return "\n".join(lines)


def _ids(figure: Figure, period: Period) -> frozenset[int]:
    """Return the ids of the records behind a figure; many are asked for several times."""
    return once((figure.key, "ids", *period), lambda: _ids_of(figure.query(period)))


def _ids_of(query: Query) -> frozenset[int]:
    """Return the ids of a query's records, read once however many figures count the very same ones."""
    if not has_records(query.model):
        return frozenset()
    # As one text: a row each takes longer to be handed over than SQLite does to find it.
    ids = first_value(query.select(fn.JSON_GROUP_ARRAY(query.model.id)).order_by())
    return once(("ids behind", ids), lambda: frozenset(json.loads(ids)))
