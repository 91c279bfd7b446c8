"""Which figure a number of a report is: same unit, same words, same value, a part of the same whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from app.figures.figure import Figure, Kind
from app.figures.once import one_reading
from app.learning.beside import COMMA, called, is_more_of, is_said_again, leans_on_others, took_part
from app.learning.doing import kind_said, purpose_of
from app.learning.fitting import agrees_with, significant, telling
from app.learning.quantities import Quantity, Role, the_year
from app.learning.spans import after_month
from app.learning.wording import Candidate, Worded, Wording
from app.learning.words import pairs
from app.registry import figure_topics
from app.rules.periods import Period
from app.rules.periods import year as year_of
from app.summary.quoted import LAST_YEAR

LEAST, MOST = "最少", "最多"
"""How the names of the two ends of a range end."""
_MUCH_SAID = 0.3
_BY_VALUE_FROM = 10
_OWN_WORDS = 0.16  # what is less said is no figure because of the numbers around it
_OF_A_WHOLE = 0.2
_OTHER_WHOLE = 0.3  # a part of itself; one of those that are there, of those to whom something was done
_OF_OTHERS = 0.2  # a part of a number of another topic
_OF_UNKNOWN = 0.15  # a part of what no figure counts
_COUNTED_ALREADY = 0.25  # what a sentence counts once it counts no second time: 投产企业 are no 登记企业
_NAMED_AGAIN = 0.6  # but for what has the name again: 区域性合同3份，行业性合同2份
_TOTAL_OF = 0.6  # the numbers before it add up to it
_HEADED, _UNDER = 0.1, 0.08  # the heading has words of the figure's name, of its topic
_OF_THEME, _OF_PARAGRAPH = 0.25, 0.15  # its own sentence names what figures are about (送清凉), one before it
_SAME_TOPIC, _OTHER_SENTENCE, _GOES_ON = 0.12, 0.04, 0.32
_LEAST_SCORE = 0.25  # what is less like a number is nothing that a person should be asked
_NEARER = 0.15
_FEW, _OFTEN = 3, 5
"""Of how many numbers it can be told whether the records are those of the report: one of five agrees.

