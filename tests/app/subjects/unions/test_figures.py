"""The figures of unions, the office's committee and the enterprises (domain 2.7; F001 to F010)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.figures.reading import read_kept
from app.figures.wording import explain
from app.keeping import keeping, lifecycle
from app.office import Office
from app.records.base import Record
from app.registry import find_figure
from app.rules.periods import Period, half, year
from app.subjects.unions import figures as unions
from app.subjects.unions.grassroots.records import (
    CommitteeMember,
    CoveredUnit,
    EarlierUnion,
    GrassrootsUnion,
    UnionElection,
)
from app.subjects.unions.grassroots.register import UNIONS
from tests.factories.people import make_enterprise
from tests.factories.unions import (
    make_covered,
    make_election,
    make_independent,
    make_seat,
    make_union,
    own_union,
)
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, sums_hold
from tests.helpers.plain_sql import rows

STANDING = """FROM grassroots_union WHERE deleted_at IS NULL AND NOT is_own AND founded_on <= '2011-12-31'
    AND NOT (status = '撤销' AND status_date <= '2011-12-31')"""
SEATED = """FROM committee_member WHERE deleted_at IS NULL AND left_on IS NULL
    AND appointed_on <= '2011-12-31' AND union_id = (SELECT id FROM grassroots_union WHERE is_own)"""
OPEN = "FROM enterprise WHERE deleted_at IS NULL AND business_status NOT IN ('歇业', '注销', '迁出')"
OVERDUE = f"SELECT COUNT(*) {STANDING} AND term_end < '2011-12-31'"
SAMPLE: Expected = {
    "工会成立日期": "SELECT COUNT(founded_on) FROM grassroots_union WHERE is_own",
    "委员会委员": 6,
    "工会主席": 1,
    "主席党政职务": 1,
    "主管工会工作": 1,
    "基层工会": 985,
    "基层工会所有制": 985,
    "单独基层工会": 111,
    "联合基层工会": 874,
    "其他基层工会": f"SELECT COUNT(*) {STANDING} AND union_type LIKE '%联合会'",
    "联合工会涵盖单位": f"SELECT SUM(covered_unit_count) {STANDING}",
    "登记涵盖单位": "SELECT COUNT(*) FROM covered_unit WHERE deleted_at IS NULL AND left_on IS NULL",
    "基层会员": f"SELECT SUM(member_count) {STANDING}",
    "基层女会员": f"SELECT SUM(female_member_count) {STANDING}",
    "基层农民工会员": f"SELECT SUM(migrant_member_count) {STANDING}",
    "联合基层工会会员": f"SELECT SUM(member_count) {STANDING} AND union_type <> '独立工会'",
    "法人资格工会": f"SELECT COUNT(*) {STANDING} AND is_legal_person",
    "基层女职工组织": f"SELECT COUNT(*) {STANDING} AND has_women_committee IN ('已建', '设女工委员')",
    "基层经审组织": f"SELECT COUNT(*) {STANDING} AND has_audit_committee",
    "新建工会": 1,
    "撤销工会": f"SELECT COUNT(*) FROM grassroots_union WHERE status = '撤销' AND status_date {IN}",
    "换届工会": f"""SELECT COUNT(DISTINCT union_id) FROM union_election WHERE held_on {IN}
        AND union_id NOT IN (SELECT id FROM grassroots_union WHERE is_own)""",
    "任期届满工会": f"""SELECT COUNT(*) {STANDING} AND (
        term_start <= '2011-01-01' AND term_end {IN} OR term_start > '2011-01-01' AND term_no = 2
        AND DATE(founded_on, SUBSTR(term_years, 1, 1) || ' years') {IN})""",
    "到期未换届工会": OVERDUE,
    "登记企业": f"SELECT COUNT(*) {OPEN}",
    "登记企业职工": f"SELECT SUM(employee_count) {OPEN}",
    "建会企业": f"SELECT COUNT(*) {OPEN} AND union_status = '已建会'",
    "建会率": f"SELECT CAST(ROUND(1000.0 * SUM(union_status = '已建会') / COUNT(*)) AS INTEGER) {OPEN}",
}

LATER = {"founded_on": date(2012, 2, 3), "term_start": date(2012, 2, 3)}
GONE = {"status": "撤销", "status_date": date(2011, 5, 1), "status_reason": "单位注销"}
PAST = {"term_end_set": date(2011, 6, 1), "status": "到期未换届"}


def _own(**values: object) -> GrassrootsUnion:
    return own_union() or make_union(is_own=True, union_type="社区工会", **values)


def _union(_: object, **values: object) -> GrassrootsUnion:
    return make_union(**values)


def _with(**given: object) -> Callable[..., Record]:
    return lambda _, **values: make_union(**(given | values))


def _seat(union: GrassrootsUnion, **values: Any) -> CommitteeMember:  # noqa: ANN401  # as what they are handed to takes them
    told = {"post": "主席", "party_post": "社区书记"}
    return make_seat(values.pop("union", union), **(told | values))


def _covered(union: GrassrootsUnion, **values: object) -> CoveredUnit:
    return make_covered(union, **values)


def _election(union: GrassrootsUnion, *, day: date = date(2011, 6, 1)) -> UnionElection:
    return make_election(union, held_on=day)


CHAIRED = dict.fromkeys(("委员会委员", "工会主席", "主席党政职务"), 1)
DEPUTY = {"post": "副主席", "party_post": "居委会副主任"}
MEMBERS = {"基层女会员": 20, "基层农民工会员": 9}
UNITS = {"登记企业": 1, "登记企业职工": 120, "建会企业": 1, "建会率": 1000}
CASES = (
    Case(
        _with(is_own=True, union_type="社区工会"),
        {"is_own": False},
        {"工会成立日期": 1},
    ),
    Case(_seat, {"left_on": date(2011, 7, 1)}, CHAIRED, before=_own),
    Case(_seat, {"appointed_on": date(2012, 1, 1)}, CHAIRED, before=_own),
    Case(_seat, {"post": "委员"}, {"工会主席": 1, "主席党政职务": 1}, before=_own),
    Case(_union, LATER, {"基层工会": 1, "基层工会所有制": 1, "联合基层工会": 1, "联合基层工会会员": 60}),
    Case(_union, GONE, {"联合工会涵盖单位": 2, "基层会员": 60, "基层工会": 1}),
    Case(
        lambda own, **values: _seat(own, **(DEPUTY | {"duty": "主管工会工作"} | values)),
        {"left_on": date(2011, 7, 1)},
        {"主管工会工作": 1},
        before=_own,
    ),
    Case(_union, {"is_own": True, "union_type": "社区工会"}, {"基层工会": 1, "基层会员": 60}),
    Case(lambda _, **values: make_independent(**values), LATER, {"单独基层工会": 1}, same=("联合基层工会",)),
    Case(_with(union_type="楼宇(园区)工会联合会"), LATER, {"其他基层工会": 1}),
    Case(_covered, {"left_on": date(2011, 7, 1)}, {"登记涵盖单位": 1}, before=make_union),
    Case(_covered, {"joined_on": date(2012, 7, 1)}, {"登记涵盖单位": 1}, before=make_union),
    Case(_with(female_member_count=20, migrant_member_count=9), LATER, MEMBERS),
    Case(_with(is_legal_person=True), {"is_legal_person": False}, {"法人资格工会": 1}),
    Case(_with(has_women_committee="已建"), {"has_women_committee": "未建"}, {"基层女职工组织": 1}),
    Case(_with(has_audit_committee=True), {"has_audit_committee": False}, {"基层经审组织": 1}),
    Case(_with(founded_on=date(2011, 4, 12), term_start=date(2011, 4, 12)), LATER, {"新建工会": 1}),
    Case(_with(**GONE), {"status_date": date(2010, 5, 1)}, {"撤销工会": 1}),
    Case(_election, {"day": date(2012, 6, 1)}, {"换届工会": 1}, before=make_union),
    Case(
        _with(**PAST), {"term_end_set": date(2012, 6, 1)}, {"任期届满工会": 1, "到期未换届工会": 1}, edges=()
    ),
    Case(lambda _, **values: make_enterprise(**values), {"business_status": "注销"}, UNITS),
    Case(lambda _, **values: make_enterprise(**values), {"union_status": "未建会"}, {"建会企业": 1}),
)

test_sample, test_following, test_complete, test_explained = hold(unions, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("end", "ending", "overdue"),
    [
        (date(2010, 12, 31), 0, 1),
        (date(2011, 1, 1), 1, 1),
        (date(2011, 12, 30), 1, 1),
        (date(2011, 12, 31), 1, 0),
        (date(2012, 1, 1), 0, 0),
    ],
)
def test_a_committee_still_sits_on_the_last_day_of_its_term(end: date, ending: int, overdue: int) -> None:
    make_union(**(PAST | {"term_end_set": end}))
    told = [find_figure(label).number(YEAR) for label in ("任期届满工会", "到期未换届工会")]
    assert told == [ending, overdue]


LAST_DAYS = pytest.mark.parametrize(
    ("last", "counts"), [(date(2011, 12, 30), 0), (date(2011, 12, 31), 0), (date(2012, 1, 1), 1)]
)
"""Who or what leaves on a day is not counted on it any more."""


@pytest.mark.usefixtures("office")
@LAST_DAYS
def test_who_leaves_the_committee_sits_until_the_day_before(last: date, counts: int) -> None:
    _seat(_own(), left_on=last)
    assert {label: find_figure(label).number(YEAR) for label in CHAIRED} == dict.fromkeys(CHAIRED, counts)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("seat", "counts"),
    [
        (DEPUTY | {"duty": "分管工会和妇女工作"}, 1),
        (DEPUTY | {"post": "委员", "duty": "主管工会工作"}, 1),  # the deputy head of the community
        (DEPUTY | {"duty": "分管文体活动"}, 0),
        (DEPUTY | {"duty": "协助主席主管工会工作"}, 0),
        ({"post": "主席", "party_post": "社区书记", "duty": "主管工会工作"}, 0),  # told as the chair
        ({"post": "委员", "party_post": "居委会委员", "duty": "主管工会宣传"}, 0),
        (DEPUTY | {"duty": "主管职工会员发展"}, 0),  # the members, not the union
    ],
)
def test_who_is_in_charge_of_the_union_is_a_deputy_with_that_duty(seat: dict[str, str], counts: int) -> None:
    _seat(_own(), **seat)
    assert find_figure("主管工会工作").number(YEAR) == counts


@pytest.mark.usefixtures("office")
def test_a_union_in_preparation_is_not_founded_whatever_day_is_planned() -> None:
    make_union(status="筹建", founded_on=date(2011, 4, 12), term_start=None)
    assert [find_figure(label).number(YEAR) for label in ("基层工会", "基层会员", "新建工会")] == [0, 0, 0]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("closed", "counts"), [(date(2012, 1, 1), 1), (date(2011, 12, 31), 0), (date(2010, 5, 4), 0), (None, 0)]
)
def test_a_unit_that_closed_is_counted_up_to_that_day(closed: date | None, counts: int) -> None:
    unit = make_enterprise(business_status="注销", closed_on=closed)
    make_covered(make_union(), enterprise=unit, unit_name=unit.name)
    told = [find_figure(label).number(YEAR) for label in ("登记企业", "建会企业", "登记涵盖单位")]
    assert told == [counts] * 3


@pytest.mark.usefixtures("office")
@LAST_DAYS
def test_a_union_stands_until_the_day_before_it_is_dissolved(last: date, counts: int) -> None:
    make_union(**(GONE | {"status_date": last}))
    numbers = [find_figure(label).number(YEAR) for label in ("基层工会", "基层会员")]
    assert numbers == [counts, 60 * counts]


@pytest.mark.usefixtures("office")
@LAST_DAYS
def test_a_unit_is_covered_until_the_day_before_it_leaves(last: date, counts: int) -> None:
    make_covered(make_union(), left_on=last)
    assert find_figure("登记涵盖单位").number(YEAR) == counts


@pytest.mark.usefixtures("open_sample")
def test_the_committee_is_that_of_the_seed() -> None:
    assert find_figure("工会主席").text(YEAR) != ""
    assert find_figure("主席党政职务").text(YEAR) == "社区书记"
    assert find_figure("主管工会工作").names(YEAR) == ["居委会副主任"]
    posts = {part.label: part.number(YEAR) for part in find_figure("委员会委员").parts}
    assert (posts["委员会委员·经审委员"], posts["委员会委员·女工委员"]) == (1, 1)


@pytest.mark.usefixtures("open_sample")
def test_one_union_was_founded_in_the_first_half_of_2011() -> None:
    founded = find_figure("新建工会")
    assert founded.number(half(2011, 1)) == 1
    assert founded.names(half(2011, 1)) == ["广达汽车修配有限责任公司工会委员会"]
    assert founded.number(half(2011, 2)) == 0


def test_a_term_that_was_over_in_2011_was_so_though_there_was_an_election_since(office: Office) -> None:
    """Founded in June 2006 for three years, elected in 2009 and in March 2013: overdue at the end of 2012."""
    start = {"founded_on": date(2006, 6, 1), "term_start": date(2013, 3, 1), "term_end_set": None}
    union = make_union(**start, term_no=3, term_years="3年")
    make_election(union, held_on=date(2009, 6, 1), term_no=2)
    make_election(union, held_on=date(2013, 3, 1), term_no=3)
    overdue = find_figure("到期未换届工会")
    assert [overdue.number(year(number)) for number in (2008, 2009, 2011, 2012, 2013)] == [0, 0, 0, 1, 0]


def _elected_anew(*, end: date | None = None) -> GrassrootsUnion:
    """A union in its second term of three years from June 2010, elected anew by the step in March 2013."""
    start = {"founded_on": date(2007, 6, 1), "term_start": date(2010, 6, 1), "term_end_set": end}
    union = make_union(**start, term_no=2, term_years="3年")
    values = {"term_start": date(2013, 3, 1), "term_no": 3}
    step = next(step for step in UNIONS.steps if step.title == "换届")
    lifecycle.advance(UNIONS, union, step, values)
    return GrassrootsUnion.get_by_id(union.id)


def test_a_term_that_ended_in_2012_did_so_though_the_step_began_another(office: Office) -> None:
    """The upper union had set the end of 2012: due in 2012, overdue at its end, elected in March 2013."""
    union = _elected_anew(end=date(2012, 12, 30))
    assert union.term_end == date(2016, 3, 1)
    due, overdue = find_figure("任期届满工会"), find_figure("到期未换届工会")
    assert [due.number(year(number)) for number in (2011, 2012, 2013, 2016)] == [0, 1, 0, 1]
    assert [overdue.number(year(number)) for number in (2011, 2012, 2013)] == [0, 1, 0]
    assert due.names(year(2012)) == [union.name]


def test_a_term_that_was_renewed_early_was_due_in_the_year_it_would_have_ended(office: Office) -> None:
    """From June 2010 to June 2013, elected in March 2013: one of the terms that ended in 2013."""
    _elected_anew()
    assert find_figure("任期届满工会").number(year(2013)) == 1


@pytest.mark.parametrize(
    ("label", "kept"), [("任期届满工会", [None, None, 0]), ("到期未换届工会", [None, 0, 0])]
)
def test_before_the_first_known_term_nothing_is_told_of_terms(
    office: Office, label: str, kept: list[int | None]
) -> None:
    """The register begins with the third term, from June 2011: nobody can tell how the second went.

    What ran out in 2011 is asked of the terms of its first day, what is overdue of those of its last.
    """
    make_union(founded_on=date(2004, 6, 1), term_start=date(2011, 6, 1), term_end_set=None, term_no=3)
    figure = find_figure(label)
    assert [read_kept(figure, year(number)).number for number in (2010, 2011, 2012)] == kept


def test_the_first_term_began_with_the_founding(office: Office) -> None:
    """Founded in June 2006 for three years, the second term from March 2010: overdue at the end of 2009."""
    make_union(founded_on=date(2006, 6, 1), term_start=date(2010, 3, 1), term_end_set=None, term_no=2)
    overdue = find_figure("到期未换届工会")
    assert [read_kept(overdue, year(number)).number for number in (2008, 2009, 2010)] == [0, 1, 0]
    assert find_figure("任期届满工会").number(year(2009)) == 1


def test_a_term_mended_is_no_other_term(office: Office) -> None:
    """The same second term, its beginning first mistyped and its length wrong: nothing ran out in 2004."""
    union = make_union(founded_on=date(1998, 6, 1), term_start=date(2001, 6, 1), term_no=2, term_end_set=None)
    GrassrootsUnion.update(created_at=datetime(2011, 7, 1)).execute()
    keeping.assign(union, {"term_start": date(2011, 6, 1), "term_years": "5年"})
    keeping.save(UNIONS, union)
    union = GrassrootsUnion.get_by_id(union.id)
    assert (union.term_start, union.term_end) == (date(2011, 6, 1), date(2016, 6, 1))
    assert EarlierUnion.select().count() == 0


def test_a_term_from_a_leap_day_ends_on_the_last_of_february(office: Office) -> None:
    """From 29 February 2008 for three years: to 28 February 2011, as the register has it; not to 1 March."""
    start = {"founded_on": date(2008, 2, 29), "term_start": date(2011, 12, 1), "term_end_set": None}
    make_union(**start, term_no=2)
    due = find_figure("任期届满工会")
    assert due.number(Period(date(2011, 1, 1), date(2011, 2, 28), "1—2月")) == 1
    assert due.number(Period(date(2011, 3, 1), date(2011, 3, 31), "3月")) == 0


def test_who_holds_two_posts_is_one_person(office: Office) -> None:
    for post in ("委员", "经审委员"):
        make_seat(_own(), name="王芳", post=post)
    committee = find_figure("委员会委员")
    assert committee.number(YEAR) == 1
    assert [part.number(YEAR) for part in committee.parts if part.number(YEAR)] == [1, 1]


def test_a_union_dissolved_in_2011_still_stood_in_2010(office: Office) -> None:
    make_union(**GONE)
    assert [find_figure("基层工会").number(period) for period in (year(2010), YEAR)] == [1, 0]


def test_the_units_of_a_dissolved_union_are_no_longer_covered(office: Office) -> None:
    make_covered(make_union(**GONE))
    assert [find_figure("登记涵盖单位").number(period) for period in (year(2010), YEAR)] == [1, 0]


def test_an_election_of_the_office_itself_is_not_one_of_a_grassroots_union(office: Office) -> None:
    _election(_own())
    assert find_figure("换届工会").number(YEAR) == 0


def test_one_unit_under_two_unions_is_one_unit(office: Office) -> None:
    for _ in range(2):
        make_covered(make_union(), unit_name="第一商店")
    assert find_figure("登记涵盖单位").number(YEAR) == 1


@pytest.mark.parametrize(
    ("label", "column", "rest"),
    [
        ("基层工会", "union_type", STANDING),
        ("基层工会所有制", "ownership_kind", STANDING),
        ("联合基层工会", "ownership_kind", f"{STANDING} AND union_type <> '独立工会'"),
        ("登记企业", "ownership_kind", OPEN),
        ("委员会委员", "post", SEATED),
    ],
)
def test_they_are_parted_as_plain_sql_parts_them(
    open_sample: Path, label: str, column: str, rest: str
) -> None:
    counted = dict(rows(open_sample, f"SELECT {column}, COUNT(*) {rest} GROUP BY 1"))
    parts = {part.label.partition("·")[2]: part.number(YEAR) for part in find_figure(label).parts}
    assert {name: number for name, number in parts.items() if number} == counted


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2010), YEAR], ids=str)
def test_the_parts_add_up(period: Period) -> None:
    sums_hold(unions, period)


def test_unions_by_type_and_ownership_are_all_unions(open_sample: Path) -> None:
    table = unions.TYPE_BY_OWNERSHIP.read(YEAR)
    asked = f"SELECT COUNT(*) {STANDING} AND union_type = '独立工会' AND ownership_kind = '外资'"
    assert [(table.cell("独立工会", "外资"),)] == rows(open_sample, asked)
    assert sum(table.cell(row, None) for row in table.row_names) == 985


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("基层工会", "985 家 = 2011年12月31日已成立、未撤销、不是本会的基层工会数"),
        ("委员会委员", "6 人 = 本会2011年12月31日在任的委员会成员的人数，一人兼几职只计一次"),
        ("新建工会", "1 家 = 不是本会、成立日期在2011年、状态不是筹建的基层工会数"),
    ],
)
def test_they_say_what_they_are(label: str, sentence: str) -> None:
    assert explain(find_figure(label), YEAR) == sentence


def test_a_union_that_elected_twice_in_a_year_is_one_union(office: Office) -> None:
    union = make_union(term_no=2)
    for term, day in ((1, date(2011, 3, 1)), (2, date(2011, 9, 1))):
        make_election(union, held_on=day, term_no=term)
    assert find_figure("换届工会").number(YEAR) == 1
