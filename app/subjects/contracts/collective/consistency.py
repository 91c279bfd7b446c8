"""Whether a contract's totals are those of the units it covers (domain 6.6)."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from app.register import Disagreement
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage
from app.subjects.unions.enterprises.records import Enterprise


def totals_are_those_of_the_rows() -> Iterator[Disagreement]:
    """A contract lists all whom it covers; whom it does not list is known by its totals alone."""
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
                sides = f"合同“{record}”的{field.label}是 {told:,}，“覆盖企业”各行合计 {total:,}"
                counted = "，没有列全的按合计数计" if told > total else ""
                yield Disagreement(f"{sides}{counted}，请补齐或更正。", (record.id,))


def covers_each_unit_once() -> Iterator[Disagreement]:
    """Two names are one unit where they lead to the same enterprise (domain 6.6)."""
    row = ContractCoverage
    twice = row.alive().where(row.enterprise.is_null(False)).group_by(row.contract, row.enterprise)
    for contract_id, enterprise_id in (
        twice.select(row.contract, row.enterprise).having(fn.COUNT(1) > 1).order_by(row.contract).tuples()
    ):
        contract, unit = CollectiveContract.get_by_id(contract_id), Enterprise.get_by_id(enterprise_id)
        yield Disagreement(f"合同“{contract}”把“{unit}”列了两次，请删去一行。", (contract_id,))


CONSISTENCY = (totals_are_those_of_the_rows, covers_each_unit_once)
