"""Whom a contract covers, and how many (domain 6.3 and 6.6)."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.subjects.contracts.collective.register import CONTRACTS, COVERED
from tests.factories.contracts import make_area, make_contract, new_contract, new_row
from tests.factories.people import make_enterprise
from tests.helpers.problems import blocked, warned


def test_women_are_some_of_the_workers(office: Office) -> None:
    contract = new_contract(covered_workers=50, covered_women=51)
    assert blocked(CONTRACTS, contract) == {"covered_women": "多于覆盖职工数 50 人，请核对"}
    assert blocked(CONTRACTS, new_contract(covered_workers=50, covered_women=50)) == {}


def test_a_womens_contract_has_women(office: Office) -> None:
    kind = "女职工权益保护专项集体合同"
    assert "covered_women" in blocked(CONTRACTS, new_contract(kind=kind, covered_women=0))
    assert blocked(CONTRACTS, new_contract(kind=kind, covered_women=1)) == {}
    assert blocked(CONTRACTS, new_contract(covered_women=0)) == {}


@pytest.mark.parametrize(("units", "allowed"), [(0, False), (1, True), (2, False)])
def test_an_enterprises_contract_covers_itself_only(office: Office, units: int, allowed: bool) -> None:
    problems = blocked(CONTRACTS, new_contract(covered_enterprises=units))
    assert ("covered_enterprises" in problems) == (not allowed)


@pytest.mark.parametrize(("workers", "doubtful"), [(120, False), (121, True)])
def test_more_workers_covered_than_the_enterprise_has_are_doubtful(
    office: Office, workers: int, doubtful: bool
) -> None:
    unit = make_enterprise(employee_count=120)
    contract = new_contract(status="到期", employer=unit.name, covered_workers=workers)
    assert ("covered_workers" in warned(CONTRACTS, contract)) == doubtful
    row = new_row(make_area(), unit.name, workers)
    assert ("workers" in warned(COVERED, row)) == doubtful


def test_the_rows_of_an_area_agree_with_its_totals(office: Office) -> None:
    contract = make_area(("甲厂", 20), ("乙厂", 30), status="到期")
    assert warned(CONTRACTS, contract) == {}
    contract.covered_enterprises, contract.covered_workers = 3, 51
    assert warned(CONTRACTS, contract) == {
        "covered_enterprises": "“覆盖企业”中共 2 家，没有列全的按合计数计，请补齐或更正",
        "covered_workers": "“覆盖企业”中共 50 人，没有列全的按合计数计，请补齐或更正",
    }


def test_a_unit_stands_once_in_a_contract(office: Office) -> None:
    contract = make_area(("甲厂", 20))
    assert "已在这份合同中" in blocked(COVERED, new_row(contract, "甲厂"))["employer"]
    assert blocked(COVERED, new_row(contract, "乙厂")) == {}
    assert blocked(COVERED, new_row(make_area(), "甲厂")) == {}


def test_a_unit_is_known_under_its_short_name(office: Office) -> None:
    make_enterprise(name="上海有司建筑有限公司", short_name="有司建筑", employee_count=99)
    contract = make_area(("有司建筑", 20))
    assert "employer" in blocked(COVERED, new_row(contract, "上海有司建筑有限公司"))


def test_an_enterprises_contract_has_no_other_row(office: Office) -> None:
    contract = make_contract()
    assert "只覆盖签约单位本身" in blocked(COVERED, new_row(contract, "甲厂"))["employer"]


def test_women_of_a_row_are_some_of_its_workers(office: Office) -> None:
    contract = make_area()
    assert "women" in blocked(COVERED, new_row(contract, "甲厂", 10, women=11))
    assert blocked(COVERED, new_row(contract, "甲厂", 10, women=10)) == {}


def test_a_unit_under_an_area_and_its_own_contract_is_told_to_count_once(office: Office) -> None:
    own = make_contract(employer="甲厂")
    problems = warned(COVERED, new_row(make_area(), "甲厂"))
    assert problems == {"employer": f"同期的{own.contract_no}也覆盖这家企业，统计时只计一次"}


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "工资专项集体合同", "end_on": date(2012, 3, 31)},
        {"start_on": date(2008, 4, 1), "end_on": date(2011, 3, 31)},
        {"status": "终止", "ended_on": date(2011, 6, 1), "end_reason": "歇业"},
    ],
)
def test_a_unit_under_another_kind_or_term_is_not_counted_twice(
    office: Office, other: dict[str, object]
) -> None:
    make_contract(employer="甲厂", **other)
    assert warned(COVERED, new_row(make_area(), "甲厂")) == {}


def test_a_closed_enterprise_is_not_covered_any_more(office: Office) -> None:
    make_enterprise(name="歇业商店", business_status="歇业", employee_count=9)
    area = make_area()
    assert "不应再计入覆盖" in warned(COVERED, new_row(area, "歇业商店", workers=8))["enterprise"]
    over = make_area(status="到期", employer="别的大厦")
    assert "enterprise" not in warned(COVERED, new_row(over, "歇业商店", workers=8))
