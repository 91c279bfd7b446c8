"""The sample's collective contracts: 81 signing units cover 686 enterprises at the end of 2011.

At the end of 2010 there were 74 signing units, 624 enterprises and 9,216 workers; by 2011 the
enterprises had grown by 10 %, the workers to 10,230, by 11 % (seed F013 to F020).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from app.keeping import keeping
from app.rules.contract_terms import last_day
from app.sample.labor_counts import enter_counts
from app.sample.names import GIVEN_NAMES, SURNAMES
from app.sample.people import Inventor
from app.sample.signers import (
    AREAS,
    UNITS_OF_AREAS,
    Unit,
    from_register,
    in_year,
    invented_names,
    known_units,
    spread,
    units,
)
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractCoverage,
    ContractKind,
    ContractStatus,
    Scope,
)
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import GrassrootsUnion

_LONG, _OLD = slice(0, 10), slice(10, 16)  # of the areas; the last two sign for the first time in 2011
_WAGES_2010, _WAGES_2011 = 15, 23
_WOMEN = 9
_HOLDING, _OVER, _ENDED = ContractStatus.EFFECTIVE, ContractStatus.RENEWED, ContractStatus.ENDED


class _Term(NamedTuple):
    signed_on: date
    start_on: date
    months: int

    @property
    def days(self) -> dict[str, date]:
        """Return the days of a contract that went its usual way."""
        return {
            "registered_on": self.signed_on - timedelta(days=45),
            "congress_on": self.signed_on - timedelta(days=6),
            "signed_on": self.signed_on,
            "filed_on": self.signed_on + timedelta(days=6),
            "effective_on": min(self.signed_on + timedelta(days=16), self.start_on),
            "start_on": self.start_on,
            "end_on": last_day(self.start_on, self.months),
        }


_TERM_2009 = _Term(date(2009, 6, 10), date(2009, 7, 1), 24)
_TERM_2010 = _Term(date(2010, 3, 10), date(2010, 4, 1), 36)
_TERM_RENEWED = _Term(date(2011, 6, 10), date(2011, 7, 1), 24)
_TERM_NEW = _Term(date(2011, 9, 8), date(2011, 10, 1), 24)
_WAGE_2010 = _Term(date(2010, 4, 12), date(2010, 5, 1), 12)
_WAGE_2011 = _Term(date(2011, 4, 12), date(2011, 5, 1), 12)
_WOMEN_2011 = _Term(date(2011, 3, 8), date(2011, 4, 1), 24)
_SAFETY = _Term(date(2011, 12, 23), date(2012, 1, 1), 12)
_UNDER_WAY = (
    (ContractStatus.DRAFT, 0),
    (ContractStatus.NEGOTIATED, 0),
    (ContractStatus.SIGNED, 1),
    (ContractStatus.FILED, 2),
)


class _Enterprises(NamedTuple):
    """The enterprises with a contract and a union of their own, by when they sign."""

    long: list[Unit]
    old_2010: list[Unit]
    old_2011: list[Unit]
    new: list[Unit]


class _Covered(NamedTuple):
    """The enterprises of each area, by when the area's union signs."""

    long: list[list[Unit]]
    old_2010: list[list[Unit]]
    old_2011: list[list[Unit]]
    new: list[list[Unit]]


def enter_contracts(inventor: Inventor, clerk: str) -> None:
    """Enter the contracts of 2009 to 2011, whom they cover, and the head counts of both years."""
    registered = {unit.name for unit in Enterprise.alive()}
    names = (name for name in invented_names() if name not in registered)
    single = _single()
    areas = _areas(names)
    desk = _Desk(inventor, clerk)
    desk.enter_areas(areas)
    desk.enter_singles(single)
    desk.enter_wages([*single.long[:_WAGES_2010], *single.old_2011])
    desk.enter_others(single, next(names))
    ContractCoverage.insert_many(desk.rows).execute()
    enter_counts(_signers(single.long, single.old_2010, [], areas.long, areas.old_2010, []), 2010, clerk)
    enter_counts(
        _signers(single.long, single.old_2011, single.new, areas.long, areas.old_2011, areas.new), 2011, clerk
    )


