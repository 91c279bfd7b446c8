"""The rules of goals, how they stand on a day, and when they are told."""

from __future__ import annotations

from datetime import date

import pytest

from app.office import Office
from app.register import Due
from app.subjects.office.goals import progress
from app.subjects.office.goals.due import goals_due
from app.subjects.office.goals.register import GOALS
from tests.factories.paperwork import make_goal, new_goal
from tests.helpers.problems import blocked, warned

COUNTED = {"figure": "受理争议", "unit": "起", "stated": None}


@pytest.mark.parametrize("figure", ["受理争义", "工会名称", "完成任务"])
def test_a_goal_is_counted_by_a_figure_that_is_a_number_and_no_goal_itself(
    office: Office, figure: str
) -> None:
    assert "figure" in blocked(GOALS, new_goal(**(COUNTED | {"figure": figure})))
    assert blocked(GOALS, new_goal(**COUNTED)) == {}


def test_a_part_of_a_figure_can_be_aimed_at(office: Office) -> None:
    assert blocked(GOALS, new_goal(figure="新发展会员·农民工", unit="名", stated=None)) == {}


def test_a_goal_is_counted_in_the_unit_of_its_figure(office: Office) -> None:
    assert "unit" in blocked(GOALS, new_goal(**(COUNTED | {"unit": "家"})))
    assert "target" in blocked(GOALS, new_goal(**(COUNTED | {"target": None})))
    assert "stated" in warned(GOALS, new_goal(**(COUNTED | {"stated": 3})))


def test_what_is_counted_offers_numbers_only(office: Office) -> None:
    offered = set(progress.countable())
    assert {"受理争议", "募得善款", "办结率"} <= offered
    assert not {"工会名称", "完成任务", "目标任务"} & offered


@pytest.mark.parametrize(
    ("stated", "day", "words"),
    [
        (10, date(2010, 12, 31), "未开始"),
        (10, date(2011, 12, 30), "进行中"),
        (10, date(2011, 12, 31), "未完成"),
        (20, date(2011, 6, 1), "完成"),
    ],
)
def test_a_year_that_is_not_over_leaves_a_goal_open(
    office: Office, stated: int, day: date, words: str
) -> None:
    assert progress.standing(new_goal(stated=stated), day) == words


def test_what_is_not_reached_is_told_from_november_on(office: Office) -> None:
    goal = make_goal(title="培训", target=20, stated=10)
    make_goal(stated=20)
    assert list(goals_due(date(2011, 10, 31))) == []
    held_up = "培训（任务20人，完成10人，差10人）"
    told = Due("目标任务", held_up, goal.id, 60, "请抓紧完成或写明原因", by="未完成原因")
    assert list(goals_due(date(2011, 11, 1))) == [told]
    assert list(goals_due(date(2012, 11, 1))) == []


def test_what_is_done_is_written_as_in_any_table(office: Office) -> None:
    """Its thousands are parted as those of the number aimed at beside it."""
    assert make_goal(target=2_000, stated=1_805, unit="人次").done == "1,805 人次"


@pytest.mark.parametrize(
    ("target", "stated", "rate"),
    [(50, 58, "116.0%"), (3, 1, "33.3%"), (20, 20, "100.0%"), (20, None, ""), (None, None, "")],
)
def test_what_is_done_is_told_as_a_share_of_the_target(
    office: Office, target: int | None, stated: int | None, rate: str
) -> None:
    assert make_goal(target=target, stated=stated, unit="家" if target else None).rate == rate
