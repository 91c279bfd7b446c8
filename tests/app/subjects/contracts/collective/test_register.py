"""The life of a collective contract, its renewal, and the row of its signer (domain 6.3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria, ids, summary
from app.office import Office
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage
from app.subjects.contracts.collective.register import CONTRACTS, COVERED
from tests.factories.contracts import make_area, make_contract
from tests.helpers.problems import advance, forbidden, step_called

STATES = ("起草", "协商", "待审议", "已签订", "已报送", "生效", "到期", "续签", "终止")
STEPS = {
    "开始协商": ({"起草"}, "协商"),
    "提交职代会审议": ({"协商"}, "待审议"),
    "签订": ({"待审议"}, "已签订"),
    "未通过，重新协商": ({"待审议"}, "协商"),
    "报送劳动部门": ({"已签订"}, "已报送"),
    "登记生效": ({"已报送"}, "生效"),
    "提出异议，重新协商": ({"已报送"}, "协商"),
    "续签": ({"生效", "到期"}, "续签"),
    "标记到期": ({"生效"}, "到期"),
    "终止": ({"起草", "协商", "待审议", "已签订", "已报送", "生效"}, "终止"),
}
ASKED: dict[str, dict[str, object]] = {
    "签订": {
        "congress_on": date(2011, 3, 1),
        "congress_due": 30,
        "congress_present": 28,
        "congress_agreed": 27,
        "signed_on": date(2011, 3, 8),
    },
    "报送劳动部门": {"filed_on": date(2011, 3, 15)},
    "登记生效": {"review_result": "无异议", "effective_on": date(2011, 3, 28)},
    "提出异议，重新协商": {"remark": "工时条款违反规定"},
    "终止": {"ended_on": date(2012, 1, 1), "end_reason": "企业歇业"},
}
_SO_FAR = {"起草": 0, "协商": 0, "待审议": 0, "已签订": 1, "已报送": 2}


def _contract(state: str) -> CollectiveContract:
    """Keep a contract that has got as far as its state says, and no farther."""
    days = ("signed_on", "filed_on", "effective_on")
    values: dict[str, object] = dict.fromkeys(days[_SO_FAR.get(state, 3) :])
    if state in _SO_FAR:
        values["review_result"] = None
    if state == "终止":
        values |= ASKED["终止"]
    return make_contract(status=state, **values)


def _rows(contract: CollectiveContract) -> list[tuple[str, int, int | None]]:
    covered = ContractCoverage.alive().where(ContractCoverage.contract == contract.id)
    return [(row.employer, row.workers, row.women) for row in covered.order_by(ContractCoverage.id)]


def test_no_step_is_untested() -> None:
    assert {step.title for step in CONTRACTS.steps} == STEPS.keys()


@pytest.mark.parametrize("title", STEPS)
def test_a_step_starts_from_its_states_only(office: Office, title: str) -> None:
    sources, target = STEPS[title]
    for state in STATES:
        contract = _contract(state)
        assert (step_called(CONTRACTS, title) in CONTRACTS.next_steps(contract)) == (state in sources)
        if state in sources:
            assert advance(CONTRACTS, contract, title, ASKED.get(title)).status == target
            assert CollectiveContract.get_by_id(contract.id).status == target
        else:
            with pytest.raises(Refused, match=f"现在是“{state}”，不能“{title}”"):
                advance(CONTRACTS, contract, title, ASKED.get(title))


@pytest.mark.parametrize("title", ASKED)
def test_a_step_asks_for_what_it_needs(office: Office, title: str) -> None:
    contract = _contract(sorted(STEPS[title][0])[0])
    with pytest.raises(Blocked) as error:
        advance(CONTRACTS, contract, title, dict.fromkeys(ASKED[title]))
    assert {problem.field.name for problem in error.value.problems} >= ASKED[title].keys()


@pytest.mark.parametrize(
    ("votes", "field"),
    [
        ({"congress_present": 19, "congress_agreed": 19}, "congress_present"),
        ({"congress_agreed": 14}, "congress_agreed"),
    ],
)
def test_a_draft_the_congress_did_not_pass_is_not_signed(
    office: Office, votes: dict[str, int], field: str
) -> None:
    contract = _contract("待审议")
    assert forbidden(CONTRACTS, contract, "签订", **{**ASKED["签订"], **votes}).keys() == {field}


def test_an_objection_forbids_the_effect(office: Office) -> None:
    values = {"review_result": "提出异议", "effective_on": date(2011, 3, 30)}
    assert "review_result" in forbidden(CONTRACTS, _contract("已报送"), "登记生效", **values)


def test_silence_settles_the_day_of_effect(office: Office) -> None:
    contract = _contract("已报送")
    moved = advance(CONTRACTS, contract, "登记生效", {"review_result": "15日内未答复"})
    assert moved.effective_on == date(2011, 3, 15) + timedelta(days=15)


def test_an_objection_takes_signing_and_filing_back(office: Office) -> None:
    moved = advance(CONTRACTS, _contract("已报送"), "提出异议，重新协商", {"remark": "工时条款"})
    assert (moved.signed_on, moved.filed_on, moved.review_result) == (None, None, "提出异议")
    again = advance(CONTRACTS, moved, "提交职代会审议")
    assert advance(CONTRACTS, again, "签订", ASKED["签订"]).review_result is None


def test_a_contract_does_not_expire_before_its_end(office: Office) -> None:
    running = make_contract(start_on=date.today() - timedelta(days=400), end_on=date.today())
    assert "才到期" in forbidden(CONTRACTS, running, "标记到期")["end_on"]


def test_a_renewal_drafts_the_next_contract_of_the_same_length(office: Office) -> None:
    contract = make_area(("甲厂", 20), ("乙厂", 30), start_on=date(2011, 4, 1), end_on=date(2013, 3, 31))
    advance(CONTRACTS, contract, "续签")
    draft = CollectiveContract.get(CollectiveContract.renewed_from == contract.id)
    assert (draft.status, draft.start_on, draft.end_on) == ("起草", date(2013, 4, 1), date(2015, 3, 31))
    assert (draft.employer, draft.union_name, draft.covered_workers) == ("祥和大厦", "祥和大厦联合工会", 50)
    assert draft.contract_no not in (None, contract.contract_no)
    assert (draft.signed_on, draft.filed_on, draft.effective_on) == (None, None, None)
    assert _rows(draft) == _rows(contract) == [("甲厂", 20, None), ("乙厂", 30, None)]


def test_a_contract_is_renewed_once(office: Office) -> None:
    contract = make_contract()
    make_contract(renewed_from=contract, start_on=date(2014, 4, 1), end_on=date(2015, 3, 31))
    assert "已续签" in forbidden(CONTRACTS, contract, "续签")["status"]


def test_an_enterprise_stands_under_its_own_contract(office: Office) -> None:
    contract = make_contract(employer="甲厂", covered_workers=60, covered_women=20)
    assert _rows(contract) == [("甲厂", 60, 20)]
    contract.covered_workers, contract.employer = 66, "甲厂有限公司"
    keeping.save(CONTRACTS, contract)
    assert _rows(contract) == [("甲厂有限公司", 66, 20)]


def test_a_binned_contract_takes_its_rows_along(office: Office) -> None:
    contract = make_area(("甲厂", 20))
    keeping.to_bin(CONTRACTS, [contract.id])
    assert _rows(contract) == []
    keeping.restore(CONTRACTS, [contract.id])
    assert _rows(contract) == [("甲厂", 20, None)]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("ended_on", "终止"),
        ("effective_on", "生效"),
        ("filed_on", "已报送"),
        ("signed_on", "已签订"),
        (None, "起草"),
    ],
)
def test_a_list_of_contracts_tells_by_its_days_where_they_stand(day: str | None, status: str) -> None:
    contract = CollectiveContract(worker_reps=5, **({day: date(2011, 3, 8)} if day else {}))
    assert CONTRACTS.after_import is not None
    CONTRACTS.after_import(contract, frozenset())
    assert (contract.status, contract.employer_reps) == (status, 5)


def test_a_status_that_was_told_is_kept() -> None:
    contract = CollectiveContract(status="到期", effective_on=date(2011, 3, 8))
    assert CONTRACTS.after_import is not None
    CONTRACTS.after_import(contract, frozenset({"status"}))
    assert contract.status == "到期"


@pytest.mark.parametrize(
    ("condition", "ends_in", "found"),
    [
        ("现行有效", 0, True),
        ("现行有效", -1, False),
        ("三个月内到期", 90, True),
        ("三个月内到期", 91, False),
        ("三个月内到期", -1, False),
        ("已到期未续签", -1, True),
        ("已到期未续签", 0, False),
    ],
)
def test_contracts_are_found_by_when_they_end(
    office: Office, condition: str, ends_in: int, found: bool
) -> None:
    end = date.today() + timedelta(days=ends_in)
    contract = make_contract(start_on=end - timedelta(days=700), end_on=end)
    assert ids(CONTRACTS, Criteria(filters={condition: (True,)})) == ([contract.id] if found else [])


def test_the_headline_says_how_long_a_contract_runs(office: Office) -> None:
    end = date.today() + timedelta(days=30)
    assert CONTRACTS.headline is not None
    running = make_contract(start_on=end - timedelta(days=700), end_on=end)
    assert CONTRACTS.headline(running).endswith("（还有 30 天）")
    assert CONTRACTS.headline(make_contract()).endswith("期限至 2014年3月31日（已到期）")
    assert (running.days_left, make_contract(status="到期").days_left) == ("30", "")


def test_the_words_of_the_seed_are_understood() -> None:
    assert CollectiveContract.kind.parse("团体合同") == "集体合同"
    assert CollectiveContract.kind.parse("工资团体协议") == "工资专项集体合同"
    assert CollectiveContract.scope.parse("区域性(小区、街道)") == "区域性"
    assert CollectiveContract.signer_type.parse("联合工会") == "小区工会"


def test_covered_enterprises_are_added_up_below_their_list(office: Office) -> None:
    contract = make_area(("甲厂", 20), ("乙厂", 30))
    criteria = Criteria(owner=contract.id, owner_field="contract")
    assert summary(COVERED, criteria, 2) == "共 2 家　覆盖职工数 合计 50"
