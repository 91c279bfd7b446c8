"""The rules of whom a collective contract covers (domain 6.3 and 6.6)."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.records.naming import same_unit
from app.rules.unit_names import plain_name
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractCoverage,
    ContractKind,
    ContractStatus,
    Scope,
)
from app.subjects.unions.enterprises.records import CLOSED

_SEVERAL = 2
_RUNNING = (ContractStatus.SIGNED, ContractStatus.FILED, ContractStatus.EFFECTIVE)


def coverage_adds_up(contract: CollectiveContract) -> Iterator[Problem]:
    """A contract covers what its rows say; one for women covers some (domain 6.6)."""
    if contract.kind == ContractKind.WOMEN and contract.covered_women == 0:
        yield Block(CollectiveContract.covered_women, "女职工专项合同没有女职工，请核对")
    units, workers = contract.covered_enterprises, contract.covered_workers
    if contract.scope == Scope.ENTERPRISE:
        if units is not None and units != 1:
            yield Block(CollectiveContract.covered_enterprises, "企业层级的合同只覆盖签约单位本身，请填 1")
        staff = contract.enterprise.employee_count if contract.enterprise else None
        if staff is not None and workers is not None and workers > staff:
            yield Warn(CollectiveContract.covered_workers, f"多于该单位职工人数 {staff} 人，请核对")
    elif contract.id is not None:
        yield from _rows_agree(contract)


def _rows_agree(contract: CollectiveContract) -> Iterator[Problem]:
    rows = ContractCoverage.alive().where(ContractCoverage.contract == contract.id)
    measures = (fn.COUNT(1), fn.SUM(ContractCoverage.workers), fn.SUM(ContractCoverage.women))
    ((units, workers, women),) = rows.select(*measures).tuples()
    for field, total in (
        (CollectiveContract.covered_enterprises, units),
        (CollectiveContract.covered_workers, workers or 0),
        (CollectiveContract.covered_women, women),
    ):
        told = getattr(contract, field.name)
        if total is not None and told not in (None, total):
            counted = "，没有列全的按合计数计" if told > total else ""
            yield Warn(field, f"“覆盖企业”中共 {total:,} {field.unit}{counted}，请补齐或更正")


def covered_unit_fits(row: ContractCoverage) -> Iterator[Problem]:
    """A unit stands once in a contract, with no more workers than it has; under two it counts once.

    Two names are one unit where they lead to the same enterprise (domain 6.6).
    """
    if not row.employer or row.contract_id is None:
        return
    staff = row.enterprise.employee_count if row.enterprise else None
    if staff is not None and row.workers is not None and row.workers > staff:
        yield Warn(ContractCoverage.workers, f"多于该单位职工人数 {staff} 人，请核对")
    contract = CollectiveContract.get_by_id(row.contract_id)
    if (more := _told_in_all(row, contract)) is not None:
        yield Warn(
            ContractCoverage.employer,
            f"合同上填的是覆盖 {more} 家，没有列出的仍按合计数计入，请逐家列全或更正合计",
        )
    if row.enterprise and row.enterprise.business_status in CLOSED and contract.status in _RUNNING:
        sentence = f"这家企业已{row.enterprise.business_status}，不应再计入覆盖，请核对"
        yield Warn(ContractCoverage.enterprise, sentence)
    if (
        others(row)
        .where(ContractCoverage.contract == contract, same_unit(ContractCoverage.enterprise, row))
        .exists()
    ):
        yield Block(ContractCoverage.employer, "这家企业已在这份合同中，请修改原来那一条")
    elif contract.scope == Scope.ENTERPRISE and not _is_the_signer(row, contract):
        yield Block(ContractCoverage.employer, "企业层级的合同只覆盖签约单位本身")
    elif (twin := _covered_elsewhere(row, contract)) is not None:
        yield Warn(
            ContractCoverage.employer, f"同期的{twin.contract.contract_no}也覆盖这家企业，统计时只计一次"
        )


def _told_in_all(row: ContractCoverage, contract: CollectiveContract) -> int | None:
    """Return how many units a contract tells of, where a row is the first of several to be listed."""
    told: int | None = contract.covered_enterprises
    if contract.scope == Scope.ENTERPRISE or told is None or told < _SEVERAL:
        return None
    return None if others(row).where(ContractCoverage.contract == contract).exists() else told


def _is_the_signer(row: ContractCoverage, contract: CollectiveContract) -> bool:
    if row.enterprise is not None and row.enterprise == contract.enterprise:
        return True
    return plain_name(row.employer) == plain_name(contract.employer or "")


def _covered_elsewhere(row: ContractCoverage, contract: CollectiveContract) -> ContractCoverage | None:
    if contract.start_on is None or contract.end_on is None:
        return None
    rows = others(row).join(CollectiveContract).where(CollectiveContract.deleted_at.is_null())
    return first(
        rows.where(
            CollectiveContract.id != contract.id,
            CollectiveContract.kind == contract.kind,
            CollectiveContract.status != ContractStatus.ENDED,
            CollectiveContract.start_on <= contract.end_on,
            CollectiveContract.end_on >= contract.start_on,
            same_unit(ContractCoverage.enterprise, row),
        )
    )
