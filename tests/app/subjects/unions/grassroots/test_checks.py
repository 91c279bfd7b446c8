"""The rules of grassroots unions, one by one (domain 2.2, 2.4 and 2.8)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.keeping import keeping
from app.office import Office
from app.rules.credit_code import check_character
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.records import GrassrootsUnion
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.people import make_enterprise
from tests.factories.unions import (
    make_covered,
    make_independent,
    make_seat,
    make_union,
    new_independent,
    new_union,
)
from tests.helpers.problems import blocked, warned


def test_a_complete_union_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    for union in (new_union(), new_independent()):
        assert blocked(UNIONS, union) == {}
        assert warned(UNIONS, union) == {}


@pytest.mark.parametrize(
    "name", ["name", "union_type", "ownership_kind", "member_count", "founded_on", "term_start"]
)
def test_a_union_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    union = new_union(**{name: None})
    assert GrassrootsUnion.described()[name].label in blocked(UNIONS, union)[name]


def test_a_union_names_the_one_above_it(office: Office) -> None:
    assert "parent_union" in blocked(UNIONS, new_union(parent_union=""))


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("广达工会委员会", True),
        ("物业行业工会", True),
        ("祥和大厦工会联合会", True),
        ("泰祥街道工会工作委员会", True),
        ("广达汽车修配有限公司工会委员会（筹）", True),
        ("广达公司", False),
        ("广达工会小组", False),
    ],
)
def test_a_union_is_called_a_union(office: Office, name: str, fits: bool) -> None:
    assert ("name" not in blocked(UNIONS, new_union(name=name))) == fits


def test_a_union_is_entered_once(office: Office) -> None:
    union = make_union()
    assert union.union_no in blocked(UNIONS, new_union(name=union.name))["name"]
    keeping.to_bin(UNIONS, [union.id])
    assert blocked(UNIONS, new_union(name=union.name)) == {}


def test_there_is_one_union_of_our_own(office: Office) -> None:
    make_union(is_own=True, name="泰祥社区工会")
    assert "泰祥社区工会" in blocked(UNIONS, new_union(is_own=True))["is_own"]


def test_an_independent_union_has_its_unit(office: Office) -> None:
    told = blocked(UNIONS, new_union(union_type="独立工会", enterprise=None))
    assert told == {"enterprise": "工会类型为“独立工会”，请选依托单位"}
    assert blocked(UNIONS, new_independent()) == {}


def test_a_second_independent_union_of_a_unit_is_doubtful(office: Office) -> None:
    union = make_independent()
    again = new_independent(union.enterprise, name="另一个工会")
    assert union.name in warned(UNIONS, again)["enterprise"]


@pytest.mark.parametrize("kind", ["联合工会", "小区工会", "行业工会"])
def test_a_joint_union_tells_how_many_units_it_covers(office: Office, kind: str) -> None:
    assert "covered_unit_count" in blocked(UNIONS, new_union(union_type=kind, covered_unit_count=None))
    assert "covered_unit_count" in warned(UNIONS, new_union(union_type=kind, covered_unit_count=1))
    assert warned(UNIONS, new_union(union_type=kind, covered_unit_count=2)) == {}


def test_fewer_units_than_are_listed_are_doubtful(office: Office) -> None:
    union = make_union(covered_unit_count=2)
    for _ in range(2):
        make_covered(union)
    assert "covered_unit_count" not in warned(UNIONS, union)
    make_covered(union)
    assert "3 家" in warned(UNIONS, union)["covered_unit_count"]


@pytest.mark.parametrize("part", ["female_member_count", "migrant_member_count"])
def test_no_part_of_the_members_is_larger_than_all(office: Office, part: str) -> None:
    assert "60 人" in blocked(UNIONS, new_union(member_count=60, **{part: 61}))[part]
    assert blocked(UNIONS, new_union(member_count=60, **{part: 60})) == {}


def test_more_members_than_workers_are_doubtful(office: Office) -> None:
    unit = make_enterprise(employee_count=60)
    assert "60 人" in warned(UNIONS, new_independent(unit, member_count=61))["member_count"]
    assert warned(UNIONS, new_independent(unit, member_count=60)) == {}


def test_the_members_of_a_joint_union_are_not_those_of_one_unit(office: Office) -> None:
    assert warned(UNIONS, new_union(enterprise=make_enterprise(employee_count=5), member_count=60)) == {}


@pytest.mark.parametrize("state", ["歇业", "注销", "迁出"])
def test_the_union_of_a_closed_unit_is_doubtful_until_dissolved(office: Office, state: str) -> None:
    unit = make_enterprise(business_status=state)
    assert state in warned(UNIONS, new_independent(unit))["enterprise"]
    gone = new_independent(unit, status="撤销", status_date=date(2011, 5, 1), status_reason="单位注销")
    assert "enterprise" not in warned(UNIONS, gone)


def test_a_closed_unit_with_a_standing_union_is_doubtful(office: Office) -> None:
    unit = make_independent().enterprise
    assert unit is not None
    unit.business_status = "注销"
    assert "工会还没有撤销" in warned(ENTERPRISES, unit)["business_status"]
    unit.business_status = "正常"
    assert warned(ENTERPRISES, unit) == {}


def test_a_union_being_prepared_has_no_founding_day_yet(office: Office) -> None:
    assert blocked(UNIONS, new_union(status="筹建", founded_on=None, term_start=None)) == {}


def test_a_term_does_not_begin_before_the_founding(office: Office) -> None:
    union = new_union(founded_on=date(2009, 6, 2), term_start=date(2009, 6, 1))
    assert "早于成立日期" in blocked(UNIONS, union)["term_start"]


def test_a_term_does_not_end_before_it_begins(office: Office) -> None:
    union = new_union(term_start=date(2009, 6, 1), term_end_set=date(2009, 5, 31))
    assert "早于本届起始日期" in blocked(UNIONS, union)["term_end_set"]


def test_no_union_is_founded_in_the_future(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert "在今天之后" in blocked(UNIONS, new_union(founded_on=tomorrow, term_start=tomorrow))["founded_on"]


def test_terms_are_counted_from_one(office: Office) -> None:
    assert "term_no" in blocked(UNIONS, new_union(term_no=0))


@pytest.mark.parametrize(
    ("start", "years", "set_to", "end"),
    [
        (date(2009, 6, 1), "3年", None, date(2012, 6, 1)),
        (date(2009, 6, 1), "5年", None, date(2014, 6, 1)),
        (date(2008, 2, 29), "3年", None, date(2011, 2, 28)),
        (date(2009, 6, 1), "3年", date(2012, 9, 30), date(2012, 9, 30)),
    ],
)
def test_a_term_ends_after_its_years_or_on_the_day_that_was_set(
    office: Office, start: date, years: str, set_to: date | None, end: date
) -> None:
    union = make_union(founded_on=start, term_start=start, term_years=years, term_end_set=set_to)
    assert GrassrootsUnion.get_by_id(union.id).term_end == end


@pytest.mark.parametrize(("days", "status", "doubtful"), [(-1, "正常", True), (0, "正常", False)])
def test_a_term_that_is_over_is_doubtful(office: Office, days: int, status: str, doubtful: bool) -> None:
    union = new_union(status=status, term_end_set=date.today() + timedelta(days=days))
    assert ("term_end" in warned(UNIONS, union)) == doubtful


def test_dissolving_needs_a_day_and_a_reason(office: Office) -> None:
    assert blocked(UNIONS, new_union(status="撤销")).keys() == {"status_date", "status_reason"}


def test_standing_still_needs_a_reason(office: Office) -> None:
    assert blocked(UNIONS, new_union(status="停摆")).keys() == {"status_reason"}


@pytest.mark.parametrize("state", ["正常", "到期未换届", "停摆"])
def test_a_standing_union_was_founded_and_has_a_term(office: Office, state: str) -> None:
    union = new_union(status=state, status_reason="停产", founded_on=None, term_start=None)
    assert blocked(UNIONS, union).keys() == {"founded_on", "term_start"}


def test_no_union_is_dissolved_before_its_founding(office: Office) -> None:
    told = {"status": "撤销", "status_date": date(2009, 5, 31), "status_reason": "单位注销"}
    assert "早于成立日期" in blocked(UNIONS, new_union(**told))["status_date"]


@pytest.mark.parametrize(
    ("women", "body", "doubtful"),
    [
        (25, "已建", False),
        (25, "设女工委员", True),
        (25, None, True),
        (24, "设女工委员", False),
        (24, None, False),
        (1, "未建", True),
        (0, "未建", False),
    ],
)
def test_women_members_are_represented(office: Office, women: int, body: str | None, doubtful: bool) -> None:
    union = new_union(female_member_count=women, has_women_committee=body)
    assert ("has_women_committee" in warned(UNIONS, union)) == doubtful


def test_a_legal_person_has_a_certificate(office: Office) -> None:
    assert "cert_no" in warned(UNIONS, new_union(is_legal_person=True))
    assert warned(UNIONS, new_union(is_legal_person=True, cert_no="沪工法证字第001号")) == {}


def test_the_code_of_a_unit_is_not_that_of_its_union(office: Office) -> None:
    unit, union = (
        first17 + check_character(first17) for first17 in ("91310000607378001", "81310000607378001")
    )
    assert "8 开头" in warned(UNIONS, new_union(uscc=unit))["uscc"]
    assert warned(UNIONS, new_union(uscc=union)) == {}


def _with_committee(members: int, posts: list[str]) -> GrassrootsUnion:
    union = make_union(member_count=members)
    for post in posts:
        make_seat(union, post=post)
    return union


@pytest.mark.parametrize(("chairs", "doubtful"), [(0, True), (1, False), (2, True)])
def test_a_union_has_exactly_one_chair(office: Office, chairs: int, doubtful: bool) -> None:
    union = _with_committee(60, ["主席"] * chairs + ["委员"] * (5 - chairs))
    assert ("term_no" in warned(UNIONS, union)) == doubtful


def test_a_former_chair_is_not_counted(office: Office) -> None:
    union = _with_committee(60, ["主席", "委员", "委员"])
    make_seat(union, post="主席", appointed_on=date(2006, 6, 1), left_on=date(2009, 6, 1))
    assert warned(UNIONS, union) == {}


@pytest.mark.parametrize(
    ("members", "seats", "doubtful"),
    [
        (24, 2, True), (24, 3, False), (24, 5, False), (24, 6, True),
        (25, 6, False), (50, 6, False), (200, 7, False), (200, 8, True),
        (201, 6, True), (201, 7, False), (1000, 15, False), (1000, 16, True), (1001, 16, False),
        (60, 1, False),
    ],
)  # fmt: skip
def test_a_committee_is_as_large_as_its_members_ask_for(
    office: Office, members: int, seats: int, doubtful: bool
) -> None:
    union = _with_committee(members, ["主席"] + ["委员"] * (seats - 1))
    assert ("member_count" in warned(UNIONS, union)) == doubtful


def _named(**values: object) -> Any:  # noqa: ANN401  # as what they are handed to takes them
    return warned(ENTERPRISES, make_enterprise(**values)).get("name")


@pytest.mark.parametrize(
    "name",
    ["广达汽车修配有限公司", "广达汽车修配有限责任公司", "广达汽车修配公司", "广达汽车（修配）有限公司"],
)
def test_a_name_that_differs_in_the_kind_of_company_only_is_doubtful(office: Office, name: str) -> None:
    make_enterprise(name="广达汽车(修配)股份有限公司")
    assert "只差几个字" in _named(name=name)


def test_another_unit_of_the_same_town_is_not_doubtful(office: Office) -> None:
    make_enterprise(name="泰祥物业有限公司")
    assert _named(name="泰祥印刷有限公司") is None


def test_a_foreign_joint_venture_is_no_domestic_one(office: Office) -> None:
    unit = make_enterprise(ownership_kind="国内合资企业", registration_type="外商投资企业")
    assert "归入外资企业" in warned(ENTERPRISES, unit)["ownership_kind"]
    values, problems = keeping.read(ENTERPRISES.fields, {"ownership_kind": "中外合资"})
    assert (values, problems) == ({"ownership_kind": "外资企业"}, [])


def test_an_account_has_its_bank(office: Office) -> None:
    assert "bank_name" in blocked(UNIONS, new_union(account_no="31001234567890"))
    assert blocked(UNIONS, new_union(account_no="31001234567890", bank_name="工商银行")) == {}
