"""The sample's collective contracts: 81 signing units cover 686 enterprises at the end of 2011.

At the end of 2010 there were 74 signing units, 624 enterprises and 9,216 workers; by 2011 the
enterprises had grown by 10 %, the workers to 10,230, by 11 % (seed F013 to F020).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from app.keeping import deriving, keeping
from app.rules.contract_terms import last_day
from app.sample.labor_counts import enter_counts
from app.sample.names import invent_name
from app.sample.people import Inventor
from app.sample.rows import enter
from app.sample.signers import (
    AREAS,
    UNITS_OF_AREAS,
    Unit,
    divide,
    from_register,
    in_year,
    invented_names,
    known_units,
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

_LONG, _OLD, _NEW = slice(0, 10), slice(10, 16), slice(16, 18)  # of the areas, by when they sign
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


class _Signer(NamedTuple):
    """Who signs a contract, and the enterprises that it covers."""

    scope: Scope
    signer_type: str
    employer: str
    union_name: str
    covered: list[Unit]

    @property
    def as_unit(self) -> Unit:
        """Return the employers' side with the workers of all its enterprises."""
        return Unit(self.employer, sum(unit.workers for unit in self.covered))


class _Signers(NamedTuple):
    """Enterprises, or areas, by when they sign; the old ones with the workers they had in either year."""

    long: list[_Signer]  # in 2010, for three years
    old_2010: list[_Signer]  # in 2009, for two years
    old_2011: list[_Signer]  # the same again in 2011
    new: list[_Signer]  # in 2011 for the first time

    @property
    def in_2010(self) -> list[_Signer]:
        """Return those under a contract at the end of 2010."""
        return [*self.long, *self.old_2010]

    @property
    def in_2011(self) -> list[_Signer]:
        """Return those under a contract at the end of 2011."""
        return [*self.long, *self.old_2011, *self.new]


def enter_contracts(inventor: Inventor, clerk: str) -> None:
    """Enter the contracts of 2009 to 2011, whom they cover, and the head counts of both years."""
    registered = {unit.name for unit in Enterprise.alive()}
    names = (name for name in invented_names() if name not in registered)
    singles, areas = _singles(), _areas(names)
    desk = _Desk(inventor, clerk)
    desk.enter_general(areas)
    desk.enter_general(singles)
    desk.enter_wages([*singles.long[:_WAGES_2010], *singles.old_2011])
    desk.enter_others(singles.long, _single(Unit(next(names), 34)))
    enter(desk.coverage)
    enter_counts([signer.as_unit for signer in (*singles.in_2010, *areas.in_2010)], 2010, clerk)
    enter_counts([signer.as_unit for signer in (*singles.in_2011, *areas.in_2011)], 2011, clerk)


def _wages_of(signer: _Signer) -> dict[str, object]:
    """Return what a wage contract settles: the year's wages, the average a month and last year's."""
    workers = signer.as_unit.workers
    before = (2_300 + 37 * (workers % 11)) * 100
    now = before * (107 + workers % 5) // 100
    return {"wage_total": now * workers * 12, "average_wage": now, "last_average_wage": before}


def _single(unit: Unit) -> _Signer:
    return _Signer(Scope.ENTERPRISE, "独立工会", unit.name, f"{unit.name}工会委员会", [unit])


def _area(name: str, covered: list[Unit]) -> _Signer:
    return _Signer(Scope.AREA, "小区工会", f"{name}企业", f"{name}工会", covered)


def _singles() -> _Signers:
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
    return _Signers(*(list(map(_single, group)) for group in (long, in_year(old, 1690), old, new)))


def _founded() -> dict[str, date]:
    """Return when each enterprise of the register that has a union of its own got it."""
    unions = GrassrootsUnion.alive().where(GrassrootsUnion.enterprise.is_null(False))
    return {str(union.enterprise): union.founded_on for union in unions if union.founded_on is not None}


def _areas(names: Iterator[str]) -> _Signers:
    long = _divided(names, 3300, UNITS_OF_AREAS[_LONG])
    old = _divided(names, 2200, UNITS_OF_AREAS[_OLD])
    joined = (6, 3, 5, 2, 1, 4)  # so many of each joined with the contract of 2011
    staying = [area[: len(area) - new] for area, new in zip(old, joined, strict=True)]
    shares = divide(1946, [len(area) for area in staying])
    before = [in_year(area, workers) for area, workers in zip(staying, shares, strict=True)]
    new = _divided(names, 340, UNITS_OF_AREAS[_NEW])
    areas = ((_LONG, long), (_OLD, before), (_OLD, old), (_NEW, new))
    return _Signers(*(list(map(_area, AREAS[of], covered)) for of, covered in areas))


