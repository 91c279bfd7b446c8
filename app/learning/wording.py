"""How far the words of a report are those of a figure: its name, its part, what it is called otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.figures.figure import Figure, Kind
from app.learning.around import FAR, words_around
from app.learning.beside import COMMA, OF_THINGS, head_of, leans_on_others
from app.learning.candidates import EVERYWHERE, Candidate, Measure, Worded, candidates
from app.learning.counted import counted_by
from app.learning.doing import kind_said, may_count, purpose_of
from app.learning.fitting import fit
from app.learning.quantity import Quantity
from app.learning.words import Weights, pairs, ways_to_say

_OF_NAME, _OF_TOLD = 0.62, 0.38  # the share of a name that is said, and of what is said that is in the name
_PART_ALONE = 0.7  # the name of a part (劳动争议) says little where nothing near names its figure (来访接待)
_PART_ONLY = 0.5  # and less where nothing does
_PART_UNSAID = 0.6  # and less where the report does not even have its own name
_OTHER_HEAD = 0.7  # 驿站38家 is no number of unions, whatever else the clause says
_OTHER_RATE = 0.4
_UNQUALIFIED = 0.7
_OF_UNSAID_TOPIC = 0.7
_NEAR = 0.5
_OF_ANYBODY = 0.45  # 职工 alone says little: 6000名职工提出建议
_HEAD_UNSAID, _HEAD_NEAR = 0.6, 0.25
_MOST = 40
_GENERAL = re.compile("(?:企业|单位|组织|工会|会议|慰问|培训|救助|困难|合同|活动)$")
"""How names of parts end that are alike: 国有企业, 私营企业."""
_THE_REST = ("其他", "无", "未填")
_NUMBER_OR_COMMA = re.compile("[0-9，。；;：:\n]")
_COMMA_ONLY = re.compile(r"[，,；;：:。\n（(）)]")  # what is listed with 、 stays together


class Wording:
    """Knows the words of every figure of the open office, with those that the office taught (`aliases`)."""

    def __init__(self, aliases: Iterable[tuple[str, str]]) -> None:
        self.candidates = list(candidates())
        self._ways = ways_to_say(aliases)
        self._weights = Weights(candidate.figure.label for candidate in self.candidates)
        self._parts: dict[Figure, list[str]] = {}
        for one in self.candidates:
            if one.parent is not None:
                self._parts.setdefault(one.parent, []).append(one.part)

    def nearest(self, quantity: Quantity, last: Quantity | None) -> list[Worded]:
        """Return the figures whose words are those of a number, the nearest first; `last` is before it."""
        told = words_around(quantity, last, self._ways)
        may_be, head, kind = may_count(quantity), head_of(quantity), kind_said(quantity)
        counted = counted_by(quantity, last)
        leans = bool(quantity.wholes) or leans_on_others(quantity)
        found = []
        fit_of: dict[Measure, float] = {}  # figures that measure alike fit alike
        for candidate in self.candidates:
            fits = fit_of.get(candidate.measure)
            if fits is None:
                fits = fit_of[candidate.measure] = fit(quantity, candidate.figure)
            words = fits and may_be(candidate.figure.label) and self._share(candidate, told)
            if not words or (candidate.part and not self._is_any_said(candidate.part, quantity, told)):
                continue
            if head and head not in candidate.words:
                words *= self._of_another_head(head, quantity.unit)
            words *= _of_what_is_unsaid(candidate, told, quantity.sentence)
            if kind is not Kind.STOCK and not leans and not _is_named(candidate, told):
                words *= _OF_ANYBODY
            if not quantity.wholes and told.get(candidate.head, 0.0) < _HEAD_NEAR:
                words *= _HEAD_UNSAID
            words *= counted.share_of(candidate.figure.label)
            if candidate.part:
                words *= self._of_its_figure(candidate, quantity, told)
            if words:
                found.append((words * fits, candidate))
        found.sort(key=lambda one: -one[0])
        return found[:_MOST]

    def _of_another_head(self, head: str, unit: str) -> float:
        """Return what the words of a figure tell of another noun: less of one that no figure has (驿站)."""
        is_unknown = unit in OF_THINGS and not self._weights.of(head)
        return _OTHER_RATE if unit == "%" or is_unknown else _OTHER_HEAD

    def _share(self, candidate: Candidate, told: Mapping[str, float]) -> float:
        of_name, of_told = self._weights.covered(candidate.words, told)
        return _OF_NAME * of_name + _OF_TOLD * of_told if of_name else 0.0

    def _of_its_figure(self, candidate: Candidate, quantity: Quantity, told: Mapping[str, float]) -> float:
        """Return how much the name of a part says: little where its figure or itself is not named."""
        named = candidate.named.keys() - EVERYWHERE or candidate.named.keys()
        said = max((told.get(pair, 0.0) for pair in named), default=0.0)
        share = 1.0 if said > FAR else _PART_ALONE if said else _PART_ONLY
        is_meant = candidate.part not in candidate.figure.label.partition("·")[0]
        is_meant = is_meant and self._is_part_said(candidate.part, quantity, told)
        is_meant = is_meant and not self._is_one_of_several(candidate, quantity)
        return share if is_meant else share * _PART_UNSAID

    @staticmethod
    def _is_any_said(part: str, quantity: Quantity, told: Mapping[str, float]) -> bool:
        """Tell whether a report has a word of a part that is its own: 国有 of 国有企业."""
        if part in _THE_REST:
            return part in COMMA.split(quantity.before)[-1] and bool(quantity.wholes)
        own = _own(part)
        if own not in quantity.so_far + quantity.thing + quantity.act and _is_counted(own, quantity.rest):
            return False
        return len(own) == 1 or any(pair in told for pair in pairs(own)) or own in quantity.sentence

    def _is_part_said(self, part: str, quantity: Quantity, told: Mapping[str, float]) -> bool:
        """Tell whether a report has the name of a part: most of its words, or its only character (男)."""
        if len(part) == 1:
            return part in COMMA.split(quantity.before)[-1] + quantity.thing
        whole = sum(self._weights.of(pair) for pair in pairs(part))
        said = sum(self._weights.of(pair) for pair in pairs(part) if pair in told)
        return 2 * said >= whole > 0

    def _is_one_of_several(self, candidate: Candidate, quantity: Quantity) -> bool:
        """Tell whether the words before a number name more than one part: 生日、结婚等慰问, 市级以上荣誉.

        Or those behind it: 为26名职工提供生活救助、医疗救助.
        """
        said = _COMMA_ONLY.split(quantity.before)[-1]
        if candidate.parent is None:
            return False
        if re.search(rf"{re.escape(candidate.part)}(?:及其?)?以[上下]", said):
            return True
        if re.search(rf"、[^，]*{re.escape(_own(candidate.part))}[^，]{{0,6}}等", said):
            return True
        parts = [_own(part) for part in self._parts[candidate.parent]]
        own = _own(candidate.part)
        return any(
            own in text and sum(part in text for part in parts) > 1
            for text in (said, _listed_behind(quantity), purpose_of(quantity))
        )


def _listed_behind(quantity: Quantity) -> str:
    """Return what stands behind a number up to the next comma, or the next number."""
    return _NUMBER_OR_COMMA.split(quantity.rest, maxsplit=1)[0]


def _is_counted(name: str, text: str) -> bool:
    """Tell whether a text has a name with a number of its own: 社区工会5个."""
    return name in text and re.search(rf"{re.escape(name)}[^，。；;、0-9]{{0,6}}[0-9]", text) is not None


def _own(part: str) -> str:
    """Return what the name of a part has and those of other parts have not: 国有 of 国有企业."""
    return _GENERAL.sub("", part) or part


def _of_what_is_unsaid(candidate: Candidate, told: Mapping[str, float], sentence: str) -> float:
    """Return how much the words of a figure tell: less without its topic or what parts it from others."""
    is_other = any(one not in told and one not in sentence for one in candidate.qualifiers)
    lacks_topic = candidate.topic and candidate.topic not in told
    return (_UNQUALIFIED if is_other else 1.0) * (_OF_UNSAID_TOPIC if lacks_topic else 1.0)


def _is_named(candidate: Candidate, told: Mapping[str, float]) -> bool:
    """Tell whether words of a figure's name that not every figure has stand near a number."""
    return not candidate.own or any(told.get(pair, 0.0) >= _NEAR for pair in candidate.own)
