"""What collective contracts ask for, and when (domain 6.2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.contracts.collective.due import contracts_due
from app.subjects.contracts.collective.records import RenewalLead
from app.subjects.contracts.collective.register import CONTRACTS, RENEWAL_LEADS
from tests.factories.contracts import make_contract

END = date(2014, 3, 31)
WAGE = "工资专项集体合同"


def _said(today: date) -> list[tuple[str, int]]:
    return [(due.text, due.days) for due in contracts_due(today)]


@pytest.mark.parametrize(
    ("kind", "days", "due"),
    [
        ("集体合同", 91, False),
        ("集体合同", 90, True),
        ("女职工权益保护专项集体合同", 90, True),
        (WAGE, 61, False),
        (WAGE, 60, True),
        ("集体合同", 0, True),
        ("集体合同", -5, True),
    ],
)
def test_renewal_is_due_some_time_before_the_end(office: Office, kind: str, days: int, due: bool) -> None:
    contract = make_contract(kind=kind, employer="甲厂", end_on=END)
    said = list(contracts_due(END - timedelta(days=days)))
    assert [(due.text, due.record_id, due.days) for due in said] == (
        [(f"合同到期：甲厂2011年{kind}，请商议续签", contract.id, days)] if due else []
    )


def test_the_office_sets_how_long_before(office: Office) -> None:
    keeping.save(RENEWAL_LEADS, RenewalLead(kind="集体合同", days=10))
    make_contract(end_on=END)
    assert _said(END - timedelta(days=11)) == []
    assert len(_said(END - timedelta(days=10))) == 1


@pytest.mark.parametrize("status", ["到期", "续签", "终止"])
def test_what_is_over_is_not_due(office: Office, status: str) -> None:
    ended = {"ended_on": date(2012, 1, 1), "end_reason": "歇业"} if status == "终止" else {}
    make_contract(status=status, end_on=END, **ended)
    assert _said(END) == []


def test_a_contract_that_was_renewed_is_not_due(office: Office) -> None:
    before = make_contract(end_on=END)
    following = make_contract(
        renewed_from=before, start_on=END + timedelta(days=1), end_on=END + timedelta(days=1000)
    )
    assert _said(END) == []
    keeping.to_bin(CONTRACTS, [following.id])
    assert len(_said(END)) == 1


@pytest.mark.parametrize(("days", "left"), [(0, 10), (10, 0), (13, -3)])
def test_a_signed_contract_is_to_be_filed_within_ten_days(office: Office, days: int, left: int) -> None:
    make_contract(
        employer="甲厂", status="已签订", signed_on=date(2011, 3, 8), filed_on=None, effective_on=None,
        review_result=None,
    )  # fmt: skip
    today = date(2011, 3, 8) + timedelta(days=days)
    assert _said(today) == [("集体合同报送：甲厂2011年集体合同，签订后10日内", left)]


@pytest.mark.parametrize(("days", "left"), [(7, None), (8, 7), (15, 0), (20, -5)])
def test_the_review_is_over_after_fifteen_days(office: Office, days: int, left: int | None) -> None:
    make_contract(
        employer="甲厂", status="已报送", filed_on=date(2011, 3, 15), effective_on=None, review_result=None
    )
    said = _said(date(2011, 3, 15) + timedelta(days=days))
    assert said == ([] if left is None else [("审查期满：甲厂2011年集体合同，请登记审查结果", left)])


def test_what_is_in_the_recycle_bin_is_not_due(office: Office) -> None:
    keeping.to_bin(CONTRACTS, [make_contract(end_on=END).id])
    assert _said(END) == []
