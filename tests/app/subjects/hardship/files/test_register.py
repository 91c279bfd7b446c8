"""The way of a hardship file to approval and out again, guarded (domain 3.5 and 3.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import lifecycle
from app.listing import Criteria, ids
from app.office import Office
from app.records.profile import Profile
from app.subjects.hardship.files.records import EXCLUSIONS, HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_batch, make_file
from tests.helpers.problems import advance, forbidden, step_called

STATES = ("申请", "调查", "公示中", "待审批", "在档", "退档(脱困)", "退档(其他)", "不予建档")
IN_PROGRESS = {"申请", "调查", "公示中", "待审批"}
ENDED = {"退档(脱困)", "退档(其他)", "不予建档"}
STEPS = {
    "登记入户调查": ({"申请"}, "调查", {"visited_on"}),
    "开始公示": ({"调查"}, "公示中", {"discussed_on", "consent_on", "notice_from"}),
    "登记公示结果": ({"公示中"}, "待审批", {"notice_result"}),
    "批准建档": ({"待审批"}, "在档", {"approved_on", "audited_by"}),
    "退档(脱困)": ({"在档"}, "退档(脱困)", {"closed_on", "close_reason"}),
    "退档(其他)": ({"在档"}, "退档(其他)", {"closed_on", "close_reason"}),
    "不予建档": (IN_PROGRESS, "不予建档", {"remark"}),
    "重新申请": (ENDED, "申请", set()),
}
ANSWERS: dict[str, object] = {
    "visited_on": date(2011, 1, 6),
    "discussed_on": date(2011, 1, 7),
    "consent_on": date(2011, 1, 7),
    "notice_from": date(2011, 1, 10),
    "notice_result": "无异议",
    "approved_on": date(2011, 1, 18),
    "audited_by": "李强",
    "closed_on": date(2011, 12, 1),
    "close_reason": "脱困",
    "remark": "收入超过标准",
}


def _file(state: str, **values: object) -> HardshipFile:
    days: dict[str, object] = {"approved_on": None, "opened_on": None}
    if state in ("在档", "退档(脱困)", "退档(其他)"):
        days = {"approved_on": date(2011, 1, 18), "opened_on": date(2011, 1, 18)}
    if state.startswith("退档"):
        days |= {"closed_on": date(2011, 12, 1), "close_reason": "脱困"}
    return make_file(status=state, **(days | values))


def _asked(title: str) -> dict[str, object]:
    return {name: ANSWERS[name] for name in STEPS[title][2]}


def test_no_step_is_untested() -> None:
    assert {step.title for step in HARDSHIP.steps} == STEPS.keys()


@pytest.mark.parametrize("title", STEPS)
def test_a_step_starts_from_its_states_only(office: Office, title: str) -> None:
    sources, target, _ = STEPS[title]
    for state in STATES:
        file = _file(state)
        assert (step_called(HARDSHIP, title) in HARDSHIP.next_steps(file)) == (state in sources)
        if state in sources:
            assert advance(HARDSHIP, file, title, _asked(title)).status == target
        else:
            with pytest.raises(Refused, match="不能"):
                advance(HARDSHIP, file, title, _asked(title))
        assert HardshipFile.get_by_id(file.id).status == (target if state in sources else state)


@pytest.mark.parametrize("title", [title for title, (_, _, asked) in STEPS.items() if asked])
def test_a_step_asks_for_what_belongs_to_it(office: Office, title: str) -> None:
    file = _file(sorted(STEPS[title][0])[0])
    asked = STEPS[title][2]
    assert forbidden(HARDSHIP, file, title, **dict.fromkeys(asked)).keys() >= asked


def test_a_file_goes_all_the_way(office: Office) -> None:
    file = _file("申请")
    for title in ("登记入户调查", "开始公示", "登记公示结果", "批准建档", "退档(脱困)", "重新申请"):
        file = advance(HARDSHIP, file, title, _asked(title))
    assert file.status == "申请"
    assert file.applied_on == date.today()
    assert {getattr(file, name) for name in ANSWERS if name.endswith("_on")} == {None}


def test_a_notice_ends_after_the_working_days_set_for_the_office(office: Office) -> None:
    shown = advance(HARDSHIP, _file("调查"), "开始公示", _asked("开始公示"))
    assert shown.notice_to == date(2011, 1, 17)  # from Monday the 10th: five working days later
    Profile.update(notice_days=7).execute()
    shown = advance(HARDSHIP, _file("调查"), "开始公示", _asked("开始公示"))
    assert shown.notice_to == date(2011, 1, 19)


@pytest.mark.parametrize(("days", "over"), [(1, False), (0, False), (-1, True)])
def test_a_result_is_noted_only_when_the_notice_is_over(office: Office, days: int, over: bool) -> None:
    ends = date.today() + timedelta(days=days)
    file = _file("公示中", notice_from=date(2011, 1, 10), notice_to=ends)
    assert ("notice_to" not in forbidden(HARDSHIP, file, "登记公示结果", notice_result="无异议")) == over


def test_an_objection_stops_the_file(office: Office) -> None:
    file = _file("公示中")
    told = forbidden(HARDSHIP, file, "登记公示结果", notice_result="有异议", notice_remark="有车")
    assert "请先查明" in told["notice_result"]


@pytest.mark.parametrize("question", EXCLUSIONS, ids=lambda question: question.name)
def test_whoever_the_checklist_excludes_is_not_approved(office: Office, question: HardshipFile) -> None:
    file = _file("待审批", **{question.name: "是"})
    with pytest.raises(Blocked, match="不能批准"):
        advance(HARDSHIP, file, "批准建档", _asked("批准建档"))
    assert HardshipFile.get_by_id(file.id).status == "待审批"


def test_what_nobody_has_verified_is_told_at_approval(office: Office) -> None:
    file = _file("待审批", **{question.name: "否" for question in EXCLUSIONS[1:]})
    step = step_called(HARDSHIP, "批准建档")
    found = lifecycle.problems(HARDSHIP, file, step, _asked("批准建档"))
    assert [problem.field.name for problem in found if problem.sentence == "尚未核实"] == [EXCLUSIONS[0].name]


def test_a_file_is_opened_on_the_day_of_its_approval(office: Office) -> None:
    file = advance(HARDSHIP, _file("待审批"), "批准建档", _asked("批准建档"))
    assert file.opened_on == date(2011, 1, 18)


def test_approval_before_the_end_of_the_notice_is_forbidden(office: Office) -> None:
    file = _file("待审批", notice_from=date(2011, 1, 10), notice_to=date(2011, 1, 19))
    told = forbidden(HARDSHIP, file, "批准建档", **_asked("批准建档"))
    assert "早于公示截止" in told["approved_on"]


def test_a_step_that_is_refused_leaves_the_record_in_hand_as_it_was(office: Office) -> None:
    file = _file("待审批", motor_vehicle="是")
    with pytest.raises(Blocked):
        advance(HARDSHIP, file, "批准建档", _asked("批准建档"))
    assert (file.status, file.approved_on) == ("待审批", None)


def test_files_that_nobody_has_helped_are_found(office: Office) -> None:
    helped, never = make_file(), make_file()
    make_batch(helped)
    assert ids(HARDSHIP, Criteria(filters={"从未帮扶": (True,)})) == [never.id]


def test_files_unchanged_for_a_year_are_found(office: Office) -> None:
    fresh, stale = make_file(), make_file()
    HardshipFile.update(updated_at=date.today() - timedelta(days=366)).where(
        HardshipFile.id == stale.id
    ).execute()
    assert ids(HARDSHIP, Criteria(filters={"一年未更新": (True,)})) == [stale.id]
    assert fresh.id in ids(HARDSHIP, Criteria())
