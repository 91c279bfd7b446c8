"""The rules of the enterprise register (domain 2.3 and 2.8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.people import make_enterprise
from tests.helpers.problems import blocked, warned


@pytest.mark.parametrize("part", ["female_count", "migrant_count", "dispatched_count"])
def test_no_part_is_larger_than_the_whole(office: Office, part: str) -> None:
    unit = make_enterprise(employee_count=50)
    setattr(unit, part, 50)
    assert blocked(ENTERPRISES, unit) == {}
    setattr(unit, part, 51)
    assert "多于职工人数 50 人" in blocked(ENTERPRISES, unit)[part]


def test_more_members_than_workers_are_doubtful(office: Office) -> None:
    unit = make_enterprise(employee_count=50, member_count=51)
    assert "member_count" in warned(ENTERPRISES, unit)


def _unit(**values: str) -> Enterprise:
    return Enterprise(
        ownership_kind="私营企业", contact_name="刘洋", employee_count=5, union_status="已建会", **values
    )


def test_a_unit_is_entered_once(office: Office) -> None:
    make_enterprise(name="上海有司建筑有限公司", uscc="91310000607378000T")
    assert "name" in blocked(ENTERPRISES, _unit(name="上海有司建筑有限公司"))
    assert "uscc" in blocked(ENTERPRISES, _unit(name="另一家公司", uscc="91310000607378000T"))


@pytest.mark.parametrize(
    ("core", "doubtful"), [("上海有司建筑", True), ("有司建筑", True), ("有司厂", False)]
)
def test_names_that_differ_in_the_kind_of_company_may_be_one_units(
    office: Office, core: str, doubtful: bool
) -> None:
    """Three characters or fewer are shared by units that have nothing to do with one another."""
    make_enterprise(name=f"{core}股份有限公司")
    told = warned(ENTERPRISES, _unit(name=f"{core}有限责任公司")).get("name", "")
    assert ("只差几个字" in told) == doubtful


def test_a_name_that_is_the_same_by_law_is_told_as_such(office: Office) -> None:
    """有限责任公司 may be called 有限公司 (公司法 2023, art. 7), however short the rest of the name is."""
    make_enterprise(name="有司厂有限公司")
    told = warned(ENTERPRISES, _unit(name="有司厂有限责任公司"))["name"]
    assert told == "可能与“有司厂有限公司”是同一单位，请核对"


def test_a_unit_under_the_short_name_of_another_is_doubtful(office: Office) -> None:
    make_enterprise(name="上海有司建筑有限公司", short_name="有司建筑")
    assert "上海有司建筑有限公司" in warned(ENTERPRISES, _unit(name="有司建筑"))["name"]


@pytest.mark.parametrize(("status", "doubtful"), [("未建会", True), ("筹备组建中", True), ("已建会", False)])
def test_where_no_union_is_founded_the_reason_is_asked_for(
    office: Office, status: str, doubtful: bool
) -> None:
    unit = make_enterprise()
    unit.union_status = status
    assert ("no_union_reason" in warned(ENTERPRISES, unit)) == doubtful


@pytest.mark.parametrize(
    ("ownership", "non_public"),
    [
        ("外资企业", True),
        ("私营企业", True),
        ("国内合资企业", True),
        ("个体工商户", True),
        ("国有企业", False),
        ("事业单位", False),
    ],
)
def test_the_ownership_tells_whether_a_unit_is_non_public(
    office: Office, ownership: str, non_public: bool
) -> None:
    unit = make_enterprise(ownership_kind=ownership)
    assert Enterprise.get_by_id(unit.id).is_non_public is non_public


def test_what_was_said_of_a_unit_stays_and_a_contradiction_is_doubtful(office: Office) -> None:
    unit = make_enterprise(ownership_kind="国内合资企业", is_non_public=False)
    assert Enterprise.get_by_id(unit.id).is_non_public is False
    assert "is_non_public" in warned(ENTERPRISES, unit)
    unit.ownership_kind, unit.is_non_public = "国有企业", True
    assert "不是非公企业" in warned(ENTERPRISES, unit)["is_non_public"]
    unit.is_non_public = False
    assert "is_non_public" not in warned(ENTERPRISES, unit)


def test_a_unit_that_cannot_be_reached_or_was_counted_on_no_day_is_doubtful(office: Office) -> None:
    unit = make_enterprise(contact_mobile=None, counted_on=None)
    assert warned(ENTERPRISES, unit).keys() == {"contact_mobile", "counted_on"}
    unit.phone, unit.counted_on = "021-60000011", date(2011, 11, 30)
    assert warned(ENTERPRISES, unit) == {}
    unit.counted_on = date.today() + timedelta(days=1)
    assert "在今天之后" in blocked(ENTERPRISES, unit)["counted_on"]


def test_a_body_code_with_a_wrong_check_character_is_doubtful_only(office: Office) -> None:
    assert "校验位不符" in warned(ENTERPRISES, make_enterprise(org_code="D2143569-1"))["org_code"]
    assert warned(ENTERPRISES, make_enterprise(org_code="D2143569-X")) == {}


def test_a_credit_code_with_a_wrong_check_character_is_doubtful_only_and_stands_once(office: Office) -> None:
    unit = make_enterprise(uscc="913100006073780001")
    assert "校验码不符" in warned(ENTERPRISES, unit)["uscc"]
    assert "已用这个代码" in blocked(ENTERPRISES, _unit(name="别家商店", uscc="913100006073780001"))["uscc"]


def test_only_a_unit_that_closed_has_a_day_of_closing(office: Office) -> None:
    day = date(2011, 6, 1)
    assert "没有停业" in warned(ENTERPRISES, make_enterprise(closed_on=day))["closed_on"]
    assert "closed_on" not in warned(ENTERPRISES, make_enterprise(business_status="注销", closed_on=day))
    assert "closed_on" in warned(ENTERPRISES, make_enterprise(business_status="注销"))


def test_a_unit_that_differs_in_width_and_blanks_alone_is_the_same(office: Office) -> None:
    make_enterprise(name="上海天成(闵行)科技有限公司")
    again = Enterprise(name="上海天成 （闵行） 科技有限公司")
    assert "已登记" in blocked(ENTERPRISES, again)["name"]
