"""Figures of activities (domain 5.5 and 11.2, F050 to F061)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from app.figures.wording import explain
from app.records.base import Record
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.activities import figures as activities
from app.subjects.activities.records import Activity, ActivityAward, ActivitySeries
from tests.factories.activities import (
    make_activity,
    make_edition,
    make_line,
    make_participant,
    make_project,
    make_series,
    make_team,
    new_activity,
    new_award,
)
from tests.factories.people import make_member
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored

_HELD = f"FROM activity WHERE deleted_at IS NULL AND starts_on {IN} AND status IN ('进行', '结束', '已总结')"
_OF = f"deleted_at IS NULL AND activity_id IN (SELECT id {_HELD})"
_WHO = "IIF(member_id IS NULL, name || '/' || employer, member_id)"
SAMPLE: Expected = {
    "开展活动": f"SELECT COUNT(*) {_HELD}",
    "参与活动": f"SELECT COUNT(*) {_HELD}",
    "取消活动": f"SELECT COUNT(*) FROM activity WHERE starts_on {IN} AND status = '取消'",
    "活动参加人次": 180 + 48 + 60 + 145 + 88,
    "各类活动参加人次": 180 + 48 + 60 + 145 + 88,
    "活动参加人数": f"SELECT COUNT(DISTINCT {_WHO}) FROM activity_participant WHERE signed_in AND {_OF}",
    "活动参加单位": f"SELECT COUNT(DISTINCT employer) FROM activity_participant WHERE {_OF}",
    "活动平均参加人次": f"SELECT ROUND(1.0 * SUM(attended) / COUNT(*)) {_HELD}",
    "参赛队伍": 13,
    "活动项目": 7,
    "活动获奖": 10 + 18 + 1,
    "登记奖项": f"SELECT COUNT(*) FROM activity_award WHERE {_OF}",
    "获前三名": 10,
    "获优胜奖": 18,
    "本会获奖": 1,
    "活动联办": 1,  # with the women's federation
    "参加上级活动": 1,  # of the district's federation
    "历次之最": 1,
    "活动届次": f"SELECT COUNT(DISTINCT edition) {_HELD}",
    "活动预算明细": f"SELECT SUM(quantity * unit_price) FROM activity_budget_line WHERE {_OF}",
    "活动支出明细": f"SELECT SUM(actual) FROM activity_budget_line WHERE {_OF}",
    "活动支出": f"SELECT SUM(actual_cost) {_HELD}",
}

OF_EVENTS = {
    "参与活动·主办": 2,
    "开展活动·文艺联谊": 1,  # F050
    "开展活动·棋牌": 1,  # F051
    "活动参加人次·职工春季长跑赛": 145,  # F052
    "活动参加人数·职工春季长跑赛": 145,
    "参赛队伍·职工春季长跑赛": 13,  # F053
    "获前三名·职工春季长跑赛": 10,  # F055
    "获优胜奖·职工春季长跑赛": 18,  # F056
    "活动参加人数·“红五月”系列文体活动": 88,  # F058
    "活动参加单位·“红五月”系列文体活动": 2,  # F059
    "活动项目·“红五月”系列文体活动": 7,  # F060
    "本会获奖·“红五月”系列文体活动": 1,  # F061
}
_EARLIER = {"starts_on": date(2010, 3, 12)}


def _event(_: object = None, **values: object) -> Activity:
    told = {"status": "结束", "stated_count": 12, "stated_awards": 3, "stated_source": "秩序册"}
    return stored(new_activity(**(told | values)))


_DAY, _A_YEAR_BEFORE = date(2011, 3, 12), date(2010, 3, 12)
_EDGES = (date(2010, 12, 31), date(2011, 1, 1), date(2011, 12, 31), date(2012, 1, 1))


def _events() -> dict[date, Activity]:
    """Make an event of the year, one of the year before, and those of the days at the edges of the year."""
    return {day: make_activity(status="进行", starts_on=day) for day in (_A_YEAR_BEFORE, _DAY, *_EDGES)}


def _attended_events() -> dict[date, Activity]:
    """Make the events, three of them in the year, at each of which the same two of three signed in."""
    events = _events()
    for event in events.values():
        for name, came in (("周永福", True), ("王芳", True), ("李强", False)):
            make_participant(event, name=name, signed_in=came)
    return events


def _at(maker: Callable[..., Record], **usual: object) -> Callable[..., Record]:
    def make(events: Mapping[date, Activity], held_on: date = _DAY, **values: object) -> Record:
        return maker(events[held_on], **(usual | values))

    return make


def _award(event: Activity, **values: object) -> ActivityAward:
    return stored(new_award(event, **values))


_ELSEWHERE = {"held_on": _A_YEAR_BEFORE}


def _three_editions() -> ActivitySeries:
    series = make_series()
    for edition, came, won in ((1, 60, 9), (2, 90, 14), (3, 110, 21)):
        make_edition(series, edition, came, won)
    return series


CASES = (
    Case(
        lambda _, **values: _event(kind="棋牌", edition=2, actual_cost=500_00, **values),
        _EARLIER,
        {
            "开展活动": 1,
            "参与活动": 1,
            "活动参加人次": 12,
            "各类活动参加人次": 12,
            "活动平均参加人次": 12,
            "活动获奖": 3,
            "活动届次": 1,
            "活动支出": 500_00,
        },
    ),
    Case(
        lambda _, **values: _event(our_role="会同举办", co_organiser="泰祥社区妇联", **values),
        _EARLIER,
        {"活动联办": 1},
        same=("参加上级活动",),
    ),
    Case(
        lambda _, **values: _event(our_role="组队参加", organiser="区总工会", **values),
        _EARLIER,
        {"参加上级活动": 1},
        same=("活动联办",),
    ),
    Case(lambda _, **values: _event(status="取消", **values), _EARLIER, {"取消活动": 1}, same=("开展活动",)),
    Case(
        _at(make_participant, name="赵建国", employer="有司建筑公司", signed_in=True),
        _ELSEWHERE,
        {"活动参加人数": 3, "活动参加单位": 2, "活动参加人次": 7},
        before=_attended_events,
    ),
    Case(
        _at(make_participant, name="赵建国", signed_in=False),
        _ELSEWHERE,
        {},
        before=_attended_events,
        same=("活动参加人数", "活动参加人次"),
    ),
    Case(_at(make_team), _ELSEWHERE, {"参赛队伍": 1}, before=_events),
    Case(_at(make_project), _ELSEWHERE, {"活动项目": 1}, before=_events),
    Case(
        _at(_award, rank="第3名"),
        _ELSEWHERE,
        {"登记奖项": 1, "获前三名": 1, "活动获奖": 1},
        before=_events,
        same=("获优胜奖", "本会获奖"),
    ),
    Case(
        _at(_award, rank="优胜奖"),
        _ELSEWHERE,
        {"登记奖项": 1, "获优胜奖": 1},
        before=_events,
        same=("获前三名",),
    ),
    Case(_at(_award, rank="优秀组织奖", recipient_kind="本会"), _ELSEWHERE, {"本会获奖": 1}, before=_events),
    Case(
        _at(make_line, actual=480_00),
        _ELSEWHERE,
        {"活动预算明细": 500_00, "活动支出明细": 480_00},
        before=_events,
    ),
    Case(
        lambda series, came=145, **values: make_edition(series, 4, came, 28, **values),
        {"came": 110},
        {"历次之最": 1},
        before=_three_editions,
    ),
    Case(
        lambda series, **values: make_edition(series, 4, 145, 28, **values),
        {"starts_on": date(2010, 4, 12)},
        {"历次之最": 1},
        before=_three_editions,
    ),
)

test_sample, test_following, test_complete, test_explained = hold(activities, SAMPLE, CASES)


@pytest.mark.usefixtures("open_sample")
def test_the_seeds_numbers_of_single_events() -> None:
    assert {name: find_figure(name).number(YEAR) for name in OF_EVENTS} == OF_EVENTS
    assert find_figure("历次之最").text(YEAR) == "第四届职工春季长跑赛"
    assert find_figure("活动届次").text(YEAR) == "4"


@pytest.mark.usefixtures("office")
def test_an_edition_whose_numbers_are_unknown_is_not_surpassed() -> None:
    series = _three_editions()
    make_edition(series, 4, 145, 28)
    assert find_figure("历次之最").names(YEAR) != []
    stored(new_activity(series=series, starts_on=date(2009, 8, 1), status="结束"))
    assert find_figure("历次之最").names(YEAR) == []


@pytest.mark.usefixtures("office")
def test_the_first_edition_is_no_record() -> None:
    make_edition(make_series(), 1, 145, 28)
    assert find_figure("历次之最").number(year(2008)) == 0


@pytest.mark.usefixtures("office")
def test_where_nobody_signed_in_those_entered_count() -> None:
    make_participant(make_activity(status="结束"), signed_in=False)
    assert find_figure("活动参加人数").number(YEAR) == find_figure("活动参加人次").number(YEAR) == 1


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("获前三名·职工春季长跑赛"), YEAR) == (
        "10 个 = 活动属于“开始日期在2011年、已举办的活动”、属于前三名、"
        "活动属于“系列为职工春季长跑赛的活动”的获奖数"
    )
    assert explain(find_figure("历次之最"), YEAR) == (
        "第四届职工春季长跑赛 = 开始日期在2011年、已举办、"
        "参加人数和获奖数都超过同系列以往各届的活动的活动名称；"
        "同一系列须已举办过，且历次的参加人数和获奖数都已登记"
    )


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("employer", "persons"), [("有司建筑公司", 1), ("卫庆电梯公司", 2)])
def test_a_member_entered_by_name_elsewhere_is_one_person(employer: str, persons: int) -> None:
    """By membership, else by name and unit together (domain 0.3)."""
    member = make_member(name="赵建国", employer="有司建筑公司")
    first, second = _event(), _event()
    make_participant(first, member=member, name=member.name, employer=member.employer)
    make_participant(second, name="赵建国", employer=employer)
    assert find_figure("活动参加人数").number(YEAR) == persons
