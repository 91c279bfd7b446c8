"""The figures of democratic management (domain 6.2 and 6.3; F024 to F027)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.figures.wording import explain
from app.office import Office
from app.registry import find_figure
from app.rules.periods import Period, half, year
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.open_affairs import figures as open_affairs
from app.subjects.unions.open_affairs.records import OpenAffairs
from tests.factories.people import make_enterprise
from tests.factories.unions import make_affairs, make_independent
from tests.helpers.figures import YEAR, Case, Expected, hold, sums_hold
from tests.helpers.plain_sql import rows

OF_2011 = "FROM open_affairs WHERE deleted_at IS NULL AND year = 2011"
INDEPENDENT = """enterprise_id IN (SELECT enterprise_id FROM grassroots_union
    WHERE union_type = '独立工会' AND founded_on <= '2011-12-31' AND deleted_at IS NULL)"""
SAMPLE: Expected = {
    "厂务公开单位": f"SELECT COUNT(DISTINCT enterprise_id) {OF_2011} AND established",
    "厂务公开独立工会": f"SELECT COUNT(*) {OF_2011} AND established AND {INDEPENDENT}",
    "厂务公开建制率": 586,  # 65 of 111
    "职代会单位": f"SELECT COUNT(*) {OF_2011} AND congress IN ('单独', '区域性', '行业性')",
    "召开职代会": "SELECT COUNT(*) FROM open_affairs WHERE substr(held_on, 1, 4) = '2011'",
    "厂务公开典型": 2 + 3 + 1,
    "厂务公开经验": 3,  # three units wrote the same
    "征求意见": f"SELECT SUM(opinions) {OF_2011}",
    "采纳意见": f"SELECT SUM(adopted) {OF_2011}",
    "意见采纳率": f"SELECT CAST(ROUND(1000.0 * SUM(adopted) / SUM(opinions)) AS INTEGER) {OF_2011}",
}

NONE = {"established": False, "congress": "无", "held_on": None}


def _affairs(unit: Enterprise | None, **values: object) -> OpenAffairs:
    told = {"is_typical": True, "experience": "事先沟通", "opinions": 12, "adopted": 5}
    return make_affairs(enterprise=values.pop("enterprise", unit) or make_enterprise(), **(told | values))


def _with_a_union() -> Enterprise:
    unit = make_independent().enterprise
    assert unit is not None
    return unit


HELD = dict.fromkeys(("厂务公开单位", "职代会单位", "召开职代会"), 1)
PRACTISED = {"厂务公开独立工会": 1, "厂务公开建制率": 1000}
SAID = {"厂务公开典型": 1, "厂务公开经验": 1, "征求意见": 12, "采纳意见": 5, "意见采纳率": 417}
CASES = (
    Case(_affairs, {"year": 2010, "held_on": date(2010, 4, 20)}, HELD | SAID),
    Case(_affairs, {"held_on": date(2010, 4, 20)}, {"召开职代会": 1}),
    Case(_affairs, {"year": 2012}, SAID | {"厂务公开单位": 1, "职代会单位": 1}),
    Case(_affairs, {**NONE, "is_typical": False, "opinions": None, "adopted": None}, HELD | SAID),
    Case(_affairs, {"year": 2010, "held_on": date(2010, 4, 20)}, PRACTISED, before=_with_a_union),
    Case(_affairs, NONE, PRACTISED, before=_with_a_union),
)

test_sample, test_following, test_complete, test_explained = hold(open_affairs, SAMPLE, CASES)


@pytest.mark.usefixtures("open_sample")
def test_more_than_sixty_independent_unions_practise_it_and_six_are_examples() -> None:
    assert (find_figure("厂务公开独立工会").number(YEAR) or 0) > 60
    assert set(find_figure("厂务公开典型").names(YEAR)) == {
        "恰尔斯服饰有限公司",
        "央中商贸有限公司",
        "有司建筑公司",
        "卫庆电梯工程公司",
        "产权拍卖公司",
        "衡建旅游汽车公司",
    }


def test_a_unit_whose_union_was_founded_later_does_not_count_as_independent(office: Office) -> None:
    later = make_independent(founded_on=date(2012, 1, 5), term_start=date(2012, 1, 5)).enterprise
    make_affairs(enterprise=later)
    make_affairs(enterprise=make_enterprise())
    assert (find_figure("厂务公开单位").number(YEAR), find_figure("厂务公开独立工会").number(YEAR)) == (2, 0)


def test_half_a_year_has_the_records_of_its_year_but_only_its_own_meetings(office: Office) -> None:
    make_affairs(held_on=date(2011, 10, 20))
    first, second = half(2011, 1), half(2011, 2)
    assert [find_figure("厂务公开单位").number(period) for period in (first, second)] == [1, 1]
    assert [find_figure("召开职代会").number(period) for period in (first, second)] == [0, 1]


def test_the_forms_of_congress_are_parted_as_plain_sql_parts_them(open_sample: Path) -> None:
    counted = dict(rows(open_sample, f"SELECT congress, COUNT(*) {OF_2011} AND established GROUP BY 1"))
    parts = {part.label.partition("·")[2]: part.number(YEAR) for part in find_figure("厂务公开单位").parts}
    assert {name: number for name, number in parts.items() if number} == counted


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2010), YEAR], ids=str)
def test_the_parts_add_up(period: Period) -> None:
    sums_hold(open_affairs, period)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (
            "厂务公开独立工会",
            "65 家 = 截至2011年12月31日有独立工会、已建立厂务公开制度的单位数；"
            "按年度登记，取期间末日所在年度",
        ),
        (
            "厂务公开建制率",
            "58.6% = 厂务公开独立工会 65 ÷ 单独基层工会 111；独立工会中所在单位已建立厂务公开制度的",
        ),
    ],
)
def test_they_say_what_they_are(label: str, sentence: str) -> None:
    assert explain(find_figure(label), YEAR) == sentence
