"""Entry forms of units, results, the plan and the report of an event (domain 5.4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from tests.factories.activities import make_activity, make_award, make_line, make_participant, make_project
from tests.helpers.paper import print_out


def test_each_unit_has_an_entry_form_of_its_own(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="长跑赛", enter_by=date(2011, 3, 1))
    make_participant(activity, name="陆建国", employer="有司建筑公司")
    make_participant(activity, name="仇志明", employer="广达汽修")
    make_participant(activity, name="周小梅", employer="有司建筑公司")
    paper = print_out(tmp_path, "activities.entry_forms", record=activity.id)
    with_two = next(page for page in paper.pages if "报名单位（盖章）：有司建筑公司" in page)
    assert len(paper.pages) == 2
    assert "陆建国" in with_two
    assert "周小梅" in with_two
    assert "仇志明" not in with_two
    assert "报名截止：2011年3月1日" in with_two


def test_results_go_by_project_and_rank_without_honours(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="运动会")
    make_project(activity, name="象棋")
    make_project(activity, name="乒乓")
    make_award(activity, winner="仇志明", project="象棋", rank="第2名")
    make_award(activity, winner="周小梅", project="乒乓", rank="第1名")
    make_award(activity, winner="陆建国", project="象棋", rank="第1名")
    make_award(activity, winner="单福根", rank="优秀组织奖")
    text = print_out(tmp_path, "activities.results", record=activity.id).text
    places = [text.index(name) for name in ("周小梅", "陆建国", "仇志明")]
    assert places == sorted(places)
    assert "单福根" not in text


def test_the_plan_tells_projects_and_what_it_will_cost(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="运动会", theme="健康工作", rules="三局两胜")
    make_project(activity, name="乒乓", mode="团体")
    make_line(activity)
    make_line(activity, item="场地", quantity=1, unit_price=300_50)
    paper = print_out(tmp_path, "activities.plan", record=activity.id)
    assert all(word in paper.text for word in ("健康工作", "三局两胜", "乒乓 团体", "预算合计（元） 800.50"))
    assert paper.result.pages == 1


def test_the_report_names_six_awards_and_counts_the_others(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="运动会", status="结束", summary="圆满结束", budget_total=800_00)
    for number in range(8):
        make_award(activity, winner=f"选手{number:02d}")
    text = print_out(tmp_path, "activities.report", record=activity.id).text
    assert "选手05" in text
    assert "选手06" not in text
    assert "另有 2 项" in text
    assert "圆满结束" in text
    assert "预算（元） 800.00" in text
