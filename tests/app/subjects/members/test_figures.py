"""The figures of the office's own members: the sample's, and what a record more changes (domain 1.6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.figures.figure import Sum
from app.figures.wording import explain
from app.keeping import keeping
from app.office import Office
from app.registry import find_figure
from app.rules.periods import Period, half, months, year
from app.subjects.members import figures as members
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import DUES, MEMBERS
from tests.factories.people import make_event, make_member
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored, sums_hold
from tests.helpers.lives import entered_on
from tests.helpers.plain_sql import rows


def _roll(day: str) -> str:
    """Return plain SQL for the members whose last event up to a day was a coming."""
    return f"""
        SELECT member.* FROM member JOIN (
            SELECT member_id, kind, ROW_NUMBER() OVER (
                PARTITION BY member_id ORDER BY happened_on DESC, id DESC) AS place
            FROM membership_event WHERE deleted_at IS NULL AND happened_on <= '{day}'
        ) AS last ON last.member_id = member.id
        WHERE place = 1 AND kind IN ('入会', '转入', '恢复会籍') AND deleted_at IS NULL"""


END = _roll("2011-12-31")
DUES_OF_2011 = "FROM dues_payment WHERE deleted_at IS NULL AND substr(month, 1, 4) = '2011'"
DUES_OWED = """
    WITH RECURSIVE month(first) AS (
        SELECT '2011-01-01' UNION ALL SELECT date(first, '+1 month') FROM month WHERE first < '2011-12-01'
    )
    SELECT SUM(monthly_wage / 200) FROM month JOIN member ON member.deleted_at IS NULL
    WHERE (
        SELECT kind FROM membership_event WHERE member_id = member.id AND deleted_at IS NULL
        AND happened_on < date(first, '+1 month') ORDER BY happened_on DESC, id DESC LIMIT 1
    ) IN ('入会', '转入', '恢复会籍')
