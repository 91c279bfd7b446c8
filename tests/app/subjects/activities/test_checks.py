"""The rules of events, one by one (domain 5.3 and 5.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.activities.contests.register import TEAMS
from app.subjects.activities.records import Activity, ActivitySeries
from app.subjects.activities.register import ACTIVITIES, SERIES
from tests.factories.activities import (
    make_activity,
    make_award,
    make_edition,
    make_line,
    make_participant,
    make_series,
    make_team,
    new_activity,
)
from tests.helpers.problems import blocked, warned

STATED = {"stated_count": 10, "stated_source": "签到表"}


def test_a_complete_event_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    assert blocked(ACTIVITIES, new_activity()) == {}
    assert warned(ACTIVITIES, new_activity()) == {}


@pytest.mark.parametrize("name", ["name", "kind", "starts_on", "ends_on"])
def test_an_event_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    activity = new_activity()
    setattr(activity, name, None)
    assert blocked(ACTIVITIES, activity)[name] == f"请填写{Activity.described()[name].label}"


def test_an_event_ends_after_it_begins_and_sign_up_ends_before(office: Office) -> None:
    days = {"starts_on": date(2011, 3, 12), "ends_on": date(2011, 3, 11)}
    assert "早于开始日期" in blocked(ACTIVITIES, new_activity(**days))["ends_on"]
    late = new_activity(enter_by=date(2011, 3, 13))
    assert "早于报名截止" in blocked(ACTIVITIES, late)["starts_on"]


def test_an_event_of_more_than_a_year_is_doubtful(office: Office) -> None:
    activity = new_activity(starts_on=date(2011, 3, 1), ends_on=date(2012, 3, 2))
    assert "超过一年" in warned(ACTIVITIES, activity)["ends_on"]
    activity.ends_on = date(2012, 3, 1)
    assert warned(ACTIVITIES, activity) == {}


@pytest.mark.parametrize(
    ("name", "doubtful"), [("2010年迎春联谊会", True), ("2011年迎春联谊会", False), ("12011年志愿行", False)]
)
def test_a_day_outside_the_year_of_the_name_is_doubtful(office: Office, name: str, doubtful: bool) -> None:
    assert ("starts_on" in warned(ACTIVITIES, new_activity(name=name))) == doubtful


@pytest.mark.parametrize("status", ["进行", "结束"])
def test_what_is_to_come_has_not_taken_place(office: Office, status: str) -> None:
    tomorrow = date.today() + timedelta(days=1)
    problems = blocked(ACTIVITIES, new_activity(starts_on=tomorrow, status=status))
    assert "还没有开始" in problems["starts_on"]


def test_what_goes_on_is_not_over(office: Office) -> None:
    today = date.today()
    activity = new_activity(starts_on=today, ends_on=today + timedelta(days=1), status="结束")
    assert "还没有结束" in blocked(ACTIVITIES, activity)["ends_on"]
    activity.status = "进行"
    assert blocked(ACTIVITIES, activity) == {}


def test_the_same_event_of_a_day_is_entered_once(office: Office) -> None:
    first = make_activity(name="企业迎春联谊会")
    sentence = blocked(ACTIVITIES, new_activity(name="企业迎春联谊会"))["name"]
    assert first.activity_no in sentence
    assert blocked(ACTIVITIES, new_activity(name="企业迎春联谊会", starts_on=date(2010, 3, 12))) == {}
    assert blocked(ACTIVITIES, first) == {}


def test_an_edition_without_a_series_is_doubtful(office: Office) -> None:
    assert warned(ACTIVITIES, new_activity(edition=4))["series"] == "填了届次，请选系列"


def test_editions_count_from_one(office: Office) -> None:
    assert "edition" in blocked(ACTIVITIES, new_activity(edition=0, series=make_series()))


def test_an_edition_of_a_series_is_entered_once(office: Office) -> None:
    series = make_series()
    held = make_edition(series, 4, 145, 28)
    twin = new_activity(series=series, edition=4)
    assert held.name in blocked(ACTIVITIES, twin)["edition"]
    twin.series = make_series()
    assert blocked(ACTIVITIES, twin) == {}


def test_editions_follow_one_another_in_time(office: Office) -> None:
    series = make_series()
    make_edition(series, 3, 120, 20)
    told = "届次与日期的先后不符"
    assert told in blocked(ACTIVITIES, new_activity(series=series, edition=2))["edition"]
    assert told in blocked(
        ACTIVITIES, new_activity(series=series, edition=4, starts_on=date(2009, 3, 1))
    )["edition"]  # fmt: skip
    assert blocked(ACTIVITIES, new_activity(series=series, edition=4)) == {}


def test_a_cancelled_edition_leaves_its_number_free(office: Office) -> None:
    series = make_series()
    make_edition(series, 4, 1, 1, status="取消", cancel_reason="下雨")
    assert blocked(ACTIVITIES, new_activity(series=series, edition=4)) == {}


@pytest.mark.parametrize("name", ["stated_count", "stated_awards"])
def test_a_number_typed_in_names_its_source(office: Office, name: str) -> None:
    assert "请填写填报来源" in blocked(ACTIVITIES, new_activity(**{name: 145}))["stated_source"]
    assert "stated_source" in blocked(ACTIVITIES, new_activity(**{name: 0}))
    assert blocked(ACTIVITIES, new_activity(**{name: 145}, stated_source="秩序册")) == {}


@pytest.mark.parametrize(("stated", "told"), [(3, "多于登记的 2 人"), (1, "少于登记的 2 人"), (2, "")])
def test_a_stated_number_agrees_with_the_people_entered(office: Office, stated: int, told: str) -> None:
    activity = make_activity(stated_count=stated, stated_source="签到表", status="结束")
    make_participant(activity)
    make_participant(activity)
    assert told in warned(ACTIVITIES, activity).get("stated_count", "")
    assert ("stated_count" in warned(ACTIVITIES, activity)) == bool(told)


def test_the_teams_add_up_to_the_number_who_came(office: Office) -> None:
    activity = make_activity(**STATED, status="结束")
    make_team(activity, name="一队", headcount=4)
    other = make_team(activity, name="二队", headcount=5)
    assert "各队人数合计 9 人" in warned(ACTIVITIES, activity)["attended"]
    other.headcount = None
    keeping.save(TEAMS, other)
    assert warned(ACTIVITIES, activity) == {}


def test_stated_awards_agree_with_those_entered(office: Office) -> None:
    activity = make_activity(stated_awards=2, stated_source="秩序册", status="结束")
    make_award(activity)
    assert "共 1 个" in warned(ACTIVITIES, activity)["stated_awards"]
    make_award(activity, rank="第2名")
    assert warned(ACTIVITIES, activity) == {}


def test_the_budget_adds_up(office: Office) -> None:
    activity = make_activity(budget_total=600_00, actual_cost=480_00)
    make_line(activity, actual=470_00, voucher_no="12")
    problems = warned(ACTIVITIES, activity)
    assert "500.00" in problems["budget_total"]
    assert "470.00" in problems["actual_cost"]
    activity.budget_total, activity.actual_cost = 500_00, 470_00
    assert warned(ACTIVITIES, activity) == {}


def test_spending_beyond_the_budget_is_doubtful(office: Office) -> None:
    activity = make_activity(budget_total=600_00, actual_cost=600_50)
    assert "超出预算 0.50 元" in warned(ACTIVITIES, activity)["actual_cost"]


def test_prizes_beyond_the_budget_are_doubtful(office: Office) -> None:
    activity = make_activity(budget_total=100_00, status="结束")
    make_award(activity, amount=60_00)
    make_award(activity, rank="第2名", amount=40_00)
    assert warned(ACTIVITIES, activity) == {}
    make_award(activity, rank="第3名", amount=1)
    assert "奖品合计 100.01 元" in warned(ACTIVITIES, activity)["budget_total"]


def test_a_cancelled_event_says_why_and_a_summed_up_one_how_it_went(office: Office) -> None:
    assert "cancel_reason" in blocked(ACTIVITIES, new_activity(status="取消"))
    assert "summary" in blocked(ACTIVITIES, new_activity(status="已总结"))
    assert blocked(ACTIVITIES, new_activity(status="已总结", summary="圆满结束")) == {}


@pytest.mark.parametrize(
    ("role", "missing"),
    [("主办", None), ("承办", "organiser"), ("协办", "organiser"), ("组队参加", "organiser"),
     ("会同举办", "co_organiser")],
)  # fmt: skip
def test_where_the_office_is_not_alone_the_others_are_named(
    office: Office, role: str, missing: str | None
) -> None:
    assert set(warned(ACTIVITIES, new_activity(our_role=role))) == ({missing} if missing else set())


def test_a_series_is_entered_once(office: Office) -> None:
    make_series(name="春季长跑赛")
    assert "已登记" in blocked(SERIES, ActivitySeries(name="春季长跑赛"))["name"]
