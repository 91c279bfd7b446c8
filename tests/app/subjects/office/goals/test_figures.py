"""Figures of goals: held up as done or not (domain 18: 任务 50 家，完成 58 家)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.registry import find_figure
from app.rules.periods import half, year
from app.subjects.office.goals import figures as goals
from tests.factories.disputes import make_case
from tests.factories.paperwork import make_goal, new_goal
from tests.helpers.figures import YEAR, Case, Expected, hold, stored, sums_hold

_OF_YEAR = "SELECT COUNT(*) FROM goal WHERE deleted_at IS NULL AND year ="
SAMPLE: Expected = {
    "目标任务": f"{_OF_YEAR} 2011",
    "完成任务": 3,  # 23 members for 20, 81 units for 80, the club opened; 1,805 of 2,000 is missed
    "未完成任务": 1,
    "任务完成率": 750,
    "明年任务": f"{_OF_YEAR} 2012",
}
CASES = (
    Case(
        lambda _, **values: stored(new_goal(stated=20, **values)),
        {"year": 2010},
        {"目标任务": 1, "完成任务": 1},
        same=("未完成任务", "明年任务"),
    ),
    Case(
        lambda _, **values: stored(new_goal(stated=19, **values)),
        {"year": 2010},
        {"目标任务": 1, "未完成任务": 1, "任务完成率": 0},
        same=("完成任务",),
    ),
    Case(
        lambda _, **values: stored(new_goal(**({"year": 2012} | values))),
        {"year": 2013},
        {"明年任务": 1},
        same=("目标任务", "未完成任务"),
    ),
)
test_sample, test_following, test_complete, test_explained = hold(goals, SAMPLE, CASES)


def names(label: str, period: object = YEAR) -> list[str]:
    return find_figure(label).names(period)  # type: ignore[arg-type]


def test_the_sums_of_the_goals_hold(open_sample: Office) -> None:
    sums_hold(goals)


def test_a_goal_is_held_up_beside_what_its_figure_counts(office: Office) -> None:
    for _ in range(3):
        make_case("受理")
    counted = {"unit": "起", "figure": "受理争议", "stated": None}
    make_goal(title="受理争议", target=2, **counted)
    make_goal(title="调处争议", target=5, reason="来访减少。", **counted)
    assert names("完成任务") == ["受理争议（任务2起，完成3起）"]
    assert names("未完成任务") == ["调处争议（任务5起，完成3起，差2起，原因是来访减少）"]


def test_the_number_aimed_at_is_enough(office: Office) -> None:
    make_goal(title="培训", target=10, stated=10)
    assert names("完成任务") == ["培训（任务10人，完成10人）"]


def test_money_and_rates_are_counted_in_yuan_and_percent(office: Office) -> None:
    make_case("受理")
    make_goal(title="募捐", target=5000, unit="元", figure="募得善款", stated=None)
    make_goal(title="办结", target=90, unit="%", figure="办结率", stated=None)
    assert names("未完成任务") == ["办结（任务90%，没有完成）", "募捐（任务5000元，没有完成）"]


def test_a_task_without_a_number_is_done_on_its_day(office: Office) -> None:
    make_goal(title="开放俱乐部", target=None, unit=None, stated=None, finished_on=date(2011, 8, 1))
    make_goal(title="建立驿站", target=None, unit=None, stated=None)
    assert (names("完成任务"), names("未完成任务")) == (["开放俱乐部"], ["建立驿站"])
    assert names("完成任务", half(2011, 1)) == []


def test_what_nobody_wrote_down_is_not_done(office: Office) -> None:
    make_goal(title="培训", target=10, stated=None)
    assert names("未完成任务") == ["培训（任务10人，完成数没有登记）"]


def test_a_half_year_counts_from_its_first_day(office: Office) -> None:
    make_case("受理", applied_on=date(2011, 2, 8), accepted_on=date(2011, 2, 8))
    make_case("受理", applied_on=date(2011, 9, 6), accepted_on=date(2011, 9, 6))
    make_goal(title="受理争议", target=2, unit="起", figure="受理争议", stated=None)
    assert names("目标任务", half(2011, 1)) == ["受理争议（任务2起，完成1起，差1起）"]
    assert names("目标任务", half(2011, 2)) == ["受理争议（任务2起，完成2起）"]


def test_next_years_goals_are_told_as_a_plan_and_held_up_a_year_later(office: Office) -> None:
    make_goal(year=2012, title="新建工会", target=50, unit="家", figure="新建工会", stated=None)
    assert names("明年任务") == ["新建工会50家"]
    assert names("未完成任务", year(2012)) == ["新建工会（任务50家，没有完成）"]


def test_goals_set_from_above_come_first_whatever_the_order_of_entering(office: Office) -> None:
    for title, set_by in (("乙", None), ("丁", "区总工会"), ("甲", None), ("丙", "区总工会")):
        make_goal(year=2012, title=title, set_by=set_by, target=None, unit=None, stated=None)
    assert names("明年任务") == ["丁", "丙", "乙", "甲"]
