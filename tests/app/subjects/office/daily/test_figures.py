"""Figures of the daily office work (domain 10; F008 and F091 of 11.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.figures.wording import explain
from app.office import Office
from app.records.base import Record
from app.registry import find_figure
from app.rules.periods import Period, half, quarter, year
from app.subjects.office.daily import figures as daily
from tests.factories.paperwork import (
    make_entry,
    make_spending,
    new_company_visit,
    new_entry,
    new_item,
    new_meeting,
    new_rule,
    new_seal_use,
    new_spending,
    new_venue,
    new_visit,
)
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored, sums_hold

_ALIVE = "deleted_at IS NULL"
_ISSUED = f"FROM regulation WHERE {_ALIVE} AND issued_on {IN}"
_MET = f"FROM meeting WHERE {_ALIVE} AND held_on {IN} AND status = '已召开'"
_CAME = f"FROM visit WHERE {_ALIVE} AND visited_on {IN}"
_WENT = f"FROM company_visit WHERE {_ALIVE} AND visited_on {IN}"
_SEALED = f"FROM seal_use WHERE {_ALIVE} AND used_on {IN}"
_BOOKED = f"FROM cash_entry WHERE {_ALIVE} AND"
_SIGNED = "SUM(CASE direction WHEN '收' THEN amount ELSE -amount END)"
SAMPLE: Expected = {
    "现行制度": f"""SELECT COUNT(*) FROM regulation WHERE {_ALIVE} AND issued_on < '2012-01-01'
        AND (status <> '废止' OR repealed_on > '2011-12-31')""",
    "出台制度": f"SELECT COUNT(*) {_ISSUED}",
    "修订制度": f"SELECT COUNT(*) FROM regulation WHERE {_ALIVE} AND revised_on {IN}",
    "联合制度": 1,
    "制度联合单位": 1,
    "工会场所": 3,
    "俱乐部名称": 1,
    "召开会议": f"SELECT COUNT(*) {_MET}",
    "参会人次": f"SELECT SUM(attended) {_MET}",
    "来访接待": f"SELECT COUNT(*) {_CAME}",
    "来访人次": f"SELECT SUM(people) {_CAME}",
    "来访未处理": f"SELECT COUNT(*) {_CAME} AND status = '待处理'",
    "来访处理": f"SELECT COUNT(*) FROM visit WHERE {_ALIVE} AND closed_on {IN}",
    "走访企业": f"SELECT COUNT(DISTINCT unit_name) {_WENT}",
    "走访企业次数": f"SELECT COUNT(*) {_WENT}",
    "用印": f"SELECT COUNT(*) {_SEALED}",
    "用印份数": f"SELECT SUM(copies) {_SEALED}",
    "归档": f"SELECT COUNT(*) FROM archive_item WHERE {_ALIVE} AND archived_on {IN}",
    "现有档案": f"""SELECT COUNT(*) FROM archive_item WHERE {_ALIVE} AND archived_on < '2012-01-01'
        AND (gone_on IS NULL OR gone_on > '2011-12-31')""",
    "期初经费": f"SELECT {_SIGNED} {_BOOKED} booked_on < '2011-01-01'",
    "经费收入": f"SELECT SUM(amount) {_BOOKED} booked_on {IN} AND direction = '收'",
    "经费支出": f"SELECT SUM(amount) {_BOOKED} booked_on {IN} AND direction = '支'",
    "经费余额": f"SELECT {_SIGNED} {_BOOKED} booked_on < '2012-01-01'",
}


def _new(make: Callable[..., Record], **given: object) -> Callable[..., Record]:
    return lambda _, **values: stored(make(**(given | values)))


_EARLIER = {"booked_on": date(2010, 12, 31)}
_LATER = {"booked_on": date(2012, 1, 1)}
CASES = (
    Case(_new(new_rule), {"issued_on": date(2012, 1, 1)}, {"现行制度": 1, "出台制度": 1}),
    Case(
        _new(new_rule, issued_on=date(2010, 3, 8)),
        {"repealed_on": date(2011, 12, 31), "status": "废止"},
        {"现行制度": 1},
    ),
    Case(
        _new(new_rule, joint_unit="社区妇联"),
        {"issued_on": date(2010, 3, 8)},
        {"联合制度": 1, "制度联合单位": 1},
    ),
    Case(_new(new_rule), {"issued_on": date(2012, 1, 1)}, {"出台制度": 1}, same=("联合制度", "制度联合单位")),
    Case(
        _new(new_rule, issued_on=date(2010, 3, 8), status="修订", revised_on=date(2011, 3, 8)),
        {"revised_on": date(2012, 1, 1)},
        {"修订制度": 1},
        same=("出台制度",),
    ),
    Case(_new(new_venue), {"opened_on": date(2012, 1, 1)}, {"工会场所": 1}),
    Case(_new(new_venue), {"closed_on": date(2011, 4, 19), "status": "停用"}, {"工会场所": 1}),
    Case(_new(new_venue), {"status": "筹建装修"}, {"工会场所": 1}),
    Case(
        _new(new_venue, name="农民工俱乐部"),
        {"opened_on": date(2012, 1, 1)},
        {"工会场所": 1, "俱乐部名称": 1},
    ),
    Case(_new(new_meeting), {"held_on": date(2012, 3, 8)}, {"召开会议": 1, "参会人次": 5}),
    Case(_new(new_meeting), {"status": "拟开"}, {"召开会议": 1, "参会人次": 5}),
    Case(
        _new(new_visit, people=3),
        {"visited_on": date(2012, 3, 8)},
        {"来访接待": 1, "来访人次": 3, "来访未处理": 1},
    ),
    Case(
        _new(new_visit, status="已答复"),
        {"visited_on": date(2012, 3, 8)},
        {"来访接待": 1},
        same=("来访未处理",),
    ),
    Case(
        _new(new_visit, visited_on=date(2010, 3, 8), closed_on=date(2011, 3, 8)),
        {"closed_on": date(2012, 3, 8)},
        {"来访处理": 1},
        same=("来访接待",),
    ),
    Case(_new(new_company_visit), {"visited_on": date(2012, 3, 8)}, {"走访企业": 1, "走访企业次数": 1}),
    Case(
        lambda first, **values: stored(new_company_visit(**({"unit_name": first.unit_name} | values))),
        {"visited_on": date(2012, 3, 8)},
        {"走访企业次数": 2},
        before=lambda: stored(new_company_visit()),
        same=("走访企业",),
    ),
    Case(_new(new_seal_use), {"used_on": date(2012, 3, 8)}, {"用印": 1, "用印份数": 2}),
    Case(_new(new_item), {"archived_on": date(2012, 3, 8)}, {"归档": 1, "现有档案": 1}),
    Case(
        _new(new_item, archived_on=date(2010, 3, 8)),
        {"gone_on": date(2011, 6, 1), "status": "已移交"},
        {"现有档案": 1},
        same=("归档",),
    ),
    Case(
        _new(new_entry, **_EARLIER),
        _LATER,
        {"期初经费": 1_000_00, "经费余额": 1_000_00},
        same=("经费收入",),
        edges=(),
    ),
    Case(_new(new_entry), _LATER, {"经费收入": 1_000_00, "经费余额": 1_000_00}, same=("期初经费",)),
    Case(_new(new_spending), _LATER, {"经费支出": 300_00, "经费余额": -300_00}, same=("经费收入",)),
    Case(
        _new(new_entry, subject="上年结转"),
        _LATER,
        {"期初经费": 1_000_00},
        same=("经费收入",),
        edges=(YEAR.last,),
    ),
)

test_sample, test_following, test_complete, test_explained = hold(daily, SAMPLE, CASES)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2010), YEAR, half(2011, 1), quarter(2010, 1)], ids=str)
def test_what_was_there_and_what_moved_make_what_is_left(period: Period) -> None:
    sums_hold(daily, period)


def test_a_fund_has_a_balance_of_its_own(office: Office) -> None:
    make_entry()
    make_spending(fund="行政拨交")
    left = {part.label: part.number(YEAR) for part in find_figure("经费余额").parts}
    assert (left["经费余额·会费"], left["经费余额·行政拨交"]) == (1_000_00, -300_00)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "opening"), [(date(2010, 12, 31), 1_000_00), (date(2011, 1, 1), 0)])
def test_what_is_booked_on_new_years_day_is_not_there_before(day: date, opening: int) -> None:
    make_entry(booked_on=day)
    assert find_figure("期初经费").number(YEAR) == opening
    assert find_figure("经费收入").number(YEAR) == 1_000_00 - opening


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("label", "make", "number"),
    [
        ("归档", lambda day: new_item(archived_on=day), 1),
        ("经费收入", lambda day: new_entry(booked_on=day), 1_000_00),
        ("经费支出", lambda day: new_spending(booked_on=day), 300_00),
    ],
)
@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2010, 12, 31), False),
        (date(2011, 1, 1), True),
        (date(2011, 12, 31), True),
        (date(2012, 1, 1), False),
    ],
)
def test_what_flows_into_a_stock_counts_from_the_first_day_of_the_year_to_the_last(
    label: str, make: Callable[[date], Record], number: int, day: date, counts: bool
) -> None:
    stored(make(day))
    assert find_figure(label).number(YEAR) == (number if counts else 0)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("label", "make"),
    [
        ("现行制度", lambda day: new_rule(status="废止", repealed_on=day)),
        ("工会场所", lambda day: new_venue(status="停用", closed_on=day)),
        ("现有档案", lambda day: new_item(status="已移交", gone_on=day)),
    ],
)
@pytest.mark.parametrize(("day", "there"), [(date(2011, 12, 31), 0), (date(2012, 1, 1), 1)])
def test_what_ends_on_the_last_day_is_no_longer_there(
    label: str, make: Callable[[date], Record], day: date, there: int
) -> None:
    stored(make(day))
    assert find_figure(label).number(YEAR) == there


@pytest.mark.usefixtures("open_sample")
def test_the_sample_has_the_rule_with_the_women_and_the_three_places_of_the_seed() -> None:
    assert find_figure("联合制度").names(YEAR) == ["两新组织妇女工作联系制度"]
    assert sorted(find_figure("工会场所").names(YEAR)) == ["办公场所", "学习场所", "活动场所"]


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("联合制度", "1 项 = 2011年与其他单位联合出台的制度数"),
        (
            "经费余额·捐款",
            "3,077.00 元 = 日期不晚于2011年12月31日、资金为捐款的经费流水的收入减支出",
        ),
        ("走访企业", "17 家 = 2011年走访的企业去重后的企业数；同一企业只计一次"),
    ],
)
def test_they_say_what_they_are(label: str, sentence: str) -> None:
    assert explain(find_figure(label), YEAR) == sentence
