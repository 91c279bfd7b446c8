"""The way of a dispute from application to archive, guarded, and its list (domain 4.3 and 4.4)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.importing import import_book
from app.fields.problems import Blocked
from app.keeping import keeping, lookup
from app.listing import Criteria, SortKey, ids
from app.office import Office
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.disputes.mediation.records import CATEGORIES
from tests.factories.disputes import (
    IN_STATE,
    make_agreement,
    make_body,
    make_case,
    make_extension,
    make_followup,
    make_mediator,
    make_party,
    make_step,
    make_success,
)
from tests.helpers.problems import advance, forbidden, step_called

TODAY = date.today()
STEPS: dict[str, tuple[set[str], str, set[str]]] = {
    "受理": ({"登记"}, "受理", {"accepted_on", "mediator"}),
    "不予受理": ({"登记"}, "不予受理", {"refuse_reason"}),
    "开始调解": ({"受理"}, "调解中", set()),
    "结案": ({"调解中"}, "结案", {"outcome", "closed_on"}),
    "登记回访": ({"结案"}, "回访", set()),
    "归档": ({"结案", "回访"}, "归档", {"archived_on", "filed_by", "retention", "pages"}),
}
ANSWERS: dict[str, object] = {
    "accepted_on": date(2011, 4, 7),
    "refuse_reason": "不属于劳动争议",
    "outcome": "撤回申请",
    "closed_on": date(2011, 4, 15),
    "archived_on": date(2011, 6, 1),
    "filed_by": "王芳",
    "retention": "10年",
    "pages": 36,
}


def answers(title: str) -> dict[str, object]:
    return {name: ANSWERS[name] for name in STEPS[title][2] if name in ANSWERS}


def ready(status: str) -> DisputeCase:
    """Keep a case that lacks nothing for any step but what the step asks."""
    case = make_case(status)
    if status in ("结案", "回访", "归档"):
        make_followup(case)
    return case


def test_no_step_is_untested() -> None:
    assert {step.title for step in DISPUTES.steps} == STEPS.keys()


@pytest.mark.parametrize("title", STEPS)
def test_a_step_starts_from_its_states_only(office: Office, title: str) -> None:
    sources, target, _ = STEPS[title]
    for state in IN_STATE:
        case = ready(state)
        assert (step_called(DISPUTES, title) in DISPUTES.next_steps(case)) == (state in sources)
        if state in sources:
            assert advance(DISPUTES, case, title, answers(title)).status == target
        else:
            with pytest.raises(Refused, match="不能"):
                advance(DISPUTES, case, title, answers(title))
        assert DisputeCase.get_by_id(case.id).status == (target if state in sources else state)


@pytest.mark.parametrize("title", [title for title, (_, _, asked) in STEPS.items() if asked])
def test_a_step_asks_for_what_belongs_to_it(office: Office, title: str) -> None:
    asked = STEPS[title][2]
    case = ready(sorted(STEPS[title][0])[0])
    assert forbidden(DISPUTES, case, title, **dict.fromkeys(asked)).keys() >= asked


def test_a_case_goes_all_the_way_to_the_archive(office: Office) -> None:
    case = advance(DISPUTES, make_case(), "受理", answers("受理"))
    case = advance(DISPUTES, case, "开始调解")
    make_step(case)
    make_agreement(case)
    won = {"outcome": "调解成功(达成协议)", "closed_on": date(2011, 4, 15)}
    case = advance(DISPUTES, DisputeCase.get_by_id(case.id), "结案", won)
    make_followup(case)
    case = advance(DISPUTES, DisputeCase.get_by_id(case.id), "登记回访")
    case = advance(DISPUTES, case, "归档", answers("归档"))
    assert (case.status, case.sessions, case.due_on) == ("归档", "1", date(2011, 4, 22))


@pytest.mark.parametrize(("role", "missing"), [("申请人", "respondents"), ("被申请人", "applicants")])
def test_a_case_with_one_side_only_is_not_accepted(office: Office, role: str, missing: str) -> None:
    case = make_case(sides=False)
    make_party(case, role=role)
    assert missing in forbidden(DISPUTES, case, "受理", **answers("受理"))


def test_a_case_gets_the_next_number_of_its_body_when_it_is_accepted(office: Office) -> None:
    body = make_body(case_word="泰劳调字")
    for number in (1, 2):
        case = advance(DISPUTES, make_case(body=body), "受理", answers("受理"))
        assert case.case_no == f"（2011）泰劳调字第{number}号"


def test_a_case_of_no_particular_body_gets_the_number_of_the_first(office: Office) -> None:
    assert advance(DISPUTES, make_case(), "受理", answers("受理")).case_no == "（2011）劳调字第1号"
    make_body(case_word="人调字")
    assert advance(DISPUTES, make_case(), "受理", answers("受理")).case_no == "（2011）人调字第1号"


def test_a_number_that_was_given_by_hand_stays(office: Office) -> None:
    case = make_case(case_no="（2011）人调字第7号")
    assert advance(DISPUTES, case, "受理", answers("受理")).case_no == "（2011）人调字第7号"


def test_a_number_in_the_recycle_bin_is_not_given_again(office: Office) -> None:
    first = advance(DISPUTES, make_case(), "受理", answers("受理"))
    keeping.to_bin(DISPUTES, [first.id])
    assert advance(DISPUTES, make_case(), "受理", answers("受理")).case_no == "（2011）劳调字第2号"


@pytest.mark.parametrize(
    ("outcome", "needs"),
    [("调解成功(达成协议)", True), ("调解不成", True), ("和解", False), ("撤回申请", False)],
)
def test_nobody_succeeds_or_fails_without_having_met(office: Office, outcome: str, needs: bool) -> None:
    values = {"outcome": outcome, "closed_on": date(2011, 4, 15)}
    problems = forbidden(DISPUTES, make_case("调解中"), "结案", **values)
    assert ("还没有调解记录" in problems.get("outcome", "")) == needs


def test_success_is_not_closed_without_an_agreement(office: Office) -> None:
    case = make_case("调解中")
    make_step(case)
    won = {"outcome": "调解成功(达成协议)", "closed_on": date(2011, 4, 15)}
    assert "须有协议" in forbidden(DISPUTES, case, "结案", **won)["outcome"]
    make_agreement(case)
    assert forbidden(DISPUTES, case, "结案", **won) == {}


@pytest.mark.parametrize("name", ["both_signed", "body_signed"])
def test_success_is_not_closed_before_the_agreement_is_signed_and_sealed(office: Office, name: str) -> None:
    case = make_case("调解中")
    make_step(case)
    make_agreement(case, **{name: False})
    won = {"outcome": "调解成功(达成协议)", "closed_on": date(2011, 4, 15)}
    with pytest.raises(Blocked, match="签字盖章"):
        advance(DISPUTES, case, "结案", won)
    assert DisputeCase.get_by_id(case.id).status == "调解中"


def test_a_case_is_not_closed_before_it_was_accepted(office: Office) -> None:
    values = answers("结案") | {"closed_on": date(2011, 4, 5)}
    assert "早于受理日期" in forbidden(DISPUTES, make_case("调解中"), "结案", **values)["closed_on"]


def test_the_follow_up_is_noted_when_there_was_one(office: Office) -> None:
    case = make_case("结案")
    assert "还没有回访" in forbidden(DISPUTES, case, "登记回访")["outcome"]


def test_an_agreement_is_followed_up_before_it_is_archived(office: Office) -> None:
    case = make_case("结案", outcome="调解成功(达成协议)")
    assert "还没有回访" in forbidden(DISPUTES, case, "归档", **answers("归档"))["outcome"]
    assert forbidden(DISPUTES, make_case("结案"), "归档", **answers("归档")) == {}


def headline(case: DisputeCase) -> str:
    assert DISPUTES.headline is not None
    return DISPUTES.headline(case)


@pytest.mark.parametrize(("days", "told"), [(5, "剩 10 天"), (15, "今天到期"), (18, "超期 3 天")])
def test_the_headline_counts_the_fifteen_days(office: Office, days: int, told: str) -> None:
    day = TODAY - timedelta(days=days)
    case = make_case("调解中", applied_on=day, accepted_on=day)
    assert told in headline(case)
    assert case.limit == told
    assert str(case.case_no) in headline(case)


def test_the_headline_of_a_closed_case_says_how_it_ended(office: Office) -> None:
    case = make_case("结案")
    assert "2011年4月15日撤回申请" in headline(case)
    assert case.limit == ""


def test_a_case_bears_the_names_of_its_parties(office: Office) -> None:
    case = make_case(sides=False)
    make_party(case, name="单小娟")
    make_party(case, name="仇永福")
    make_party(case, role="第三人", name="王芳")
    last = make_party(case, role="被申请人", kind="单位", name="有司建筑公司")
    case = DisputeCase.get_by_id(case.id)
    assert (case.applicants, case.respondents) == ("单小娟、仇永福", "有司建筑公司")
    keeping.to_bin(next(child.register for child in DISPUTES.children), [last.id])
    assert DisputeCase.get_by_id(case.id).respondents is None


@pytest.mark.parametrize("words", ["单小娟", "shanxiaojuan", "sxj", "有司"])
def test_a_case_is_found_by_its_parties(office: Office, words: str) -> None:
    make_case()
    case = make_case(sides=False)
    make_party(case, name="单小娟")
    make_party(case, role="被申请人", kind="单位", name="有司建筑公司")
    assert ids(DISPUTES, Criteria(words)) == [case.id]


def test_a_row_finds_its_case_by_pinyin(office: Office) -> None:
    case = make_case(sides=False)
    make_party(case, name="单小娟")
    link = DISPUTES.children[0].owner
    assert lookup.choose(link, "sxj") == [(case.id, f"单小娟（{case.serial_no}）")]


def found(condition: str) -> list[int]:
    return ids(DISPUTES, Criteria(filters={condition: (True,)}))


def test_cases_past_their_limit_are_found(office: Office) -> None:
    day = TODAY - timedelta(days=16)
    late = make_case("调解中", applied_on=day, accepted_on=day)
    extended = make_case("调解中", applied_on=day, accepted_on=day)
    make_extension(extended, agreed_on=day, days=1)
    make_case("结案")
    assert found("已超期") == [late.id]
    assert found("七天内到期") == [extended.id]


def test_agreements_nobody_asked_after_are_found(office: Office) -> None:
    forgotten = make_case("结案", outcome="调解成功(达成协议)")
    make_success()
    make_case("结案")
    assert found("应回访未回访") == [forgotten.id]


def test_the_list_is_sorted_by_what_the_limit_leaves(office: Office) -> None:
    closed = make_case("结案")
    late = make_case("调解中")
    fresh = make_case("登记", applied_on=TODAY)
    assert ids(DISPUTES, Criteria(order=(SortKey("limit"),))) == [late.id, fresh.id, closed.id]


def test_a_list_of_old_cases_is_taken_in(office: Office, tmp_path: Path) -> None:
    make_mediator(name="欧阳静")
    head = "申请日期,受理日期,争议类别,争议细类,申请请求,事实与理由,调解员,结案方式,结案日期,不予受理原因"
    what = "劳动报酬,欠薪,支付工资,拖欠三个月,欧阳静"
    book = tmp_path / "cases.csv"
    rows = [
        f",2011-4-6,{what},撤回,2011-4-15,",
        f",2011-4-8,{what},,,",
        f"2011-4-9,,{what},,,不属于劳动争议",
    ]
    book.write_text("\n".join([head, *rows]), encoding="utf-8")
    report = import_book(DISPUTES, book)
    assert report.problems == []
    kept = DisputeCase.alive().order_by(DisputeCase.id)
    assert [(case.status, case.case_no) for case in kept] == [
        ("结案", "（2011）劳调字第1号"),
        ("调解中", "（2011）劳调字第2号"),
        ("不予受理", None),
    ]
    assert [case.__data__["applied_on"] for case in kept] == [None, None, date(2011, 4, 9)]


@pytest.mark.parametrize(
    ("said", "number"),
    [("追索劳动报酬", 4), ("欠薪", 4), ("经济补偿金", 4), ("社保", 3), ("解除劳动合同", 1), ("除名", 2)],
)
def test_what_lists_call_a_dispute_is_one_of_the_kinds_of_the_law(said: str, number: int) -> None:
    """劳动争议调解仲裁法, article 2: the kinds in its order."""
    assert DisputeCase.category.parse(said) == CATEGORIES[number]
