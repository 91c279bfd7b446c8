"""Whom contracts cover on a day: the units of their rows, and what they tell beyond them (domain 6.6)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import ClassVar

from peewee import Node, Value, fn

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


Found = dict[object, tuple[int, int, int]]
"""Units, workers and women covered, by what tells a unit apart, or the side that signed."""


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
        units, areas = self.found(query)
        return sum(numbers[self.whom.value] for found in (units, areas) for numbers in found.values())

    def found(self, query: Query) -> tuple[Found, Found]:
        """Return those covered unit by unit, and those told beyond them in all; once in a reading."""
        sql, values = query.sql()
        question = ("covered", self.private, self.day, sql, tuple(values))
        return once(question, lambda: (self._by_unit(query), self._told_beyond(query)))

    def _by_unit(self, query: Query) -> Found:
        row, contract = ContractCoverage, CollectiveContract
        each = known_as(row.enterprise)
        rows = row.alive().where(row.contract.in_(_ids(query)), each.is_null(False), *self._stand())
        covered = _most(rows, each, Value(1), row.workers, row.women)
        signer = known_as(contract.enterprise)
        own = self._without_rows(query).where(contract.scope == Scope.ENTERPRISE, signer.is_null(False))
        told = _most(own, signer, Value(1), contract.covered_workers, contract.covered_women)
        for unit, numbers in told.items():
            units, workers, women = covered.get(unit, (1, 0, 0))
            covered[unit] = units, max(workers, numbers[1]), max(women, numbers[2])
        return covered

    def _told_beyond(self, query: Query) -> Found:
        """Return what the contracts of areas tell in all beyond the units that they list, by who signed."""
        contract, row = CollectiveContract, ContractCoverage
        sides = fn.COALESCE(known_as(contract.enterprise), contract.id)
        areas = query.where(contract.scope != Scope.ENTERPRISE, *self._private(contract.enterprise))
        totals = contract.covered_enterprises, contract.covered_workers, contract.covered_women
        told = _most(areas, sides, *totals)
        side_of: dict[int, object] = dict(areas.select(contract.id, sides).order_by().tuples())
        rows = row.alive().where(row.contract.in_(_ids(areas)), known_as(row.enterprise).is_null(False))
        listed: dict[object, Found] = defaultdict(dict)
        workers, women = fn.COALESCE(row.workers, 0), fn.COALESCE(row.women, 0)
        for number, unit, *numbers in rows.select(
            row.contract, known_as(row.enterprise), Value(1), workers, women
        ).tuples():
            before = listed[side_of[number]].get(unit, (1, 0, 0))
            _, more, more_women = map(max, before, numbers)
            listed[side_of[number]][unit] = 1, more, more_women
        return {side: _beyond(totals, listed[side]) for side, totals in told.items()}

    def _stand(self) -> list[object]:
        unit = ContractCoverage.enterprise
        return [unit.is_null() | unit.not_in(closed_units(self.day or date.today())), *self._private(unit)]

    def _private(self, unit: NamedLink) -> list[object]:
        public = public_units(self.day or date.today()).select(Enterprise.id)
        return [unit.is_null() | unit.not_in(public)] if self.private else []

    def _without_rows(self, query: Query) -> Query:
        """Return the contracts that list nobody."""
        rows = ContractCoverage.alive().select(ContractCoverage.contract)
        signer = self._private(CollectiveContract.enterprise)
        return query.where(CollectiveContract.id.not_in(rows), *signer)


def _most(rows: Query, each: Node, *numbers: Node) -> Found:
    """Return the largest numbers of each."""
    largest = [fn.COALESCE(fn.MAX(number), 0) for number in numbers]
    grouped = rows.select(each, *largest).group_by(each).order_by()
    return {unit: (units, workers, women) for unit, units, workers, women in grouped.tuples()}


def _beyond(totals: tuple[int, int, int], listed: Found) -> tuple[int, int, int]:
    """Return what totals tell beyond the units that are listed: nothing once these are as many."""
    units, workers, women = totals
    if not listed:
        return totals
    if len(listed) >= units:
        return 0, 0, 0
    of_rows = [sum(numbers[at] for numbers in listed.values()) for at in range(3)]
    return units - len(listed), max(0, workers - of_rows[1]), max(0, women - of_rows[2])


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
        units, areas = covered.found(contracts)
        workers_of = {unit: workers for unit, (_, workers, _) in units.items()}
        then = value_on(Enterprise.employee_count, day)
        staff = query.select(Enterprise.id, fn.COALESCE(then, 0)).order_by()
        registered = sum(max(workers_of.pop(unit, 0), int(workers)) for unit, workers in staff.tuples())
        return registered + sum(workers_of.values()) + sum(workers for _, workers, _ in areas.values())


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
