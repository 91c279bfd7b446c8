"""Valid collective contracts and head counts; a test names only the values that it is about."""

from __future__ import annotations

from datetime import date
from itertools import count

from app.keeping import deriving, keeping
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage
from app.subjects.contracts.collective.register import CONTRACTS, COVERED
from app.subjects.contracts.headcounts.records import LaborContractCount
from app.subjects.contracts.headcounts.register import HEADCOUNTS

_numbers = count(1)


def new_contract(**values: object) -> CollectiveContract:
    """Return the effective contract of one enterprise of 2011 to 2014, not saved yet."""
    number = next(_numbers)
    defaults = {
        "kind": "集体合同",
        "scope": "企业",
        "signer_type": "独立工会",
        "employer": f"上海第{number}仪表有限公司",
        "union_name": f"上海第{number}仪表有限公司工会",
        "employer_chief": "刘洋",
        "worker_chief": "王芳",
        "employer_reps": 3,
        "worker_reps": 3,
        "congress_on": date(2011, 3, 1),
        "congress_due": 30,
        "congress_present": 28,
        "congress_agreed": 27,
        "signed_on": date(2011, 3, 8),
        "filed_on": date(2011, 3, 15),
        "review_result": "无异议",
        "effective_on": date(2011, 3, 28),
        "start_on": date(2011, 4, 1),
        "end_on": date(2014, 3, 31),
        "covered_enterprises": 1,
        "covered_workers": 120,
        "covered_women": 50,
        "status": "生效",
    }
    contract = CollectiveContract(**(defaults | values))
    deriving.compute_derived(contract)
    return contract


def make_contract(**values: object) -> CollectiveContract:
    """Save the effective contract of one enterprise."""
    return keeping.save(CONTRACTS, new_contract(**values))


def make_area(*units: tuple[str, int], **values: object) -> CollectiveContract:
    """Save a compound union's contract for the enterprises of an area: each with its workers."""
    defaults = {
        "scope": "区域性",
        "signer_type": "小区工会",
        "employer": "祥和大厦",
        "union_name": "祥和大厦联合工会",
        "covered_enterprises": len(units),
        "covered_workers": sum(workers for _, workers in units),
        "covered_women": 0,
    }
    contract = make_contract(**(defaults | values))
    for name, workers in units:
        keeping.save(COVERED, new_row(contract, name, workers))
    return contract


def new_row(contract: CollectiveContract, name: str, workers: int = 10, **values: object) -> ContractCoverage:
    """Return an enterprise under a contract, not saved yet."""
    row = ContractCoverage(contract=contract, employer=name, workers=workers, **values)
    deriving.compute_derived(row)
    return row


def new_count(**values: object) -> LaborContractCount:
    """Return the head count of a unit at the end of 2011, not saved yet."""
    defaults = {
        "employer": f"上海第{next(_numbers)}仪表有限公司",
        "counted_on": date(2011, 11, 30),
        "labor_contracts": 80,
        "service_contracts": 12,
        "service_agreements": 3,
    }
    counted = LaborContractCount(**(defaults | values))
    deriving.compute_derived(counted)
    return counted


def make_count(**values: object) -> LaborContractCount:
    """Save the head count of a unit."""
    return keeping.save(HEADCOUNTS, new_count(**values))
