"""A list put together by a column: how many there are of each, and what they add up to."""

from __future__ import annotations

from datetime import date

import pytest

from app import grouping, listing
from app.grouping import Group
from app.listing import Criteria
from app.office import Office
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.funds.register import FUND_INCOMES
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_fund, make_member


@pytest.fixture
def funds(office: Office) -> list[FundIncome]:
    """Four amounts that came in on three days of two months."""
    days = (date(2011, 3, 1), date(2011, 3, 31), date(2011, 1, 5), date(2011, 3, 1))
    return [make_fund(100_00 * (n + 1), received_on=day) for n, day in enumerate(days)]


def test_days_are_put_together_by_month_and_added_up(funds: list[FundIncome]) -> None:
    found = grouping.groups(FUND_INCOMES, Criteria(), FundIncome.received_on, FUND_INCOMES.columns)
    assert [(one.title, one.count, one.sums) for one in found] == [
        ("2011年1月", 1, (300_00,)),
        ("2011年3月", 3, (100_00 + 200_00 + 400_00,)),
    ]


def test_the_records_of_a_group_are_told(funds: list[FundIncome]) -> None:
    _january, march = grouping.groups(FUND_INCOMES, Criteria(), FundIncome.received_on, FUND_INCOMES.columns)
    told = grouping.ids_of(FUND_INCOMES, Criteria(), FundIncome.received_on, march)
    assert set(told) == {funds[0].id, funds[1].id, funds[3].id}


def test_only_what_the_list_shows_is_put_together(office: Office) -> None:
    for name, group in (("王芳", "一组"), ("王强", "一组"), ("王军", "二组"), ("李敏", "一组")):
        make_member(name=name, group_name=group)
    found = grouping.groups(MEMBERS, Criteria(search="王"), Member.group_name, ())
    assert found == [Group("一组", "一组", 2, ()), Group("二组", "二组", 1, ())]


def test_what_is_not_filled_in_is_a_group_of_its_own_and_the_last(office: Office) -> None:
    for group in (None, None, "二组"):
        make_member(group_name=group)
    found = grouping.groups(MEMBERS, Criteria(), Member.group_name, ())
    assert [(one.title, one.count) for one in found] == [("二组", 1), ("（未填）", 2)]
    assert len(grouping.ids_of(MEMBERS, Criteria(), Member.group_name, found[1])) == 2


def test_terms_come_in_their_own_order(office: Office) -> None:
    for sex in ("女", "女", "男"):
        make_member(sex=sex)
    found = grouping.groups(MEMBERS, Criteria(), Member.sex, ())
    assert [one.title for one in found] == list(Member.sex.offered)


def test_of_what_is_hidden_there_are_no_groups() -> None:
    assert not grouping.can_group(Member.id_number)
    assert grouping.can_group(Member.sex)


def test_a_selection_of_many_more_than_a_statement_has_variables_is_summed_up(office: Office) -> None:
    fund = make_fund(250_00)
    chosen = Criteria(only=(fund.id, *range(10_000, 400_000)))
    assert listing.summary(FUND_INCOMES, chosen, 1).endswith("250.00")