def _single() -> _Enterprises:
    known, founded = known_units(), _founded()
    pool = [
        Unit(owner.name, owner.employee_count)
        for owner in Enterprise.alive().where(Enterprise.is_non_public).order_by(Enterprise.id)
        if founded.get(owner.name, date.max) < _TERM_2009.signed_on and owner.name not in dict(known)
    ]
    first = [unit for unit in known if founded[unit.name] < _TERM_2010.signed_on]
    late = [unit for unit in known if unit not in first]  # whose union came too late for the contract of 2010
    moved = sum(unit.workers for unit in late)
    long = [*first, *from_register(pool, 1507 + moved, 24 + len(late))]
    old = from_register(pool, 1820, 28)
    new = [*late, *from_register(pool, 290 - moved, 5 - len(late))]
    return _Enterprises(long, in_year(old, 1690), old, new)


def _founded() -> dict[str, date]:
    """Return when each enterprise of the register that has a union of its own got it."""
    unions = GrassrootsUnion.alive().where(GrassrootsUnion.enterprise.is_null(False))
    return {str(union.enterprise): union.founded_on for union in unions if union.founded_on is not None}


def _areas(names: Iterator[str]) -> _Covered:
    long = _divided(names, 3300, UNITS_OF_AREAS[_LONG])
    old = _divided(names, 2200, UNITS_OF_AREAS[_OLD])
    joined = (6, 3, 5, 2, 1, 4)  # so many of each joined with the contract of 2011
    staying = [area[: len(area) - new] for area, new in zip(old, joined, strict=True)]
    shares = spread(1946, [len(area) for area in staying])
    before = [in_year(area, workers) for area, workers in zip(staying, shares, strict=True)]
    return _Covered(long, before, old, _divided(names, 340, UNITS_OF_AREAS[16:]))


def _divided(names: Iterator[str], total: int, counts: Sequence[int]) -> list[list[Unit]]:
    """Invent the enterprises of several areas, so many in each, that have so many workers together."""
    return [
        units(names, workers, count) for workers, count in zip(spread(total, counts), counts, strict=True)
    ]


def _signers(*parts: Sequence[Any]) -> list[Unit]:
    """Return all that signed by a year: enterprises, then areas with the workers of all their enterprises."""
    singles = [unit for part in parts[:3] for unit in part]
    areas = [area for part in parts[3:] for area in part]
    named = zip(AREAS, areas, strict=False)
    return [
        *singles,
        *(Unit(_employers_of(name), sum(unit.workers for unit in area)) for name, area in named),
    ]


def _employers_of(area: str) -> str:
    return f"{area}企业"


