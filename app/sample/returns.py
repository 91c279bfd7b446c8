"""The sample office's annual returns of 2010 and 2011, of every grassroots union in its register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from app.rules.periods import statistics_year
from app.sample.office import Staff
from app.sample.rows import Row, enter
from app.subjects.publications.returns.records import INDEPENDENT, AnnualReturn
from app.subjects.unions.grassroots.records import GrassrootsUnion

_SEED = 2010
_YEARS = (2010, 2011)


def enter_returns(staff: Staff) -> None:
    """Enter the returns of both years, all in the national software."""
    returns = list(_returns(Random(_SEED)))
    for year in _YEARS:
        last = statistics_year(year).last
        enter(
            [_of_year(row, year, staff) for row, founded_on in returns if founded_on <= last or year == 2011]
        )


def _returns(chance: Random) -> Iterator[tuple[Row, date]]:
    """Yield the return of 2011 of each union but ours, with the day it was founded on."""
    unions = GrassrootsUnion.alive().where(~GrassrootsUnion.is_own).order_by(GrassrootsUnion.id)
    for position, union in enumerate(unions):
        assert union.founded_on is not None
        yield _return(union, position, chance), union.founded_on


def _return(union: GrassrootsUnion, position: int, chance: Random) -> Row:
    """Invent what the register does not say: no part of it is larger than its whole."""
    members, women = union.member_count or 0, union.female_member_count or 0
    migrants = union.migrant_member_count or 0
    unit = union.enterprise
    workers = unit.employee_count if unit is not None else members * 100 // chance.randint(75, 95)
    is_independent = unit is not None
    others = workers - members
    women_workers = women + others * chance.randint(25, 50) // 100
    return {
        "union_name": union.name,
        "union_type": INDEPENDENT if is_independent else "联合工会",
        "ownership": union.ownership_kind,
        "code": f"TX{position + 1:05d}",
        "workers": workers,
        "women_workers": women_workers,
        "migrant_workers": migrants + others * chance.randint(15, 50) // 100,
        "members": members,
        "women_members": women,
        "migrant_members": migrants,
        "part_time": 1 + workers // 60,
        "covered_units": union.covered_unit_count,
        "has_audit_committee": is_independent,
        "has_women_committee": women_workers >= 25,
        "has_congress": is_independent and position % 2 == 0,
        "has_open_affairs": is_independent and position < 64,
    }


def _of_year(row: Row, year: int, staff: Staff) -> AnnualReturn:
    """Date a return; a year earlier every head count is a tenth smaller."""
    counts = [name for name in row if name.endswith(("workers", "members"))]
    smaller = {name: row[name] - row[name] // 10 for name in counts} if year == 2010 else {}
    received_on = date(year, 10, 8) + timedelta(days=int(row["code"][2:]) % 14)
    return AnnualReturn(
        **(row | smaller),
        year=year,
        status="已录入国家软件",
        received_on=received_on,
        check_result="通过",
        entered_on=received_on + timedelta(days=5),
        entered_by=staff.clerk,
    )
