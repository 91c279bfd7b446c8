"""Whom contracts cover on a day: the units of their rows, and what they tell beyond them (domain 6.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import ClassVar

from peewee import ColumnBase, Select, fn

from app.figures.measures import Measure, different_units, total
from app.figures.once import once
from app.records.base import Query
from app.records.earlier import value_on
from app.records.naming import known_as
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
        """Return how many are covered unit by unit, and told beyond them in all; found once in a reading."""
        sql, values = query.sql()
        question = ("covered", self.day, sql, tuple(values))
        return once(question, lambda: self._found(query))[self.private]

    def _found(self, query: Query) -> tuple[tuple[Numbers, Numbers], ...]:
        """Return what is found of all, and what of those that are private."""
        return tuple(zip(self._of_units(query), self._beyond(query), strict=True))

    def units(self, query: Query, *, registered: bool = False) -> Select:
        """Select the units that contracts cover, each with the largest numbers told of its people.

        Contracts list them, or were signed by one for itself alone; what names no unit is left out. Asked
        for the `registered`, those that are known by name alone are left out, too.
        """
        row, contract = ContractCoverage, CollectiveContract
        links = row.enterprise, contract.enterprise
        each, signer = links if registered else map(known_as, links)
        standing = row.enterprise.is_null() | row.enterprise.not_in(closed_units(self.then))
        listed = row.alive().where(row.contract.in_(_ids(query)), standing)
        listed = listed.select(each.alias("unit"), row.workers.alias("workers"), row.women.alias("women"))
        rows = ContractCoverage.alive().select(ContractCoverage.contract)
        own = query.where(contract.id.not_in(rows), contract.scope == Scope.ENTERPRISE)
        told = listed.union_all(own.select(signer, contract.covered_workers, contract.covered_women))
        largest = fn.MAX(told.c.workers).alias("workers"), fn.MAX(told.c.women).alias("women")
        named = fn.COUNT(told.c.unit) > 0
        return told.select_from(told.c.unit.alias("unit"), *largest).group_by(told.c.unit).having(named)

    def _of_units(self, query: Query) -> tuple[Numbers, Numbers]:
        each = self.units(query)
        private = each.c.unit.not_in(public_units(self.then))
        rows = each.select_from(*_summed(each), *_summed(each, private)).tuples()
        numbers = next(iter(rows))
        return numbers[:3], numbers[3:]

    def _beyond(self, query: Query) -> tuple[Numbers, Numbers]:
        """Return what the contracts of areas tell in all beyond the units that they list."""
        row, contract = ContractCoverage, CollectiveContract
        side, unit = fn.COALESCE(known_as(contract.enterprise), contract.id), known_as(row.enterprise)
        areas = query.where(contract.scope != Scope.ENTERPRISE)
        rows = row.alive().join(contract).where(contract.id.in_(_ids(areas)), unit.is_null(False))
        largest = [fn.MAX(number).alias(number.name) for number in (row.workers, row.women)]
        each = rows.select(side.alias("side"), *largest).group_by(side, unit)
        of_side = each.select_from(each.c.side, *_summed(each)).group_by(each.c.side)
        listed = {of: numbers for of, *numbers in of_side.tuples()}
        totals = contract.covered_enterprises, contract.covered_workers, contract.covered_women
        largest = [fn.COALESCE(fn.MAX(number), 0) for number in totals]
        public = fn.COALESCE(contract.enterprise.in_(public_units(self.then)), False)
        sides = areas.select(side, public, *largest).group_by(side).order_by()
        left_over = [(is_public, _left_over(told, listed.get(of))) for of, is_public, *told in sides.tuples()]
        of_all = _added(numbers for _, numbers in left_over)
        return of_all, _added(numbers for is_public, numbers in left_over if not is_public)

    @property
    def then(self) -> date:
        """Return the day that is counted."""
        return self.day or date.today()


def _summed(each: Select, counted: ColumnBase | int = 1) -> tuple[ColumnBase, ...]:
    """Return the SQL for the number of units, workers and women; of those units alone that are `counted`."""
    return tuple(fn.COALESCE(fn.SUM(counted * of), 0) for of in (1, each.c.workers, each.c.women))


def _added(numbers: Iterable[Numbers]) -> Numbers:
    units, workers, women = (sum(told) for told in zip((0, 0, 0), *numbers, strict=True))
    return units, workers, women


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
        covered = COVERED_WORKERS.on(day)
        of_units, beyond = (numbers[Whom.WORKERS.value] for numbers in covered.found(contracts))
        each = covered.units(contracts, registered=True)
        there = query.select(Enterprise.id, value_on(Enterprise.employee_count, day).alias("workers"))
        in_both = each.select_from(fn.SUM(fn.MIN(each.c.workers, fn.COALESCE(there.c.workers, 0))))
        in_both = in_both.join(there, on=there.c.id == each.c.unit)
        registered = total(Enterprise.employee_count).on(day).number(query)
        return registered + of_units - int(in_both.scalar() or 0) + beyond


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
