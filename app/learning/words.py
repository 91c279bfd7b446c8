"""Words of reports and the words of our figures: what is said otherwise, what two texts have in common.

Chinese needs no dictionary for this: two neighbouring characters are a word often enough, and those that
stand in few figures weigh more than those that stand in many.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise

from app.resources import resource

_GAP, _BETWEEN = "…", 14
_NEAR = 0.9  # what weighs so much stands beside the number
_HAN = re.compile("[\u4e00-\u9fff]+")
_COMMON, _COMMON_WEIGHT = frozenset("人员 人数 人次 单位 工作 参加 参与 完成 问题 系统 会工".split()), 0.3
_EMPTY = frozenset("的了在和与及等为将把被对从到于并也都而以其共有是个名位家人次件份起项上下年月日各本该此")


Ways = tuple[tuple[str, str], ...]


@cache
def _otherwise() -> Ways:
    """Return what reports say and what the figures call it, by the glossary and the trade."""
    lines = resource("summary/otherwise.txt").read_text(encoding="utf-8").splitlines()
    return tuple((words, other) for words, _, other in (line.partition(" ") for line in lines))


def ways_to_say(aliases: Iterable[tuple[str, str]]) -> Ways:
    """Return what is said otherwise, with what an office taught, the longest words first."""
    return tuple(sorted((*_otherwise(), *aliases), key=lambda way: -len(way[0])))


@cache
def _ends() -> tuple[dict[str, str], int]:
    """Return what is said otherwise by its words, and how long the longest of them are."""
    ends = dict(reversed(_otherwise()))
    return ends, max(map(len, ends))


@cache
def _verbs_and_objects() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return verbs with their objects, whatever stands between: 慰问…困难 of 慰问了12名困难职工."""
    return tuple(
        (re.compile(f"[^，。；、]{{0,{_BETWEEN}}}".join(words.split(_GAP))), other)
        for words, other in _otherwise()
        if _GAP in words
    )


def pairs(text: str) -> Iterator[str]:
    """Yield each two neighbouring characters of the Chinese words of a text."""
    for run in _HAN.findall(text):
        for first, second in pairwise(run):
            if not (first in _EMPTY and second in _EMPTY):
                yield first + second


def said_otherwise(text: str, ways: Ways) -> str:
    """Return what else a text says, in the words of figures: the first of the `ways` first, each once."""
    others = [with_their_objects(text)]
    for words, other in ways:
        if words in text:
            others.append(other)
            text = text.replace(words, "。")
    return "。".join(others)


def with_their_objects(text: str) -> str:
    """Return what the verbs of a text with their objects are in the words of figures."""
    return "。".join(other for verb, other in _verbs_and_objects() if verb.search(text))


def ends_otherwise(text: str) -> str:
    """Return a text with its last words in those of figures: 签订工资集体合同 as 签订工资专项集体合同."""
    ends, longest = _ends()
    for length in range(min(longest, len(text)), 0, -1):
        if (other := ends.get(text[-length:])) is not None:
            return text[:-length] + other
    return text


class Weights:
    """How much two characters tell: the fewer names have them, the more."""

    def __init__(self, names: Iterable[str]) -> None:
        many = [set(pairs(name)) for name in names]
        count = Counter(pair for each in many for pair in each)
        self._weight = {pair: math.log((len(many) + 1) / often) for pair, often in count.items()}
        for pair in _COMMON & count.keys():
            self._weight[pair] *= _COMMON_WEIGHT

    @property
    def highest(self) -> float:
        """Return what two characters weigh that hardly any name has."""
        return max(self._weight.values())

    def of(self, pair: str) -> float:
        """Return the weight of two characters: 0 where no name has them."""
        return self._weight.get(pair, 0.0)

    def covered(self, name: Mapping[str, float], told: Mapping[str, float]) -> tuple[float, float]:
        """Return which share of a name is told, and which share of what is told is in the name: 0 to 1."""
        weigh = self._weight
        both = [pair for pair in name if pair in told and pair in weigh]
        if not both:
            return 0.0, 0.0
        whole = sum(weigh[pair] * weight for pair, weight in name.items() if pair in weigh)
        all_told = sum(
            weigh[pair] * weight for pair, weight in told.items() if weight >= _NEAR and pair in weigh
        )
        common = sum(weigh[pair] * min(name[pair], told[pair]) for pair in both)
        near = sum(weigh[pair] * min(1.0, name[pair]) for pair in both if told[pair] >= _NEAR)
        return (common / whole if whole else 0.0), (near / all_told if all_told else 0.0)


def weighed(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Weigh the pairs of several texts, each pair by the most that one gives it."""
    told: dict[str, float] = {}
    for text, weight in parts:
        for pair in pairs(text):
            told[pair] = max(weight, told.get(pair, 0.0))
    return told
