"""The life of an event, and what it counts (domain 5.3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria, summary
from app.office import Office
from app.subjects.activities.contests.register import AWARDS, PARTICIPANTS, TEAMS
from app.subjects.activities.records import Activity
from app.subjects.activities.register import ACTIVITIES, SERIES
from tests.factories.activities import (
    make_activity,
    make_award,
    make_edition,
    make_line,
    make_participant,
    make_project,
    make_series,
    make_team,
)
from tests.factories.people import make_member
from tests.helpers.problems import advance, forbidden, step_called

STATES = ("计划", "报名", "进行", "结束", "已总结", "取消")
STEPS: dict[str, tuple[set[str], str, dict[str, object]]] = {
    "开始报名": ({"计划"}, "报名", {"enter_by": date(2011, 3, 5)}),
    "活动开始": ({"计划", "报名"}, "进行", {}),
    "活动结束": ({"进行"}, "结束", {"ends_on": date(2011, 3, 13)}),
    "总结": ({"结束"}, "已总结", {"summary": "145人参加，圆满结束"}),
    "取消活动": ({"计划", "报名", "进行"}, "取消", {"cancel_reason": "下雨"}),
    "恢复活动": ({"取消"}, "计划", {}),
}


def _activity(state: str) -> Activity:
    told = {"已总结": {"summary": "圆满结束"}, "取消": {"cancel_reason": "下雨"}}.get(state, {})
    return make_activity(status=state, stated_count=145, stated_source="签到表", **told)


def _kept(activity: Activity) -> Activity:
    return Activity.get_by_id(activity.id)


def test_no_step_is_untested() -> None:
    assert {step.title for step in ACTIVITIES.steps} == STEPS.keys()


@pytest.mark.parametrize("title", STEPS)
def test_a_step_starts_from_its_states_only(office: Office, title: str) -> None:
    sources, target, asked = STEPS[title]
    for state in STATES:
        activity = _activity(state)
        assert (step_called(ACTIVITIES, title) in ACTIVITIES.next_steps(activity)) == (state in sources)
        if state in sources:
            advance(ACTIVITIES, activity, title, asked)
            assert _kept(activity).status == target
        else:
            with pytest.raises(Refused, match=f"现在是“{state}”，不能“{title}”"):
                advance(ACTIVITIES, activity, title, asked)
        keeping.to_bin(ACTIVITIES, [activity.id])


@pytest.mark.parametrize("title", [title for title, (_, _, asked) in STEPS.items() if asked])
def test_a_step_asks_for_what_it_needs(office: Office, title: str) -> None:
    sources, _, asked = STEPS[title]
    with pytest.raises(Blocked):
        advance(ACTIVITIES, _activity(sorted(sources)[0]), title, dict.fromkeys(asked))


def test_an_event_does_not_begin_before_its_day(office: Office) -> None:
    tomorrow = make_activity(starts_on=date.today() + timedelta(days=1))
    assert "还没有到开始日期" in forbidden(ACTIVITIES, tomorrow, "活动开始")["starts_on"]


def test_an_event_ends_with_people_who_came(office: Office) -> None:
    activity = make_activity(status="进行")
    assert "stated_count" in forbidden(ACTIVITIES, activity, "活动结束", **STEPS["活动结束"][2])
    make_participant(activity)
    assert forbidden(ACTIVITIES, _kept(activity), "活动结束", **STEPS["活动结束"][2]) == {}


def test_an_event_at_which_something_was_won_is_not_cancelled(office: Office) -> None:
    activity = make_activity(status="进行")
    make_award(activity)
    problems = forbidden(ACTIVITIES, _kept(activity), "取消活动", cancel_reason="下雨")
    assert "已登记获奖" in problems["cancel_reason"]


def test_who_came_is_counted_by_signing_in_else_by_entry(office: Office) -> None:
    activity = make_activity(status="进行")
    assert _kept(activity).attended is None
    first = make_participant(activity)
    make_participant(activity)
    assert _kept(activity).attended == 2
    first.signed_in = True
    keeping.save(PARTICIPANTS, first)
    assert (_kept(activity).attended, _kept(activity).entered) == (1, "2")


def test_a_number_typed_in_counts_before_the_people_entered(office: Office) -> None:
    activity = make_activity(status="进行", stated_count=145, stated_source="秩序册")
    make_participant(activity)
    assert _kept(activity).attended == 145


@pytest.mark.parametrize("state", ["计划", "报名", "取消"])
def test_nobody_came_to_what_did_not_take_place(office: Office, state: str) -> None:
    activity = make_activity(status=state, cancel_reason="下雨")
    make_participant(activity)
    assert (_kept(activity).attended, _kept(activity).entered) == (None, "1")


def test_persons_are_counted_once_in_however_many_projects(office: Office) -> None:
    activity = make_activity(status="进行")
    make_project(activity)
    make_project(activity, name="桥牌")
    member = make_member(name="王芳")
    for project in ("中国象棋", "桥牌"):
        make_participant(activity, member=member, project=project)
        make_participant(activity, name="李强", employer="有司建筑公司", project=project)
    make_participant(activity, name="李强", employer="广达汽修", project="桥牌")
    make_participant(activity, member=make_member(name="王芳"), project="桥牌")
    assert _kept(activity).attended == 4


def test_rows_in_the_recycle_bin_count_for_nothing(office: Office) -> None:
    activity = make_activity(status="进行")
    participant, team, award = make_participant(activity), make_team(activity), make_award(activity)
    for register, row in ((PARTICIPANTS, participant), (TEAMS, team), (AWARDS, award)):
        keeping.to_bin(register, [row.id])
    kept = _kept(activity)
    assert (kept.attended, kept.awarded, kept.teams, kept.entered) == (None, None, "0", "0")


def test_teams_awards_and_budget_are_summed_up(office: Office) -> None:
    activity = make_activity(status="结束")
    for name in ("一队", "二队"):
        make_team(activity, name=name)
    make_award(activity)
    make_line(activity, actual=480_50, voucher_no="12")
    make_line(activity, item="场地", quantity=1, unit_price=300_00)
    kept = _kept(activity)
    assert (kept.teams, kept.awarded, kept.plan_sum, kept.spent_sum) == ("2", 1, "800.00", "480.50")


def test_an_event_goes_into_the_bin_and_out_again_with_its_rows(office: Office) -> None:
    activity = make_activity(status="结束")
    make_project(activity)
    make_participant(activity, project="中国象棋")
    make_award(activity, project="中国象棋")
    keeping.to_bin(ACTIVITIES, [activity.id])
    assert summary(PARTICIPANTS, Criteria(), 0) == "共 0 人次"
    keeping.restore(ACTIVITIES, [activity.id])
    assert summary(PARTICIPANTS, Criteria(), 1) == "共 1 人次"
    assert _kept(activity).attended == 1


def test_the_number_of_an_event_bears_its_year(office: Office) -> None:
    assert make_activity().activity_no == "TY-HD-2011-0001"


def test_the_headline_tells_an_edition_that_beat_all_others(office: Office) -> None:
    series = make_series()
    third, fourth = make_edition(series, 3, 120, 20), make_edition(series, 4, 145, 28)
    assert ACTIVITIES.headline is not None
    assert ACTIVITIES.headline(fourth) == "参加人数、获奖数均为历届之最"
    assert ACTIVITIES.headline(third) == ""


def test_the_editions_hang_on_their_series(office: Office) -> None:
    assert [(child.register.key, child.owner.required) for child in SERIES.children] == [
        ("activities", False)
    ]
