"""Whom contracts cover on a day: the units of their rows, and what they tell beyond them (domain 6.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import ClassVar

from peewee import ColumnBase, ModelCompoundSelectQuery, Select, Value, fn

from app.figures.measures import Measure, different_units
from app.figures.once import once
from app.records.base import Query
from app.records.earlier import value_on
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
    """What is counted of those covered; the number of it stands at this place of what is found."""

    UNITS = 0
    WORKERS = 1
    WOMEN = 2


Numbers = tuple[int, int, int]
"""So many units, workers and women."""


@dataclass(frozen=True, eq=False)
class Covered(Measure):
    """The units, or some of their people, whom contracts cover on a day: nobody counts twice.

    A unit under two contracts counts once, with the larger number of its people; one that has closed by
    the day not at all. A contract of an area counts as many as it tells until it lists them all; of two
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
        return sum(numbers[self.whom.value] for numbers in self.found(query))

    def found(self, query: Query) -> tuple[Numbers, Numbers]:
        """Return how many are covered unit by unit, and told beyond them in all; once in a reading."""
        sql, values = query.sql()
        question = ("covered", self.private, self.day, sql, tuple(values))
        return once(question, lambda: (_of_units(self.units(query)), self._beyond(query)))

    def units(self, query: Query) -> ModelCompoundSelectQuery:
        """Select unit, workers and women of whom contracts list, and of who signed for itself alone."""
        row, contract = ContractCoverage, CollectiveContract
        each, signer = known_as(row.enterprise), known_as(contract.enterprise)
        rows = row.alive().where(row.contract.in_(_ids(query)), *self._stand())
        own = self._without_rows(query).where(contract.scope == Scope.ENTERPRISE)
        listed = rows.select(each.alias("unit"), row.workers.alias("workers"), row.women.alias("women"))
        return listed.union_all(own.select(signer, contract.covered_workers, contract.covered_women))

    def _beyond(self, query: Query) -> Numbers:
        """Return what the contracts of areas tell in all beyond the units that they list."""
        row, contract = ContractCoverage, CollectiveContract
        side, unit = fn.COALESCE(known_as(contract.enterprise), contract.id), known_as(row.enterprise)
        areas = query.where(contract.scope != Scope.ENTERPRISE, *self._private(contract.enterprise))
        rows = row.alive().join(contract).where(contract.id.in_(_ids(areas)), unit.is_null(False))
        largest = [fn.MAX(number).alias(number.name) for number in (row.workers, row.women)]
        each = rows.select(side.alias("side"), *largest).group_by(side, unit)
        of_side = each.select_from(each.c.side, *_summed(each)).group_by(each.c.side)
        listed = {of: numbers for of, *numbers in of_side.tuples()}
        totals = contract.covered_enterprises, contract.covered_workers, contract.covered_women
        largest = [fn.COALESCE(fn.MAX(number), 0) for number in totals]
        sides = areas.select(side, *largest).group_by(side).order_by()
        left_over = [_left_over(told, listed.get(of)) for of, *told in sides.tuples()]
        units, workers, women = (sum(numbers) for numbers in zip((0, 0, 0), *left_over, strict=True))
        return units, workers, women

    def _stand(self) -> list[object]:
        unit = ContractCoverage.enterprise
        return [unit.is_null() | unit.not_in(closed_units(self.day or date.today())), *self._private(unit)]

    def _private(self, unit: NamedLink) -> list[object]:
        public = public_units(self.day or date.today())
        return [unit.is_null() | unit.not_in(public)] if self.private else []

    def _without_rows(self, query: Query) -> Query:
        """Return the contracts that list nobody."""
        rows = ContractCoverage.alive().select(ContractCoverage.contract)
        signer = self._private(CollectiveContract.enterprise)
        return query.where(CollectiveContract.id.not_in(rows), *signer)


def _of_units(units: ModelCompoundSelectQuery) -> Numbers:
    """Count the units, with the largest numbers that are told of each; what names none is left out."""
    largest = fn.MAX(units.c.workers).alias("workers"), fn.MAX(units.c.women).alias("women")
    each = units.select_from(*largest).group_by(units.c.unit).having(fn.COUNT(units.c.unit) > 0)
    numbers: Numbers = next(iter(each.select_from(*_summed(each)).tuples()))
    return numbers


def _summed(each: Select) -> tuple[ColumnBase, ...]:
    return fn.COUNT(1), fn.COALESCE(fn.SUM(each.c.workers), 0), fn.COALESCE(fn.SUM(each.c.women), 0)


def _left_over(told: Sequence[int], listed: Sequence[int] | None) -> Numbers:
    """Return what totals tell beyond the units that are listed: nothing once these are as many."""
    units, workers, women = told
    if listed is None:
        return units, workers, women
    if listed[0] >= units:
        return 0, 0, 0
    return units - listed[0], max(0, workers - listed[1]), max(0, women - listed[2])


def _covered(whom: Whom, words: str) -> Covered:
    return Covered(words, fn.COUNT(1), whom=whom)


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
        then, covered = value_on(Enterprise.employee_count, day), COVERED_WORKERS.on(day)
        registered = query.select(Enterprise.id, then, Value(0)).order_by()
        _, of_units, _ = _of_units(covered.units(contracts).union_all(registered))
        _, beyond = covered.found(contracts)
        return of_units + beyond[Whom.WORKERS.value]


COVERABLE = Coverable(
    "职工和合同覆盖的其他职工合计",
    fn.COALESCE(fn.SUM(Enterprise.employee_count), 0),
    changing=Enterprise.employee_count,
)


def coverage_of(contracts: Query, day: date) -> tuple[int, int]:
    """Return how many units and workers contracts cover on a day."""
    units, workers = (
        replace(measure, day=day).number(contracts) for measure in (COVERED_UNITS, COVERED_WORKERS)
    )
    return units, workers


def _ids(query: Query) -> Query:
    return query.select(CollectiveContract.id).order_by()