Of fewer, all must."""
_TELLS = 3  # digits that two records seldom share by chance
_NEAR = 12
_ITS_MONEY = 0.2
_TOOK_PART, _TAKE_PART = 0.3, ("人", "名", "人次", "家")
_OTHER_KIND = 0.2  # a report says what was done, a figure what is there, or the reverse
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|共)(?:为|达|有)?$")
_KIND = 4  # characters by which names tell what they are about: 工资专项, 困难慰问
_STOP = re.compile("[。；;]")
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
    kind: Kind | None
    counted: frozenset[Figure]
    is_part_of_unknown: bool


class Proposer:
    """Proposes figures for the numbers of one report; figures are read from the open office.

    `aliases` are words that the office taught it, each with the label of the figure that was meant.
    """

    def __init__(self, year: int, aliases: Iterable[tuple[str, str]] = ()) -> None:
        self.year = year
        self.wording = Wording(aliases)
        self._titles = {topic.key: topic.title for topic in figure_topics()}
        self._parent = {one.figure: one.parent for one in self.wording.candidates}
        self._parted: dict[Figure, list[str]] = {}
        for one in self.wording.candidates:
            if one.figure.among is not None and one.figure.population:
                self._parted.setdefault(one.figure.among(), []).append(one.figure.population[:2])
        labels = [one.figure.label for one in self.wording.candidates if not one.part]
        self._before = {
            label: [one.removesuffix(label) for one in labels if one.endswith(label) and one != label]
            for label in labels
        }
        self._is_of_records = True

    @one_reading()
    def propose(self, quantities: Sequence[Quantity], most: int = 5) -> list[Proposed]:
        """Return every number with its proposals, in order; the numbers of a sentence help each other."""
        proposed: list[Proposed] = []
        judged: list[list[Proposal]] = []
        worded = [
            self.wording.nearest(one, last) if one.role is Role.LEVEL else []
            for one, last in zip(quantities, [None, *quantities], strict=False)
        ]
        self._is_of_records = self._agree_often(quantities, worded)
        for quantity, found in zip(quantities, worded, strict=True):
            judged.append([])
            if quantity.role is not Role.LEVEL:
                proposed.append(self._changed(quantity, proposed))
                continue
            judged[-1] = scored = self._ends_of(quantity, self._scored(quantity, found, proposed))
            best = tuple(one for one in scored if one.agrees or one.score >= _LEAST_SCORE)[:most]
            proposed.append(Proposed(quantity, best, self._is_sure(quantity, best)))
        return [self._whole_of(place, proposed, judged) for place in range(len(proposed))]

    def _whole_of(
        self, place: int, proposed: Sequence[Proposed], judged: Sequence[Sequence[Proposal]]
    ) -> Proposed:
        """Propose first the figure of which a report tells other parts: 签订集体合同9份，其中工资专项6份."""
        one = proposed[place]
        first = one.proposals[0] if one.proposals else None
        whole = self._parent.get(first.figure) if first is not None else None
        if first is None or whole is None or one.sure:
            return one
        parts = {
            part.proposals[0].figure for part in proposed if place in part.quantity.wholes and part.proposals
        }
        if not any(self._parent.get(part) is whole for part in parts - {first.figure}):
            return one
        wholes = tuple(judgement for judgement in judged[place] if judgement.figure is whole)
        others = tuple(other for other in one.proposals if other.figure is not whole)
        return replace(one, proposals=(*wholes, *others)[: len(one.proposals)])

    def _agree_often(self, quantities: Sequence[Quantity], worded: Sequence[list[Worded]]) -> bool:
        """Tell whether the records are those of the report: they say what some of its larger numbers say.

        Where they hardly ever do, as in the office of another year, that one does not agree says nothing.
        """
        told, agreed = 0, 0
        for quantity, found in zip(quantities, worded, strict=True):
            if not found or significant(quantity) < 2:
                continue
            figures = [(candidate.figure, self._number(candidate, quantity)[0]) for _, candidate in found[:3]]
            told += any(number for _, number in figures)
            agreed += any(
                number is not None and agrees_with(quantity, figure, number) for figure, number in figures
            )
        return agreed == told if told < _FEW else _OFTEN * agreed >= told

    def _scored(self, quantity: Quantity, found: list[Worded], before: list[Proposed]) -> list[Proposal]:
        context = self._context(quantity, before)
        proposals = [self._judged(quantity, score, candidate, context) for score, candidate in found]
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
            kind_said(quantity),
            self._counted_already(quantity, before),
            bool(quantity.wholes) and not any(before[place].proposals for place in quantity.wholes),
        )

    @staticmethod
    def _counted_already(quantity: Quantity, before: Sequence[Proposed]) -> frozenset[Figure]:
        """Return the figures of the numbers before one in its sentence that count its things already.

        They have its unit and its days, or its words and another unit: 在档困难职工33户71人.
        """
        if before and is_more_of(quantity, before[-1].quantity):
            return frozenset()
        here = takewhile(lambda one: one.quantity.sentence == quantity.sentence, reversed(before))
        return frozenset(
            one.proposals[0].figure
            for one in here
            if one.proposals and _counts_the_same(quantity, one.quantity)
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

    def _ends_of(self, quantity: Quantity, scored: list[Proposal]) -> list[Proposal]:
        """A range of every month (每月3—4篇) is the least and the most of a month, where figures tell so."""
        if not quantity.is_range or not quantity.each or not scored:
            return scored
        ends = [
            one
            for one in self.wording.candidates
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
        why = ["用词相同"] if words > _MUCH_SAID else []
        score = words
        number, source = self._number(candidate, quantity)
        agrees = (
            self._is_of_records and number is not None and agrees_with(quantity, candidate.figure, number)
        )
        if quantity.period is not None and _is_of_years(quantity.period):
            why.append("说的是几年的数")
        if agrees:
            score += telling(quantity)
            why.append("与台账数相符")
        elif number and self._is_of_records:
            score -= 0.18 if quantity.value >= _BY_VALUE_FROM else 0.1
        leans = 1.0 if leans_on_others(quantity) else min(1.0, words / _OWN_WORDS)
        score += leans * self._as_a_part(candidate, context.wholes, why)
        if context.wholes and candidate.figure.topic not in {whole.topic for whole in context.wholes}:
            score -= _OF_OTHERS
        if context.is_part_of_unknown:
            score -= _OF_UNKNOWN
        if candidate.figure in context.counted and words < _NAMED_AGAIN:
            score -= _COUNTED_ALREADY
        if context.group and candidate.part == context.group:
            score += 0.25
            why.append(f"同属{context.group}")
        score += self._going_on(quantity, candidate, context, leans)
        if candidate.figure in context.total_of:
            score += _TOTAL_OF
            why.append("前面几个数的合计")
        score += self._as_is_said(quantity, candidate, context)
        return Proposal(candidate.figure, source, round(score, 4), number, tuple(why), agrees, words)

    def _going_on(self, quantity: Quantity, candidate: Candidate, context: _Context, leans: float) -> float:
        """Return what speaks for a figure where the number before is of the same topic."""
        last = context.last
        if last is None or candidate.figure.topic != last.topic:
            return 0.0
        score = leans * (_SAME_TOPIC if context.is_same_sentence else _OTHER_SENTENCE)
        if context.is_same_sentence and self._is_too_wide(candidate, last):
            score -= _GOES_ON
        whole = not candidate.part and not context.wholes
        if context.is_said_again:
            score += _SAID_AGAIN if candidate.figure is last else 0.0
        elif whole and _goes_on(candidate.figure, last) and not _STOP.search(quantity.before):
            score += _GOES_ON * leans
        if candidate.unit == "元" and leans_on_others(quantity) and _is_alike(candidate.figure, last):
            score += _ITS_MONEY
        if candidate.unit in _TAKE_PART and context.is_same_sentence and took_part(quantity):
            score += _TOOK_PART
        return score

    def _is_too_wide(self, candidate: Candidate, last: Figure) -> bool:
        """Tell whether another figure counts the same of what the last is about: 工资专项 beside 覆盖企业."""
        return any(words in last.label for words in self._before.get(candidate.figure.label, ()))

    def _as_is_said(self, quantity: Quantity, candidate: Candidate, context: _Context) -> float:
        """Return what the heading, the verbs and the name right before a number say for a figure."""
        score = _HEADED if len(candidate.named.keys() & context.headed) > 1 else 0.0
        if self._is_under(quantity, candidate):
            score += _UNDER
        about = quantity.so_far + purpose_of(quantity)
        if candidate.theme and candidate.theme in about:
            is_here = candidate.theme in _STOP.split(about)[-1]
            score += _OF_THEME if is_here else 0.0 if leans_on_others(quantity) else _OF_PARAGRAPH
        population = self._same_population(quantity, candidate.figure)
        if context.kind not in (None, candidate.figure.kind):
            return score + population - _OTHER_KIND
        is_of_another = population < 0 or (
            quantity.unit == "人次" and candidate.unit != "人次" and candidate.figure.kind is Kind.STOCK
        )
        return score + population + (0.0 if is_of_another else called(candidate.figure.label, quantity))

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
        if candidate.figure.kind is Kind.STOCK and all(one.kind is Kind.FLOW for one in wholes):
            return -_OTHER_WHOLE
        return -_OTHER_WHOLE if candidate.figure in wholes else 0.0

    def _number(self, candidate: Candidate, quantity: Quantity) -> tuple[int | None, str]:
        """Return what the records say for the days of a number, and how a text asks for it."""
        whole = year_of(self.year)
        over_year = candidate.figure.counted(whole)
        period = the_year(quantity, self.year)
        if _is_of_years(period):
            return candidate.figure.counted(period), candidate.source
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

    def _group(self, quantity: Quantity, before: list[Proposed]) -> str:
        """Return the part that a list is at: 私营企业27家，职工…，有工会…; up to the next semicolon.

        Where a number names a part of its own, the list goes on with that.
        """
        if not quantity.wholes or _STOP.search(quantity.before):
            return ""
        said = COMMA.split(quantity.before)[-1]
        for one in reversed(before):
            if one.quantity.sentence != quantity.sentence or not one.quantity.wholes:
                return ""
            figure = one.proposals[0].figure if one.proposals else None
            if figure is not None and (parent := self._parent.get(figure)) is not None:
                parts = (each.label.partition("·")[2] for each in parent.parts)
                return "" if any(part in said for part in parts) else figure.label.partition("·")[2]
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
        if quantity.period is not None and _is_of_years(quantity.period):
            return False  # a text of one year has no words for the sum of five
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


def _counts_the_same(quantity: Quantity, last: Quantity) -> bool:
    """Tell whether a number counts no more what one before it did: it has its unit, or its words."""
    if (last.unit, last.span) == (quantity.unit, quantity.span):
        return last.before != quantity.before
    return last.unit != quantity.unit and quantity.before in (last.before, f"{last.before}，")


def _goes_on(figure: Figure, last: Figure) -> bool:
    """Tell whether a figure goes on with what another is about: 工资专项集体合同58份，覆盖企业490家."""
    return figure.label[:_KIND] in last.label and figure.label != last.label.partition("·")[0]


def _is_alike(figure: Figure, last: Figure) -> bool:
    """Tell whether the names of figures have a word in common: 帮扶资金, 帮扶人次."""
    return not set(pairs(figure.label)).isdisjoint(pairs(last.label))


def _is_month(period: Period) -> bool:
    """Tell whether a period is within one month: so a text names the day of an event."""
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)


def _is_of_years(period: Period) -> bool:
    """Tell whether days are those of more than a year: 五年来."""
    return period.first.year < period.last.year


def _in_a_sum(whole: Figure, part: Figure) -> bool:
    sums = (total for topic in figure_topics() for total in topic.sums)
    return any(total.whole is whole and part in total.parts for total in sums)
