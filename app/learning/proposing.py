"""Which figure a number of a report is: same unit, same words, same value, a part of the same whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.figures.figure import Figure
from app.figures.once import one_reading
from app.figures.splits import UNSAID
from app.learning.beside import COMMA, called, is_said_again, took_part, topic_of
from app.learning.fitting import agrees_with, fit, significant, telling
from app.learning.quantities import Quantity, Role, the_year
from app.learning.spans import after_month
from app.learning.words import Weights, pairs, said_otherwise, weighed
from app.registry import figure_topics
from app.rules.periods import Period
from app.rules.periods import year as year_of
from app.summary.quoted import LAST_YEAR

_PART_ALONE = 0.7  # the name of a part (劳动争议) says little where nothing names its figure (来访接待)
_FAR = 0.25  # how much the words of a heading weigh, and about those of the whole sentence
_PART_UNSAID = 0.6  # and less where the report does not even have its own name
LEAST, MOST = "最少", "最多"
"""How the names of the two ends of a range end."""
_BY_VALUE_FROM = 10
_OF_A_WHOLE = 0.2
_TOTAL_OF = 0.6  # the numbers before it add up to it
_HEADED = 0.1  # the heading has words of the figure's name
_SAME_TOPIC, _OTHER_SENTENCE = 0.12, 0.04
_LEAST_SCORE = 0.12  # what is less like a number is nothing that a person should be asked
_NEARER = 0.15
_TELLS = 3  # digits that two records seldom share by chance
_NEAR = 12
_THAN = "同比|环比|(?:比|较|与)(?:去年|上年|上一年|上季|年初|[0-9]{4}年)[^，。；]{0,6}?(?:相比)?，?"
_RISEN = "增长|增加|上升|提高|下降|减少|降低|多|少|增|减|降"
_COMPARED = re.compile(rf"(?:{_THAN})净?(?:{_RISEN})|(?:{_RISEN})(?:至|到|为)|[增降]幅")
"""What compares: its 减少 is nobody who left."""
_TOOK_PART = 0.3
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|共)(?:为|达|有)?$")
_KIND = 4  # characters by which names tell what they are about: 工资专项, 困难慰问
_STOP = re.compile("[。；;]")
_COMMA_ONLY = re.compile(r"[，,；;：:。\n（(）)]")  # what is listed with 、 stays together
_SAID_AGAIN = 0.5  # a row of a table goes on with the same words, those of last year


@dataclass(frozen=True)
class Proposal:
    """A figure that a number may be. `source` is what stands between the braces; `why` are reasons.

    `number` is what the records say for the days of the number, None where they say nothing. `words` is how
    much of its name the text says, 0 to 1.
    """

    figure: Figure
    source: str
    score: float
    number: int | None
    why: tuple[str, ...]
    agrees: bool
    words: float = 0.0

    @property
    def label(self) -> str:
        """Return the name of the figure as a person reads it."""
        return self.figure.label


@dataclass(frozen=True)
class Proposed:
    """A number with what it may be, best first, and whether the first is beyond doubt."""

    quantity: Quantity
    proposals: tuple[Proposal, ...]
    sure: bool = False


@dataclass(frozen=True, eq=False)
class Candidate:
    """A figure, or a part of one, with its words weighed: its name most, its topic least."""

    figure: Figure
    source: str
    parent: Figure | None
    part: str
    words: dict[str, float] = field(repr=False)
    named: dict[str, float] = field(repr=False)

    @property
    def unit(self) -> str:
        return self.figure.unit


@dataclass(frozen=True)
class _Context:
    """What was found before a number: what it is a part or the total of, the last figure, the heading."""

    wholes: tuple[Figure, ...]
    last: Figure | None
    is_same_sentence: bool
    is_said_again: bool
    group: str
    total_of: tuple[Figure, ...]
    headed: frozenset[str]


class Proposer:
    """Proposes figures for the numbers of one report; figures are read from the open office.

    `aliases` are words that the office taught it, each with the label of the figure that was meant.
    """

    def __init__(self, year: int, aliases: Iterable[tuple[str, str]] = ()) -> None:
        self.year = year
        self.aliases = tuple(aliases)
        self.candidates = list(_candidates())
        self._titles = {topic.key: topic.title for topic in figure_topics()}
        self._parent = {one.figure: one.parent for one in self.candidates}
        self._parted: dict[Figure, list[str]] = {}
        self._parts: dict[Figure, list[str]] = {}
        for one in self.candidates:
            if one.parent is not None:
                self._parts.setdefault(one.parent, []).append(one.part)
            if one.figure.among is not None and one.figure.population:
                self._parted.setdefault(one.figure.among(), []).append(one.figure.population[:2])
        self.weights = Weights(candidate.figure.label for candidate in self.candidates)

    @one_reading()
    def propose(self, quantities: Sequence[Quantity], most: int = 5) -> list[Proposed]:
        """Return every number with its proposals, in order; the numbers of a sentence help each other."""
        proposed: list[Proposed] = []
        for quantity in quantities:
            if quantity.role is not Role.LEVEL:
                proposed.append(self._changed(quantity, proposed))
                continue
            scored = self._ends_of(quantity, self._scored(quantity, proposed))
            best = tuple(one for one in scored if one.agrees or one.score >= _LEAST_SCORE)[:most]
            proposed.append(Proposed(quantity, best, self._is_sure(quantity, best)))
        return proposed

    def _scored(self, quantity: Quantity, before: list[Proposed]) -> list[Proposal]:
        told = self._told(quantity)
        context = self._context(quantity, before)
        found = []
        for candidate in self.candidates:
            fits = fit(quantity, candidate.figure)
            if not fits:
                continue
            of_name, of_told = self.weights.covered(candidate.words, told)
            if not of_name:
                continue
            words = 0.62 * of_name + 0.38 * of_told
            if candidate.part and not any(told.get(pair, 0) > _FAR for pair in candidate.named):
                words *= _PART_ALONE
            if candidate.part and (
                not self._is_part_said(candidate.part, quantity, told)
                or self._is_one_of_several(candidate, quantity)
            ):
                words *= _PART_UNSAID
            found.append((words * fits, candidate))
        found.sort(key=lambda one: -one[0])
        proposals = [self._judged(quantity, score, candidate, context) for score, candidate in found[:40]]
        return sorted(proposals, key=lambda one: -one.score)

    def _context(self, quantity: Quantity, before: list[Proposed]) -> _Context:
        last = next((one for one in reversed(before) if one.proposals), None)
        return _Context(
            tuple(before[place].proposals[0].figure for place in quantity.wholes if before[place].proposals),
            last.proposals[0].figure if last is not None else None,
            last is not None and last.quantity.sentence == quantity.sentence,
            last is not None and is_said_again(quantity, last.quantity),
            self._group(quantity, before),
            tuple(self._summed(quantity, before)),
            frozenset(pairs(quantity.heading)),
        )

    def _summed(self, quantity: Quantity, before: Sequence[Proposed]) -> list[Figure]:
        """Return the figures whose parts the numbers before one are that add up to it: 5份、2份，合计7份."""
        if not _TOTAL.search(COMMA.split(quantity.before)[-1]):
            return []
        parts: list[Proposal] = []
        total = Decimal(0)
        for one in reversed(before):
            if one.quantity.sentence != quantity.sentence or one.quantity.unit != quantity.unit:
                break
            total += one.quantity.value
            parts += one.proposals[:1]
            if len(parts) > 1 and total == quantity.value:
                parents = [self._parent.get(part.figure) for part in parts]
                return [parent for parent in dict.fromkeys(parents) if parent is not None]
        return []

    def _is_part_said(self, part: str, quantity: Quantity, told: Mapping[str, float]) -> bool:
        """Tell whether a report has the name of a part: most of its words, or its only character (男)."""
        if len(part) == 1:
            return part in COMMA.split(quantity.before)[-1] + quantity.thing
        whole = sum(self.weights.of(pair) for pair in pairs(part))
        said = sum(self.weights.of(pair) for pair in pairs(part) if pair in told)
        return 2 * said >= whole > 0

    def _is_one_of_several(self, candidate: Candidate, quantity: Quantity) -> bool:
        """Tell whether the words before a number name more than one part: 生日、结婚等慰问, 市级以上荣誉."""
        said = _COMMA_ONLY.split(quantity.before)[-1]
        if candidate.part not in said or candidate.parent is None:
            return False
        if re.search(rf"{re.escape(candidate.part)}(?:及其?)?以[上下]", said):
            return True
        return sum(part in said for part in self._parts[candidate.parent]) > 1

    def _ends_of(self, quantity: Quantity, scored: list[Proposal]) -> list[Proposal]:
        """A range of every month (每月3—4篇) is the least and the most of a month, where figures tell so."""
        if not quantity.is_range or not quantity.each or not scored:
            return scored
        ends = [
            one
            for one in self.candidates
            if one.figure.label.endswith((LEAST, MOST)) and one.unit == quantity.unit
        ]
        by_name = {one.figure.label: one for one in ends}
        for label, least in by_name.items():
            most = by_name.get(f"{label.removesuffix(LEAST)}{MOST}")
            if label.endswith(LEAST) and most is not None:
                numbers = [one.figure.counted(year_of(self.year)) for one in (least, most)]
                agrees = numbers == [quantity.value, quantity.high]
                why = ("与台账数相符",) if agrees else ("每月的最少和最多",)
                source = f"{least.source}—{most.source}"
                first = Proposal(least.figure, source, scored[0].score + 0.2, numbers[0], why, agrees)
                return [first, *scored]
        return scored

    def _judged(self, quantity: Quantity, words: float, candidate: Candidate, context: _Context) -> Proposal:
        why = []
        score = words
        if words > 0.3:
            why.append("用词相同")
        number, source = self._number(candidate, quantity)
        agrees = number is not None and agrees_with(quantity, candidate.figure, number)
        if agrees:
            score += telling(quantity)
            why.append("与台账数相符")
        elif number:
            score -= 0.18 if quantity.value >= _BY_VALUE_FROM else 0.1
        score += self._as_a_part(candidate, context.wholes, why)
        if context.group and candidate.part == context.group:
            score += 0.25
            why.append(f"同属{context.group}")
        last = context.last
        if last is not None and candidate.figure.topic == last.topic:
            score += _SAME_TOPIC if context.is_same_sentence else _OTHER_SENTENCE
            whole = not candidate.part and not context.wholes
            if context.is_said_again:
                score += _SAID_AGAIN if candidate.figure is last else 0.0
            elif whole and _goes_on(candidate.figure, last) and not _STOP.search(quantity.before):
                score += 0.32
            if candidate.unit in ("人", "名", "人次") and context.is_same_sentence and took_part(quantity):
                score += _TOOK_PART
        if candidate.figure in context.total_of:
            score += _TOTAL_OF
            why.append("前面几个数的合计")
        if len(candidate.named.keys() & context.headed) > 1:
            score += _HEADED
        if self._is_under(quantity, candidate):
            score += 0.08
        population = self._same_population(quantity, candidate.figure)
        score += population + (called(candidate.figure.label, quantity) if population >= 0 else 0.0)
        return Proposal(candidate.figure, source, round(score, 4), number, tuple(why), agrees, words)

    @staticmethod
    def _as_a_part(candidate: Candidate, wholes: Sequence[Figure], why: list[str]) -> float:
        """Return what speaks for a figure where a number is a part of others, or of none."""
        if not wholes:
            return -0.03 if candidate.parent is not None else 0.0
        of = next(
            (one for one in wholes if candidate.parent is one or _in_a_sum(one, candidate.figure)), None
        )
        if of is not None:
            why.append(f"{of.label}的一部分")
            return _OF_A_WHOLE
        return -0.3 if candidate.figure in wholes else 0.0

    def _number(self, candidate: Candidate, quantity: Quantity) -> tuple[int | None, str]:
        """Return what the records say for the days of a number, and how a text asks for it."""
        whole = year_of(self.year)
        over_year = candidate.figure.counted(whole)
        period = the_year(quantity, self.year)
        span = after_month(period) if period.last.year == self.year else ""
        if not span:
            if period == year_of(self.year - 1) and not (
                over_year is not None and agrees_with(quantity, candidate.figure, over_year)
            ):
                return candidate.figure.counted(period), f"{candidate.source}.{LAST_YEAR}"
            return over_year, candidate.source
        number = candidate.figure.counted(period)
        fits_year = over_year is not None and agrees_with(quantity, candidate.figure, over_year)
        fits_span = number is not None and agrees_with(quantity, candidate.figure, number)
        if fits_year and (not fits_span or _is_month(period)):
            return over_year, candidate.source
        return number, candidate.source + span

    def _told(self, quantity: Quantity) -> dict[str, float]:
        """Weigh the words around a number: those it counts most, those of its sentence and heading less."""
        *clauses, last = COMMA.split(quantity.before.rstrip("：: "))
        near = [] if took_part(quantity) else [(quantity.thing, 1.0), (last, 1.0)]
        weight = 0.6 if near else 0.9
        for clause in reversed(clauses):
            if clause:
                near.append((clause, weight))
                weight = max(weight * 0.75, 0.3)
        near += [(quantity.sentence, 0.22), (quantity.heading, _FAR), (topic_of(quantity.sentence), 0.6)]
        near = [(_COMPARED.sub("", text), weight) for text, weight in near]
        said = [(said_otherwise(text, self.aliases), weight * 0.95) for text, weight in near]
        return weighed([*near, *said])

    def _is_under(self, quantity: Quantity, candidate: Candidate) -> bool:
        """Tell whether the heading above a number names the topic of a figure."""
        title = self._titles[candidate.figure.topic]
        return bool(set(pairs(title)) & set(pairs(quantity.heading)))

    def _same_population(self, quantity: Quantity, figure: Figure) -> float:
        """A sentence that says whom it counts (非公企业) means the figures of these, and no others."""
        said = quantity.sentence
        if figure.population:
            return 0.15 if figure.population[:2] in said else -0.25
        return -0.2 if any(words in said for words in self._parted.get(figure, ())) else 0.0

    @staticmethod
    def _group(quantity: Quantity, before: list[Proposed]) -> str:
        """Return the part that a list is at: 私营企业27家，职工…，有工会…; up to the next semicolon."""
        if not quantity.wholes or _STOP.search(quantity.before):
            return ""
        for one in reversed(before):
            if one.quantity.sentence != quantity.sentence or not one.quantity.wholes:
                return ""
            if one.proposals and (part := one.proposals[0].figure.label.partition("·")[2]):
                return part
            if _STOP.search(one.quantity.before):
                return ""
        return ""

    def _changed(self, quantity: Quantity, before: list[Proposed]) -> Proposed:
        """A change is one of a number before it in the sentence, of the last where nothing else is said."""
        levels = [
            one
            for one in before
            if one.quantity.role is Role.LEVEL and one.quantity.sentence == quantity.sentence
        ]
        level = levels[-quantity.back] if len(levels) >= quantity.back else None
        if level is None:
            return Proposed(quantity, ())
        proposals = tuple(
            Proposal(
                one.figure,
                f"{one.source}.{quantity.role}",
                one.score,
                None,
                ("与上一个数同一项",),
                one.agrees,
            )
            for one in level.proposals
        )
        return Proposed(quantity, proposals, level.sure)

    @staticmethod
    def _is_sure(quantity: Quantity, best: tuple[Proposal, ...]) -> bool:
        """Tell whether the first is beyond doubt: the records say the same, and so do the words.

        An equal value tells little where it is small or round: then the words must be those of the figure,
        and no other figure may be nearer to them.
        """
        if not best or quantity.is_range or not best[0].agrees:
            return False
        first, others = best[0], best[1:]
        margin = first.score - others[0].score if others else first.score
        nearer = max((one.words for one in others), default=0.0) - first.words
        if quantity.value < _BY_VALUE_FROM:
            said = set(pairs(COMMA.sub("", quantity.before)[-_NEAR:] + "。" + quantity.thing))
            is_named = bool(said & set(pairs(first.label)))
            return is_named and first.score >= 0.8 and margin >= 0.2 and nearer < _NEARER
        if significant(quantity) < _TELLS and not quantity.wholes:
            return first.words >= 0.5 and first.score >= 0.75 and margin >= 0.08 and nearer < _NEARER
        return first.score >= 0.75 and margin >= 0.08


def _goes_on(figure: Figure, last: Figure) -> bool:
    """Tell whether a figure goes on with what another is about: 工资专项集体合同58份，覆盖企业490家."""
    return figure.label[:_KIND] in last.label and figure.label != last.label.partition("·")[0]


def _candidates() -> Iterator[Candidate]:
    for topic in figure_topics():
        for figure in topic.figures:
            if not figure.label.isidentifier():
                continue
            yield _candidate(figure, None, topic.title)
            for part in figure.parts:
                if not part.key.endswith(f":{UNSAID}"):
                    yield _candidate(part, figure, topic.title)


def _candidate(figure: Figure, parent: Figure | None, title: str) -> Candidate:
    label, _, part = figure.label.partition("·")
    source = label + (f".{part}" if part.isidentifier() else f"['{part}']") if part else label
    words = weighed([(label, 0.7 if part else 1.0), (part, 1.0), (title, 0.15), (figure.told, 0.2)])
    return Candidate(figure, source, parent, part, words, weighed([(label, 1.0)]))


def _is_month(period: Period) -> bool:
    """Tell whether a period is within one month: so a text names the day of an event."""
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)


def _in_a_sum(whole: Figure, part: Figure) -> bool:
    sums = (total for topic in figure_topics() for total in topic.sums)
    return any(total.whole is whole and part in total.parts for total in sums)
