"""Valid events and what belongs to them; a test names only the values that it is about."""

from __future__ import annotations

from datetime import date
from itertools import count

from app.keeping import keeping
from app.subjects.activities.contests.register import AWARDS, BUDGET, PARTICIPANTS, PROJECTS, TEAMS
from app.subjects.activities.prizes.records import PrizeLimit
from app.subjects.activities.prizes.register import PRIZE_LIMITS
from app.subjects.activities.records import (
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivitySeries,
    ActivityTeam,
)
from app.subjects.activities.register import ACTIVITIES, SERIES
from app.subjects.activities.volunteering.records import VolunteerService
from app.subjects.activities.volunteering.register import VOLUNTEERING
from tests.factories.people import person_name

_numbers = count(1)


def new_activity(**values: object) -> Activity:
    """Return a complete event of one day in March 2011 that the office holds, not saved yet."""
    day = values.get("starts_on", date(2011, 3, 12))
    defaults = {
        "name": f"第{next(_numbers)}次职工联谊会",
        "kind": "文艺联谊",
        "starts_on": day,
        "ends_on": day,
    }
    return Activity(**(defaults | values))


def make_activity(**values: object) -> Activity:
    """Save an event of one day in March 2011."""
    return keeping.save(ACTIVITIES, new_activity(**values))


def make_series(**values: object) -> ActivitySeries:
    """Save a series of events."""
    return keeping.save(SERIES, ActivitySeries(**({"name": f"第{next(_numbers)}个系列"} | values)))


def make_edition(series: ActivitySeries, edition: int, came: int, won: int, **values: object) -> Activity:
    """Save the edition of a series that was held in spring of the edition's year, counted from 2007."""
    usual = {
        "series": series,
        "edition": edition,
        "starts_on": date(2007 + edition, 3, 12),
        "stated_count": came,
        "stated_awards": won,
        "stated_source": "秩序册",
        "status": "结束",
    }
    return make_activity(**(usual | values))


def make_project(activity: Activity, **values: object) -> ActivityProject:
    """Save a project of an event."""
    return keeping.save(PROJECTS, ActivityProject(activity=activity, **({"name": "中国象棋"} | values)))


def make_team(activity: Activity, **values: object) -> ActivityTeam:
    """Save a team of an event."""
    return keeping.save(TEAMS, ActivityTeam(activity=activity, **({"name": "广达汽修队"} | values)))


def new_participant(activity: Activity, **values: object) -> ActivityParticipant:
    """Return somebody entered for an event, not saved yet."""
    defaults = {"name": person_name(), "employer": "上海泰祥电器有限公司"}
    if values.get("member") is not None:
        defaults = {}
    return ActivityParticipant(activity=activity, **(defaults | values))


def make_participant(activity: Activity, **values: object) -> ActivityParticipant:
    """Save somebody entered for an event."""
    return keeping.save(PARTICIPANTS, new_participant(activity, **values))


def new_award(activity: Activity, **values: object) -> ActivityAward:
    """Return a first prize won at an event, not saved yet."""
    return ActivityAward(activity=activity, **({"winner": "王芳", "rank": "第1名"} | values))


def make_award(activity: Activity, **values: object) -> ActivityAward:
    """Save a first prize won at an event."""
    return keeping.save(AWARDS, new_award(activity, **values))


def make_line(activity: Activity, **values: object) -> ActivityBudgetLine:
    """Save a line of an event's budget: ten prizes at 50 yuan."""
    defaults = {"item": "奖品", "quantity": 10, "unit_price": 50_00}
    return keeping.save(BUDGET, ActivityBudgetLine(activity=activity, **(defaults | values)))


def make_prize_limit(**values: object) -> PrizeLimit:
    """Save the limits of prizes for 2011: 100 yuan for a person, 300 for a team."""
    defaults = {"year": 2011, "per_person": 100_00, "per_team": 300_00}
    return keeping.save(PRIZE_LIMITS, PrizeLimit(**(defaults | values)))


def new_service(**values: object) -> VolunteerService:
    """Return two hours and a half of somebody's voluntary service in 2011, not saved yet."""
    defaults = {
        "served_on": date(2011, 3, 5),
        "title": "学雷锋便民服务",
        "kind": "便民服务",
        "name": person_name(),
        "unit": "泰祥物业",
        "hours": 2_50,
    }
    return VolunteerService(**(defaults | values))


def make_service(**values: object) -> VolunteerService:
    """Save somebody's voluntary service in 2011."""
    return keeping.save(VOLUNTEERING, new_service(**values))