class _Desk:
    """Enters contracts one after the other, and gathers the rows of whom they cover."""

    def __init__(self, inventor: Inventor, clerk: str) -> None:
        self._random = inventor.random
        self._clerk = clerk
        self._enterprise_ids = {unit.name: unit.id for unit in Enterprise.alive()}
        self._keys: dict[str, str] = {}
        self.rows: list[dict[str, object]] = []

    def enter_areas(self, areas: _Covered) -> None:
        old, new = AREAS[_OLD], AREAS[16:]
        first = [
            self._area(name, covered, _TERM_2009, _OVER)
            for name, covered in zip(old, areas.old_2010, strict=True)
        ]
        for name, covered in zip(AREAS[_LONG], areas.long, strict=True):
            self._area(name, covered, _TERM_2010, _HOLDING)
        for name, covered, before in zip(old, areas.old_2011, first, strict=True):
            self._area(name, covered, _TERM_RENEWED, _HOLDING, renewed_from=before)
        for name, covered in zip(new, areas.new, strict=True):
            self._area(name, covered, _TERM_NEW, _HOLDING)

    def enter_singles(self, single: _Enterprises) -> None:
        first = [self._single(unit, _TERM_2009, _OVER) for unit in single.old_2010]
        for unit in single.long:
            self._single(unit, _TERM_2010, _HOLDING)
        for unit, before in zip(single.old_2011, first, strict=True):
            self._single(unit, _TERM_RENEWED, _HOLDING, renewed_from=before)
        for unit in single.new:
            self._single(unit, _TERM_NEW, _HOLDING)

    def enter_wages(self, signing: list[Unit]) -> None:
        """Enter the wage contracts: fifteen for a year from May 2010, twenty-three from May 2011."""
        kind = ContractKind.WAGE
        before: list[CollectiveContract | None] = [
            self._single(unit, _WAGE_2010, _OVER, kind=kind) for unit in signing[:_WAGES_2010]
        ]
        before += [None] * (_WAGES_2011 - _WAGES_2010)
        for unit, last in zip(signing[:_WAGES_2011], before, strict=True):
            self._single(unit, _WAGE_2011, _HOLDING, kind=kind, renewed_from=last)

    def enter_others(self, single: _Enterprises, closed: str) -> None:
        """Enter women's contracts, some that are under way, and one that ended early."""
        for unit in single.long[:_WOMEN]:
            self._single(unit, _WOMEN_2011, _HOLDING, kind=ContractKind.WOMEN)
        for unit, (status, steps) in zip(single.long, _UNDER_WAY, strict=False):
            undone = ("signed_on", "filed_on", "effective_on")[steps:]
            blanks: dict[str, object] = dict.fromkeys((*undone, "review_result", "receipt_no"))
            if not steps:
                blanks |= dict.fromkeys(
                    ("congress_on", "congress_due", "congress_present", "congress_agreed")
                )
            self._single(unit, _SAFETY, status, kind=ContractKind.SAFETY, **blanks)
        ended = {"ended_on": date(2010, 9, 30), "end_reason": "企业歇业"}
        self._single(Unit(closed, 34), _TERM_2009, _ENDED, **ended)

    def _single(
        self, unit: Unit, term: _Term, status: ContractStatus, **values: object
    ) -> CollectiveContract:
        signer = {
            "scope": Scope.ENTERPRISE,
            "signer_type": "独立工会",
            "employer": unit.name,
            "union_name": f"{unit.name}工会委员会",
        }
        return self._enter([unit], term, status, signer | values)

    def _area(
        self, name: str, covered: list[Unit], term: _Term, status: ContractStatus, **values: object
    ) -> CollectiveContract:
        signer = {
            "scope": Scope.AREA,
            "signer_type": "小区工会",
            "employer": _employers_of(name),
            "union_name": f"{name}工会",
        }
        return self._enter(covered, term, status, signer | values)

    def _enter(
        self, covered: list[Unit], term: _Term, status: ContractStatus, values: dict[str, object]
    ) -> CollectiveContract:
        sides = 3 if len(covered) == 1 else 5
        votes = self._random.randint(24, 40)
        usual: dict[str, object] = {
            "kind": ContractKind.GENERAL,
            "employer_chief": self._name(),
            "worker_chief": self._name(),
            "employer_reps": sides,
            "worker_reps": sides,
            "congress_due": votes,
            "congress_present": votes - self._random.randint(0, 3),
            "congress_agreed": votes - self._random.randint(4, 7),
            "receipt_no": f"集受{term.signed_on.year}-{len(self.rows) + 1:04d}",
            "review_result": "无异议",
            "covered_enterprises": len(covered),
            "covered_workers": sum(unit.workers for unit in covered),
            "covered_women": sum(unit.women for unit in covered),
            "status": status.value,
            "handled_by": self._clerk,
        }
        contract = CollectiveContract(**(usual | term.days | values))
        keeping.compute_derived(contract)
        keeping.store(contract)
        self.rows += [self._row(contract, unit) for unit in covered]
        return contract

    def _row(self, contract: CollectiveContract, unit: Unit) -> dict[str, object]:
        if unit.name not in self._keys:
            self._keys[unit.name] = keeping.search_key(ContractCoverage(employer=unit.name))
        return {
            "contract": contract,
            "employer": unit.name,
            "enterprise": self._enterprise_ids.get(unit.name),
            "workers": unit.workers,
            "women": unit.women,
            "search_key": self._keys[unit.name],
        }

    def _name(self) -> str:
        sex = self._random.choice("男女")
        return str(self._random.choice(SURNAMES) + self._random.choice(GIVEN_NAMES[sex, "older"]))
