"""Whom the contracts of a day cover together: each unit once, by its row or by what is told in all."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import judging, keeping
from app.office import Office
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.contracts.collective.covering import coverage_of
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage, in_force
from app.subjects.contracts.collective.register import COVERED
from app.subjects.contracts.collective.steps import rows_of
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.contracts import make_area, make_contract
from tests.factories.people import make_enterprise

END_OF_2011 = date(2011, 12, 31)


def _told(day: date = END_OF_2011) -> tuple[int, int]:
    return coverage_of(in_force(day), day)


def _only_totals(**values: object) -> CollectiveContract:
    """Make the contract of an area that tells 30 firms and 600 workers and lists none."""
    contract = make_area(("甲厂", 20), **{"covered_enterprises": 30, "covered_workers": 600, **values})
    keeping.to_bin(COVERED, [row.id for row in rows_of(contract)])
    return contract


def test_an_enterprise_under_two_contracts_counts_once_with_its_larger_number(office: Office) -> None:
    make_contract(employer="甲厂", covered_workers=60, covered_women=0)
    make_area(("甲厂", 50), ("乙厂", 30))
    assert _told() == (2, 90)


def test_an_enterprise_is_one_under_its_full_and_its_short_name(office: Office) -> None:
    make_enterprise(name="上海有司建筑有限公司", short_name="有司建筑", employee_count=99)
    make_contract(employer="上海有司建筑有限公司", covered_workers=60, covered_women=0)
    make_area(("有司建筑", 40))
    assert _told() == (1, 60)


def test_an_expired_contract_covers_nobody(office: Office) -> None:
    make_contract(covered_workers=60)
    assert _told(date(2014, 4, 1)) == (0, 0)


def test_a_contract_that_lists_nobody_covers_as_many_as_it_tells(office: Office) -> None:
    """30 firms and 600 workers in all, beside a firm of 60 with a contract of its own."""
    _only_totals()
    make_contract(employer="乙厂", covered_workers=60, covered_women=0)
    told = {"覆盖企业": 31, "覆盖职工": 660, "集体合同签约单位": 2}
    assert {label: find_figure(label).number(year(2011)) for label in told} == told
    assert _told() == (31, 660)


def _list(contract: CollectiveContract, employer: str, workers: int) -> None:
    keeping.save(COVERED, ContractCoverage(contract=contract, employer=employer, workers=workers))


def test_its_totals_hold_until_its_rows_cover_them(office: Office) -> None:
    """30 firms and 600 workers: the first that is listed is one of them; once all are, the rows are right."""
    contract = _only_totals()
    told = []
    for number in range(1, 31):
        _list(contract, f"第{number}厂", 19)
        told.append(_told())
    assert told == [(30, 600)] * 29 + [(30, 570)]


def test_a_firm_listed_by_one_of_two_contracts_of_an_area_is_one_of_its_firms(office: Office) -> None:
    _only_totals()
    _list(_only_totals(covered_workers=620), "甲厂", 20)
    assert _told() == (30, 620)


def test_a_listed_firm_that_closed_is_no_longer_one_of_the_thirty(office: Office) -> None:
    unit = make_enterprise(name="甲厂", employee_count=99)
    _list(_only_totals(), "甲厂", 20)
    _close(unit, date(2011, 5, 4))
    assert _told() == (29, 580)


def test_whoever_lists_the_first_of_many_is_told_that_the_rest_still_counts(office: Office) -> None:
    contract = _only_totals()
    row = ContractCoverage(contract=contract, employer="甲厂", workers=20)
    told = [problem.sentence for problem in judging.problems(COVERED, row)]
    assert told == ["合同上填的是覆盖 30 家，没有列出的仍按合计数计入，请逐家列全或更正合计"]
    keeping.save(COVERED, row)
    second = ContractCoverage(contract=contract, employer="乙厂", workers=20)
    assert judging.problems(COVERED, second) == []


def test_two_contracts_of_one_area_tell_of_the_same_firms(office: Office) -> None:
    _only_totals(covered_workers=600)
    _only_totals(covered_workers=620)
    assert _told() == (30, 620)


def _close(unit: Enterprise, day: date | None) -> None:
    unit = Enterprise.get_by_id(unit.id)
    keeping.assign(unit, {"business_status": "注销", "closed_on": day})
    keeping.save(ENTERPRISES, unit)


@pytest.mark.parametrize(
    ("closed", "covered"),
    [(date(2012, 1, 1), (2, 90)), (END_OF_2011, (1, 30)), (date(2010, 5, 4), (1, 30)), (None, (1, 30))],
)
def test_the_contract_of_a_firm_that_closed_does_not_stand(
    office: Office, closed: date | None, covered: tuple[int, int]
) -> None:
    """Nor does its row in the contract of an area; up to the day of closing both do."""
    unit = make_enterprise(name="甲厂", employee_count=99)
    make_contract(employer="甲厂", covered_workers=60, covered_women=0)
    make_area(("甲厂", 50), ("乙厂", 30))
    _close(unit, closed)
    assert _told() == covered
