"""A report of last year learned: its numbers and names with the figures they are, and the text they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.errors import Refused
from app.learning.aliases import aliases
from app.learning.mentioned import Mentioned, mentions_in
from app.learning.named import Named, names_in
from app.learning.proposal import Proposed
from app.learning.proposing import Proposer
from app.learning.quantities import quantities_in
from app.rules.periods import year as year_of
from app.summary.quoted import EACH_MONTH

_TOO_LONG = 200_000
_NEAR = 12  # words so near to a number are what it counts
_YEAR = re.compile(r"(?<![0-9])(?P<year>[0-9]{4})(?=\s*年(?!代))")
_QUOTED = re.compile(r"《[^》\n]*》|“[^”\n]*”")
_IN_ROUND = (
    "近",
    "约",
    "余",
    "多",
    "来",
    "将近",
    "接近",
    "大约",
    "逾",
    "超",
    "超过",
    "达到近",
    "达近",
    "不少于",
    "至少",
)


@dataclass(frozen=True)
class Learned:
    """A report with what was found in it: numbers with proposals, names in a row, what is named alone."""

    report: str
    year: int
    numbers: tuple[Proposed, ...]
    names: tuple[Named, ...]
    mentioned: tuple[Mentioned, ...]

    @property
    def sure(self) -> dict[int, str]:
        """Return what is set by itself: by the place of a number, what stands between its braces."""
        return {
            place: source_of(one, 0) for place, one in enumerate(self.numbers) if one.sure and one.proposals
        }

    @property
    def doubtful(self) -> list[int]:
        """Return the places of the numbers that are to be asked: with proposals, none of them sure."""
        return [place for place, one in enumerate(self.numbers) if one.proposals and not one.sure]

    def text(self, chosen: Mapping[int, str]) -> str:
        """Write the report as a text of the summary: chips for what was chosen, for the year, for names.

        What was not chosen stays as it was typed. Braces of the report itself become full-width ones.
        """
        changes = [(*self._change(place, source),) for place, source in chosen.items() if source]
        spans = [(start, end) for start, end, _ in changes]
        for named in self.names:
            if named.sure and not _meets(spans, named.start, named.end):
                changes.append((named.start, named.end, f"{{{{ {named.sources[0]} }}}}"))
                spans.append((named.start, named.end))
        changes += [one for one in self._years() if not _meets(spans, one[0], one[1])]
        text, last = [], 0
        for start, end, chip in sorted(changes):
            text += [_plain(self.report[last:start]), chip]
            last = end
        return "".join([*text, _plain(self.report[last:])])

    def _change(self, place: int, source: str) -> tuple[int, int, str]:
        quantity = self.numbers[place].quantity
        if "—" in source:
            return quantity.start, quantity.end, "—".join(f"{{{{ {one} }}}}" for one in source.split("—"))
        unit = quantity.unit if quantity.is_scaled else ""  # below 万元 stands what the figure counts in
        return quantity.start, quantity.end, f"{{{{ {source} }}}}{unit}"

    def _years(self) -> Iterator[tuple[int, int, str]]:
        """Yield where the report names its own year: next year it will be another."""
        titles = [match.span() for match in _QUOTED.finditer(self.report)]
        for match in _YEAR.finditer(self.report):
            if int(match["year"]) == self.year and not _meets(titles, *match.span()):
                yield (*match.span(), "{{ 年度 }}")


def learn(report: str, year: int) -> Learned:
    """Find the numbers and names of a report of `year`, with what they may be in the open office.

    Raises Refused for a text that is no report: empty, or longer than any.
    """
    if not report.strip():
        raise Refused("这份总结里没有文字，请换一份。")
    if len(report) > _TOO_LONG:
        raise Refused(f"这份总结有 {len(report)} 个字，太长了，请只留总结的正文。")
    proposer = Proposer(year, aliases())
    numbers = proposer.propose(quantities_in(report, year))
    taken = [(one.quantity.start, one.quantity.end) for one in numbers]
    told = {one.proposals[0].figure.key.partition(":")[2] for one in numbers if one.proposals}
    names = [named for named in names_in(report, year_of(year), taken) if not set(named.names) <= told]
    near = [(max(0, first - _NEAR), last + _NEAR) for first, last in taken]
    named = [(one.start, one.end) for one in names]
    mentioned = mentions_in(report, proposer.wording.candidates, [*near, *named])
    return Learned(report, year, tuple(numbers), tuple(names), tuple(mentioned))


def source_of(proposed: Proposed, which: int) -> str:
    """Return what stands between the braces for a proposal: rounded numbers stay rounded."""
    quantity, proposal = proposed.quantity, proposed.proposals[which]
    source = proposal.source
    if quantity.is_range:
        return source if "—" in source else f"{source}.{EACH_MONTH}"
    if quantity.rough in _IN_ROUND and quantity.unit != "%":
        return f"{source}.近似"
    return source


def _meets(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _plain(text: str) -> str:
    """Return typed text that means no chip."""
    return text.replace("{", "｛").replace("}", "｝")
