"""Reports of other offices, invented and each in its own manner: what each of their numbers is.

In `reports` a number stands between braces with the figures that it may be, `{12人次|帮扶人次/帮扶人数}`, or
with - where none of ours counts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.learning.learned import learn
from app.learning.proposal import Proposed
from app.office import close_office, open_office

_MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
REPORTS = {
    "street": 2019,
    "community": 2022,
    "table_like": 2023,
    "in_words": 2010,
    "comparison": 2019,
    "park": 2024,
    "township": 2013,
    "monthly": 2021,
}
"""By the name of its file, the year that a report is of."""


@dataclass(frozen=True)
class Marked:
    """A number of a report, from `start` to `end`, with the figures that it may be; none where none is."""

    start: int
    end: int
    figures: frozenset[str]


Number = tuple[frozenset[str], Proposed | None]


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """Return a report as its office wrote it, and its numbers with what they are."""
    plain, last = "", 0
    marked = []
    for match in _MARKED.finditer(text):
        plain += text[last : match.start()]
        figures = frozenset(match[2].split("/")) - {"-"}
        marked.append(Marked(len(plain), len(plain) + len(match[1]), figures))
        plain += match[1]
        last = match.end()
    return plain + text[last:], marked


@pytest.fixture(scope="module", params=REPORTS)
def learned(request: pytest.FixtureRequest, blank_office: Path) -> list[Number]:
    """For each number of a report what it may be, and what was found in an office that has no records."""
    path = Path(__file__).with_name("reports") / f"{request.param}.txt"
    report, numbers = unmarked(path.read_text(encoding="utf-8"))
    open_office(blank_office, read_only=True)
    found = learn(report, REPORTS[request.param]).numbers
    close_office()
    return [(number.figures, _found_at(number, found)) for number in numbers]


def _found_at(number: Marked, found: Iterable[Proposed]) -> Proposed | None:
    overlapping = (
        one for one in found if one.quantity.start < number.end and number.start < one.quantity.end
    )
    return next(overlapping, None)


def test_every_number_of_a_report_is_found(learned: list[Number]) -> None:
    assert None not in [found for _, found in learned]


def test_four_of_five_are_right_at_once_and_nine_of_ten_among_the_first_three(learned: list[Number]) -> None:
    first, three, known = 0, 0, 0
    for figures, found in learned:
        labels = [proposal.label for proposal in found.proposals] if found is not None else []
        known += bool(figures)
        first += bool(figures & set(labels[:1]))
        three += bool(figures & set(labels[:3]))
    assert (5 * first >= 4 * known, 10 * three >= 9 * known) == (True, True), (first, three, known)


def test_nothing_is_sure_where_the_records_say_nothing(learned: list[Number]) -> None:
    assert [found for _, found in learned if found is not None and found.sure] == []
