"""The printed list of any register: what a period chooses, and what stands above it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.office import Office
from app.papers import list_of
from app.registry import find_register, owners_of, registers
from app.rules.periods import custom, year
from app.subjects.members.membership.records import DuesPayment
from tests.factories.people import make_enterprise, make_member
from tests.factories.publications import make_quota, make_subscription, make_title
from tests.helpers.paper import print_out


def test_what_is_kept_by_the_year_is_chosen_by_its_year_and_not_by_the_day_it_was_entered(
    office: Office, tmp_path: Path
) -> None:
    title = make_title(name="劳动报")
    make_subscription(title, year=2011, copies=110, ordered_on=date(2010, 12, 15))
    make_subscription(title, year=2012, copies=97, ordered_on=date(2011, 12, 15))
    paper = print_out(tmp_path, "publications.subscriptions.list", period=year(2011))
    assert "共 1 条" in paper.text
    assert "110" in paper.text
    assert "97" not in paper.text


def test_a_year_is_told_whole_where_only_part_of_it_was_asked_for(office: Office, tmp_path: Path) -> None:
    make_quota(make_title(), year=2011)
    make_quota(make_title(), year=2010)
    half = custom(date(2011, 1, 1), date(2011, 6, 30))
    text = print_out(tmp_path, "publications.quotas.list", period=half).text
    assert "共 1 条" in text
    assert "2011年度" in text
    assert "6月30日" not in text


def test_a_list_of_rows_says_whose_each_of_them_is(office: Office, tmp_path: Path) -> None:
    """A month's dues without a name, a family without its household: nobody could use such a list."""
    member = make_member(name="仇志明")
    DuesPayment.create(member=member, month="2011-04", due=20_00, paid=20_00, paid_on=date(2011, 4, 5))
    text = print_out(tmp_path, "members.dues.list").text
    assert "序号 会员 所属年月" in text
    assert "仇志明" in text


@pytest.mark.parametrize("key", [one.key for one in registers() if owners_of(one)])
def test_every_list_of_rows_has_the_column_of_their_owner(key: str) -> None:
    register = find_register(key)
    required = [child.owner for _, child in owners_of(register) if child.owner.required]
    shown = [column.field for column in list_of(register).columns]
    assert all(any(field is owner for field in shown) for owner in required)


def test_a_list_that_no_period_chooses_from_does_not_bear_one(office: Office, tmp_path: Path) -> None:
    make_enterprise()
    assert "期间" not in print_out(tmp_path, "unions.enterprises.list", period=year(2009)).text
