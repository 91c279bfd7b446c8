"""Each rule of the cash book, and what is left after each line (domain 10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.office.cash.records import balance_before
from app.subjects.office.cash.register import CASH
from tests.factories.paperwork import make_entry, make_spending, new_entry, new_spending
from tests.helpers.problems import blocked, warned


def test_a_line_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    make_entry()
    for entry in (new_entry(), new_spending()):
        assert blocked(CASH, entry) == {}
        assert warned(CASH, entry) == {}


@pytest.mark.parametrize("amount", [0, -100])
def test_an_amount_is_more_than_nothing(office: Office, amount: int) -> None:
    told = blocked(CASH, new_entry(amount=amount))
    assert told == {"amount": "应大于 0；收或支请在“收/支”中选"}


def test_money_moved_by_today(office: Office) -> None:
    assert "booked_on" in blocked(CASH, new_entry(booked_on=date.today() + timedelta(days=1)))


@pytest.mark.parametrize(
    ("direction", "subject", "wrong"),
    [
        ("收", "会费收入", False),
        ("收", "上年结转", False),
        ("支", "会费收入", True),
        ("收", "维权支出", True),
        ("支", "维权支出", False),
    ],
)
def test_income_is_booked_as_income(office: Office, direction: str, subject: str, wrong: bool) -> None:
    told = blocked(CASH, new_entry(direction=direction, subject=subject, voucher_no="1"))
    assert ("subject" in told) == wrong


def test_a_balance_is_carried_over_once(office: Office) -> None:
    first = make_entry(subject="上年结转", booked_on=date(2010, 1, 1))
    assert warned(CASH, first) == {}
    assert "subject" in warned(CASH, new_entry(subject="上年结转", booked_on=date(2011, 1, 1)))


def test_spending_without_a_voucher_is_doubtful(office: Office) -> None:
    make_entry()
    assert warned(CASH, new_spending(voucher_no=None)).keys() == {"voucher_no"}


def test_a_voucher_booked_twice_is_doubtful(office: Office) -> None:
    make_entry()
    kept = make_spending()
    assert "voucher_no" in warned(CASH, new_spending())
    assert warned(CASH, new_spending(amount=200_00)) == {}
    assert warned(CASH, kept) == {}


@pytest.mark.parametrize(("amount", "too_much"), [(1_000_00, False), (1_000_01, True)])
def test_spending_more_than_there_is_is_doubtful_never_forbidden(
    office: Office, amount: int, too_much: bool
) -> None:
    make_entry()
    make_entry(booked_on=date(2011, 3, 9))  # comes too late
    entry = new_spending(amount=amount)
    assert blocked(CASH, entry) == {}
    assert warned(CASH, entry) == (
        {"amount": "记账后余额为 -0.01 元，请核对有没有漏记的收入"} if too_much else {}
    )


def test_spending_more_than_a_fund_has_is_doubtful(office: Office) -> None:
    make_entry()
    make_entry(fund="捐款", subject="捐款收入", amount=200_00)
    assert "“捐款”资金记账后为 -100.00 元" in warned(CASH, new_spending(fund="捐款"))["fund"]
    assert warned(CASH, new_spending(fund="会费")) == {}


def test_each_line_tells_what_was_left_after_it(office: Office) -> None:
    late = make_spending(booked_on=date(2011, 3, 10), amount=50_00)
    first = make_entry()
    second = make_spending()
    assert [one.balance for one in (first, second, late)] == ["1,000.00", "700.00", "650.00"]
    assert balance_before(date(2011, 3, 10)) == 700_00
    assert new_entry().balance == ""


def test_a_line_in_the_bin_changes_what_was_left(office: Office) -> None:
    first, second = make_entry(), make_spending()
    keeping.to_bin(CASH, [first.id])
    assert second.balance == "-300.00"
