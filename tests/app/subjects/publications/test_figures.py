"""Figures of newspapers and journals (domain 9.2 and 11.2, F082 to F089)."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.wording import explain
from app.registry import find_figure
from app.rules.periods import custom, year
from app.subjects.publications import figures as publications
from app.subjects.publications.records import Periodical, Subscription
from tests.factories.publications import make_distribution, make_quota, make_subscription, make_title
from tests.helpers.figures import YEAR, Case, Expected, hold, of_subject

_ORDERS = "FROM subscription WHERE deleted_at IS NULL AND year = 2011"
_QUOTAS = "FROM subscription_quota WHERE deleted_at IS NULL AND year = 2011"
_GIVEN = "FROM distribution WHERE deleted_at IS NULL AND year = 2011"
SAMPLE: Expected = {
    "报刊征订": 166,
    "报刊征订方式": 166,
    "征订报刊种数": 7,
    "报刊征订金额": f"SELECT SUM(copies * unit_price) {_ORDERS}",
    "报刊征订任务": f"SELECT SUM(copies) {_QUOTAS}",
    "任务内征订": f"SELECT SUM(copies) {_ORDERS} AND periodical_id IN (SELECT periodical_id {_QUOTAS})",
    "征订任务完成率": 1000,
    "完成征订任务报刊": 7,
    "未完成征订任务报刊": 0,
    "报刊派发": f"SELECT SUM(copies) {_GIVEN}",
    "报刊领取单位": f"SELECT COUNT(DISTINCT unit) {_GIVEN}",
}
BY_TITLE = {  # F082 to F088
    "劳动报": 110,
    "工人日报": 17,
    "上海工运": 12,
    "工会理论研究": 1,
    "中国工会财务": 2,
    "民管信息资料": 20,
    "主人": 4,
}
_OTHER_YEAR = {"year": 2012}


def _asked(copies: int = 110) -> Periodical:
    make_quota(title := make_title(name="劳动报"), copies=copies)
    return title


def _order(title: Periodical, **values: object) -> Subscription:
    return make_subscription(title, **values)


CASES = (
    Case(
        _order,
        _OTHER_YEAR,
        {
            "报刊征订": 110,
            "报刊征订方式": 110,
            "征订报刊种数": 1,
            "报刊征订金额": 110 * 180_00,
            "任务内征订": 110,
            "征订任务完成率": 1000,
            "完成征订任务报刊": 1,
            "未完成征订任务报刊": 0,
        },
        before=_asked,
    ),
    Case(
        _order,
        _OTHER_YEAR,
        {"征订任务完成率": 917},
        before=lambda: _asked(120),
        same=("完成征订任务报刊", "未完成征订任务报刊"),
    ),
    Case(
        lambda _, **values: make_subscription(make_title(), **values),
        _OTHER_YEAR,
        {"报刊征订": 110},
        before=_asked,
        same=("任务内征订", "征订任务完成率"),
    ),
    Case(
        make_quota,
        _OTHER_YEAR,
        {"报刊征订任务": 110},
        before=make_title,
    ),
    Case(
        make_distribution,
        _OTHER_YEAR,
        {"报刊派发": 2, "报刊领取单位": 1},
        before=make_title,
    ),
)

test_sample, test_following, test_complete, test_explained = hold(publications, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
def test_the_last_day_of_a_period_says_whose_year_it_shows() -> None:
    for number in (2010, 2011, 2012):
        make_quota(title := make_title(), year=number)
        make_subscription(title, year=number, copies=number, ordered_on=date(number - 1, 12, 15))
        make_distribution(title, year=number, copies=number)
    for figure in of_subject(publications):
        numbers = [figure.number(year(number)) for number in (2010, 2011, 2012)]
        eve, morrow = (
            custom(date(2010, 12, 1), date(2010, 12, 31)),
            custom(date(2011, 12, 31), date(2012, 1, 1)),
        )
        across = custom(date(2010, 12, 31), date(2011, 1, 1))
        assert [figure.number(period) for period in (eve, across, morrow)] == numbers, figure.label
    assert [find_figure("报刊征订").number(year(number)) for number in (2010, 2011, 2012)] == [
        2010,
        2011,
        2012,
    ]


@pytest.mark.usefixtures("open_sample")
def test_the_seeds_copies_by_title() -> None:
    parts = find_figure("报刊征订").parts
    assert {part.label.partition("·")[2]: part.number(YEAR) for part in parts} == BY_TITLE


@pytest.mark.usefixtures("office")
def test_a_title_that_came_later_is_a_part_at_once() -> None:
    copies = find_figure("报刊征订")
    assert copies.part("主人") is None
    make_subscription(make_title(name="主人"), copies=4)
    assert find_figure("报刊征订·主人").number(YEAR) == 4


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("报刊征订·主人"), YEAR) == (
        "4 份 = 年度为2011、报刊为主人的征订的份数合计；按征订年度，取期间末日所在的年度"
    )
    assert explain(find_figure("完成征订任务报刊"), YEAR) == "7 种 = 2011年度的订数达到任务数的报刊数"
