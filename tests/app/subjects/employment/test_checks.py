"""The rules of help with finding work, one by one (domain 7.1 and 7.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.employment.fairs.register import EMPLOYERS, FAIRS, POSTS
from app.subjects.employment.intentions.register import INTENTIONS
from app.subjects.employment.notices.register import NOTICES, SCREENS
from tests.factories.employment import (
    make_employer,
    make_fair,
    make_intention,
    make_notice,
    make_post,
    new_broadcast,
    new_employer,
    new_fair,
    new_intention,
    new_notice,
    new_post,
)
from tests.factories.people import make_enterprise, resident_id
from tests.helpers.problems import blocked, warned


def test_complete_records_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    fair = make_fair()
    employer = make_employer(fair)
    records = (
        (FAIRS, fair),
        (EMPLOYERS, employer),
        (POSTS, make_post(employer)),
        (INTENTIONS, make_intention()),
        (NOTICES, make_notice()),
        (SCREENS, new_broadcast()),
    )
    for register, record in records:
        assert (blocked(register, record), warned(register, record)) == ({}, {}), register.key


@pytest.mark.parametrize("name", ["name", "mobile", "wanted_post"])
def test_a_wish_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    intention = new_intention()
    setattr(intention, name, None)
    assert blocked(INTENTIONS, intention)[name].startswith("请填写")


def test_a_wish_without_an_identity_number_is_enough(office: Office) -> None:
    assert blocked(INTENTIONS, new_intention(id_number=None)) == {}


@pytest.mark.parametrize(("openings", "doubtful"), [(147, True), (148, False)])
def test_fewer_openings_than_employers_are_doubtful(office: Office, openings: int, doubtful: bool) -> None:
    fair = new_fair(employers_came=148, openings=openings)
    assert ("openings" in warned(FAIRS, fair)) == doubtful


@pytest.mark.parametrize("name", ["registered_there", "agreed", "hired"])
def test_more_outcomes_than_seekers_are_doubtful(office: Office, name: str) -> None:
    assert "多于求职人次" in warned(FAIRS, new_fair(seekers=10, **{name: 11}))[name]
    assert warned(FAIRS, new_fair(seekers=10, **{name: 10})) == {}


def test_sums_typed_by_hand_are_held_against_the_rows(office: Office) -> None:
    fair = make_fair(employers_came=3, openings=12, registered_there=2)
    make_post(make_employer(fair, came=True), headcount=5)
    make_post(make_employer(fair), headcount=6)
    make_post(make_employer(fair, came=False), headcount=40)
    make_intention(fair=fair)
    problems = warned(FAIRS, fair)
    assert problems["employers_came"] == "填的是 3，逐项登记的合计是 2，请核对"
    assert problems["openings"] == "填的是 12，逐项登记的合计是 11，请核对"
    assert problems["registered_there"] == "填的是 2，逐项登记的合计是 1，请核对"


def test_a_fair_without_rows_stands_by_its_typed_sums(office: Office) -> None:
    assert warned(FAIRS, make_fair(employers_came=148, openings=1023, seekers=2046)) == {}


@pytest.mark.parametrize(
    ("name", "held_on", "doubtful"),
    [
        ("2011年元旦春节送温暖援助服务日活动", date(2010, 12, 28), False),
        ("2011年元旦春节送温暖援助服务日活动", date(2011, 1, 15), False),
        ("2011年元旦春节送温暖援助服务日活动", date(2011, 12, 28), True),
        ("2011年元旦春节送温暖援助服务日活动", date(2010, 1, 15), True),
        ("2011年夏季招聘会", date(2011, 7, 2), False),
        ("2011年夏季招聘会", date(2010, 12, 28), True),
        ("夏季招聘会", date(2010, 12, 28), False),
    ],
)
def test_a_fair_outside_the_year_of_its_name_is_doubtful(
    office: Office, name: str, held_on: date, doubtful: bool
) -> None:
    assert ("held_on" in warned(FAIRS, new_fair(name=name, held_on=held_on))) == doubtful


def test_a_fair_was_not_held_before_its_day(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    coming = new_fair(name="招聘会", held_on=tomorrow, status="已举办")
    assert blocked(FAIRS, coming).keys() == {"held_on"}
    assert blocked(FAIRS, new_fair(name="招聘会", held_on=date.today(), status="已举办")) == {}


def test_a_fair_is_summed_up_in_words(office: Office) -> None:
    assert blocked(FAIRS, new_fair(status="已总结")) == {"summary": "状态为“已总结”，请填写小结"}


def test_an_employer_has_one_stand_at_a_fair(office: Office) -> None:
    fair, other = make_fair(), make_fair(name="2011年秋季招聘会", held_on=date(2011, 9, 3))
    make_employer(fair, name="有司建筑公司")
    assert "只设一个展位" in blocked(EMPLOYERS, new_employer(fair, name="有司建筑公司"))["name"]
    assert blocked(EMPLOYERS, new_employer(other, name="有司建筑公司")) == {}


def test_a_unit_under_its_short_name_is_the_same_employer(office: Office) -> None:
    unit = make_enterprise(short_name="有司建筑")
    fair = make_fair()
    make_employer(fair, name=unit.name)
    assert "name" in blocked(EMPLOYERS, new_employer(fair, name="有司建筑"))


def test_a_stand_has_one_employer(office: Office) -> None:
    fair = make_fair()
    first = make_employer(fair, stand_no="A01")
    assert first.name in blocked(EMPLOYERS, new_employer(fair, stand_no="A01"))["stand_no"]
    assert blocked(EMPLOYERS, new_employer(fair, stand_no="A02")) == {}


def test_an_employer_whose_licence_nobody_saw_is_doubtful(office: Office) -> None:
    assert warned(EMPLOYERS, new_employer(make_fair(), licence_checked=False)).keys() == {"licence_checked"}


def test_an_employer_that_stayed_away_is_doubtful_at_the_next_fair(office: Office) -> None:
    spring = make_fair(name="春招", held_on=date(2011, 3, 5))
    summer = make_fair(name="夏招", held_on=date(2011, 6, 4))
    autumn = make_fair(name="秋招", held_on=date(2011, 9, 3))
    make_employer(spring, name="明泰印刷厂", came=False)
    again = make_employer(summer, name="明泰印刷厂", came=True)
    assert "“春招”登记后没有到场" in warned(EMPLOYERS, again)["name"]
    assert warned(EMPLOYERS, new_employer(autumn, name="明泰印刷厂")) == {}


def test_a_post_wants_somebody(office: Office) -> None:
    employer = make_employer(make_fair())
    assert blocked(POSTS, new_post(employer, headcount=0)) == {"headcount": "至少 1 人"}
    assert blocked(POSTS, new_post(employer, headcount=1)) == {}


def test_a_wage_ends_where_it_began_or_higher(office: Office) -> None:
    employer = make_employer(make_fair())
    problems = blocked(POSTS, new_post(employer, wage_from=1_500_00, wage_to=1_499_99))
    assert problems == {"wage_to": "低于月薪起 1,500.00 元，请核对"}
    assert blocked(POSTS, new_post(employer, wage_from=1_500_00, wage_to=1_500_00)) == {}


@pytest.mark.parametrize(
    ("name", "limit"), [("sex_wanted", "男"), ("sex_wanted", "女"), ("age_wanted", "35岁以下")]
)
def test_limits_of_sex_and_age_are_doubtful(office: Office, name: str, limit: str) -> None:
    post = new_post(make_employer(make_fair()), **{name: limit})
    assert "就业歧视" in warned(POSTS, post)[name]


def test_a_seeker_registers_once_a_day(office: Office) -> None:
    number = resident_id()
    make_intention(id_number=number)
    assert blocked(INTENTIONS, new_intention(id_number=number)).keys() == {"id_number"}
    assert blocked(INTENTIONS, new_intention(id_number=number, registered_on=date(2011, 3, 9))) == {}


def test_a_seeker_is_known_by_name_and_phone_where_a_number_is_lacking(office: Office) -> None:
    make_intention(name="王芳", mobile="13800138000")
    assert blocked(INTENTIONS, new_intention(name="王芳", mobile="13800138000")).keys() == {"name"}


def test_the_same_name_alone_is_doubtful_only(office: Office) -> None:
    first = make_intention(name="王芳", mobile="13800138000")
    other = new_intention(name="王芳", mobile="13900139000")
    assert blocked(INTENTIONS, other) == {}
    assert first.intention_no in warned(INTENTIONS, other)["name"]


def test_a_seeker_is_known_among_several_of_her_name(office: Office) -> None:
    for mobile in ("13900139000", "13800138000"):
        make_intention(name="王芳", mobile=mobile)
    assert blocked(INTENTIONS, new_intention(name="王芳", mobile="13800138000")).keys() == {"name"}


def test_two_of_one_name_with_two_numbers_are_two_people(office: Office) -> None:
    make_intention(name="王芳", id_number=resident_id())
    other = new_intention(name="王芳", id_number=resident_id())
    assert (blocked(INTENTIONS, other), warned(INTENTIONS, other)) == ({}, {})


@pytest.mark.parametrize(
    ("wishes", "too_many"), [("保洁、保安、厨师", False), ("保洁、保安，厨师；司机", True)]
)
def test_at_most_three_posts_are_wished_for(office: Office, wishes: str, too_many: bool) -> None:
    assert ("wanted_post" in blocked(INTENTIONS, new_intention(wanted_post=wishes))) == too_many


@pytest.mark.parametrize(("born", "too_young"), [(date(1995, 3, 9), True), (date(1995, 3, 8), False)])
def test_a_seeker_is_sixteen(office: Office, born: date, too_young: bool) -> None:
    assert ("birth_date" in blocked(INTENTIONS, new_intention(birth_date=born))) == too_young


@pytest.mark.parametrize(("born", "doubtful"), [(date(1965, 8, 1), True), (date(1965, 9, 1), False)])
def test_a_seeker_past_the_age_of_retirement_is_told_of_the_service_contract(
    office: Office, born: date, doubtful: bool
) -> None:
    """Men of August 1965 retire at 60 years and 2 months, of September at 60 and 3 (domain 6.2 and 18)."""
    seeker = new_intention(id_number=resident_id(born, "男"), registered_on=date(2025, 11, 30))
    assert ("birth_date" in warned(INTENTIONS, seeker)) == doubtful
    assert "birth_date" not in blocked(INTENTIONS, seeker)


def test_a_wish_is_not_registered_in_the_future(office: Office) -> None:
    tomorrow = date.today() + timedelta(days=1)
    assert "registered_on" in blocked(INTENTIONS, new_intention(registered_on=tomorrow))


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [
        ("推荐单位", {"recommended_to", "recommended_on"}),
        ("面试", {"interviewed_on"}),
        ("录用", {"hired_by", "hired_on"}),
        ("未就业", {"jobless_reason"}),
    ],
)
def test_an_outcome_is_told(office: Office, outcome: str, asked: set[str]) -> None:
    assert blocked(INTENTIONS, new_intention(outcome=outcome)).keys() == asked


def test_nobody_is_hired_before_registering(office: Office) -> None:
    hired = {"outcome": "录用", "hired_by": "有司建筑公司"}
    early = new_intention(**hired, hired_on=date(2011, 3, 7))
    assert "早于登记日期" in blocked(INTENTIONS, early)["hired_on"]
    assert blocked(INTENTIONS, new_intention(**hired, hired_on=date(2011, 3, 8))) == {}


def test_notices_are_counted(office: Office) -> None:
    assert blocked(NOTICES, new_notice(copies=0)) == {"copies": "至少 1 份"}


def test_a_notice_is_not_taken_down_before_it_was_put_up(office: Office) -> None:
    assert blocked(NOTICES, new_notice(taken_down_on=date(2011, 2, 14))).keys() == {"taken_down_on"}
    assert blocked(NOTICES, new_notice(taken_down_on=date(2011, 2, 15))) == {}


def test_the_same_notice_twice_in_a_compound_is_doubtful(office: Office) -> None:
    first = make_notice()
    assert warned(NOTICES, new_notice()).keys() == {"compound"}
    assert warned(NOTICES, new_notice(compound="祥安里")) == {}
    keeping.to_bin(NOTICES, [first.id])
    assert warned(NOTICES, new_notice()) == {}


def test_an_announcement_does_not_end_before_it_began(office: Office) -> None:
    assert blocked(SCREENS, new_broadcast(last_on=date(2011, 2, 13))).keys() == {"last_on"}
