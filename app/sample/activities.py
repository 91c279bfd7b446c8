"""The sample office's events of 2011, and the earlier editions that they are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import cycle
from typing import NamedTuple

from app.keeping import deriving, keeping
from app.sample.enterprises import AIDED_UNITS
from app.sample.office import CULTURAL_CENTRE, NAME, OWN_FUNDS, UPPER_UNION, Staff
from app.sample.participants import DistinctNames
from app.sample.rows import enter
from app.subjects.activities.contests.register import AWARDS, BUDGET, PROJECTS, TEAMS
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
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise

_SEED = 145
_LIST = "签到表"
_RUN, _PARTY, _CARDS, _MAY, _WOMEN = (
    "职工春季长跑赛",
    "泰祥社区企业迎春联谊会",
    "“泰祥社区迎新春”牌艺友谊赛",
    "“红五月”系列文体活动",
    "“庆三八”联欢活动",
)


class _Event(NamedTuple):
    series: str
    name: str
    first: date
    last: date
    attended: int | None  # as the office said; None where the list of names is entered
    values: Mapping[str, object]


def _day(series: str, name: str, day: date, attended: int | None, **values: object) -> _Event:
    return _Event(series, name, day, day, attended, values)


_OWN_VALUES = {"our_role": "主办", "organiser": NAME}
_RUN_VALUES = {"kind": "体育比赛", "our_role": "协办", "organiser": UPPER_UNION, "place": "区体育公园"}
_MAY_VALUES = {"kind": "体育比赛", "our_role": "组队参加", "organiser": UPPER_UNION, "place": "区工人文化宫"}
_WOMEN_VALUES = {
    "kind": "节日庆祝",
    "our_role": "会同举办",
    "organiser": NAME,
    "co_organiser": "泰祥社区妇联",
}
_BEFORE = (
    _day(_RUN, "第一届职工春季长跑赛", date(2008, 4, 12), 64, edition=1, stated_awards=9, **_RUN_VALUES),
    _day(_RUN, "第二届职工春季长跑赛", date(2009, 4, 18), 97, edition=2, stated_awards=14, **_RUN_VALUES),
    _day(_RUN, "第三届职工春季长跑赛", date(2010, 4, 17), 118, edition=3, stated_awards=21, **_RUN_VALUES),
    _day(_PARTY, "2010年泰祥社区企业迎春联谊会", date(2010, 2, 5), 150, kind="文艺联谊", **_OWN_VALUES),
    _day(_PARTY, "2011年泰祥社区企业迎春联谊会", date(2011, 1, 21), 180, kind="文艺联谊", **_OWN_VALUES),
    _day(_CARDS, "2010年“泰祥社区迎新春”牌艺友谊赛", date(2010, 1, 30), 40, kind="棋牌", **_OWN_VALUES),
    _day(_CARDS, "2011年“泰祥社区迎新春”牌艺友谊赛", date(2011, 1, 15), 48, kind="棋牌", **_OWN_VALUES),
    _day(_WOMEN, "2010年“迎世博、庆三八”联欢活动", date(2010, 3, 8), 55, **_WOMEN_VALUES),
    _day(_WOMEN, "2011年“庆三八”联欢活动", date(2011, 3, 8), 60, **_WOMEN_VALUES),
    _Event(_MAY, "2010年“红五月”系列文体活动", date(2010, 5, 4), date(2010, 5, 28), 76, _MAY_VALUES),
)
_RACE = _day(_RUN, "第四届职工春季长跑赛", date(2011, 4, 16), None, edition=4, **_RUN_VALUES)
_GAMES = _Event(_MAY, "2011年“红五月”系列文体活动", date(2011, 5, 4), date(2011, 5, 27), None, _MAY_VALUES)
_NEXT = _day(_PARTY, "2012年泰祥社区企业迎春联谊会", date(2012, 1, 13), None, kind="文艺联谊", **_OWN_VALUES)

_RUNNERS = (12, 12, *[11] * 11)
"""How many ran in each of the thirteen teams: 145 in all."""
_TOP_THREE = (
    ("男子青年组", (1, 2, 3)),
    ("男子中年组", (1, 3)),
    ("女子青年组", (1, 2)),
    ("女子中年组", (2, 3)),
)
_MERITS = (("男子青年组", 6), ("男子中年组", 5), ("女子青年组", 4), ("女子中年组", 3))
_PLAYED = (
    ("中国象棋", "个人", 16),
    ("射击", "个人", 12),
    ("桥牌", "团体", 8),
    ("80分", "团体", 16),
    ("乒乓", "个人", 14),
    ("保龄球", "个人", 12),
    ("卡拉OK", "个人", 10),
)
"""The seven projects of May, and how many of the eighty-eight competed in each."""
_PLAYERS_UNITS = ("恰尔斯服饰有限公司", "有司建筑公司")
_BUDGETS = {
    _PARTY: (
        ("场地", "联谊会场地布置", 1, 800_00),
        ("奖品", "游艺奖品", 120, 15_00),
        ("餐饮", "茶点", 180, 8_00),
    ),
    _CARDS: (("奖品", "名次奖品", 9, 60_00), ("器材", "纸牌和记分表", 24, 5_00)),
    _RUN: (("交通", "接送队员", 3, 400_00), ("器材", "运动衫", 145, 28_00), ("餐饮", "饮用水", 145, 2_00)),
}


def enter_activities(staff: Staff) -> None:
    """Enter the series with all their events, those of spring and May 2011 with everybody who took part."""
    keeping.save(PRIZE_LIMITS, PrizeLimit(year=2011, per_person=100_00, per_team=300_00, source="示例"))
    series = {name: keeping.save(SERIES, ActivitySeries(name=name)) for name in (_RUN, _PARTY, _CARDS, _MAY)}
    for event in _BEFORE:
        _sum_up(_begin(event, series, staff))
    names = DistinctNames(_SEED, (member.name for member in Member.alive()))
    race, games = _begin(_RACE, series, staff), _begin(_GAMES, series, staff)
    _enter_race(race, names)
    _enter_games(games, names)
    for activity in (race, games):
        _sum_up(activity)
    _plan(_NEXT, series, staff)


def _begin(event: _Event, series: dict[str, ActivitySeries], staff: Staff) -> Activity:
    activity = _plan(event, series, staff)
    if event.attended is not None:
        activity.stated_count, activity.stated_source = event.attended, _LIST
    activity.status = "进行"
    lines = _BUDGETS.get(event.series, ()) if event.first.year == 2011 else ()
    for number, (item, purpose, quantity, price) in enumerate(lines, start=1):
        line = ActivityBudgetLine(activity=activity, item=item, purpose=purpose, quantity=quantity)
        line.unit_price, line.actual = price, price * quantity
        line.voucher_no = f"{event.first:%Y%m}-{number:02d}"
        keeping.save(BUDGET, line)
    if lines:
        activity.fund_source = OWN_FUNDS
        activity.budget_total = activity.actual_cost = sum(price * many for _, _, many, price in lines)
    return activity


def _plan(event: _Event, series: dict[str, ActivitySeries], staff: Staff) -> Activity:
    activity = Activity(
        name=event.name,
        series=series.get(event.series),
        starts_on=event.first,
        ends_on=event.last,
        registered_on=event.first,
        handled_by=staff.clerk,
        **{"place": CULTURAL_CENTRE, "audience": "社区企业职工", **event.values},
    )
    if activity.stated_awards is not None:
        activity.stated_source = _LIST
    return keeping.save(ACTIVITIES, activity)


def _sum_up(activity: Activity) -> None:
    deriving.compute_derived(activity)
    activity.status = "已总结"
    activity.summary = f"共 {activity.attended} 名职工参加，活动圆满结束。"
    keeping.save(ACTIVITIES, activity)


def _enter_race(race: Activity, names: DistinctNames) -> None:
    """Enter thirteen teams of 145 runners, their ten places among the first three and eighteen merits."""
    runners: list[ActivityParticipant] = []
    for unit, size in zip(AIDED_UNITS, _RUNNERS, strict=False):
        team = f"{unit.short_name or unit.name[:4]}队"
        own = list(_people(race, unit.name, size, names, team=team))
        enterprise = Enterprise.get(Enterprise.name == unit.name)
        keeping.save(
            TEAMS,
            ActivityTeam(activity=race, name=team, enterprise=enterprise, leader=own[0].name, headcount=size),
        )
        runners += own
    for number, runner in enumerate(runners, start=1):
        runner.number = f"{number:03d}"
    enter(list(runners))
    winners = cycle(runners[::5])
    for group, rank in _places_won():
        runner = next(winners)
        _award(race, rank, winner=runner.name, employer=runner.employer, group_name=group)
    _award(race, "第2名", recipient_kind="队", winner=runners[0].team, group_name="团体")


def _places_won() -> Iterator[tuple[str, str]]:
    for group, places in _TOP_THREE:
        yield from ((group, f"第{place}名") for place in places)
    for group, many in _MERITS:
        yield from [(group, "优胜奖")] * many


def _enter_games(games: Activity, names: DistinctNames) -> None:
    """Enter the seven projects and the eighty-eight workers of two companies; the office won for itself."""
    players: list[ActivityParticipant] = []
    for name, mode, many in _PLAYED:
        keeping.save(PROJECTS, ActivityProject(activity=games, name=name, mode=mode))
        for _ in range(many // 2):
            for unit in _PLAYERS_UNITS:
                players += _people(games, unit, 1, names, project=name, members=False)
    enter(list(players))
    _award(games, "优秀组织奖", recipient_kind="本会", winner=NAME)


def _people(
    activity: Activity, unit: str, many: int, names: DistinctNames, *, members: bool = True, **values: object
) -> Iterator[ActivityParticipant]:
    """Yield so many workers of a unit, its members of the office's union first."""
    members_of_unit = (
        Member.alive().where(Member.employer == unit, Member.status == "在册").order_by(Member.id)
    )
    first = list(members_of_unit.limit(many)) if members else []
    for position in range(many):
        member = first[position] if position < len(first) else None
        yield ActivityParticipant(
            activity=activity,
            member=member,
            name=member.name if member is not None else names.invent(),
            employer=unit,
            signed_in=True,
            **values,
        )


def _award(activity: Activity, rank: str, **values: object) -> None:
    usual = {"granted_by": UPPER_UNION, "awarded_on": activity.ends_on, "certificate": True}
    keeping.save(AWARDS, ActivityAward(activity=activity, rank=rank, **(usual | values)))
