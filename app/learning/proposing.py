"""Which figure a number of a report is: same unit, same words, same value, a part of the same whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.figures.once import one_reading
from app.learning.candidates import Worded
from app.learning.certain import is_sure
from app.learning.context import context_of
from app.learning.judging import Judge
from app.learning.proposal import Proposal, Proposed
from app.learning.quantity import Quantity, Role
from app.learning.recorded import Recorded
from app.learning.wording import Wording
from app.rules.periods import year as year_of

LEAST, MOST = "最少", "最多"
"""How the names of the two ends of a range end."""
_LEAST_SCORE = 0.25  # what is less like a number is nothing that a person should be asked


class Proposer:
    """Proposes figures for the numbers of one report; figures are read from the open office.

    `aliases` are words that the office taught it, each with the label of the figure that was meant.
    """

    def __init__(self, year: int, aliases: Iterable[tuple[str, str]] = ()) -> None:
        self.year = year
        self.wording = Wording(aliases)
        self._recorded = Recorded(year)
        self._parent = {one.figure: one.parent for one in self.wording.candidates}

    @one_reading()
    def propose(self, quantities: Sequence[Quantity], most: int = 5) -> list[Proposed]:
        """Return every number with its proposals, in order; the numbers of a sentence help each other."""
        proposed: list[Proposed] = []
        judged: list[list[Proposal]] = []
        worded = [
            self.wording.nearest(one, last) if one.role is Role.LEVEL else []
            for one, last in zip(quantities, [None, *quantities], strict=False)
        ]
        is_of_records = self._recorded.agree_often(quantities, worded)
        judge = Judge(self.wording.candidates, self._recorded, is_of_records=is_of_records)
        for quantity, found in zip(quantities, worded, strict=True):
            judged.append([])
            if quantity.role is not Role.LEVEL:
                proposed.append(self._changed(quantity, proposed))
                continue
            judged[-1] = scored = self._ends_of(quantity, self._scored(quantity, found, proposed, judge))
            best = tuple(one for one in scored if one.agrees or one.score >= _LEAST_SCORE)[:most]
            proposed.append(Proposed(quantity, best, is_sure(quantity, best)))
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

    def _scored(
        self, quantity: Quantity, found: list[Worded], before: list[Proposed], judge: Judge
    ) -> list[Proposal]:
        context = context_of(quantity, before, self._parent)
        proposals = [judge.judged(quantity, words, candidate, context) for words, candidate in found]
        return sorted(proposals, key=lambda one: -one.score)

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
