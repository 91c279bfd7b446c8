"""Figures of the annual statistics returns (domain 9.1 and 11.2, F079 to F081)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.figures.wording import explain
from app.records.base import Record
from app.registry import find_figure
from app.rules.periods import custom, statistics_year, year
from app.subjects.publications.returns import figures as returns
from tests.factories.publications import make_entered_return, make_missing_return, make_return
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, of_subject, sums_hold

_ALL = "FROM annual_return WHERE deleted_at IS NULL AND year = 2011"
_ENTERED = f"{_ALL} AND status = '已录入国家软件'"
SAMPLE: Expected = {
    "应报年报": f"SELECT COUNT(*) {_ALL}",
    "已收年报": f"SELECT COUNT(*) {_ALL} AND received_on IS NOT NULL",
    "已录入年报": 985,
    "期内录入年报": f"SELECT COUNT(*) FROM annual_return WHERE deleted_at IS NULL AND entered_on {IN}",
    "未报年报": f"SELECT COUNT(*) {_ALL} AND status = '未报'",
    "退回年报": f"SELECT COUNT(*) {_ALL} AND status = '退回修改'",
    "年报录入率": 1000,
    "年报独立工会": 111,
    "年报联合工会": 874,
    "年报其他工会": 0,
    "年报涵盖单位": f"SELECT SUM(covered_units) {_ENTERED}",
    "年报职工": f"SELECT SUM(workers) {_ENTERED}",
    "年报女职工": f"SELECT SUM(women_workers) {_ENTERED}",
    "年报农民工": f"SELECT SUM(migrant_workers) {_ENTERED}",
    "年报会员": f"SELECT SUM(members) {_ENTERED}",
    "年报女会员": f"SELECT SUM(women_members) {_ENTERED}",
    "年报农民工会员": f"SELECT SUM(migrant_members) {_ENTERED}",
}
_HEADS = {"women_workers": 40, "migrant_workers": 30, "women_members": 35, "migrant_members": 25}


def _of(maker: Callable[..., Record], **usual: Any) -> Callable[..., Record]:  # noqa: ANN401  # as what they are handed to takes them
    return lambda _, **values: maker(**(usual | values))


_OTHER_YEAR = {"year": 2010}
CASES = (
    Case(
        _of(make_entered_return, **_HEADS),
        _OTHER_YEAR,
        {
            "应报年报": 2,
            "已收年报": 1,
            "已录入年报": 1,
            "年报录入率": 500,
            "年报独立工会": 1,
            "年报职工": 100,
            "年报女职工": 40,
            "年报农民工": 30,
            "年报会员": 80,
            "年报女会员": 35,
            "年报农民工会员": 25,
        },
        before=make_missing_return,
        same=("未报年报", "年报联合工会"),
    ),
    Case(_of(make_entered_return), {"entered_on": date(2012, 1, 4)}, {"期内录入年报": 1}, edges=(YEAR.last,)),
    Case(_of(make_return), _OTHER_YEAR, {"已收年报": 1}, same=("已录入年报", "年报职工")),
    Case(_of(make_missing_return), _OTHER_YEAR, {"未报年报": 1}, same=("已收年报",)),
    Case(
        _of(make_return, status="退回修改", check_result="有问题", check_note="人数不符"),
        _OTHER_YEAR,
        {"退回年报": 1, "已收年报": 1},
    ),
    Case(
        _of(make_entered_return, union_type="联合工会", covered_units=12),
        _OTHER_YEAR,
        {"年报联合工会": 1, "年报涵盖单位": 12},
        same=("年报独立工会",),
    ),
    Case(
        _of(make_entered_return, union_type="社区工会"),
        _OTHER_YEAR,
        {"年报其他工会": 1, "已录入年报": 1},
        same=("年报独立工会", "年报联合工会"),
    ),
)

test_sample, test_following, test_complete, test_explained = hold(returns, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2010, 12, 31), False),
        (date(2011, 1, 1), True),
        (date(2011, 12, 31), True),
        (date(2012, 1, 1), False),
    ],
)
def test_a_return_is_entered_in_the_year_of_its_day_whatever_year_it_is_for(day: date, counts: bool) -> None:
    make_entered_return(year=2010, received_on=date(2010, 10, 12), entered_on=day)
    assert find_figure("期内录入年报").number(YEAR) == int(counts)


@pytest.mark.usefixtures("office")
def test_the_last_day_of_a_period_says_whose_year_it_shows() -> None:
    for number in (2010, 2011, 2012):
        for made in range(number - 2009):
            make_entered_return(year=number, union_name=f"第{made}公司工会", **_HEADS)
        make_missing_return(year=number)
    of_year = [figure for figure in of_subject(returns) if figure.label != "期内录入年报"]
    for figure in of_year:
        numbers = [figure.number(year(number)) for number in (2010, 2011, 2012)]
        eve, morrow = (
            custom(date(2010, 12, 1), date(2010, 12, 31)),
            custom(date(2011, 12, 31), date(2012, 1, 1)),
        )
        across = custom(date(2010, 12, 31), date(2011, 1, 1))
        assert [figure.number(period) for period in (eve, across, morrow)] == numbers, figure.label
    assert [find_figure("已录入年报").number(year(number)) for number in (2010, 2011, 2012)] == [1, 2, 3]


@pytest.mark.usefixtures("open_sample")
def test_sums() -> None:
    sums_hold(returns)
    sums_hold(returns, year(2010))


@pytest.mark.usefixtures("open_sample")
def test_a_statistics_year_asks_for_its_own_returns() -> None:
    assert find_figure("已录入年报").number(statistics_year(2011)) == 985


@pytest.mark.usefixtures("open_sample")
def test_foreign_and_private_unions_are_all_there_are() -> None:
    table = returns.ENTERED_BY_OWNERSHIP.read(YEAR)
    assert table.column_names == ["外资", "私营"]
    assert [table.cell(name, None) for name in ("独立工会", "联合工会", None)] == [111, 874, 985]


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("年报独立工会"), YEAR) == (
        "111 家 = 统计年度为2011、报送状态为已录入国家软件、组织类型为独立工会的统计年报数；"
        "取期间末日所在的统计年度，按现在的报送状态"
    )