"""
"""Half a percent of the wage, for each month at whose end somebody is on the roll."""
SAMPLE: Expected = {
    "会员": 50,
    "农民工会员": f"SELECT SUM(is_migrant_worker) FROM ({END})",
    "新就业形态会员": 0,  # nobody spoke of them in 2011
    "新就业形态会员平台": 0,
    "发展新就业形态会员": 0,
    "新发展会员入会方式": 23,
    "会员年龄分布": 50,
    "会员文化程度": 50,
    "会员政治面貌": 50,
    "会员工作单位": f"SELECT COUNT(DISTINCT employer) FROM ({END}) WHERE employer NOT LIKE '灵活%'",
    "新发展会员": 23,
    "期初会员": f"SELECT COUNT(*) FROM ({_roll('2010-12-31')})",
    "会员增加": 23,
    "会员减少": f"SELECT COUNT(*) FROM membership_event WHERE kind = '转出' AND happened_on {IN}",
    "会费应收": DUES_OWED,
    "会费实收": f"SELECT SUM(paid) {DUES_OF_2011}",
    "会费收缴率": f"SELECT ROUND(1000.0 * SUM(paid) / ({DUES_OWED})) {DUES_OF_2011}",
    "缴费会员": f"SELECT COUNT(DISTINCT member_id) {DUES_OF_2011}",
}

LATER = dict.fromkeys(("applied_on", "approved_on"), date(2012, 1, 5))
_APPLIED = {"applied_on": date(2010, 3, 1)}
EARLIER = dict.fromkeys(("applied_on", "approved_on"), date(2010, 1, 5))


def _member(_: None, **values: object) -> Member:
    return make_member(**values)


def _dues(member: Member, *, month: str = "2011-04") -> DuesPayment:
    return keeping.save(DUES, DuesPayment(member=member, month=month, due=20_00, paid=15_00))


def _moved_out(member: Member, *, day: date = date(2011, 5, 6)) -> MembershipEvent:
    return make_event(member, "转出", day, other_union="康宁社区工会")


CASES = (
    Case(
        _member,
        LATER,
        dict.fromkeys(("会员", "会员年龄分布", "会员文化程度", "会员政治面貌", "会员工作单位"), 1),
    ),
    Case(_member, {"status": "待审批", "approved_on": None}, {"会员": 1}),
    Case(_member, {"employer": "灵活就业"}, {"会员工作单位": 1}),
    Case(
        lambda _, **values: make_member(**({"new_work": "快递员", "platform": "迅达快递"} | values)),
        {"new_work": None},
        dict.fromkeys(("新就业形态会员", "新就业形态会员平台", "发展新就业形态会员"), 1),
    ),
    Case(_member, EARLIER, {"新发展会员入会方式": 1}),
    Case(
        lambda _, **values: make_member(**({"is_migrant_worker": True} | values)),
        {"is_migrant_worker": False},
        {"农民工会员": 1},
    ),
    Case(_member, EARLIER, {"新发展会员": 1, "会员增加": 1}),
    Case(_member, {"join_mode": "转入", "other_union": "康宁社区工会"}, {"新发展会员": 1}),
    Case(lambda _, **values: make_member(**(EARLIER | values)), LATER, {"期初会员": 1}, edges=()),
    Case(
        _moved_out,
        {"day": date(2012, 1, 5)},
        {"会员减少": 1, "会员": 0},
        before=lambda: make_member(**EARLIER),
    ),
    Case(
        _dues,
        {"month": "2012-01"},
        {"会费应收": 20_00, "会费实收": 15_00, "会费收缴率": 750, "缴费会员": 1},
        before=make_member,
    ),
)

test_sample, test_following, test_complete, test_explained = hold(members, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "opening"), [(date(2010, 12, 31), 1), (date(2011, 1, 1), 0)])
def test_who_joins_on_new_years_day_was_no_member_before(day: date, opening: int) -> None:
    make_member(applied_on=day, approved_on=day)
    told = [find_figure(label).number(YEAR) for label in ("期初会员", "新发展会员", "会员")]
    assert told == [opening, 1 - opening, 1]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("day", "opening", "left", "at_end"),
    [
        (date(2010, 12, 31), 0, 0, 0),
        (date(2011, 1, 1), 1, 1, 0),
        (date(2011, 12, 31), 1, 1, 0),
        (date(2012, 1, 1), 1, 0, 1),
    ],
)
def test_who_leaves_is_off_the_roll_from_that_day_on(day: date, opening: int, left: int, at_end: int) -> None:
    _moved_out(make_member(**EARLIER), day=day)
    numbers = [find_figure(label).number(YEAR) for label in ("期初会员", "会员减少", "会员")]
    assert numbers == [opening, left, at_end]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("month", "counts"), [("2010-12", False), ("2011-01", True), ("2011-12", True), ("2012-01", False)]
)
def test_dues_are_those_of_the_months_of_the_period(month: str, counts: bool) -> None:
    _dues(make_member(**EARLIER), month=month)
    numbers = [find_figure(label).number(YEAR) for label in ("会费应收", "会费实收", "缴费会员")]
    assert numbers == ([20_00, 15_00, 1] if counts else [0, 0, 0])


@pytest.mark.parametrize("period", [half(2011, 1), YEAR], ids=str)
def test_twenty_three_joined_seventeen_of_them_migrant_workers(open_sample: Path, period: Period) -> None:
    joined = find_figure("新发展会员")
    assert joined.number(period) == 23
    assert [part.number(period) for part in joined.parts] == [17, 6]


@pytest.mark.parametrize(
    ("label", "column"),
    [("会员", "sex"), ("会员文化程度", "education"), ("会员政治面貌", "political_status")],
)
def test_the_roll_is_parted_as_plain_sql_parts_it(open_sample: Path, label: str, column: str) -> None:
    counted = dict(rows(open_sample, f"SELECT {column}, COUNT(*) FROM ({END}) GROUP BY 1"))
    parts = {part.label.partition("·")[2]: part.number(YEAR) for part in find_figure(label).parts}
    assert {name: number for name, number in parts.items() if number} == counted


def test_the_age_bands_are_those_of_whole_years_at_the_end_of_the_year(open_sample: Path) -> None:
    ages = [2011 - born for (born,) in rows(open_sample, f"SELECT substr(birth_date, 1, 4) + 0 FROM ({END})")]
    expected = [
        sum(age <= 35 for age in ages),
        sum(35 < age <= 45 for age in ages),
        sum(45 < age <= 55 for age in ages),
        sum(age > 55 for age in ages),
        0,
    ]
    assert [part.number(YEAR) for part in find_figure("会员年龄分布").parts] == expected


def test_whoever_turns_thirty_six_on_the_day_is_thirty_six(office: Office) -> None:
    make_member(birth_date=date(1975, 12, 31))
    make_member(birth_date=date(1976, 1, 1))
    assert [part.number(YEAR) for part in find_figure("会员年龄分布").parts] == [1, 1, 0, 0, 0]


def test_who_was_retained_before_does_not_leave_the_roll_again(office: Office) -> None:
    member = make_member(**EARLIER)
    make_event(member, "保留会籍", date(2010, 6, 1))
    make_event(member, "退会", date(2011, 6, 1))
    assert (
        find_figure("期初会员").number(YEAR),
        find_figure("会员减少").number(YEAR),
        find_figure("会员").number(YEAR),
    ) == (
        0,
        0,
        0,
    )
    sums_hold(members)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2009), year(2010), YEAR, half(2011, 1)], ids=str)
def test_opening_and_changes_make_the_closing(period: Period) -> None:
    sums_hold(members, period)


def test_members_by_sex_and_age_and_by_origin_are_all_members(open_sample: Path) -> None:
    by_age, by_sex = members.SEX_BY_AGE.read(YEAR), members.MIGRANT_BY_SEX.read(YEAR)
    assert by_age.row_names == ["男", "女"]
    assert sum(by_age.cell(row, column) for row in by_age.row_names for column in by_age.column_names) == 50
    asked = f"SELECT COUNT(*) FROM ({END}) WHERE is_migrant_worker AND sex = '女'"
    assert [(by_sex.cell("农民工", "女"),)] == rows(open_sample, asked)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("会员", "50 人 = 截至2011年12月31日会籍在册的会员数；本会会员，不含基层工会填报的人数"),
        ("会员减少", "1 人次 = 日期在2011年、不再是在册会员的会籍变动数"),
        (
            "会费应收",
            "6,145.50 元 = 2011年在册或登记了会费的会员应缴的会费合计；登记了应缴的按登记，"
            "其余按月工资和会费比例，逐月算到月末在册的每个会员；没有填月工资的不在内",
        ),
        (
            "会员年龄分布·36至45岁",
            "11 人 = 截至2011年12月31日会籍在册、2011年12月31日年龄36至45岁的会员数；"
            "35岁以下含35岁，56岁以上含56岁",
        ),
    ],
)
def test_they_say_what_they_are(label: str, sentence: str) -> None:
    assert explain(find_figure(label), YEAR) == sentence


def test_a_sum_that_leaves_somebody_out_says_so_with_both_sides(office: Office) -> None:
    make_member(**EARLIER)
    _moved_out(make_member(**EARLIER))
    make_member()
    told = Sum(members.on_roll, (members.opening,), less=(members.went,)).disagreement(YEAR)
    assert told == "会员 2 ≠ 期初会员 2 − 会员减少 1 = 1"


def test_a_sum_of_nothing_names_all_its_parts(office: Office) -> None:
    make_member()
    told = Sum(members.on_roll, (members.opening, members.migrants)).disagreement(YEAR)
    assert told == "会员 1 ≠ 期初会员 0 + 农民工会员 0 = 0"


@pytest.mark.usefixtures("office")
def test_who_pays_nothing_owes_dues_all_the_same() -> None:
    """Two on the roll all year at 4,000 yuan owe 20 a month, 480 together: one paid 240, half of it."""
    paying, _ = make_member(**EARLIER, monthly_wage=4000_00), make_member(**EARLIER, monthly_wage=4000_00)
    for month in range(1, 13):
        keeping.save(DUES, DuesPayment(member=paying, month=f"2011-{month:02}", due=20_00, paid=20_00))
    told = [find_figure(label).number(YEAR) for label in ("会费应收", "会费实收", "会费收缴率", "缴费会员")]
    assert told == [480_00, 240_00, 500, 1]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("joined", "left", "months"),
    [
        (date(2011, 4, 30), None, 9),  # dues run from the month of joining
        (date(2010, 4, 6), date(2011, 4, 30), 3),  # and not in that of leaving
        (date(2011, 3, 1), date(2011, 6, 1), 3),
        (date(2011, 12, 31), None, 1),
        (date(2012, 1, 1), None, 0),
    ],
)
def test_dues_are_owed_for_the_months_at_whose_end_somebody_is_a_member(
    joined: date, left: date | None, months: int
) -> None:
    member = make_member(applied_on=joined, approved_on=joined, monthly_wage=4000_00)
    if left is not None:
        make_event(member, "保留会籍", left)
    assert find_figure("会费应收").number(YEAR) == 20_00 * months


@pytest.mark.usefixtures("office")
def test_dues_follow_two_events_of_one_day_in_their_places() -> None:
    """Kept and resumed on one day, the second entered first: she stays a member and owes all year."""
    member = make_member(**EARLIER, monthly_wage=4000_00)
    for kind, place in (("恢复会籍", 2), ("保留会籍", 1)):
        stored(MembershipEvent(member=member, kind=kind, happened_on=date(2011, 6, 10), place=place))
    assert find_figure("会费应收").number(YEAR) == 12 * 20_00


@pytest.mark.usefixtures("office")
def test_a_wage_that_rises_today_leaves_the_dues_of_2011_as_they_were() -> None:
    """Half a percent of 5,000 is 25 a month; what she earns now is nothing to 2011 (domain 18)."""
    member = entered_on(make_member(**EARLIER, monthly_wage=5000_00), date(2010, 1, 4))
    keeping.assign(member, {"monthly_wage": 10_000_00})
    keeping.save(MEMBERS, member)
    assert find_figure("会费应收").number(YEAR) == 12 * 25_00


@pytest.mark.usefixtures("office")
def test_a_wage_that_rose_in_the_year_is_owed_from_that_month_on() -> None:
    """From July on 50 a month instead of 25: six months of each."""
    member = entered_on(make_member(**EARLIER, monthly_wage=5000_00), date(2010, 1, 4))
    keeping.assign(member, {"monthly_wage": 10_000_00, "told_on": date(2011, 7, 1)})
    keeping.save(MEMBERS, member)
    assert find_figure("会费应收").number(YEAR) == 6 * 25_00 + 6 * 50_00


def test_the_dues_of_a_year_are_those_of_its_months(open_sample: Path) -> None:
    """Every month told by itself, without those before and after it."""
    owed = find_figure("会费应收")
    assert sum(owed.number(month) or 0 for month in months(YEAR)) == owed.number(YEAR)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("kept", "resumed", "months"),
    [(date(2011, 5, 3), date(2011, 5, 28), 12), (date(2011, 5, 31), date(2011, 6, 1), 11)],
)
def test_a_month_is_owed_by_who_is_back_at_its_end(kept: date, resumed: date, months: int) -> None:
    member = make_member(**EARLIER, monthly_wage=4000_00)
    make_event(member, "保留会籍", kept)
    make_event(member, "恢复会籍", resumed)
    told = [find_figure(label).number(YEAR) for label in ("会费应收", "会员减少", "会员增加")]
    assert told == [20_00 * months, 1, 1]


@pytest.mark.usefixtures("office")
def test_who_left_and_joined_anew_is_newly_joined_and_owes_from_then_on() -> None:
    """退会 in 2010; a new procedure, so a new joining (domain 1.2): dues of June to December."""
    member = make_member(**EARLIER, monthly_wage=4000_00)
    make_event(member, "退会", date(2010, 5, 1))
    make_event(member, "入会", date(2011, 6, 1))
    told = [find_figure(label).number(YEAR) for label in ("新发展会员", "期初会员", "会员", "会费应收")]
    assert told == [1, 0, 1, 7 * 20_00]


@pytest.mark.usefixtures("office")
def test_what_a_member_in_the_recycle_bin_did_and_paid_counts_nowhere() -> None:
    member = make_member(**EARLIER, monthly_wage=4000_00)
    _moved_out(member)
    _dues(member)
    keeping.to_bin(MEMBERS, [member.id])
    labels = ("期初会员", "会员减少", "会费应收", "会费实收", "缴费会员")
    assert [find_figure(label).number(YEAR) for label in labels] == [0] * 5


def test_who_works_through_a_platform_is_told_by_group_and_by_how_they_joined(office: Office) -> None:
    make_member(new_work="货车司机", platform="满运平台", join_mode="流动窗口")
    make_member(new_work="外卖配送员", platform="即达外卖", join_mode="网上申请")
    make_member(new_work="外卖配送员", platform="即达外卖", join_mode="流动窗口")
    make_member(new_work="外卖配送员", applied_on=date(2010, 5, 1), approved_on=date(2010, 5, 8))
    make_member()
    assert {
        name: find_figure(f"新就业形态会员·{name}").number(YEAR) for name in ("货车司机", "外卖配送员")
    } == {
        "货车司机": 1,
        "外卖配送员": 3,
    }
    assert find_figure("新就业形态会员平台·即达外卖").number(YEAR) == 2
    assert find_figure("发展新就业形态会员").number(YEAR) == 3
    assert find_figure("新发展会员入会方式·流动窗口").number(YEAR) == 2


def test_who_left_the_platform_was_of_it_until_then(office: Office) -> None:
    rider = make_member(new_work="外卖配送员", platform="即达外卖", approved_on=date(2010, 3, 8), **_APPLIED)
    keeping.assign(rider, {"new_work": None, "platform": None, "told_on": date(2011, 6, 1)})
    keeping.save(MEMBERS, rider)
    counted = find_figure("新就业形态会员")
    assert (counted.number(year(2010)), counted.number(YEAR)) == (1, 0)


@pytest.mark.usefixtures("office")
def test_a_platform_that_nobody_works_through_any_more_still_has_its_part_of_its_years() -> None:
    """On the roll since 2011, through another from May 2012: the first is of 2011, the second of 2012."""
    member = make_member(new_work="外卖配送员", platform="甲外卖")
    keeping.assign(member, {"platform": "乙快送", "told_on": date(2012, 5, 1)})
    keeping.save(MEMBERS, member)
    figure = find_figure("新就业形态会员平台")
    parts = {part.label.partition("·")[2]: part for part in figure.parts}
    assert [parts[name].number(year(2011)) for name in ("甲外卖", "乙快送")] == [1, 0]
    assert [parts[name].number(year(2012)) for name in ("甲外卖", "乙快送")] == [0, 1]
