"""Orders, orders against quotas, and hand-outs on paper (domain 9.2)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.office import Office
from app.printing.layout import PrintRequest
from app.printing.prints import number_chosen
from app.registry import find_print
from app.rules.periods import year
from tests.factories.publications import make_distribution, make_quota, make_subscription, make_title
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows


def _orders() -> None:
    daily, monthly = make_title(name="劳动报"), make_title(name="主人", kind="刊")
    make_quota(daily, copies=110)
    make_subscription(daily, copies=100, unit_price=216_00)
    make_subscription(daily, copies=5, unit_price=0, mode="赠阅")
    make_subscription(monthly, copies=4, unit_price=72_00)
    make_distribution(daily, copies=60, unit="有司建筑公司工会")


def test_orders_are_added_up_in_words(office: Office, tmp_path: Path) -> None:
    _orders()
    text = print_out(tmp_path, "publications.orders").text
    assert "¥21,888.00" in text
    assert "人民币贰万壹仟捌佰捌拾捌元整" in text
    assert "共 109 份" in text


@pytest.mark.parametrize(("key", "number"), [("publications.orders", 2), ("publications.hand_outs", 1)])
def test_of_the_titles_listed_so_many_are_told_as_have_something_to_print(
    key: str, number: int, office: Office
) -> None:
    _orders()
    ids = tuple(row for (row,) in rows(office.path, "SELECT id FROM periodical"))
    assert number_chosen(find_print(key), PrintRequest(date(2011, 12, 31), ids=ids)) == number


def test_orders_stand_against_what_was_asked_for(office: Office, tmp_path: Path) -> None:
    _orders()
    text = print_out(tmp_path, "publications.orders_summary").text
    assert "1 劳动报 报 110 105 95.5% 5 60" in text
    assert "2 主人 刊 0 4 — 0 0" in text
    assert "\n合计 110 109 95.5% 5 60" in text
    (counted,) = rows(office.path, "SELECT SUM(copies) FROM subscription")
    assert counted == (109,)


def test_a_year_without_orders_has_no_sheet(office: Office, tmp_path: Path) -> None:
    _orders()
    title = make_title(name="工人日报")
    make_subscription(title, year=2012, copies=17)
    paper = print_out(tmp_path, "publications.orders_summary", period=year(2012))
    assert len(paper.pages) == 1
    assert "工人日报" in paper.text
    assert "劳动报" not in paper.text


def test_hand_outs_are_listed_by_unit_with_room_to_sign(office: Office, tmp_path: Path) -> None:
    _orders()
    text = print_out(tmp_path, "publications.hand_outs").text
    assert "有司建筑公司工会 劳动报 60" in text
    assert "签收" in text
