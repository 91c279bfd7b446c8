"""What a report names without a number: 就业意向登记, 经审委员, 历次之最. A figure could say how many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.learning.candidates import Candidate

_SHORTEST = 4


@dataclass(frozen=True)
class Mentioned:
    """Words of a report that are the name of a figure, where no number stands by them."""

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]


def mentions_in(
    report: str, candidates: Iterable[Candidate], taken: Iterable[tuple[int, int]]
) -> list[Mentioned]:
    """Find the names of figures and of their parts in a report, the longest first; not within `taken`."""
    by_name: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        name = candidate.part or candidate.figure.label
        if len(name) >= _SHORTEST:
            by_name.setdefault(name, []).append(candidate)
    spans = list(taken)
    ways = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    found = [
        Mentioned(match.start(), match.end(), match[0], tuple(sorted(by_name[match[0]], key=_rank)))
        for match in re.finditer(ways, report)
        if not any(match.start() < last and first < match.end() for first, last in spans)
    ]
    return list({one.text: one for one in reversed(found)}.values())[::-1]


def _rank(candidate: Candidate) -> bool:
    """A figure of this name comes before the parts of this name."""
    return bool(candidate.part)
