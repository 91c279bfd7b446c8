"""Acts on collective contracts: steps of their life, counting the signer, drafting the renewal."""

from __future__ import annotations

from datetime import date, timedelta

from app.keeping import deriving, keeping
from app.rules.contract_terms import last_day, whole_months
from app.subjects.contracts.collective.checks import SILENCE
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage, Review, Scope

_COPIED = (
    CollectiveContract.kind,
    CollectiveContract.scope,
    CollectiveContract.signer_type,
    CollectiveContract.employer,
    CollectiveContract.union_name,
    CollectiveContract.employer_chief,
    CollectiveContract.worker_chief,
    CollectiveContract.employer_reps,
    CollectiveContract.worker_reps,
    CollectiveContract.covered_enterprises,
    CollectiveContract.covered_workers,
    CollectiveContract.covered_women,
    CollectiveContract.handled_by,
)


def effect_of_silence(contract: CollectiveContract) -> None:
    """Silence for fifteen days makes the contract effective on the last of them."""
    if contract.review_result == Review.SILENT and contract.effective_on is None and contract.filed_on:
        contract.effective_on = contract.filed_on + SILENCE


def back_to_the_table(contract: CollectiveContract) -> None:
    """What is negotiated anew has neither been signed nor filed; the history keeps the first round."""
    contract.review_result = Review.OBJECTED.value
    for field in (
        CollectiveContract.congress_on,
        CollectiveContract.congress_due,
        CollectiveContract.congress_present,
        CollectiveContract.congress_agreed,
        CollectiveContract.signed_on,
        CollectiveContract.filed_on,
        CollectiveContract.receipt_no,
    ):
        setattr(contract, field.name, None)


def forget_the_objection(contract: CollectiveContract) -> None:
    """What is signed anew has not been reviewed yet."""
    contract.review_result = None


def cover_the_signer(contract: CollectiveContract) -> None:
    """The contract of one enterprise has that enterprise as its only row, up to date."""
    if contract.scope != Scope.ENTERPRISE:
        return
    row = next(iter(rows_of(contract)), None) or ContractCoverage(contract=contract)
    covered = (contract.employer, contract.covered_workers, contract.covered_women)
    if covered != (row.employer, row.workers, row.women):
        row.employer, row.workers, row.women = covered
        deriving.compute_derived(row)
        keeping.store(row)


def draft_renewal(contract: CollectiveContract) -> None:
    """Draft the contract that follows this one: the same sides and rows, the next term as long as this.

    A term of less than a month is followed by one of a month.
    """
    start = contract.end_on + timedelta(days=1)
    months = max(whole_months(contract.start_on, contract.end_on), 1)
    draft = CollectiveContract(
        **{field.name: getattr(contract, field.name) for field in _COPIED},
        registered_on=date.today(),
        start_on=start,
        end_on=last_day(start, months),
        renewed_from=contract.id,
    )
    deriving.compute_derived(draft)
    keeping.store(draft)
    for row in rows_of(contract):
        again = ContractCoverage(
            contract=draft, employer=row.employer, workers=row.workers, women=row.women, remark=row.remark
        )
        deriving.compute_derived(again)
        keeping.store(again)


def rows_of(contract: CollectiveContract) -> list[ContractCoverage]:
    """Return the rows of a contract, in the order they were entered."""
    rows = ContractCoverage.alive().where(ContractCoverage.contract == contract.id)
    return list(rows.order_by(ContractCoverage.id))
