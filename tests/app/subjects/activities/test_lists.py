"""The lists of an event on paper (domain 5.4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.office import Office
from app.subjects.activities.records import Activity
from tests.factories.activities import make_activity, make_award, make_line, make_participant, make_team
from tests.helpers.paper import print_out


def _race() -> Activity:
    activity = make_activity(name="第四届职工春季长跑赛", place="区体育公园", status="结束")
    make_team(activity, name="一队")
    make_participant(activity, name="陆建国", employer="有司建筑公司", mobile="13850176642", team="一队")
    make_participant(activity, name="仇志明", employer="广达汽修", number="007")
    return activity


def test_the_sign_in_sheet_lists_who_was_entered_and_has_room_to_sign(office: Office, tmp_path: Path) -> None:
    activity = _race()
    other = make_activity()
    make_participant(other, name="周小梅")
    paper = print_out(tmp_path, "activities.sign_in", record=activity.id)
    assert "第四届职工春季长跑赛签到表" in paper.text
    assert all(
        word in paper.text for word in ("陆建国", "有司建筑公司", "签名", "区体育公园", "2011年3月12日")
    )
    assert "138****6642" in paper.text
    assert "13850176642" not in paper.text
    assert "周小梅" not in paper.text


def test_the_sign_in_sheet_prints_empty_too(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "activities.sign_in", blank=True)
    assert "签到表" in paper.text
    assert "签名" in paper.text
    assert paper.result.pages == 1


def test_each_event_has_a_sheet_of_its_own(office: Office, tmp_path: Path) -> None:
    make_participant(make_activity(starts_on=date(2011, 1, 14)))
    _race()
    make_activity()
    assert print_out(tmp_path, "activities.sign_in").result.pages == 2


@pytest.mark.parametrize(
    ("key", "title"), [("activities.entries", "参赛队员名单"), ("activities.awards", "获奖名单")]
)
def test_a_blank_list_of_an_event_has_its_own_title_and_a_line_for_the_event(
    key: str, title: str, office: Office, tmp_path: Path
) -> None:
    text = print_out(tmp_path, key, blank=True).text
    assert f"＿＿{title}" in text
    assert "地点：＿＿" in text


def test_the_list_of_entries_goes_by_team(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "activities.entries", record=_race().id).text
    assert "参赛队员名单" in text
    assert all(word in text for word in ("一队", "007", "陆建国"))


def test_the_list_of_awards_names_ranks_and_ourselves(office: Office, tmp_path: Path) -> None:
    activity = _race()
    make_award(activity, winner="陆建国", group_name="男子青年组")
    make_award(activity, rank="优秀组织奖", recipient_kind="本会", winner=None)
    make_award(activity, rank="其他", rank_text="最佳新人", winner="仇志明")
    text = print_out(tmp_path, "activities.awards", record=activity.id, public=True).text
    assert all(word in text for word in ("第1名", "男子青年组", "泰祥社区工会", "优秀组织奖", "最佳新人"))


def test_only_prizes_are_signed_for(office: Office, tmp_path: Path) -> None:
    activity = _race()
    make_award(activity, winner="陆建国", prize="毛巾", prize_count=2)
    make_award(activity, winner="仇志明", rank="第2名")
    text = print_out(tmp_path, "activities.prizes", record=activity.id).text
    assert "毛巾" in text
    assert "仇志明" not in text


def test_the_budget_is_added_up(office: Office, tmp_path: Path) -> None:
    activity = _race()
    make_line(activity)
    make_line(activity, item="场地", quantity=1, unit_price=300_50, actual=280_00)
    text = print_out(tmp_path, "activities.budget_sheet", record=activity.id).text
    assert "¥800.50 ¥280.00" in text
    assert "捌佰元零伍角" in text or "捌佰元伍角" in text
