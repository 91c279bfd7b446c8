"""The rules of projects, teams, participants, awards and budget lines, one by one (domain 5.3 and 5.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.activities.contests.register import AWARDS, BUDGET, PARTICIPANTS, PROJECTS, TEAMS
from app.subjects.activities.records import (
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivityTeam,
)
from tests.factories.activities import (
    make_activity,
    make_award,
    make_line,
    make_participant,
    make_prize_limit,
    make_project,
    make_team,
    new_award,
    new_participant,
)
from tests.factories.people import make_enterprise, make_member
from tests.helpers.problems import blocked, warned

WANG = {"name": "王芳", "employer": "上海泰祥电器有限公司"}


def test_complete_rows_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    activity = make_activity()
    for register, row in (
        (PROJECTS, make_project(activity)),
        (TEAMS, make_team(activity)),
        (PARTICIPANTS, new_participant(activity)),
        (AWARDS, new_award(activity)),
        (BUDGET, make_line(activity)),
    ):
        assert blocked(register, row) == {}
        assert warned(register, row) == {}


def test_a_project_and_a_team_are_entered_once_for_an_event(office: Office) -> None:
    activity = make_activity()
    make_project(activity, name="桥牌")
    make_team(activity, name="一队")
    assert "已登记" in blocked(PROJECTS, ActivityProject(activity=activity, name="桥牌"))["name"]
    assert "已登记" in blocked(TEAMS, ActivityTeam(activity=activity, name="一队"))["name"]
    assert blocked(PROJECTS, ActivityProject(activity=make_activity(), name="桥牌")) == {}


def test_a_name_that_is_spoken_of_stays(office: Office) -> None:
    activity = make_activity()
    project, team = make_project(activity), make_team(activity)
    make_participant(activity, project=project.name, team=team.name)
    project.name, team.name = "国际象棋", "一队"
    assert "已有 1 条记录" in blocked(PROJECTS, project)["name"]
    assert "已有 1 条记录" in blocked(TEAMS, team)["name"]


def test_a_name_nobody_speaks_of_may_change(office: Office) -> None:
    project = make_project(make_activity())
    project.name = "国际象棋"
    assert blocked(PROJECTS, project) == {}


def test_a_team_counts_the_people_entered_for_it(office: Office) -> None:
    activity = make_activity()
    team = make_team(activity, headcount=2)
    make_participant(activity, team=team.name)
    assert "有 1 人" in warned(TEAMS, team)["headcount"]
    make_participant(activity, team=team.name)
    assert warned(TEAMS, team) == {}


def test_a_team_takes_the_name_of_its_enterprise(office: Office) -> None:
    unit = make_enterprise()
    assert make_team(make_activity(), enterprise=unit).unit_name == unit.name


def test_nobody_plays_in_two_teams_of_a_project(office: Office) -> None:
    activity = make_activity()
    make_project(activity)
    make_team(activity, name="一队")
    make_team(activity, name="二队")
    make_participant(activity, **WANG, project="中国象棋", team="一队")
    twin = new_participant(activity, **WANG, project="中国象棋", team="二队")
    assert "一人不能参加两队" in blocked(PARTICIPANTS, twin)["team"]


def test_somebody_may_take_part_in_two_projects_and_two_events(office: Office) -> None:
    activity = make_activity()
    make_project(activity)
    make_project(activity, name="桥牌")
    make_participant(activity, **WANG, project="中国象棋")
    assert blocked(PARTICIPANTS, new_participant(activity, **WANG, project="桥牌")) == {}
    assert blocked(PARTICIPANTS, new_participant(make_activity(), **WANG)) == {}


def test_nobody_is_entered_twice(office: Office) -> None:
    activity = make_activity()
    kept = make_participant(activity, **WANG)
    assert "已登记参加这次活动" in blocked(PARTICIPANTS, new_participant(activity, **WANG))["name"]
    assert blocked(PARTICIPANTS, kept) == {}
    other = new_participant(activity, name="王芳", employer="有司建筑公司")
    assert blocked(PARTICIPANTS, other) == {}, "a name alone never merges two people"


def test_a_participant_is_known_among_several_of_her_name(office: Office) -> None:
    activity = make_activity()
    for mobile in ("13900139000", "13800138000"):
        make_participant(activity, **WANG, mobile=mobile)
    again = new_participant(activity, **WANG, mobile="13800138000")
    assert "已登记参加这次活动" in blocked(PARTICIPANTS, again)["name"]


def test_two_members_of_one_name_and_unit_are_two_people(office: Office) -> None:
    activity = make_activity()
    make_participant(activity, member=make_member(name="王芳"))
    assert blocked(PARTICIPANTS, new_participant(activity, member=make_member(name="王芳"))) == {}


def test_a_number_is_worn_by_one_person_of_a_project(office: Office) -> None:
    activity = make_activity()
    make_project(activity)
    make_participant(activity, **WANG, number="12")
    assert "王芳" in blocked(PARTICIPANTS, new_participant(activity, number="12"))["number"]
    assert blocked(PARTICIPANTS, new_participant(activity, number="12", project="中国象棋")) == {}


@pytest.mark.parametrize("name", ["project", "team"])
def test_a_participant_names_a_project_and_a_team_that_there_are(office: Office, name: str) -> None:
    activity = make_activity()
    make_project(make_activity(), name="桥牌")
    make_team(make_activity(), name="桥牌")
    participant = new_participant(activity, **{name: "桥牌"})
    assert "先登记" in blocked(PARTICIPANTS, participant)[name]
    make_project(activity, name="桥牌")
    make_team(activity, name="桥牌")
    assert blocked(PARTICIPANTS, participant) == {}


@pytest.mark.parametrize(
    ("signed_at", "signed_in", "wrong"), [("8:30", True, set()), ("8:30", False, {"signed_in"})]
)
def test_who_has_a_time_of_signing_in_has_signed_in(
    office: Office, signed_at: str, signed_in: bool, wrong: set[str]
) -> None:
    participant = new_participant(make_activity(), signed_at=signed_at, signed_in=signed_in)
    assert set(blocked(PARTICIPANTS, participant)) == wrong


def test_who_enters_after_the_last_day_is_a_walk_in(office: Office) -> None:
    activity = make_activity(enter_by=date(2011, 3, 5))
    late = new_participant(activity, entered_on=date(2011, 3, 6))
    assert "是否现场报名" in warned(PARTICIPANTS, late)["walk_in"]
    late.walk_in = True
    assert warned(PARTICIPANTS, late) == {}
    assert warned(PARTICIPANTS, new_participant(activity, entered_on=date(2011, 3, 5))) == {}


def test_a_member_lends_name_and_unit(office: Office) -> None:
    member = make_member(name="单小芸", employer="有司建筑公司")
    kept = make_participant(make_activity(), member=member)
    assert (kept.name, kept.employer) == ("单小芸", "有司建筑公司")


def test_a_member_under_another_name_is_forbidden(office: Office) -> None:
    participant = new_participant(make_activity(), member=make_member(name="单小芸"), name="王芳")
    assert "所选会员是单小芸" in blocked(PARTICIPANTS, participant)["name"]


def test_a_participant_who_may_be_a_member_is_doubtful(office: Office) -> None:
    make_member(**WANG)
    assert "选择会员" in warned(PARTICIPANTS, new_participant(make_activity(), **WANG))["member"]


def test_an_award_has_a_rank(office: Office) -> None:
    assert blocked(AWARDS, new_award(make_activity(), rank=None)) == {"rank": "请填写名次"}


@pytest.mark.parametrize("kind", ["个人", "队", "单位"])
def test_an_award_names_its_winner_unless_it_is_ours(office: Office, kind: str) -> None:
    activity = make_activity()
    problems = blocked(AWARDS, new_award(activity, recipient_kind=kind, winner=None))
    assert problems == {"winner": f"获奖对象为“{kind}”，请填写获奖者"}
    assert blocked(AWARDS, new_award(activity, recipient_kind="本会", winner=None)) == {}


def test_another_rank_is_called_by_its_name(office: Office) -> None:
    award = new_award(make_activity(), rank="其他")
    assert "rank_text" in blocked(AWARDS, award)
    award.rank_text = "最佳新人"
    assert blocked(AWARDS, award) == {}


@pytest.mark.parametrize(
    ("rank", "top"),
    [("第1名", True), ("第2名", True), ("第3名", True), ("第4名", False), ("优胜奖", False),
     ("优秀组织奖", False)],
)  # fmt: skip
def test_a_merit_prize_is_none_of_the_first_three(office: Office, rank: str, top: bool) -> None:
    assert make_award(make_activity(), rank=rank).top_three is top


def test_an_award_follows_the_event_and_is_not_of_tomorrow(office: Office) -> None:
    activity = make_activity()
    early = new_award(activity, awarded_on=date(2011, 3, 11))
    assert "早于活动开始日期" in blocked(AWARDS, early)["awarded_on"]
    tomorrow = new_award(activity, awarded_on=date.today() + timedelta(days=1))
    assert "在今天之后" in blocked(AWARDS, tomorrow)["awarded_on"]
    assert blocked(AWARDS, new_award(activity, awarded_on=date(2011, 3, 12))) == {}


def test_nothing_is_won_at_an_event_that_was_called_off(office: Office) -> None:
    activity = make_activity(status="取消", cancel_reason="下雨")
    assert "已取消" in blocked(AWARDS, new_award(activity))["rank"]


def test_the_same_award_twice_is_doubtful(office: Office) -> None:
    activity = make_activity()
    make_award(activity)
    assert "同一获奖者" in warned(AWARDS, new_award(activity))["winner"]
    assert warned(AWARDS, new_award(activity, rank="第2名")) == {}


def test_an_award_is_won_in_a_project_that_there_is(office: Office) -> None:
    assert "project" in blocked(AWARDS, new_award(make_activity(), project="桥牌"))


def test_a_winning_team_that_is_not_entered_is_doubtful(office: Office) -> None:
    activity = make_activity()
    award = new_award(activity, recipient_kind="队", winner="一队")
    assert "winner" in warned(AWARDS, award)
    make_team(activity, name="一队")
    assert warned(AWARDS, award) == {}


@pytest.mark.parametrize(
    ("kind", "amount", "told"),
    [("个人", 100_00, ""), ("个人", 100_01, "个人奖品上限 100.00"), ("队", 300_00, ""),
     ("队", 300_01, "团队奖品上限 300.00")],
)  # fmt: skip
def test_a_prize_beyond_the_years_limit_is_doubtful(
    office: Office, kind: str, amount: int, told: str
) -> None:
    make_prize_limit()
    activity = make_activity()
    make_team(activity, name="王芳")
    award = new_award(activity, recipient_kind=kind, amount=amount)
    assert told in warned(AWARDS, award).get("amount", "")
    assert ("amount" in warned(AWARDS, award)) == bool(told)


def test_a_prize_that_takes_the_sum_over_the_budget_is_doubtful(office: Office) -> None:
    activity = make_activity(budget_total=100_00)
    first = make_award(activity, amount=60_00)
    problems = warned(AWARDS, new_award(activity, rank="第2名", amount=40_01))
    assert "奖品合计 100.01 元" in problems["amount"]
    first.amount = 100_00
    assert warned(AWARDS, first) == {}


def test_a_budget_line_buys_something(office: Office) -> None:
    line = ActivityBudgetLine(activity=make_activity(), item="奖品", unit_price=50_00, quantity=0)
    assert "quantity" in blocked(BUDGET, line)


def test_what_a_line_plans_is_price_times_quantity(office: Office) -> None:
    assert make_line(make_activity(), quantity=13, unit_price=25_50).planned == 331_50


def test_money_spent_has_a_voucher_and_keeps_to_the_plan(office: Office) -> None:
    line = make_line(make_activity())
    line.actual = 500_01
    assert set(warned(BUDGET, line)) == {"voucher_no", "actual"}
    line.actual, line.voucher_no = 500_00, "12"
    assert warned(BUDGET, line) == {}


def test_nothing_spent_needs_no_voucher(office: Office) -> None:
    line = make_line(make_activity())
    line.actual = 0
    assert warned(BUDGET, line) == {}


def test_a_participant_needs_a_name_and_a_unit(office: Office) -> None:
    problems = blocked(PARTICIPANTS, ActivityParticipant(activity=make_activity()))
    assert problems.keys() == {"name", "employer"}
