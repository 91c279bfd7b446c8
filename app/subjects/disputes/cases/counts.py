"""The cases of a period counted by category and outcome (案件统计表, domain 4.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.printing.heads import office_head, period_head
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.rules.money import write_fen
from app.subjects.disputes.cases.lists import ACCEPTED, DEFINITIONS, summed_up
from app.subjects.disputes.cases.records import DisputeCase, was_closed
from app.subjects.disputes.mediation.records import CATEGORIES, Outcome


@dataclass(frozen=True)
class Group:
    """The cases of one category, or all of them."""

    title: str
    cases: tuple[DisputeCase, ...]
    day: date

    @property
    def closed(self) -> list[DisputeCase]:
        """Return the cases that were closed by the day, in whatever way."""
        return [case for case in self.cases if was_closed(case, self.day)]

    def ended(self, outcome: Outcome) -> int:
        """Count the cases that were closed in one way."""
        return sum(case.outcome == outcome for case in self.closed)


def _groups(request: PrintRequest) -> Iterator[Part]:
    cases = tuple(ACCEPTED(request))
    if not cases:
        return
    heads = (office_head(), period_head(request.period), f"共 {len(cases)} 起")
    yield Part(_rows(cases, request.as_of), heads=heads, notes=tuple(summed_up(cases, request.as_of)))


def _rows(cases: tuple[DisputeCase, ...], day: date) -> list[Group]:
    rows = [Group(kind, tuple(case for case in cases if case.category == kind), day) for kind in CATEGORIES]
    return [*rows, Group("合计", cases, day)]


def _blank() -> Part:
    heads = (office_head(), "期间：＿＿＿＿年", "")
    return Part(_rows((), date.today()), heads=heads, notes=(DEFINITIONS,))


def _count(heading: str, number: Callable[[Group], int], width_mm: float = 15) -> PrintColumn:
    return PrintColumn(None, width_mm, heading, align="right", text=lambda group: str(number(group) or ""))


def _ended(outcome: Outcome) -> PrintColumn:
    return _count(outcome.partition("(")[0], lambda group: group.ended(outcome), 17)


def _claimed(group: Group) -> str:
    fen = sum(case.claim_amount or 0 for case in group.cases)
    return write_fen(fen) if fen else ""


DISPUTE_COUNTS = ListPrint(
    "disputes.counts",
    "劳动争议案件统计表",
    (
        PrintColumn(None, 66, "争议类别", text=lambda group: group.title),
        _count("受理", lambda group: len(group.cases)),
        _count("涉及人数", lambda group: sum(case.people_count or 0 for case in group.cases)),
        PrintColumn(None, 26, "争议金额（元）", align="right", text=_claimed),
        _count("结案", lambda group: len(group.closed)),
        *(_ended(outcome) for outcome in Outcome),
        _count("未结", lambda group: len(group.cases) - len(group.closed)),
    ),
    Sheets(_groups, DisputeCase.accepted_on, unit="类", chosen=ACCEPTED),
    blank=_blank,
    blank_rows=0,
    takes=DisputeCase,
)
