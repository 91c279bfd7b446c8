"""Events and their series: the life cycle, and the comparison of editions (domain 5)."""

from __future__ import annotations

from app.register import Child, Register, Section, State, Step, Totals
from app.rules.campaigns import Campaign, each_year, until_festival
from app.subjects.activities import checks
from app.subjects.activities.contests.lists import ENTRY_FORMS, RESULTS
from app.subjects.activities.contests.register import AWARDS, BUDGET, PARTICIPANTS, PROJECTS, TEAMS
from app.subjects.activities.due import activities_due
from app.subjects.activities.editions import is_most_ever
from app.subjects.activities.forms import ACTIVITY_PLAN, ACTIVITY_REPORT
from app.subjects.activities.lists import AWARD_LIST, BUDGET_SHEET, ENTRY_LIST, PRIZE_RECEIPTS, SIGN_IN
from app.subjects.activities.records import (
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivitySeries,
    ActivityStatus,
    ActivityTeam,
)

_BEFORE = (ActivityStatus.PLANNED.value, ActivityStatus.ENTERING.value)


def _headline(activity: Activity) -> str:
    return "参加人数、获奖数均为历届之最" if is_most_ever(activity) else ""


def _after_import(activity: Activity, names: frozenset[str]) -> None:
    """A list that tells one day of an activity means that it was over on that day."""
    if "ends_on" not in names and activity.ends_on is None:
        activity.ends_on = activity.starts_on


ACTIVITIES = Register(
    "activities",
    "活动",
    Activity,
    columns=(
        Activity.starts_on,
        Activity.name,
        Activity.kind,
        Activity.our_role,
        Activity.attended,
        Activity.awarded,
        Activity.status,
    ),
    identity=((Activity.name, Activity.starts_on),),
    totals=Totals(
        ((Activity.attended, Activity.stated_count), (Activity.awarded, Activity.stated_awards)),
        source=Activity.stated_source,
    ),
    sections=(
        Section(
            "活动",
            Activity.name,
            Activity.kind,
            Activity.series,
            Activity.edition,
            Activity.our_role,
            Activity.organiser,
            Activity.co_organiser,
            Activity.starts_on,
            Activity.ends_on,
            Activity.place,
            Activity.theme,
            Activity.audience,
        ),
        Section(
            "人数和获奖",
            Activity.enter_by,
            Activity.planned_count,
            Activity.entered,
            Activity.teams,
            Activity.attended,
            Activity.awarded,
            Activity.stated_count,
            Activity.stated_awards,
            Activity.stated_source,
        ),
        Section(
            "经费",
            Activity.fund_source,
            Activity.budget_total,
            Activity.actual_cost,
            Activity.plan_sum,
            Activity.spent_sum,
        ),
        Section(
            "方案和总结",
            Activity.aims,
            Activity.rules,
            Activity.plan_name,
            Activity.plan,
            Activity.summary,
        ),
        Section(
            "办理",
            Activity.activity_no,
            Activity.status,
            Activity.cancel_reason,
            Activity.handled_by,
            Activity.registered_on,
            Activity.remark,
        ),
    ),
    filters=(Activity.starts_on, Activity.kind, Activity.our_role, Activity.series, Activity.status),
    search=(
        Activity.name,
        Activity.activity_no,
        Activity.theme,
        Activity.place,
        Activity.organiser,
        Activity.co_organiser,
    ),
    checks=checks.ACTIVITY,
    children=(
        Child(PROJECTS, ActivityProject.activity),
        Child(TEAMS, ActivityTeam.activity),
        Child(PARTICIPANTS, ActivityParticipant.activity),
        Child(AWARDS, ActivityAward.activity),
        Child(BUDGET, ActivityBudgetLine.activity),
    ),
    steps=(
        Step("开始报名", (ActivityStatus.PLANNED,), ActivityStatus.ENTERING, asks=(Activity.enter_by,)),
        Step("活动开始", _BEFORE, ActivityStatus.RUNNING, guard=checks.has_begun),
        Step(
            "活动结束",
            (ActivityStatus.RUNNING,),
            ActivityStatus.OVER,
            asks=(Activity.ends_on,),
            guard=checks.came_to_something,
        ),
        Step("总结", (ActivityStatus.OVER,), ActivityStatus.SUMMED_UP, asks=(Activity.summary,)),
        Step(
            "取消活动",
            (*_BEFORE, ActivityStatus.RUNNING),
            ActivityStatus.CANCELLED,
            asks=(Activity.cancel_reason,),
            guard=checks.nothing_was_won,
            usual=False,
        ),
        Step("恢复活动", (ActivityStatus.CANCELLED,), ActivityStatus.PLANNED, usual=False),
    ),
    prints=(
        SIGN_IN,
        ENTRY_FORMS,
        ENTRY_LIST,
        RESULTS,
        AWARD_LIST,
        PRIZE_RECEIPTS,
        BUDGET_SHEET,
        ACTIVITY_PLAN,
        ACTIVITY_REPORT,
    ),
    order=(Activity.starts_on.desc(),),
    status=Activity.status,
    states=(
        State(ActivityStatus.PLANNED, "info"),
        State(ActivityStatus.ENTERING, "info"),
        State(ActivityStatus.RUNNING, "warn"),
        State(ActivityStatus.OVER, "warn"),
        State(ActivityStatus.SUMMED_UP, "good", needs=(Activity.summary,)),
        State(ActivityStatus.CANCELLED, "quiet", needs=(Activity.cancel_reason,)),
    ),
    after_import=_after_import,
    headline=_headline,
    unit="次",
    sums=(Activity.attended,),
    due=activities_due,
    campaigns=(
        Campaign("三八妇女节活动", each_year((2, 15), (3, 8))),
        Campaign("红五月文体活动", each_year((4, 15), (5, 31))),
        Campaign("老年重阳活动", until_festival((9, 15), "重阳")),
    ),
)

SERIES = Register(
    "activities.series",
    "系列",
    ActivitySeries,
    columns=(ActivitySeries.name, ActivitySeries.first_year, ActivitySeries.remark),
    sections=(Section("系列", ActivitySeries.name, ActivitySeries.first_year, ActivitySeries.remark),),
    search=(ActivitySeries.name,),
    unique_together=((ActivitySeries.name,),),
    children=(Child(ACTIVITIES, Activity.series, without=(Activity.kind, Activity.our_role)),),
    order=(ActivitySeries.search_key.asc(),),
    unit="个",
)
