"""The rules of labour-contract head counts (domain 6.3 and 6.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.contracts.headcounts.register import HEADCOUNTS
from tests.factories.contracts import make_count, new_count
from tests.factories.people import make_enterprise
from tests.helpers.problems import blocked, warned


def test_a_complete_count_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    assert blocked(HEADCOUNTS, new_count()) == {}
    assert warned(HEADCOUNTS, new_count()) == {}


@pytest.mark.parametrize("name", ["employer", "counted_on", "labor_contracts"])
def test_a_count_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    assert name in blocked(HEADCOUNTS, new_count(**{name: None}))


def test_the_three_kinds_add_up_and_services_are_apart(office: Office) -> None:
    counted = make_count(labor_contracts=80, service_contracts=12, service_agreements=3, unsigned=5)
    assert (counted.services, counted.signed) == (15, 95)


def test_a_unit_is_counted_once_a_day(office: Office) -> None:
    first = make_count()
    again = {"employer": first.employer}
    assert "counted_on" in blocked(HEADCOUNTS, new_count(**again))
    assert blocked(HEADCOUNTS, new_count(**again, counted_on=date(2010, 11, 30))) == {}
    assert blocked(HEADCOUNTS, first) == {}


def test_nobody_is_counted_in_the_future(office: Office) -> None:
    counted = new_count(counted_on=date.today() + timedelta(days=1))
    assert blocked(HEADCOUNTS, counted) == {"counted_on": "在今天之后，请核对"}


@pytest.mark.parametrize(("migrants", "allowed"), [(100, True), (101, False)])
def test_migrant_workers_are_some_of_those_counted(office: Office, migrants: int, allowed: bool) -> None:
    problems = blocked(HEADCOUNTS, new_count(unsigned=5, migrants=migrants))
    assert ("migrants" in problems) == (not allowed)


def test_a_count_of_nobody_is_doubtful(office: Office) -> None:
    counted = new_count(labor_contracts=0, service_contracts=0, service_agreements=0)
    assert warned(HEADCOUNTS, counted).keys() == {"labor_contracts"}


@pytest.mark.parametrize(
    ("labor", "unsigned", "doubtful"),
    [(120, 0, set()), (121, 0, {"labor_contracts"}), (110, 10, set()), (110, 11, {"unsigned"})],
)
def test_services_counted_as_labour_contracts_are_doubtful(
    office: Office, labor: int, unsigned: int, doubtful: set[str]
) -> None:
    unit = make_enterprise(employee_count=120)
    counted = new_count(employer=unit.name, labor_contracts=labor, service_contracts=40, unsigned=unsigned)
    assert warned(HEADCOUNTS, counted).keys() == doubtful
