"""What collective contracts ask for: filing, the authority's answer, renewal before the end (domain 6.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.records.base import Query
from app.register import Due
from app.rules.dates import days_until
from app.subjects.contracts.collective.checks import FILE_WITHIN, SILENCE
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractKind,
    ContractStatus,
    lead_of,
    not_renewed,
)

_AHEAD = timedelta(days=7)


def contracts_due(today: date) -> Iterator[Due]:
    """Yield the contracts to be filed, those whose review is over, and those to be renewed."""
    for contract in _in(ContractStatus.SIGNED).where(CollectiveContract.signed_on.is_null(False)):
        days = days_until(contract.signed_on, today - FILE_WITHIN)
        yield Due("集体合同报送", contract.title or "", contract.id, days, "签订后10日内", by="报送劳动部门")
    for contract in _in(ContractStatus.FILED).where(CollectiveContract.filed_on <= today - SILENCE + _AHEAD):
        days = days_until(contract.filed_on, today - SILENCE)
        yield Due("审查期满", contract.title or "", contract.id, days, "请登记审查结果", by="登记生效")
    yield from _renewals(today)


def _in(status: ContractStatus) -> Query[CollectiveContract]:
    return CollectiveContract.alive().where(CollectiveContract.status == status)


def _renewals(today: date) -> Iterator[Due]:
    """A contract is renewed before it ends, unless the next one is there already."""
    standing = _in(ContractStatus.EFFECTIVE).where(not_renewed())
    for kind in ContractKind:
        until = today + timedelta(days=lead_of(kind))
        for contract in standing.where(CollectiveContract.kind == kind, CollectiveContract.end_on <= until):
            days = (contract.end_on - today).days
            yield Due("合同到期", contract.title or "", contract.id, days, "请商议续签", by="续签")
