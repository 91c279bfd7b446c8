"""The sample's labour-contract head counts: 9,415 persons at the end of 2011, of whom 6,514 by 劳动合同."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.sample.rows import enter
from app.sample.signers import Unit, divide
from app.subjects.contracts.headcounts.records import LaborContractCount


class _Total(NamedTuple):
    labor: int
    services: int
    agreements: int


_TOTALS = {2010: _Total(5830, 1880, 720), 2011: _Total(6514, 2100, 801)}  # 6514 + 2901 = 9415


def enter_counts(signers: Sequence[Unit], year: int, clerk: str) -> None:
    """Enter what each signing unit reported at the end of November."""
    shares = [divide(total, [unit.workers for unit in signers]) for total in _TOTALS[year]]
    enter(
        [
            _count(unit, parts, date(year, 11, 30), clerk)
            for unit, *parts in zip(signers, *shares, strict=True)
        ]
    )


def _count(unit: Unit, parts: Sequence[int], day: date, clerk: str) -> LaborContractCount:
    labor, services, agreements = parts
    return LaborContractCount(
        employer=unit.name,
        counted_on=day,
        labor_contracts=labor,
        service_contracts=services,
        service_agreements=agreements,
        unsigned=max(unit.workers - labor - services - agreements, 0) // 3,
        migrants=labor // 3,
        handled_by=clerk,
    )
