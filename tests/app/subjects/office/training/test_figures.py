"""Figures of training: courses, those who were taught, those who were sent (domain 18)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.registry import find_figure
from app.subjects.office.training import figures as training
from app.subjects.office.training.register import TRAININGS
from tests.factories.paperwork import make_training, new_training
from tests.helpers.figures import YEAR, Case, Expected, hold, stored, sums_hold
from tests.helpers.paper import print_out
from tests.helpers.problems import blocked

SAMPLE: Expected = dict.fromkeys(("举办培训", "培训", "培训取得证书", "参加上级培训", "培训支出"), 0)
_EARLIER = {"began_on": date(2010, 12, 31)}
CASES = (
    Case(
        lambda _, **values: stored(new_training(passed=38, cost=3_200_00, **values)),
        _EARLIER,
        {"举办培训": 1, "培训": 40, "培训取得证书": 38, "培训支出": 3_200_00},
        same=("参加上级培训",),
    ),
    Case(
        lambda _, **values: stored(new_training(held_by_us="参加上级培训", people=3, **values)),
        _EARLIER,
        {"参加上级培训": 3},
        same=("举办培训", "培训"),
    ),
)
test_sample, test_following, test_complete, test_explained = hold(training, SAMPLE, CASES)


def test_the_sums_of_the_courses_hold(office: Office) -> None:
    make_training()
    make_training(kind="学习考察")
    sums_hold(training)


def test_two_courses_of_40_and_25_are_65_by_kind(office: Office) -> None:
    make_training()
    make_training(kind="安全生产培训", people=25)
    assert find_figure("培训").number(YEAR) == 65
    assert find_figure("培训·安全生产培训").number(YEAR) == 25


def test_no_more_pass_than_came(office: Office) -> None:
    assert "passed" in blocked(TRAININGS, new_training(passed=41))


def test_the_record_of_a_course_leaves_room_to_sign_in(office: Office, tmp_path: Path) -> None:
    course = make_training(title="新任工会主席培训班", content="集体协商")
    paper = print_out(tmp_path, "office.training_form", record=course.id)
    for words in ("培训记录表", "新任工会主席培训班", "集体协商", "签名"):
        assert words in paper.joined
