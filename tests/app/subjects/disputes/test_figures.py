"""Figures of labour disputes (domain 4.5 and 11.2, F034 to F037)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.figures.wording import explain
from app.records.base import Record
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from tests.factories.disputes import make_body, make_mediator, new_agreement, new_case, new_followup
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored, sums_hold

_CASES = "FROM dispute_case WHERE deleted_at IS NULL"
_ACCEPTED = f"{_CASES} AND accepted_on {IN}"
_OPEN = f"{_CASES} AND accepted_on <= '2011-12-31' AND COALESCE(closed_on, '9999') > '2011-12-31'"
_SIGNED = f"FROM dispute_agreement WHERE deleted_at IS NULL AND signed_on {IN}"
SAMPLE: Expected = {
    "申请调解": f"SELECT COUNT(*) {_CASES} AND applied_on {IN}",
    "不予受理争议": f"SELECT COUNT(*) {_CASES} AND applied_on {IN} AND status = '不予受理'",
    "受理争议": 20,
    "受理争议结案": 20,
    "受理争议未结": 0,
    "调解成功": 3,
    "其他方式结案": f"SELECT COUNT(*) {_ACCEPTED} AND outcome NOT LIKE '调解成功%'",
    "调解结束": f"SELECT COUNT(*) {_ACCEPTED} AND (outcome LIKE '调解成功%' OR outcome = '调解不成')",
    "办结率": 1000,
    "调解成功率": 150,
    "调结成功率": (
        "SELECT ROUND(1000.0 * SUM(outcome LIKE '调解成功%')"
        f" / SUM(outcome LIKE '调解成功%' OR outcome = '调解不成')) {_ACCEPTED}"
    ),
    "结案争议": f"SELECT COUNT(*) {_CASES} AND closed_on {IN}",
    "超期结案": f"SELECT COUNT(*) {_CASES} AND closed_on {IN} AND closed_on > due_on",
    "未结争议": f"SELECT COUNT(*) {_OPEN}",
    "超期未结争议": f"SELECT COUNT(*) {_OPEN} AND due_on < '2011-12-31'",
    "可申请仲裁未结争议": (
        f"SELECT COUNT(*) {_CASES} AND status <> '不予受理' AND DATE(applied_on, '+15 days') <= '2011-12-31'"
        " AND COALESCE(closed_on, '9999') > '2011-12-31'"
    ),
    "争议涉及人数": f"SELECT SUM(people_count) {_ACCEPTED}",
    "争议涉及农民工": f"SELECT SUM(migrant_count) {_ACCEPTED}",
    "集体争议": f"SELECT COUNT(*) {_ACCEPTED} AND people_count >= 10",
    "争议金额": f"SELECT SUM(claim_amount) {_ACCEPTED}",
    "调解协议": f"SELECT COUNT(*) {_SIGNED}",
    "协议金额": f"SELECT SUM(amount) {_SIGNED}",
    "协议已履行金额": f"SELECT SUM(performed_amount) {_SIGNED}",
    "争议回访": f"SELECT COUNT(*) FROM dispute_follow_up WHERE visited_on {IN}",
    "已回访争议": f"SELECT COUNT(DISTINCT case_id) FROM dispute_follow_up WHERE visited_on {IN}",
    "调解组织": 2,
    "调解员": "SELECT COUNT(*) FROM mediator WHERE appointed_on <= '2011-12-31' AND left_on IS NULL",
}

_BEFORE = date(2010, 4, 6)
_EARLIER = {"applied_on": _BEFORE, "accepted_on": _BEFORE}
_ALL_EARLIER = _EARLIER | {"closed_on": _BEFORE}


def _case(status: str, **usual: object) -> Callable[..., Record]:
    return lambda _, **values: stored(new_case(status, **(usual | values)))


def _agreement(case: DisputeCase, **values: object) -> Record:
    return stored(new_agreement(case, performed_amount=5_000_00, **values))


def _failed_and_settled() -> None:
    for outcome in ("调解不成", "和解"):
        stored(new_case("结案", outcome=outcome))


CASES = (
    Case(_case("登记"), {"applied_on": _BEFORE}, {"申请调解": 1}),
    Case(_case("不予受理"), {"applied_on": _BEFORE}, {"不予受理争议": 1, "申请调解": 1}),
    Case(
        _case("调解中"),
        {"applied_on": date(2012, 4, 6), "accepted_on": date(2012, 4, 6)},
        {"未结争议": 1, "超期未结争议": 1, "可申请仲裁未结争议": 1},
        edges=(),  # a case is overdue fifteen days after its acceptance: the edges stand below
    ),
    Case(
        _case("调解中", people_count=12, migrant_count=7, claim_amount=6_000_00),
        _EARLIER,
        {
            "受理争议": 1,
            "受理争议未结": 1,
            "争议涉及人数": 12,
            "争议涉及农民工": 7,
            "集体争议": 1,
            "争议金额": 6_000_00,
        },
    ),
    Case(
        _case("结案", outcome="调解不成"),
        _ALL_EARLIER,
        {
            "受理争议": 2,
            "受理争议结案": 1,
            "其他方式结案": 1,
            "结案争议": 1,
            "调解结束": 1,
            "办结率": 500,
        },
        before=lambda: stored(new_case("受理")),
    ),
    Case(
        _case("结案", outcome="调解成功(达成协议)"),
        _ALL_EARLIER,
        {"调解成功": 1, "调解成功率": 333, "调结成功率": 500, "调解结束": 2},
        same=("办结率", "其他方式结案"),
        before=_failed_and_settled,
    ),
    Case(
        _case("结案", **_EARLIER, closed_on=date(2011, 6, 1)),
        {"closed_on": date(2010, 6, 1)},
        {"超期结案": 1, "结案争议": 1},
        same=("受理争议", "受理争议结案"),
    ),
    Case(
        _agreement,
        {"signed_on": date(2012, 1, 4)},
        {"调解协议": 1, "协议金额": 5_400_00, "协议已履行金额": 5_000_00},
        before=lambda: stored(new_case("调解中")),
    ),
    Case(
        lambda case, **values: stored(new_followup(case, **values)),
        {"visited_on": date(2012, 1, 4)},
        {"争议回访": 1, "已回访争议": 1},
        before=lambda: stored(new_case("结案")),
    ),
    Case(lambda _, **values: make_body(**values), {"founded_on": date(2012, 1, 4)}, {"调解组织": 1}),
    Case(lambda _, **values: make_mediator(**values), {"appointed_on": date(2012, 1, 4)}, {"调解员": 1}),
)

test_sample, test_following, test_complete, test_explained = hold(disputes, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("accepted", "unsettled", "overdue"),
    [
        (date(2011, 12, 15), 1, 1),  # its fifteen days ended on the 30th
        (date(2011, 12, 16), 1, 0),
        (date(2011, 12, 31), 1, 0),
        (date(2012, 1, 1), 0, 0),
    ],
)
def test_a_case_is_unsettled_from_its_acceptance_and_overdue_after_fifteen_days(
    accepted: date, unsettled: int, overdue: int
) -> None:
    stored(new_case("调解中", applied_on=accepted, accepted_on=accepted))
    told = [find_figure(label).number(YEAR) for label in ("未结争议", "超期未结争议")]
    assert told == [unsettled, overdue]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("applied", "open_to_it"), [(date(2011, 12, 16), 1), (date(2011, 12, 17), 0)])
def test_the_parties_may_go_to_arbitration_fifteen_days_after_the_application(
    applied: date, open_to_it: int
) -> None:
    """However late the body accepts, and whatever both consent to (law art. 14)."""
    stored(new_case("调解中", applied_on=applied, accepted_on=date(2011, 12, 20)))
    assert find_figure("可申请仲裁未结争议").number(YEAR) == open_to_it
    assert find_figure("超期未结争议").number(YEAR) == 0


@pytest.mark.usefixtures("open_sample")
def test_sums() -> None:
    sums_hold(disputes)
    sums_hold(disputes, year(2010))


@pytest.mark.usefixtures("office")
def test_a_case_of_neither_state_shows_that_the_parts_do_not_add_up() -> None:
    for status in ("结案", "调解中", "登记"):
        stored(new_case(status, accepted_on=date(2011, 4, 6)))
    assert disputes.SUMS[0].disagreement(YEAR) == "受理争议 3 ≠ 受理争议结案 1 + 受理争议未结 1 = 2"


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("closed", "numbers"), [(date(2011, 12, 31), [0, 0, 1]), (date(2012, 1, 1), [1, 1, 0])]
)
def test_a_case_closed_after_the_day_was_open_on_it(closed: date, numbers: list[int]) -> None:
    stored(new_case("结案", closed_on=closed))
    labels = ("未结争议", "超期未结争议", "结案争议")
    assert [find_figure(label).number(YEAR) for label in labels] == numbers


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "late"), [(21, 0), (22, 1)])
def test_a_case_closed_on_the_fifteenth_day_is_in_time(day: int, late: int) -> None:
    stored(new_case("结案", closed_on=date(2011, 4, day)))  # accepted on the sixth
    assert find_figure("超期结案").number(YEAR) == late


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("last", "number"), [(date(2011, 12, 31), 0), (date(2012, 1, 1), 1)])
def test_who_leaves_on_the_day_does_not_count_on_it(last: date, number: int) -> None:
    make_body(ended_on=last)
    make_mediator(left_on=last)
    assert [find_figure(label).number(YEAR) for label in ("调解组织", "调解员")] == [number, number]


@pytest.mark.usefixtures("office")
def test_a_body_founded_nobody_knows_when_is_there() -> None:
    make_body(founded_on=None)
    assert find_figure("调解组织").number(year(1990)) == 1


@pytest.mark.usefixtures("office")
def test_a_case_visited_twice_was_followed_up_once() -> None:
    case = stored(new_case("结案"))
    for day in (date(2011, 1, 1), date(2011, 12, 31)):
        stored(new_followup(case, visited_on=day))
    assert [find_figure(label).number(YEAR) for label in ("争议回访", "已回访争议")] == [2, 1]


@pytest.mark.usefixtures("open_sample")
def test_category_by_outcome_shows_how_the_seventeen_others_ended() -> None:
    table = disputes.ACCEPTED_BY_OUTCOME.read(YEAR)
    others = [table.cell(None, name) for name in table.column_names if not name.startswith("调解成功")]
    assert (sum(others), table.cell(None, None)) == (17, 20)
    assert sum(table.cell(row, column) for row in table.row_names for column in table.column_names) == 20


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("调结成功率"), YEAR) == (
        "37.5% = 调解成功 3 ÷ 调解结束 8；调结口径：只算达成协议和调解不成的，和解、撤回、转出的不算"
    )
    assert explain(find_figure("超期结案"), YEAR) == (
        "0 起 = 结案日期在2011年、结案日期晚于到期日的争议案件数"
    )


@pytest.mark.usefixtures("office")
def test_a_case_of_december_closed_in_january_is_open_at_the_years_end_in_every_figure() -> None:
    """What was closed later is next year's: of two cases of 2011 one was agreed in it, 50 %."""
    stored(new_case("结案", outcome="调解成功(达成协议)"))
    late = {"applied_on": date(2011, 12, 20), "accepted_on": date(2011, 12, 20)}
    stored(new_case("结案", outcome="调解成功(达成协议)", **late, closed_on=date(2012, 1, 3)))
    told = {
        "受理争议": (2, 0),
        "受理争议结案": (1, 0),
        "受理争议未结": (1, 0),
        "未结争议": (1, 0),
        "调解成功": (1, 0),
        "调解结束": (1, 0),
        "办结率": (500, None),
        "调解成功率": (500, None),
        "结案争议": (1, 1),
    }
    assert {
        label: tuple(find_figure(label).number(year(at)) for at in (2011, 2012)) for label in told
    } == told


@pytest.mark.usefixtures("office")
def test_an_agreement_performed_in_january_was_awaited_at_the_years_end() -> None:
    agreement = new_agreement(stored(new_case("结案")), performed_amount=5_000_00, performance="已履行")
    agreement.performed_on = date(2012, 1, 3)
    stored(agreement)
    assert find_figure("协议已履行金额").number(YEAR) == 0
    parts = {part.label: part.number(YEAR) for part in find_figure("调解协议").parts}
    assert (parts["调解协议·待履行"], parts["调解协议·已履行"]) == (1, 0)
