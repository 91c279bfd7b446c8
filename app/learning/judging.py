"""How much speaks for a figure that a number of a report may be: its words, its value, what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.figures.figure import Figure, Kind
from app.learning.beside import called, leans_on_others, took_part
from app.learning.candidates import Candidate
from app.learning.context import Context
from app.learning.doing import purpose_of
from app.learning.fitting import agrees_with, telling
from app.learning.proposal import Proposal
from app.learning.quantity import Quantity
from app.learning.recorded import Recorded, is_of_years
from app.learning.words import pairs
from app.registry import figure_topics

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
_ITS_MONEY = 0.2
_TOOK_PART, _TAKE_PART = 0.3, ("人", "名", "人次", "家")
_OTHER_KIND = 0.2  # a report says what was done, a figure what is there, or the reverse
_KIND = 4  # characters by which names tell what they are about: 工资专项, 困难慰问
_STOP = re.compile("[。；;]")
_SAID_AGAIN = 0.5  # a row of a table goes on with the same words, those of last year


class Judge:
    """Weighs what speaks for each of the `candidates`.

    Its numbers count where the records are those of the report.
    """

    def __init__(self, candidates: Iterable[Candidate], recorded: Recorded, *, is_of_records: bool) -> None:
        self._recorded = recorded
        self._is_of_records = is_of_records
        self._titles = {topic.key: topic.title for topic in figure_topics()}
        self._parted: dict[Figure, list[str]] = {}
        labels = []
        for one in candidates:
            if one.figure.among is not None and one.figure.population:
                self._parted.setdefault(one.figure.among(), []).append(one.figure.population[:2])
            labels += [] if one.part else [one.figure.label]
        self._before = {
            label: [one.removesuffix(label) for one in labels if one.endswith(label) and one != label]
            for label in labels
        }

    def judged(self, quantity: Quantity, words: float, candidate: Candidate, context: Context) -> Proposal:
        """Return a figure with how much speaks for it, and why; `words` is how much of its name is said."""
        why = ["用词相同"] if words > _MUCH_SAID else []
        score = words
        number, source = self._recorded.number(candidate, quantity)
        agrees = (
            self._is_of_records and number is not None and agrees_with(quantity, candidate.figure, number)
        )
        if quantity.period is not None and is_of_years(quantity.period):
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

    def _going_on(self, quantity: Quantity, candidate: Candidate, context: Context, leans: float) -> float:
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

    def _as_is_said(self, quantity: Quantity, candidate: Candidate, context: Context) -> float:
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


def _goes_on(figure: Figure, last: Figure) -> bool:
    """Tell whether a figure goes on with what another is about: 工资专项集体合同58份，覆盖企业490家."""
    return figure.label[:_KIND] in last.label and figure.label != last.label.partition("·")[0]


def _is_alike(figure: Figure, last: Figure) -> bool:
    """Tell whether the names of figures have a word in common: 帮扶资金, 帮扶人次."""
    return not set(pairs(figure.label)).isdisjoint(pairs(last.label))


def _in_a_sum(whole: Figure, part: Figure) -> bool:
    sums = (total for topic in figure_topics() for total in topic.sums)
    return any(total.whole is whole and part in total.parts for total in sums)
