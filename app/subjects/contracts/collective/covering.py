"""Whom contracts cover on a day: the units of their rows, else what they tell of them in all (domain 6.6)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import ClassVar

from peewee import fn

from app.fields import CountField
from app.figures.measures import Measure, different_units
from app.records.base import Query
from app.records.naming import NamedLink, known_as
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractCoverage,
    ContractKind,
    Scope,
    in_force,
)
from app.subjects.unions.enterprises.records import Enterprise, closed_units, public_units


class Whom(Enum):
    """What is counted of those covered: the field of a row, and the total that a contract tells."""

    UNITS = (None, CollectiveContract.covered_enterprises)
    WORKERS = (ContractCoverage.workers, CollectiveContract.covered_workers)
    WOMEN = (ContractCoverage.women, CollectiveContract.covered_women)

    def __init__(self, of_a_row: CountField | None, of_a_contract: CountField) -> None:
        self.of_a_row = of_a_row  # a unit itself has none
        self.of_a_contract = of_a_contract


@dataclass(frozen=True, eq=False)
class Covered(Measure):
    """The units, or some of their people, whom contracts cover on a day: nobody counts twice.

    A unit under two contracts counts once, with the larger number of its people; one that has closed by
    the day not at all. A contract of an area that lists no units counts as many as it tells; of two
    between the same sides, the one that tells of more. With `private` the units of the state and the
    public are left out (非公); of whom nothing is known, nothing is left out.
    """

    whom: Whom = field(kw_only=True)
    private: bool = field(default=False, kw_only=True)
    day: date | None = field(default=None, kw_only=True)

    def on(self, day: date) -> Covered:
        return replace(self, day=day)

    def number(self, query: Query) -> int:
        """Count over contracts."""
        units, areas = self.by_unit(query), self.told_only(query)
        if self.whom is Whom.UNITS:
            return len(units) + sum(areas.values())
        return sum(units.values()) + sum(areas.values())

    def by_unit(self, query: Query) -> dict[object, int]:
        """Return the people covered of each unit, by what tells it apart."""
        row, contract = ContractCoverage, CollectiveContract
        each, many = known_as(row.enterprise), self.whom.of_a_row or row.workers
        rows = row.alive().where(row.contract.in_(_ids(query)), each.is_null(False), *self._stand())
        found: dict[object, int] = dict(
            rows.select(each, fn.COALESCE(fn.MAX(many), 0)).group_by(each).tuples()
        )
        signer, told = known_as(contract.enterprise), self.whom.of_a_contract
        own = self._without_rows(query).where(contract.scope == Scope.ENTERPRISE, signer.is_null(False))
        for unit, most in (
            own.select(signer, fn.COALESCE(fn.MAX(told), 0)).group_by(signer).order_by().tuples()
        ):
            found[unit] = max(found.get(unit, 0), most)
        return found

    def told_only(self, query: Query) -> dict[object, int]:
        """Return what contracts that list no units tell in all, by the side that signed."""
        contract, told = CollectiveContract, self.whom.of_a_contract
        sides = fn.COALESCE(known_as(contract.enterprise), contract.id)
        areas = self._without_rows(query).where(contract.scope != Scope.ENTERPRISE)
        return dict(areas.select(sides, fn.COALESCE(fn.MAX(told), 0)).group_by(sides).order_by().tuples())

    def _stand(self) -> list[object]:
        unit = ContractCoverage.enterprise
        return [unit.is_null() | unit.not_in(closed_units(self.day or date.today())), *self._private(unit)]

    def _private(self, unit: NamedLink) -> list[object]:
        public = public_units().select(Enterprise.id)
        return [unit.is_null() | unit.not_in(public)] if self.private else []

    def _without_rows(self, query: Query) -> Query:
        """Return the contracts that list nobody."""
        rows = ContractCoverage.alive().select(ContractCoverage.contract)
        signer = self._private(CollectiveContract.enterprise)
        return query.where(CollectiveContract.id.not_in(rows), *signer)


def _covered(whom: Whom, words: str) -> Covered:
    return Covered(words, fn.COALESCE(fn.SUM(whom.of_a_contract), 0), whom=whom)


SIGNERS = different_units("的签约单位数", CollectiveContract.enterprise)
COVERED_UNITS = _covered(Whom.UNITS, "覆盖的企业数")
COVERED_WORKERS = _covered(Whom.WORKERS, "覆盖的职工数")
COVERED_WOMEN = _covered(Whom.WOMEN, "覆盖的女职工数")


@dataclass(frozen=True, eq=False)
class Coverable(Measure):
    """The workers of the units on the register and of all that contracts cover, each unit once.

    Where the register and a contract tell of different numbers, the larger counts: nobody can be covered
    who does not belong to those who could be.
    """

    counts_beyond: ClassVar[bool] = True
    day: date | None = field(default=None, kw_only=True)

    def on(self, day: date) -> Coverable:
        return replace(self, day=day)

    def number(self, query: Query) -> int:
        """Count over the units on the register."""
        day = self.day or date.today()
        contracts = in_force(day).where(CollectiveContract.kind == ContractKind.GENERAL)
        covered = COVERED_WORKERS.on(day)
        units, areas = covered.by_unit(contracts), covered.told_only(contracts)
        staff = query.select(Enterprise.id, fn.COALESCE(Enterprise.employee_count, 0)).order_by()
        registered = sum(max(units.pop(unit, 0), int(workers)) for unit, workers in staff.tuples())
        return registered + sum(units.values()) + sum(areas.values())


COVERABLE = Coverable("职工和合同覆盖的其他职工合计", fn.COALESCE(fn.SUM(Enterprise.employee_count), 0))


def coverage_of(contracts: Query, day: date) -> tuple[int, int]:
    """Return how many units and workers contracts cover on a day."""
    units, workers = (
        replace(measure, day=day).number(contracts) for measure in (COVERED_UNITS, COVERED_WORKERS)
    )
    return units, workers


def _ids(query: Query) -> Query:
    return query.select(CollectiveContract.id).order_by()
