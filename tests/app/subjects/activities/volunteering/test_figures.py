"""Voluntary service: times, people and hours, its rules, and what a volunteer can show (domain 18)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.registry import find_figure
from app.subjects.activities.volunteering import figures as volunteering
from app.subjects.activities.volunteering.register import VOLUNTEERING
from tests.factories.activities import make_service, new_service
from tests.factories.people import make_member
from tests.helpers.figures import YEAR, Case, Expected, hold, stored, sums_hold
from tests.helpers.paper import print_out
from tests.helpers.problems import blocked, warned

SAMPLE: Expected = dict.fromkeys(
    ("志愿服务活动", "志愿服务人次", "志愿者人数", "志愿服务小时", "志愿服务受益"), 0
)
CASES = (
    Case(
        lambda _, **values: stored(new_service(served=12, **values)),
        {"served_on": date(2010, 12, 31)},
        {"志愿服务活动": 1, "志愿服务人次": 1, "志愿者人数": 1, "志愿服务小时": 2_50, "志愿服务受益": 12},
    ),
)
test_sample, test_following, test_complete, test_explained = hold(volunteering, SAMPLE, CASES)


def test_the_sums_of_the_services_hold(office: Office) -> None:
    make_service()
    make_service(kind="环境整治")
    sums_hold(volunteering)


def test_one_event_with_two_people_of_whom_one_serves_again_elsewhere(office: Office) -> None:
    member = make_member(name="王芳", employer="泰祥物业")
    make_service(name="王芳", member=member)
    make_service(name="李强", hours=3_00)
    make_service(name="王芳", title="交通文明劝导", kind="文明宣传", hours=1_50)
    numbers = [find_figure(label).number(YEAR) for label in SAMPLE]
    assert numbers == [2, 3, 2, 7_00, 0]


def test_nobody_serves_longer_than_a_day(office: Office) -> None:
    assert "hours" in blocked(VOLUNTEERING, new_service(hours=24_01))
    assert "hours" in warned(VOLUNTEERING, new_service(hours=12_50))


def test_the_same_service_of_a_day_is_doubted_that_of_a_namesake_is_not(office: Office) -> None:
    make_service(name="王芳")
    assert "name" in warned(VOLUNTEERING, new_service(name="王芳"))
    assert warned(VOLUNTEERING, new_service(name="王芳", unit="有司建筑公司")) == {}


def test_the_proof_adds_up_what_somebody_did_until_then(office: Office, tmp_path: Path) -> None:
    make_service(name="王芳", served_on=date(2011, 3, 1))
    last = make_service(name="王芳", hours=3_00)
    make_service(name="王芳", served_on=date(2011, 4, 1))
    make_service(name="王芳", unit="有司建筑公司")
    paper = print_out(tmp_path, "activities.service_proof", record=last.id)
    assert "参加本会组织的志愿服务2次，服务时长共5.5小时" in paper.joined.replace("\n", "")
