"""Whether a contract's totals are those of the units it covers (domain 6.6)."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from app.register import Disagreement
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage


def totals_are_those_of_the_rows() -> Iterator[Disagreement]:
    """A contract that lists whom it covers covers no others; one without rows is known by its totals."""
    row = ContractCoverage
    measures = (row.contract, fn.COUNT(1), fn.SUM(row.workers), fn.SUM(row.women))
    listed = {
        contract: sums for contract, *sums in row.alive().select(*measures).group_by(row.contract).tuples()
    }
    contract = CollectiveContract
    fields = (contract.covered_enterprises, contract.covered_workers, contract.covered_women)
    for record in contract.alive().where(contract.id.in_(list(listed))).order_by(contract.id):
        for field, total in zip(fields, listed[record.id], strict=True):
            told = record.__data__[field.name]
            if total is not None and told is not None and told != total:
                sentence = (
                    f"合同“{record}”的{field.label}是 {told:,}，“覆盖企业”各行合计 {total:,}，请补齐或更正"
                )
                yield Disagreement(f"{sentence}。", (record.id,))


CONSISTENCY = (totals_are_those_of_the_rows,)
