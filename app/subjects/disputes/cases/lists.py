"""The book of labour disputes (劳动争议案件登记簿), summed up by outcome (domain 4.5 and 4.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.printing.heads import blank
from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.rules.numbers import permille, write_percent
from app.subjects.disputes.cases.records import DisputeCase, was_closed
from app.subjects.disputes.mediation.records import Outcome

DEFINITIONS = (
    "办结率 = 本期受理的案件中截至期末已结案的 ÷ 本期受理的案件，各种结案方式都算；"
    "调解成功率 = 本期受理的案件中调解成功的 ÷ 本期受理的案件。"
)
"""What the rates are rates of (domain 4.5)."""

CASES = Selection(DisputeCase, (DisputeCase.accepted_on, DisputeCase.id), DisputeCase.accepted_on)
"""The cases asked for by name, else those accepted in the period, in order of acceptance."""
ACCEPTED = replace(CASES, where=lambda _: DisputeCase.accepted_on.is_null(False), only="已受理的")


def summed_up(cases: Sequence[DisputeCase], day: date) -> Iterator[str]:
    """Count the cases by outcome as they stood on a day; the rates say what they are rates of."""
    if not cases:
        return
    ended = Counter(case.outcome for case in cases if was_closed(case, day))
    by_outcome = "，".join(f"{outcome} {ended[outcome]} 起" for outcome in Outcome if ended[outcome])
    yield (
        f"受理 {len(cases)} 起，结案 {ended.total()} 起，办结率 {_rate(ended.total(), cases)}；"
        f"调解成功率 {_rate(ended[Outcome.AGREED], cases)}。"
    )
    if by_outcome:
        yield f"结案方式：{by_outcome}。"
    yield DEFINITIONS


def _rate(part: int, cases: Sequence[DisputeCase]) -> str:
    return write_percent(permille(part, len(cases)))


DISPUTE_BOOK = ListPrint(
    "disputes.book",
    "劳动争议案件登记簿",
    (
        DisputeCase.case_no,
        PrintColumn(DisputeCase.accepted_on, 31),
        PrintColumn(DisputeCase.arbitration_open_on, 31),
        DisputeCase.applicants,
        PrintColumn(DisputeCase.respondents, 42),
        PrintColumn(DisputeCase.subcategory, 26),
        PrintColumn(DisputeCase.people_count, heading="人数", align="center"),
        PrintColumn(DisputeCase.claim_amount, 24, "争议金额(元)"),
        PrintColumn(DisputeCase.mediator, 18, align="center"),
        PrintColumn(DisputeCase.outcome, 32),
        PrintColumn(DisputeCase.closed_on, 31),
    ),
    ACCEPTED.sheet("起", notes=summed_up),
    blank=blank("期间：＿＿＿＿年", notes=(DEFINITIONS,)),
    blank_rows=12,
)
