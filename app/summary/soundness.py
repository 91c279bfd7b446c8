"""A sentence that holds together: its parts make up their whole, and it speaks of one population.

A sentence may name parts of a figure where they are all there, or where it says 其中 (issue of the audit:
3个，0家小区工会、1家独立工会 loses two). What the parts of a figure are is declared with the figures: the
parts of its split, and the sums it stands in. For whom a figure counts is declared likewise.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.figures.figure import Difference, Fact, Figure, Ratio, model_of
from app.registry import figure_topics, figures
from app.summary.document import Line
from app.summary.grammar import Trouble
from app.summary.quoted import IN_PARTS, NUMBERS, Quoted

_SENTENCES = re.compile("[。！？]")
_SAYS_PART = re.compile("其中|包括|含")
_ENDS_A_LIST = re.compile("[：；]|其中|包括")
_ENDS_A_CLAUSE = re.compile("[，；：]")
_AND = ("和", "以及", "及", "与")
_FEWEST_OF_A_SUM = 2  # one part of a sum may stand for itself: 受理20起，结案18起


@dataclass(frozen=True)
class _Told:
    """A figure told in a sentence, and the words between it and the one before."""

    quote: Quoted
    before: str


def troubles_of_line(line: Line) -> Iterator[Trouble]:
    """Say of each sentence of a line what does not hold together, with both sides and the remedy."""
    for sentence in _sentences(line):
        missing = list(_parts_missing(sentence)) or list(_list_falls_short(sentence))
        for words in (*(missing or _listed_twice(sentence)), *_populations_mixed(sentence)):
            yield Trouble(line.number, words)


def _sentences(line: Line) -> Iterator[list[_Told]]:
    told: list[_Told] = []
    before = ""
    for span in line.spans:
        if span.quote is not None:
            told.append(_Told(span.quote, before))
            before = ""
            continue
        *ended, rest = _SENTENCES.split(span.text)
        if ended:
            yield told
            told, before = [], rest
        else:
            before += rest
    yield told


def _parts_missing(sentence: Sequence[_Told]) -> Iterator[str]:
    for at, whole in enumerate(sentence):
        if whole.quote.aspect not in NUMBERS:
            continue
        after = sentence[at + 1 :]
        if any(_same(one.quote, whole.quote) and one.quote.aspect == IN_PARTS for one in after):
            continue
        told = {one.quote.figure.key for one in after}
        for parts, fewest in _families(whole.quote.figure, told):
            keys = [part.key for part in parts]
            named = [
                (place, one.quote)
                for place, one in enumerate(after)
                if one.quote.figure.key in keys and [*one.quote.period] == [*whole.quote.period]
            ]
            if len({quote.figure.key for _, quote in named}) < fewest:
                continue
            between = "".join(one.before for one in after[: named[0][0] + 1])
            if not _SAYS_PART.search(between):
                yield from _lost(whole.quote, [quote for _, quote in named], parts)


def _list_falls_short(sentence: Sequence[_Told]) -> Iterator[str]:
    """Say that a list after a colon is not all of what stands before it: 受理2起：调解成功1起."""
    for at, whole in enumerate(sentence[:-1]):
        led_in = sentence[at + 1].before
        if whole.quote.aspect not in NUMBERS or "：" not in led_in or _SAYS_PART.search(led_in):
            continue
        listed = [told.quote for told in _listed(sentence[at + 1 :]) if _is_of(told.quote, whole.quote)]
        if listed and _adds_up(whole.quote.figure):
            yield from _short(whole.quote, {quote.figure.key: quote for quote in listed}, [])


def _listed(after: Sequence[_Told]) -> Iterator[_Told]:
    """Yield what is told in a list, up to where another begins or its first part is parted in turn."""
    yield after[0]
    for told in after[1:]:
        if _ENDS_A_LIST.search(told.before):
            return
        yield told


def _listed_twice(sentence: Sequence[_Told]) -> Iterator[str]:
    """Say that a list names a whole beside what is in it: 受理2起、调解成功1起 reads as three."""
    for at, first in enumerate(sentence):
        for then in _joined(first, sentence[at + 1 :]):
            for whole, part in ((first.quote, then.quote), (then.quote, first.quote)):
                if _is_of(part, whole) and _is_among(part, whole):
                    yield _twice(whole, part)
                    break


def _joined(first: _Told, after: Sequence[_Told]) -> Iterator[_Told]:
    """Yield what stands in one list with a figure, behind it."""
    unit = first.quote.figure.unit
    for told in after:
        if not _joins(told.before, unit) or _SAYS_PART.search(told.before):
            return
        yield told
        unit = told.quote.figure.unit


def _joins(words: str, unit: str) -> bool:
    """Tell whether the words behind a number and its unit lead on to the next of a list."""
    return not _ENDS_A_CLAUSE.search(words) and ("、" in words or words.removeprefix(unit).startswith(_AND))


def _is_among(part: Quoted, whole: Quoted) -> bool:
    """Tell whether all the records of a number are among those of another that measures the same of them."""
    figures = (part.figure, whole.figure)
    if any(isinstance(figure, Ratio | Difference | Fact) for figure in figures) or part.is_empty:
        return False
    if part.figure.kind is not whole.figure.kind or part.figure.measure.words != whole.figure.measure.words:
        return False
    records, others = part.figure.query(part.period), whole.figure.query(whole.period)
    model = records.model
    return not records.where(model.id.not_in(others.select(model.id).order_by())).exists()


def _twice(whole: Quoted, part: Quoted) -> str:
    unit, write = whole.figure.unit, whole.figure.scale.prose
    both = write((whole.number or 0) + (part.number or 0))
    return (
        f"{whole.figure.label}{write(whole.number)}{unit}里已有{_with_number(part)}，用顿号并列会读成{both}{unit}；"
        f"请在“{part.figure.label.rpartition('·')[2]}”前写“其中”，或用句号分成两句"
    )


def _is_of(quote: Quoted, whole: Quoted) -> bool:
    """Tell whether a number counts the same kind of records over the same days, in the same unit."""
    figure, days = quote.figure, [*quote.period]
    return (
        quote.aspect in NUMBERS
        and figure.unit == whole.figure.unit
        and days == [*whole.period]
        and figure.key != whole.figure.key
        and model_of(figure, quote.period) is model_of(whole.figure, whole.period)
    )


def _families(figure: Figure, told: Container[str]) -> Iterator[tuple[Sequence[Figure], int]]:
    """Yield the parts a figure is declared to have: those of its split, those of its sums.

    A part of a sum that is not told itself, by its key, may be told in its own parts: 劳务 in 劳务合同.
    """
    if figure.parts:
        yield figure.parts, 1
    for parts in _sums_of(figure):
        of_parts = [[part] if part.key in told else next(_sums_of(part), [part]) for part in parts]
        yield [part for together in of_parts for part in together], _FEWEST_OF_A_SUM


def _sums_of(figure: Figure) -> Iterator[Sequence[Figure]]:
    for topic in figure_topics():
        for total in topic.sums:
            of_split = any(":" in part.key for part in total.parts)
            if total.whole is figure and not total.less and not of_split:
                yield total.parts


def _lost(whole: Quoted, named: Sequence[Quoted], parts: Sequence[Figure]) -> Iterator[str]:
    by_key = {quote.figure.key: quote for quote in named}
    others = [Quoted(part, whole.period) for part in parts if part.key not in by_key]
    missing = [quote for quote in others if quote.number]
    if missing or _adds_up(whole.figure):
        yield from _short(whole, by_key, missing)


def _short(whole: Quoted, by_key: Mapping[str, Quoted], missing: Sequence[Quoted]) -> Iterator[str]:
    """Say that numbers do not add up to the whole, with both sides and the remedy; nothing where they do."""
    number, added = whole.number or 0, sum(quote.number or 0 for quote in by_key.values())
    if added == number:
        return
    unit = whole.figure.unit
    listed = "、".join(_with_number(quote) for quote in by_key.values())
    rest = f"（{'、'.join(_with_number(quote) for quote in missing)}）" if missing else ""
    written = whole.figure.scale.prose(number)
    yield (
        f"{whole.figure.label}{written}{unit}，写出的部分是{listed}，合计"
        f"{whole.figure.scale.prose(added)}{unit}，与总数不符；请补上其余部分{rest}，或在前面写“其中”"
    )


def _adds_up(figure: Figure) -> bool:
    """Tell whether the parts of a figure add up to it; different units and persons may be in several."""
    return figure.measure.adds_up


def _with_number(quote: Quoted) -> str:
    figure = quote.figure
    return f"{figure.label.rpartition('·')[2]}{figure.scale.prose(quote.number)}{figure.unit}"


def _same(one: Quoted, other: Quoted) -> bool:
    return one.figure.key == other.figure.key and [*one.period] == [*other.period]


def _populations_mixed(sentence: Sequence[_Told]) -> Iterator[str]:
    """Say where a figure of some stands beside one of all that counts others too (非公签约, 覆盖企业)."""
    narrow = [(at, told.quote) for at, told in enumerate(sentence) if told.quote.figure.population]
    for at, wide in enumerate(told.quote for told in sentence):
        for place, quote in narrow:
            own = _counterpart(wide.figure, quote.figure.population)
            if own is None:
                continue
            between = "".join(one.before for one in sentence[at + 1 : place + 1])
            if at < place and _SAYS_PART.search(between):
                continue
            same = Quoted(own, wide.period)
            if same.number == wide.number:
                continue
            yield (
                f"{quote.figure.label}{quote.figure.scale.prose(quote.number)}{quote.figure.unit}只算"
                f"{quote.figure.population}，同一句里的{wide.figure.label}"
                f"{wide.figure.scale.prose(wide.number)}{wide.figure.unit}却不限于此；请改用"
                f"“{own.label}”（{own.scale.prose(same.number)}{own.unit}），或分成两句"
            )
            break


def _counterpart(wide: Figure, population: str) -> Figure | None:
    """Return the figure that counts of a population what another counts of all."""
    whole, _, part = wide.key.partition(":")
    own = _counterparts(population).get(whole)
    return own.part(part) if own is not None and part else own


@cache
def _counterparts(population: str) -> dict[str, Figure]:
    return {
        figure.among().key: figure
        for figure in figures()
        if figure.population == population and figure.among is not None
    }
