"""The lives of a job fair and of a wish for a job (domain 7.2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria, ids, summary
from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.employment.fairs.records import FairEmployer, JobFair, JobPost
from app.subjects.employment.fairs.register import EMPLOYERS, FAIRS, POSTS
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.employment.intentions.register import INTENTIONS
from app.subjects.employment.notices.records import JobNotice
from app.subjects.employment.notices.register import NOTICES
from tests.factories.employment import make_employer, make_fair, make_intention, make_notice, make_post
from tests.helpers.problems import advance, step_called

FAIR_STATES = ("筹备", "已举办", "已总结", "取消")
FAIR_STEPS: dict[str, tuple[set[str], str, dict[str, object]]] = {
    "登记结果": ({"筹备"}, "已举办", {"employers_came": 148, "openings": 1023, "seekers": 2046}),
    "总结": ({"已举办"}, "已总结", {"summary": "近150家单位进场"}),
    "取消": ({"筹备"}, "取消", {"remark": "天气原因"}),
    "恢复筹备": ({"取消"}, "筹备", {}),
}
OUTCOMES = ("待处理", "推荐单位", "面试", "录用", "未就业")
DAY = date(2011, 4, 1)
WAITING = {"待处理", "推荐单位", "面试"}
WISH_STEPS: dict[str, tuple[set[str], str, dict[str, object]]] = {
    "推荐单位": ({"待处理"}, "推荐单位", {"recommended_to": "有司建筑公司", "recommended_on": DAY}),
    "改荐单位": ({"推荐单位", "面试"}, "推荐单位", {"recommended_to": "有司建筑公司", "recommended_on": DAY}),
    "登记面试": ({"推荐单位"}, "面试", {"interviewed_on": DAY}),
    "登记录用": (WAITING, "录用", {"hired_by": "有司建筑公司", "hired_on": DAY}),
    "登记未就业": (WAITING, "未就业", {"jobless_reason": "已返乡"}),
    "重新求职": ({"录用", "未就业"}, "待处理", {}),
}
REACHED: dict[str, dict[str, object]] = {
    "待处理": {},
    "推荐单位": {"recommended_to": "恰尔斯公司", "recommended_on": date(2011, 3, 20)},
    "面试": {"interviewed_on": date(2011, 3, 25)},
    "录用": {"hired_by": "恰尔斯公司", "hired_on": date(2011, 3, 28)},
    "未就业": {"jobless_reason": "已返乡"},
}


def _fair(state: str) -> JobFair:
    return make_fair(status=state, summary="顺利" if state == "已总结" else None)


def _wish(state: str) -> JobIntention:
    return make_intention(outcome=state, **REACHED[state])


def test_no_step_is_untested() -> None:
    assert {step.title for step in FAIRS.steps} == FAIR_STEPS.keys()
    assert {step.title for step in INTENTIONS.steps} == WISH_STEPS.keys()


def _try(register: Register, record: Record, title: str, step: tuple[set[str], str, dict[str, Any]]) -> None:
    assert register.status is not None
    sources, target, asked = step
    state = getattr(record, register.status.name)
    assert (step_called(register, title) in register.next_steps(record)) == (state in sources)
    if state in sources:
        advance(register, record, title, asked)
        assert getattr(register.record.get_by_id(record.id), register.status.name) == target
    else:
        with pytest.raises(Refused, match=f"现在是“{state}”，不能“{title}”"):
            advance(register, record, title, asked)


@pytest.mark.parametrize("title", FAIR_STEPS)
def test_a_step_of_a_fair_starts_from_its_states_only(office: Office, title: str) -> None:
    for state in FAIR_STATES:
        _try(FAIRS, _fair(state), title, FAIR_STEPS[title])


@pytest.mark.parametrize("title", WISH_STEPS)
def test_a_step_of_a_wish_starts_from_its_states_only(office: Office, title: str) -> None:
    for state in OUTCOMES:
        _try(INTENTIONS, _wish(state), title, WISH_STEPS[title])


@pytest.mark.parametrize("title", [title for title, step in WISH_STEPS.items() if step[2]])
def test_a_step_of_a_wish_asks_for_what_it_needs(office: Office, title: str) -> None:
    sources, _, asked = WISH_STEPS[title]
    with pytest.raises(Blocked) as error:
        advance(INTENTIONS, _wish(max(sources)), title, dict.fromkeys(asked))
    assert {problem.field.name for problem in error.value.problems} == asked.keys()


def test_a_fair_of_the_future_was_not_held(office: Office) -> None:
    fair = make_fair(name="招聘会", held_on=date(2100, 1, 1))
    with pytest.raises(Blocked, match="还没有到举办日期"):
        advance(FAIRS, fair, "登记结果", FAIR_STEPS["登记结果"][2])


def test_whoever_is_recommended_elsewhere_was_not_interviewed_there(office: Office) -> None:
    asked = WISH_STEPS["改荐单位"][2]
    assert advance(INTENTIONS, _wish("面试"), "改荐单位", asked).interviewed_on is None


@pytest.mark.parametrize(
    ("state", "usual"), [("待处理", "推荐单位"), ("推荐单位", "登记面试"), ("面试", "登记录用")]
)
def test_the_usual_step_is_offered_first(office: Office, state: str, usual: str) -> None:
    assert INTENTIONS.next_steps(_wish(state))[0].title == usual


def test_who_looks_again_starts_anew(office: Office) -> None:
    again = advance(INTENTIONS, _wish("录用"), "重新求职")
    assert (again.registered_on, again.hired_by, again.hired_on) == (date.today(), None, None)


def test_a_post_belongs_to_the_fair_of_its_employer(office: Office) -> None:
    fair = make_fair()
    post = make_post(make_employer(fair), headcount=7)
    assert JobPost.get_by_id(post.id).fair == fair
    assert summary(POSTS, Criteria(owner=fair.id, owner_field="fair"), 1) == "共 1 个　招聘人数 合计 7"
    assert fair.entered == "1 家，7 个岗位"


def test_a_fair_takes_its_employers_and_their_posts_along(office: Office) -> None:
    fair = make_fair()
    make_post(make_employer(fair))
    keeping.to_bin(FAIRS, [fair.id])
    assert [model.alive().count() for model in (JobFair, FairEmployer, JobPost)] == [0, 0, 0]
    keeping.restore(FAIRS, [fair.id])
    assert [model.alive().count() for model in (JobFair, FairEmployer, JobPost)] == [1, 1, 1]


def test_an_employer_of_two_fairs_is_found_by_its_number(office: Office) -> None:
    first = make_employer(make_fair(), name="有司建筑公司")
    make_employer(make_fair(name="2011年秋招", held_on=date(2011, 9, 3)), name="有司建筑公司")
    _, problems = keeping.read(POSTS.fields, {"employer": "有司建筑公司"})
    assert "不止一条" in str(problems[0])
    values, _ = keeping.read(POSTS.fields, {"employer": str(first)})
    assert values["employer"] == first
    assert EMPLOYERS.record is FairEmployer


def test_the_hired_who_were_never_asked_are_found(office: Office) -> None:
    forgotten = _wish("录用")
    make_intention(outcome="录用", **REACHED["录用"], followed_up_on=date(2011, 4, 28))
    assert ids(INTENTIONS, Criteria(filters={"录用后未回访": (True,)})) == [forgotten.id]


def test_two_hundred_notices_a_compound_are_added_up(office: Office) -> None:
    make_notice()
    make_notice(compound="祥安里", taken_down_on=date(2011, 3, 1))
    assert summary(NOTICES, Criteria(), 2) == "共 2 处　份数 合计 400"
    hanging = ids(NOTICES, Criteria(filters={"尚未撤下": (True,)}))
    assert [JobNotice.get_by_id(notice_id).compound for notice_id in hanging] == ["泰祥小区"]
