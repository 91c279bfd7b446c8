"""The rules of collective contracts, one by one (domain 6.2, 6.3 and 6.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.records.profile import profile
from app.subjects.contracts.collective.records import CollectiveContract, RenewalLead
from app.subjects.contracts.collective.register import CONTRACTS, RENEWAL_LEADS
from app.subjects.office.profile.register import PROFILE
from tests.factories.contracts import make_contract, new_contract
from tests.factories.unions import make_independent, make_union
from tests.helpers.problems import blocked, warned

TODAY = date.today()
DAY = timedelta(days=1)


def _running(**values: object) -> dict[str, object]:
    """Return a term of a year that lasts at least until tomorrow."""
    return {"start_on": TODAY - 30 * DAY, "end_on": TODAY + 350 * DAY} | values


def test_a_complete_contract_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    contract = new_contract(status="到期")
    assert blocked(CONTRACTS, contract) == {}
    assert warned(CONTRACTS, contract) == {}


@pytest.mark.parametrize(
    "name",
    "kind scope signer_type employer union_name employer_chief worker_chief employer_reps worker_reps "
    "start_on end_on covered_enterprises covered_workers covered_women".split(),
)
def test_a_contract_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    contract = new_contract(**{name: None})
    assert blocked(CONTRACTS, contract)[name] == f"请填写{contract.described()[name].label}"


@pytest.mark.parametrize(("number", "allowed"), [(2, False), (3, True), (10, True)])
def test_each_side_sends_at_least_three(office: Office, number: int, allowed: bool) -> None:
    sentences = blocked(CONTRACTS, new_contract(employer_reps=number, worker_reps=number))
    assert sentences == ({} if allowed else {"employer_reps": "至少 3 人", "worker_reps": "至少 3 人"})


def test_more_than_ten_negotiators_are_doubtful(office: Office) -> None:
    contract = new_contract(status="到期", employer_reps=11, worker_reps=11)
    assert warned(CONTRACTS, contract).keys() == {"employer_reps", "worker_reps"}


def test_both_sides_send_as_many(office: Office) -> None:
    problems = blocked(CONTRACTS, new_contract(employer_reps=4, worker_reps=3))
    assert problems == {"worker_reps": "企业方 4 人，双方代表人数应相等"}


@pytest.mark.parametrize(("present", "allowed"), [(19, False), (20, True), (30, True), (31, False)])
def test_two_thirds_of_the_congress_are_present(office: Office, present: int, allowed: bool) -> None:
    contract = new_contract(congress_due=30, congress_present=present, congress_agreed=18)
    assert ("congress_present" in blocked(CONTRACTS, contract)) == (not allowed)


@pytest.mark.parametrize(("agreed", "allowed"), [(14, False), (15, True), (25, True), (26, False)])
def test_half_of_all_agree_or_more(office: Office, agreed: int, allowed: bool) -> None:
    """半数以上 includes the half (集体合同规定 art. 36, 民法典 art. 1259): 15 of 30 have passed a draft."""
    contract = new_contract(congress_due=30, congress_present=25, congress_agreed=agreed)
    assert ("congress_agreed" in blocked(CONTRACTS, contract)) == (not allowed)


@pytest.mark.parametrize(("agreed", "allowed"), [(15, False), (16, True)])
def test_where_the_office_asks_for_a_majority_half_is_not_enough(
    office: Office, agreed: int, allowed: bool
) -> None:
    own = profile()
    own.name, own.strict_majority = "泰祥社区工会", True
    keeping.save(PROFILE, own)
    contract = new_contract(congress_due=30, congress_present=25, congress_agreed=agreed)
    assert ("congress_agreed" in blocked(CONTRACTS, contract)) == (not allowed)


def test_half_of_an_odd_number_is_rounded_up(office: Office) -> None:
    """Of 29 the half is 14.5: 14 are fewer, 15 are enough."""
    votes = {"congress_due": 29, "congress_present": 25}
    assert "congress_agreed" in blocked(CONTRACTS, new_contract(**votes, congress_agreed=14))
    assert "congress_agreed" not in blocked(CONTRACTS, new_contract(**votes, congress_agreed=15))


def test_a_failed_vote_may_be_noted_before_signing(office: Office) -> None:
    contract = new_contract(
        status="待审议", signed_on=None, filed_on=None, effective_on=None, review_result=None,
        congress_due=30, congress_present=19, congress_agreed=14,
    )  # fmt: skip
    assert blocked(CONTRACTS, contract) == {}
    assert warned(CONTRACTS, contract).keys() == {"congress_present", "congress_agreed"}


@pytest.mark.parametrize(
    ("name", "day", "earlier"),
    [
        ("signed_on", date(2011, 2, 28), "职代会审议日期"),
        ("filed_on", date(2011, 3, 7), "签订日期"),
        ("effective_on", date(2011, 3, 14), "报送日期"),
    ],
)
def test_each_step_follows_the_one_before(office: Office, name: str, day: date, earlier: str) -> None:
    assert f"早于{earlier}" in blocked(CONTRACTS, new_contract(**{name: day}))[name]


def test_nothing_is_signed_in_the_future(office: Office) -> None:
    tomorrow = TODAY + DAY
    contract = new_contract(**_running(status="已签订", signed_on=tomorrow, filed_on=None, effective_on=None))
    assert blocked(CONTRACTS, contract) == {"signed_on": "在今天之后，请核对"}


@pytest.mark.parametrize(
    ("status", "needed"),
    [
        ("起草", set()),
        ("协商", set()),
        ("待审议", set()),
        ("已签订", {"signed_on"}),
        ("已报送", {"signed_on", "filed_on"}),
        ("生效", {"signed_on", "filed_on", "effective_on"}),
        ("到期", {"signed_on", "filed_on", "effective_on"}),
        ("续签", {"signed_on", "filed_on", "effective_on"}),
        ("终止", {"ended_on", "end_reason"}),
    ],
)
def test_a_state_has_the_days_that_led_to_it(office: Office, status: str, needed: set[str]) -> None:
    contract = new_contract(
        status=status, signed_on=None, filed_on=None, effective_on=None, review_result=None
    )
    assert blocked(CONTRACTS, contract) == {
        name: f"状态为“{status}”，请填写{CollectiveContract.described()[name].label}" for name in needed
    }


@pytest.mark.parametrize(("day", "late"), [(date(2011, 3, 18), False), (date(2011, 3, 19), True)])
def test_a_contract_filed_later_than_ten_days_after_signing_is_doubtful(
    office: Office, day: date, late: bool
) -> None:
    contract = new_contract(status="到期", signed_on=date(2011, 3, 8), filed_on=day)
    assert warned(CONTRACTS, contract) == (
        {"filed_on": "签订后 10 日内应报送，晚了 1 天，请核对"} if late else {}
    )
    assert blocked(CONTRACTS, contract) == {}


@pytest.mark.parametrize(("day", "allowed"), [(date(2011, 3, 29), False), (date(2011, 3, 30), True)])
def test_silence_makes_a_contract_effective_after_fifteen_days(
    office: Office, day: date, allowed: bool
) -> None:
    contract = new_contract(filed_on=date(2011, 3, 15), effective_on=day, review_result="15日内未答复")
    problems = blocked(CONTRACTS, contract)
    assert problems == ({} if allowed else {"effective_on": "报送满 15 日未答复才生效，不早于2011年3月30日"})


def test_what_was_objected_to_is_not_effective(office: Office) -> None:
    assert "review_result" in blocked(CONTRACTS, new_contract(review_result="提出异议"))


def test_a_term_does_not_end_before_it_starts(office: Office) -> None:
    contract = new_contract(start_on=date(2011, 4, 1), end_on=date(2011, 3, 31))
    assert blocked(CONTRACTS, contract) == {"end_on": "早于期限起（2011年4月1日），请核对两个日期"}


@pytest.mark.parametrize(
    ("kind", "end", "doubt"),
    [
        ("集体合同", date(2012, 3, 30), "不满一年"),
        ("集体合同", date(2012, 3, 31), ""),
        ("集体合同", date(2014, 3, 31), ""),
        ("集体合同", date(2014, 4, 1), "超过三年"),
        ("工资专项集体合同", date(2012, 3, 31), ""),
        ("工资专项集体合同", date(2012, 4, 1), "一年一签"),
        ("工资专项集体合同", date(2014, 3, 31), "一年一签"),
    ],
)
def test_an_unusual_term_is_doubtful(office: Office, kind: str, end: date, doubt: str) -> None:
    problems = warned(
        CONTRACTS, new_contract(status="到期", kind=kind, start_on=date(2011, 4, 1), end_on=end)
    )
    assert doubt in problems.get("end_on", "")
    assert ("end_on" in problems) == bool(doubt)


@pytest.mark.parametrize(("ends_in", "over"), [(0, False), (-1, True)])
def test_an_effective_contract_past_its_end_is_doubtful(office: Office, ends_in: int, over: bool) -> None:
    end = TODAY + ends_in * DAY
    problems = warned(CONTRACTS, new_contract(start_on=end - 800 * DAY, end_on=end))
    assert ("已到期" in problems.get("end_on", "")) == over


@pytest.mark.parametrize(
    ("scope", "signer", "doubtful"),
    [
        ("企业", "独立工会", False),
        ("企业", "职工代表", False),
        ("企业", "小区工会", True),
        ("区域性", "小区工会", False),
        ("区域性", "独立工会", True),
        ("行业性", "行业工会", False),
        ("行业性", "独立工会", True),
    ],
)
def test_the_signer_fits_the_scope(office: Office, scope: str, signer: str, doubtful: bool) -> None:
    problems = warned(CONTRACTS, new_contract(status="到期", scope=scope, signer_type=signer))
    assert ("signer_type" in problems) == doubtful


@pytest.mark.parametrize(
    ("start", "kind", "twice"),
    [
        (date(2014, 3, 31), "集体合同", True),
        (date(2014, 4, 1), "集体合同", False),
        (date(2012, 1, 1), "女职工权益保护专项集体合同", False),
    ],
)
def test_one_kind_is_signed_once_at_a_time(office: Office, start: date, kind: str, twice: bool) -> None:
    first = make_contract(start_on=date(2011, 4, 1), end_on=date(2014, 3, 31))
    again = new_contract(
        employer=first.employer, union_name=first.union_name, kind=kind, start_on=start,
        end_on=date(2015, 3, 31), status="到期",
    )  # fmt: skip
    problems = warned(CONTRACTS, again)
    assert (first.contract_no in problems.get("start_on", "")) == twice


def test_an_ended_contract_makes_room_for_another(office: Office) -> None:
    first = make_contract(status="终止", ended_on=date(2012, 5, 1), end_reason="企业歇业")
    again = new_contract(employer=first.employer, union_name=first.union_name, status="到期")
    assert warned(CONTRACTS, again) == {}


def test_a_renewal_is_of_the_same_kind_and_later(office: Office) -> None:
    before = make_contract()
    later = {"start_on": date(2014, 4, 1), "end_on": date(2015, 3, 31)}
    assert blocked(CONTRACTS, new_contract(renewed_from=before, **later)) == {}
    problems = blocked(CONTRACTS, new_contract(renewed_from=before, kind="工资专项集体合同", **later))
    assert "种类不同" in problems["renewed_from"]
    problems = blocked(CONTRACTS, new_contract(renewed_from=before))
    assert "不早于这一份" in problems["renewed_from"]


def test_a_contract_does_not_renew_itself(office: Office) -> None:
    contract = make_contract()
    contract.renewed_from = contract
    assert "不能续签自己" in blocked(CONTRACTS, contract)["renewed_from"]


def test_a_contract_number_is_given_once(office: Office) -> None:
    first = make_contract()
    assert first.contract_no.startswith("TY-JT-")
    assert make_contract().contract_no != first.contract_no


def test_each_kind_has_one_lead(office: Office) -> None:
    keeping.save(RENEWAL_LEADS, RenewalLead(kind="集体合同", days=100))
    again = blocked(RENEWAL_LEADS, RenewalLead(kind="集体合同", days=30))
    assert again == {"kind": "这个合同种类的已登记，请修改原来那一条"}
    assert blocked(RENEWAL_LEADS, RenewalLead(kind="其他专项", days=30)) == {}


def test_the_kind_of_signer_is_that_of_the_union_in_the_register(office: Office) -> None:
    own, compound = make_independent(), make_union(name="祥和大厦工会", union_type="小区工会")
    contract = new_contract(union_name=own.name)
    assert "signer_type" not in warned(CONTRACTS, contract)
    contract.signer_type = "职工代表"
    assert "是独立工会" in warned(CONTRACTS, contract)["signer_type"]
    contract.union_name = "没有登记的工会"
    assert "signer_type" not in warned(CONTRACTS, contract)
    area = new_contract(scope="区域性", union_name=compound.name, signer_type="行业工会")
    assert "是小区工会" in warned(CONTRACTS, area)["signer_type"]
    area.signer_type = "小区工会"
    assert "signer_type" not in warned(CONTRACTS, area)
