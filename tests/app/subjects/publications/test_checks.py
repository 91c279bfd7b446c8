"""The rules of titles, orders, hand-outs and quotas, one by one (domain 9.2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.publications.records import Periodical
from app.subjects.publications.register import DISTRIBUTIONS, PUBLICATIONS, QUOTAS, SUBSCRIPTIONS
from tests.factories.publications import (
    make_distribution,
    make_quota,
    make_subscription,
    make_title,
    new_distribution,
    new_quota,
    new_subscription,
)
from tests.helpers.problems import blocked, warned


def test_a_complete_order_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    order = new_subscription(make_title())
    assert blocked(SUBSCRIPTIONS, order) == {}
    assert warned(SUBSCRIPTIONS, order) == {}


def test_a_title_is_entered_once(office: Office) -> None:
    make_title(name="劳动报", post_code="3-4")
    assert "已登记" in blocked(PUBLICATIONS, Periodical(name="劳动报"))["name"]
    assert "“劳动报”" in blocked(PUBLICATIONS, Periodical(name="主人", post_code="3-4"))["post_code"]
    assert blocked(PUBLICATIONS, Periodical(name="主人", post_code="3-5")) == {}


def test_a_title_in_the_recycle_bin_is_free(office: Office) -> None:
    keeping.to_bin(PUBLICATIONS, [make_title(name="劳动报").id])
    assert blocked(PUBLICATIONS, Periodical(name="劳动报")) == {}


def test_nobody_orders_hands_out_or_asks_for_no_copies(office: Office) -> None:
    title = make_title()
    assert blocked(SUBSCRIPTIONS, new_subscription(title, copies=0))["copies"] == "至少 1 份"
    assert blocked(DISTRIBUTIONS, new_distribution(title, copies=0))["copies"] == "至少 1 份"
    assert blocked(QUOTAS, new_quota(title, copies=0))["copies"] == "至少 1 份"


def test_a_second_order_of_a_unit_for_the_year_is_doubtful(office: Office) -> None:
    title = make_title()
    make_subscription(title)
    assert "已登记征订 110 份" in warned(SUBSCRIPTIONS, new_subscription(title))["unit"]
    for other in ({"year": 2012}, {"unit": "有司建筑公司工会"}, {"mode": "赠阅", "unit_price": 0}):
        assert "unit" not in warned(SUBSCRIPTIONS, new_subscription(title, **other))
    assert "unit" not in warned(SUBSCRIPTIONS, new_subscription(make_title()))


def test_an_order_without_a_price_is_doubtful(office: Office) -> None:
    title = make_title()
    assert "unit_price" in warned(SUBSCRIPTIONS, new_subscription(title, unit_price=None))
    assert warned(SUBSCRIPTIONS, new_subscription(title, unit_price=None, mode="派发")) == {}


def test_a_price_other_than_the_titles_is_doubtful(office: Office) -> None:
    order = new_subscription(make_title(yearly_price=294_00), unit_price=290_00)
    assert "全年定价 294.00 元" in warned(SUBSCRIPTIONS, order)["unit_price"]


def test_a_gift_costs_nothing(office: Office) -> None:
    title = make_title()
    assert "unit_price" in blocked(SUBSCRIPTIONS, new_subscription(title, mode="赠阅", unit_price=1))
    assert blocked(SUBSCRIPTIONS, new_subscription(title, mode="赠阅", unit_price=0)) == {}


def test_the_amount_is_copies_times_price(office: Office) -> None:
    assert make_subscription(make_title(yearly_price=294_00), copies=17, unit_price=294_00).amount == 4998_00


@pytest.mark.parametrize(
    ("year", "doubtful"), [(2008, True), (2009, False), (2010, False), (2011, False), (2012, True)]
)
def test_a_year_far_from_its_day_is_doubtful(office: Office, year: int, doubtful: bool) -> None:
    title = make_title()
    given = new_distribution(title, year=year, given_on=date(2010, 12, 30))
    assert ("year" in warned(DISTRIBUTIONS, given)) == doubtful
    order = new_subscription(title, year=year, ordered_on=date(2010, 12, 15))
    assert ("year" in warned(SUBSCRIPTIONS, order)) == doubtful


def test_no_more_is_handed_out_than_came(office: Office) -> None:
    title = make_title()
    make_subscription(title, copies=5)
    make_distribution(title, copies=3)
    assert warned(DISTRIBUTIONS, new_distribution(title, copies=2)) == {}
    told = warned(DISTRIBUTIONS, new_distribution(title, copies=3))["copies"]
    assert "订数 5 份，连同这次已派发 6 份" in told
    assert "copies" in warned(DISTRIBUTIONS, new_distribution(title, copies=1, year=2010))


def test_a_kept_hand_out_is_not_counted_twice(office: Office) -> None:
    title = make_title()
    make_subscription(title, copies=3)
    given = make_distribution(title, copies=3)
    assert warned(DISTRIBUTIONS, given) == {}
    given.copies = 4
    assert "已派发 4 份" in warned(DISTRIBUTIONS, given)["copies"]


def test_copies_are_not_handed_out_in_the_future(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    given = new_distribution(make_title(), given_on=tomorrow, year=tomorrow.year)
    assert "given_on" in blocked(DISTRIBUTIONS, given)


def test_who_signed_has_a_name(office: Office) -> None:
    title = make_title()
    assert "receiver" in blocked(DISTRIBUTIONS, new_distribution(title, signed=True))
    assert blocked(DISTRIBUTIONS, new_distribution(title, signed=True, receiver="周永福")) == {}


def test_a_title_has_one_quota_a_year(office: Office) -> None:
    title = make_title()
    make_quota(title)
    assert "已登记" in blocked(QUOTAS, new_quota(title))["year"]
    assert blocked(QUOTAS, new_quota(title, year=2012)) == {}
    assert blocked(QUOTAS, new_quota(make_title())) == {}
