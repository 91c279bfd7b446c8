"""Which figure a number of a report is: same unit, same words, same value, a part of the same whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.figures.figure import Fact, Figure
from app.figures.measures import Scale
from app.figures.once import one_reading
from app.figures.splits import UNSAID
from app.learning.quantities import Quantity, Role, the_year
from app.learning.spans import after_month
from app.learning.words import Weights, pairs, said_otherwise, weighed
from app.registry import figure_topics
from app.rules.periods import Period
from app.rules.periods import year as year_of

_ALIKE = tuple(
    set(units.split())
    for units in (
        "人 名 位",
        "家 个 户",
        "人次 人 名 位 次",
        "次 场 个 项 期 届 批",
        "起 件 例 宗 桩 批",
        "份 张 件 本 册",
        "篇 条 份 期",
        "项 个 条 件",
        "支 个 队",
        "类 种 件",
        "处 个 间 所",
    )
)
"""Measure words that may count the same."""
_PERSONS = {"人", "名", "位"}
_PART_ALONE = 0.7  # the name of a part (劳动争议) says little where nothing names its figure (来访接待)
_FAR = 0.25  # how much the words of a heading weigh, and about those of the whole sentence
_PART_UNSAID = 0.6  # and less where the report does not even have its own name
LEAST, MOST = "最少", "最多"
"""How the names of the two ends of a range end."""
_BY_VALUE_FROM = 10
_TOPIC = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]+[）)、.．])?([^，,。；;：:0-9]{2,16})[：:]")
_KIND = 4  # characters by which names tell what they are about: 工资专项, 困难慰问
_STOP = re.compile("[。；;]")
_COMMA = re.compile(r"[，,、；;：:。\n（(）)]")


@dataclass(frozen=True)
class Proposal:
    """A figure that a number may be. `source` is what stands between the braces; `why` are reasons.

    `number` is what the records say for the days of the number, None where they say nothing.
    """

    figure: Figure
    source: str
    score: float
    number: int | None
    why: tuple[str, ...]
    agrees: bool

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


class Proposer:
    """Proposes figures for the numbers of one report; figures are read from the open office.

    `aliases` are words that the office taught it, each with the label of the figure that was meant.
    """

    def __init__(self, year: int, aliases: Iterable[tuple[str, str]] = ()) -> None:
        self.year = year
        self.aliases = tuple(aliases)
        self.candidates = list(_candidates())
        self._titles = {topic.key: topic.title for topic in figure_topics()}
        self._parted: dict[Figure, list[str]] = {}
        for one in self.candidates:
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
            best = tuple(self._ends_of(quantity, self._scored(quantity, proposed))[:most])
            proposed.append(Proposed(quantity, best, self._is_sure(quantity, best)))
        return proposed

    def _scored(self, quantity: Quantity, before: list[Proposed]) -> list[Proposal]:
        told = self._told(quantity)
        group = self._group(quantity, before)
        wholes = [before[place].proposals[0].figure for place in quantity.wholes if before[place].proposals]
        last = next((one.proposals[0].figure for one in reversed(before) if one.proposals), None)
        found = []
        for candidate in self.candidates:
            fits = _fit(quantity.unit, candidate.figure)
            if not fits:
                continue
            of_name, of_told = self.weights.covered(candidate.words, told)
            if not of_name:
                continue
            words = 0.62 * of_name + 0.38 * of_told
            if candidate.part and not any(told.get(pair, 0) > _FAR for pair in candidate.named):
                words *= _PART_ALONE
            if candidate.part and not self._is_part_said(candidate.part, quantity, told):
                words *= _PART_UNSAID
            found.append((words * fits, candidate))
        found.sort(key=lambda one: -one[0])
        proposals = [
            self._judged(quantity, score, candidate, wholes, last, group) for score, candidate in found[:40]
        ]
        return sorted(proposals, key=lambda one: -one.score)

    def _is_part_said(self, part: str, quantity: Quantity, told: Mapping[str, float]) -> bool:
        """Tell whether a report has the name of a part: most of its words, or its only character (男)."""
        if len(part) == 1:
            return part in _COMMA.split(quantity.before)[-1] + quantity.thing
        whole = sum(self.weights.of(pair) for pair in pairs(part))
        said = sum(self.weights.of(pair) for pair in pairs(part) if pair in told)
        return 2 * said >= whole > 0

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

    def _judged(
        self,
        quantity: Quantity,
        words: float,
        candidate: Candidate,
        wholes: Sequence[Figure],
        last: Figure | None,
        group: str,
    ) -> Proposal:
        why = []
        score = words
        if words > 0.3:
            why.append("用词相同")
        number, source = self._number(candidate, quantity)
        agrees = number is not None and _agrees(quantity, candidate.figure, number)
        if agrees:
            score += _telling(quantity)
            why.append("与台账数相符")
        elif number:
            score -= 0.18 if quantity.value >= _BY_VALUE_FROM else 0.1
        if wholes:
            of = next(
                (one for one in wholes if candidate.parent is one or _in_a_sum(one, candidate.figure)), None
            )
            if of is not None:
                score += 0.2
                why.append(f"{of.label}的一部分")
            elif candidate.figure in wholes:
                score -= 0.3
        elif candidate.parent is not None:
            score -= 0.03
        if group and candidate.part == group:
            score += 0.25
            why.append(f"同属{group}")
        if last is not None and candidate.figure.topic == last.topic:
            score += 0.04
            whole = not candidate.part and not wholes
            if whole and _goes_on(candidate.figure, last) and not _STOP.search(quantity.before):
                score += 0.32
        if self._is_under(quantity, candidate):
            score += 0.08
        score += self._same_population(quantity, candidate.figure)
        return Proposal(candidate.figure, source, round(score, 4), number, tuple(why), agrees)

    def _number(self, candidate: Candidate, quantity: Quantity) -> tuple[int | None, str]:
        """Return what the records say for the days of a number, and how a text asks for it."""
        whole = year_of(self.year)
        over_year = candidate.figure.counted(whole)
        period = the_year(quantity, self.year)
        span = after_month(period) if period.last.year == self.year else ""
        if not span:
            return over_year, candidate.source
        number = candidate.figure.counted(period)
        fits_year = over_year is not None and _agrees(quantity, candidate.figure, over_year)
        fits_span = number is not None and _agrees(quantity, candidate.figure, number)
        if fits_year and (not fits_span or _is_month(period)):
            return over_year, candidate.source
        return number, candidate.source + span

    def _told(self, quantity: Quantity) -> dict[str, float]:
        """Weigh the words around a number: those it counts most, those of its sentence and heading less."""
        clauses = _COMMA.split(quantity.before.rstrip("：: "))
        near = [(quantity.thing, 1.0), (clauses[-1], 1.0)]
        weight = 0.6
        for clause in reversed(clauses[:-1]):
            if clause:
                near.append((clause, weight))
                weight = max(weight * 0.75, 0.3)
        near += [(quantity.sentence, 0.22), (quantity.heading, _FAR), (_topic(quantity.sentence), 0.6)]
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

    def _is_sure(self, quantity: Quantity, best: tuple[Proposal, ...]) -> bool:
        if not best or quantity.is_range:
            return False
        first = best[0]
        margin = first.score - best[1].score if len(best) > 1 else first.score
        if first.agrees and quantity.value >= _BY_VALUE_FROM:
            return first.score >= 0.75 and margin >= 0.08
        return first.agrees and first.score >= 0.8 and margin >= 0.2


def _goes_on(figure: Figure, last: Figure) -> bool:
    """Tell whether a figure goes on with what another is about: 工资专项集体合同58份，覆盖企业490家."""
    return figure.label[:_KIND] in last.label and figure.label != last.label.partition("·")[0]


def _topic(sentence: str) -> str:
    """Return what a line or an item of a list is about, by the words before its colon: 职工互助保障：…"""
    return lead[1] if (lead := _TOPIC.match(sentence)) else ""


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


def _fit(unit: str, figure: Figure) -> float:
    """Return how well a unit of the report fits a figure: 1 the same, less where it is alike, 0 not."""
    scale = {"元": Scale.MONEY, "%": Scale.SHARE, "个百分点": Scale.SHARE}.get(unit, Scale.COUNT)
    counted = Scale.COUNT if figure.scale is Scale.QUANTITY else figure.scale
    if counted is not scale or isinstance(figure, Fact):
        return 0.0
    if scale is not Scale.COUNT or unit == figure.unit:
        return 1.0
    alike = any({unit, figure.unit} <= units for units in _ALIKE)
    if alike and {unit, figure.unit} <= _PERSONS:
        return 0.98
    return 0.95 if not unit else 0.85 if alike else 0.0


def _agrees(quantity: Quantity, figure: Figure, number: int) -> bool:
    """Tell whether the records say what the report says, as roughly as it says it."""
    told = Decimal(number) / figure.scale.one
    value = quantity.value
    if quantity.is_range:
        return value <= told <= quantity.high
    if not quantity.rough:
        if figure.scale is Scale.SHARE and value == value.to_integral():
            return abs(told - value) <= Decimal("0.5")
        return told == value
    if quantity.rough in ("近", "将近", "接近", "不到", "以下"):
        return value * Decimal("0.9") <= told <= value
    if quantity.rough in ("约", "大约", "左右", "上下"):
        return value * Decimal("0.9") <= told <= value * Decimal("1.1")
    digits = value.normalize().as_tuple()
    step = Decimal(10) ** (digits.exponent if isinstance(digits.exponent, int) else 0)
    return value <= told < value + step


def _is_month(period: Period) -> bool:
    """Tell whether a period is within one month: so a text names the day of an event."""
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)


def _telling(quantity: Quantity) -> float:
    """Return how much an equal value tells: two records seldom say 2,766 by chance, often 3."""
    if quantity.rough:
        return 0.3
    digits = len(str(int(quantity.value)).rstrip("0")) if quantity.value == int(quantity.value) else 5
    size = len(str(int(quantity.value)))
    return min(0.75, 0.12 + 0.14 * (min(digits, size) - 1) + 0.06 * (size - 1))


def _in_a_sum(whole: Figure, part: Figure) -> bool:
    sums = (total for topic in figure_topics() for total in topic.sums)
    return any(total.whole is whole and part in total.parts for total in sums)
