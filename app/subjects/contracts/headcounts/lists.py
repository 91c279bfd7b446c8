"""The table of head counts: the last one of each unit (domain 6.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection
from app.printing.sheet import TOTAL_ROW
from app.records.base import Query
from app.subjects.contracts.headcounts.records import LaborContractCount

_MEASURES = (LaborContractCount.labor_contracts, LaborContractCount.services, LaborContractCount.signed)


def _last_counts(request: PrintRequest) -> Query[LaborContractCount]:
    """Select the last count of each unit in the period; without a period the last one there is."""
    counts = LaborContractCount.alive().where(LaborContractCount.counted_on <= request.as_of)
    if request.period is not None:
        counts = counts.where(LaborContractCount.counted_on >= request.period.first)
    ordered = counts.select(LaborContractCount.employer, LaborContractCount.id).order_by(
        LaborContractCount.counted_on, LaborContractCount.id
    )
    last: list[int] = list(dict(ordered.tuples()).values())
    return LaborContractCount.alive().where(LaborContractCount.id.in_(last))


def _signed(counts: Query[LaborContractCount]) -> str:
    labor, services, signed = (
        sum(getattr(count, field.name) or 0 for count in counts) for field in _MEASURES
    )
    return f"合计 {signed:,} 人，其中劳动合同 {labor:,} 人、劳务 {services:,} 人"


_COUNTS = Selection(
    LaborContractCount,
    (LaborContractCount.counted_on, LaborContractCount.id),
    LaborContractCount.counted_on,
    otherwise=_last_counts,
)

_ADDED = (
    LaborContractCount.labor_contracts,
    LaborContractCount.service_contracts,
    LaborContractCount.service_agreements,
    LaborContractCount.signed,
    LaborContractCount.unsigned,
    LaborContractCount.migrants,
)


def _with_total(request: PrintRequest) -> Iterator[Part]:
    """Yield the counts and, below them, what they add up to."""
    for part in _COUNTS.sheet("家", _signed, as_of=True)(request):
        counts: list[LaborContractCount] = list(part.records)
        sums = {field.name: sum(getattr(count, field.name) or 0 for count in counts) for field in _ADDED}
        yield replace(
            part, records=[*counts, LaborContractCount(employer=TOTAL_ROW, **sums)] if counts else []
        )


LABOR_CONTRACTS = ListPrint(
    "contracts.labor",
    "劳动合同签订情况汇总表",
    (
        PrintColumn(LaborContractCount.employer, 80),
        PrintColumn(LaborContractCount.labor_contracts, 26),
        PrintColumn(LaborContractCount.service_contracts, 26),
        PrintColumn(LaborContractCount.service_agreements, 26),
        PrintColumn(LaborContractCount.signed, 26),
        PrintColumn(LaborContractCount.unsigned, 26),
        PrintColumn(LaborContractCount.migrants, 26),
        PrintColumn(LaborContractCount.counted_on, 34),
        PrintColumn(LaborContractCount.remark, 24),
    ),
    Sheets(_with_total, LaborContractCount.counted_on, unit="家", chosen=_COUNTS),
    takes=LaborContractCount,
)
