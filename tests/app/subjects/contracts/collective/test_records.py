"""Which contracts are in force on a day, and whom they cover together (domain 6.5 and 6.6)."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    RenewalLead,
    in_force,
    lead_of,
)
from app.subjects.contracts.collective.register import CONTRACTS, RENEWAL_LEADS
from tests.factories.contracts import make_contract
from tests.factories.unions import make_independent, make_union

END_OF_2011 = date(2011, 12, 31)


def _in_force(day: date = END_OF_2011) -> list[CollectiveContract]:
    return list(in_force(day))


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2011, 3, 28), False),  # effective, but the term begins in April
        (date(2011, 4, 1), True),
        (date(2014, 3, 31), True),
        (date(2014, 4, 1), False),
    ],
)
def test_a_contract_is_in_force_within_its_term(office: Office, day: date, counted: bool) -> None:
    make_contract(start_on=date(2011, 4, 1), end_on=date(2014, 3, 31))
    assert bool(_in_force(day)) == counted


def test_a_contract_that_is_not_effective_yet_does_not_count(office: Office) -> None:
    make_contract(status="已报送", effective_on=None, review_result=None)
    assert _in_force() == []


@pytest.mark.parametrize("status", ["到期", "续签"])
def test_what_became_of_a_contract_later_does_not_change_the_past(office: Office, status: str) -> None:
    make_contract(status=status)
    assert len(_in_force()) == 1


@pytest.mark.parametrize(("ended", "counted"), [(date(2011, 12, 31), False), (date(2012, 1, 1), True)])
def test_a_contract_ended_early_counts_up_to_that_day(office: Office, ended: date, counted: bool) -> None:
    make_contract(status="终止", ended_on=ended, end_reason="企业歇业")
    assert bool(_in_force()) == counted


def test_a_contract_in_the_recycle_bin_does_not_count(office: Office) -> None:
    keeping.to_bin(CONTRACTS, [make_contract().id])
    assert _in_force() == []


def test_renewal_is_due_ninety_days_ahead_and_sixty_for_wages_unless_set(office: Office) -> None:
    assert (lead_of("集体合同"), lead_of("工资专项集体合同")) == (90, 60)
    keeping.save(RENEWAL_LEADS, RenewalLead(kind="工资专项集体合同", days=45))
    assert (lead_of("集体合同"), lead_of("工资专项集体合同")) == (90, 45)


def test_a_contract_is_called_by_its_sides_year_kind_and_number(office: Office) -> None:
    contract = make_contract(employer="甲厂")
    assert str(contract) == f"甲厂2011年集体合同（{contract.contract_no}）"


@pytest.mark.parametrize("written", ["有司建筑公司工会委员会", "有司建筑公司工会"])
def test_a_contract_leads_to_the_union_that_signed_it(office: Office, written: str) -> None:
    union = make_independent(name="有司建筑公司工会委员会")
    assert make_contract(union_name=written).union == union


def test_a_union_that_nobody_or_two_may_be_is_left_as_it_is_written(office: Office) -> None:
    make_union(name="祥和大厦工会联合会")
    make_union(name="祥和大厦工会委员会")
    assert make_contract(union_name="祥和大厦工会").union is None
    assert make_contract(union_name="祥和大厦职工代表").union is None
    union = make_contract(union_name="祥和大厦工会联合会").union
    assert union is not None
    assert union.name == "祥和大厦工会联合会"


def test_a_union_registered_later_takes_its_contracts_over(office: Office) -> None:
    contract = make_contract(union_name="有司建筑公司工会")
    assert contract.union is None
    union = make_independent(name="有司建筑公司工会委员会")
    assert CollectiveContract.get_by_id(contract.id).union == union