def _divided(names: Iterator[str], total: int, counts: Sequence[int]) -> list[list[Unit]]:
    """Invent the enterprises of several areas, so many in each, that have so many workers together."""
    return [
        units(names, workers, count) for workers, count in zip(divide(total, counts), counts, strict=True)
    ]


class _Desk:
    """Enters contracts in the order of signing, and gathers the rows of whom they cover."""

    def __init__(self, inventor: Inventor, clerk: str) -> None:
        self._random = inventor.random
        self._clerk = clerk
        self._enterprise_ids = {unit.name: unit.id for unit in Enterprise.alive()}
        self.coverage: list[ContractCoverage] = []

    def enter_general(self, signers: _Signers) -> None:
        """Enter the general contracts: those of 2009 with their renewals, those of 2010 and the new ones."""
        expired = [self._enter(signer, _TERM_2009, _OVER) for signer in signers.old_2010]
        for signer in signers.long:
            self._enter(signer, _TERM_2010, _HOLDING)
        for signer, before in zip(signers.old_2011, expired, strict=True):
            self._enter(signer, _TERM_RENEWED, _HOLDING, renewed_from=before)
        for signer in signers.new:
            self._enter(signer, _TERM_NEW, _HOLDING)

    def enter_wages(self, signers: list[_Signer]) -> None:
        """Enter the wage contracts: fifteen for a year from May 2010, twenty-three from May 2011."""
        kind = ContractKind.WAGE
        expired = [self._enter(signer, _WAGE_2010, _OVER, kind=kind) for signer in signers[:_WAGES_2010]]
        for signer, before in zip_longest(signers[:_WAGES_2011], expired):
            wages = _wages_of(signer)
            self._enter(signer, _WAGE_2011, _HOLDING, kind=kind, renewed_from=before, **wages)

    def enter_others(self, signers: list[_Signer], closed: _Signer) -> None:
        """Enter women's contracts, some that are under way, and the one of an enterprise that closed."""
        for signer in signers[:_WOMEN]:
            self._enter(signer, _WOMEN_2011, _HOLDING, kind=ContractKind.WOMEN)
        for signer, (status, steps) in zip(signers, _UNDER_WAY, strict=False):
            undone = ["review_result", "receipt_no", *("signed_on", "filed_on", "effective_on")[steps:]]
            if not steps:
                undone += ["congress_on", "congress_due", "congress_present", "congress_agreed"]
            self._enter(signer, _SAFETY, status, kind=ContractKind.SAFETY, **dict.fromkeys(undone))
        self._enter(closed, _TERM_2009, _ENDED, ended_on=date(2010, 9, 30), end_reason="企业歇业")

    def _enter(
        self, signer: _Signer, term: _Term, status: ContractStatus, **values: object
    ) -> CollectiveContract:
        """Enter a contract; `values` replace what is usual."""
        covered = signer.covered
        sides = 3 if len(covered) == 1 else 5
        votes = self._random.randint(24, 40)
        usual: dict[str, object] = {
            "kind": ContractKind.GENERAL,
            "scope": signer.scope,
            "signer_type": signer.signer_type,
            "employer": signer.employer,
            "union_name": signer.union_name,
            "employer_chief": self._name(),
            "worker_chief": self._name(),
            "employer_reps": sides,
            "worker_reps": sides,
            "congress_due": votes,
            "congress_present": votes - self._random.randint(0, 3),
            "congress_agreed": votes - self._random.randint(4, 7),
            "receipt_no": f"集受{term.signed_on.year}-{len(self.coverage) + 1:04d}",
            "review_result": "无异议",
            "covered_enterprises": len(covered),
            "covered_workers": signer.as_unit.workers,
            "covered_women": sum(unit.women for unit in covered),
            "status": status.value,
            "handled_by": self._clerk,
        }
        contract = CollectiveContract(**(usual | term.days | values))
        deriving.compute_derived(contract)
        keeping.store(contract)
        self.coverage += [self._coverage(contract, unit) for unit in covered]
        return contract

    def _coverage(self, contract: CollectiveContract, unit: Unit) -> ContractCoverage:
        return ContractCoverage(
            contract=contract,
            employer=unit.name,
            enterprise=self._enterprise_ids.get(unit.name),
            workers=unit.workers,
            women=unit.women,
        )

    def _name(self) -> str:
        return invent_name(self._random, self._random.choice("男女"))
