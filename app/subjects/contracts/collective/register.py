"""Collective contracts: whom they cover, and their way from the draft to renewal (domain 6)."""

from __future__ import annotations

from datetime import date, timedelta

from peewee import ColumnBase

from app.register import Child, Condition, Register, Section, State, Step
from app.rules.campaigns import Campaign, each_year
from app.rules.dates import write_date
from app.subjects.contracts.collective import checks, coverage
from app.subjects.contracts.collective import steps as acts
from app.subjects.contracts.collective.consistency import CONSISTENCY
from app.subjects.contracts.collective.due import contracts_due
from app.subjects.contracts.collective.lists import (
    CONTRACT_LEDGER,
    CONTRACT_SIGN_IN,
    EXPIRING_CONTRACTS,
    FILING_COVER,
    WAGE_CONTRACTS,
)
from app.subjects.contracts.collective.records import (
    CollectiveContract,
    ContractCoverage,
    ContractStatus,
    RenewalLead,
    in_force,
)

_SIGNED = (CollectiveContract.signed_on,)
_FILED = (*_SIGNED, CollectiveContract.filed_on)
_EFFECTIVE = (*_FILED, CollectiveContract.effective_on)
_END = (CollectiveContract.ended_on,)
_SOON = timedelta(days=90)

COVERED = Register(
    "contracts.covered",
    "覆盖企业",
    ContractCoverage,
    columns=(
        ContractCoverage.employer,
        ContractCoverage.workers,
        ContractCoverage.women,
        ContractCoverage.remark,
    ),
    identity=((ContractCoverage.employer,),),
    sections=(
        Section(
            "覆盖企业",
            ContractCoverage.employer,
            ContractCoverage.workers,
            ContractCoverage.women,
            ContractCoverage.enterprise,
            ContractCoverage.remark,
        ),
    ),
    search=(ContractCoverage.employer, ContractCoverage.remark),
    checks=(coverage.covered_unit_fits,),
    order=(ContractCoverage.id.asc(),),
    unit="家",
    sums=(ContractCoverage.workers, ContractCoverage.women),
)


def _after_import(contract: CollectiveContract, given: frozenset[str]) -> None:
    """A list of contracts tells the days of each, seldom where it stands; one number means both sides."""
    if "status" not in given:
        for day, status in (
            (contract.ended_on, ContractStatus.ENDED),
            (contract.effective_on, ContractStatus.EFFECTIVE),
            (contract.filed_on, ContractStatus.FILED),
            (contract.signed_on, ContractStatus.SIGNED),
        ):
            if day is not None:
                contract.status = status.value
                break
    if "registered_on" not in given and contract.signed_on is not None:
        contract.registered_on = contract.signed_on
    if contract.employer_reps is None:
        contract.employer_reps = contract.worker_reps


def _headline(contract: CollectiveContract) -> str:
    parts = [contract.contract_no, contract.kind]
    if contract.status == ContractStatus.EFFECTIVE and contract.end_on:
        left = (contract.end_on - date.today()).days
        when = f"还有 {left} 天" if left >= 0 else "已到期"
        parts.append(f"期限至 {write_date(contract.end_on)}（{when}）")
    elif contract.end_on:
        parts.append(f"期限至 {write_date(contract.end_on)}")
    return "　".join(part for part in parts if part)


def _in_force_today() -> ColumnBase:
    return CollectiveContract.id.in_(in_force(date.today()).select(CollectiveContract.id))


def _ends_soon() -> ColumnBase:
    ends = CollectiveContract.end_on.between(date.today(), date.today() + _SOON)
    return (CollectiveContract.status == ContractStatus.EFFECTIVE) & ends


def _over_yet_not_renewed() -> ColumnBase:
    over = CollectiveContract.end_on < date.today()
    return CollectiveContract.status.in_((ContractStatus.EFFECTIVE, ContractStatus.EXPIRED)) & over


_BEFORE_SIGNING = (ContractStatus.DRAFT, ContractStatus.NEGOTIATED, ContractStatus.DEBATED)

CONTRACTS = Register(
    "contracts",
    "集体合同",
    CollectiveContract,
    columns=(
        CollectiveContract.employer,
        CollectiveContract.kind,
        CollectiveContract.signer_type,
        CollectiveContract.covered_enterprises,
        CollectiveContract.covered_workers,
        CollectiveContract.end_on,
        CollectiveContract.status,
    ),
    identity=((CollectiveContract.kind, CollectiveContract.employer, CollectiveContract.start_on),),
    sections=(
        Section(
            "签约双方",
            CollectiveContract.kind,
            CollectiveContract.scope,
            CollectiveContract.employer,
            CollectiveContract.signer_type,
            CollectiveContract.union_name,
            CollectiveContract.employer_chief,
            CollectiveContract.worker_chief,
            CollectiveContract.employer_reps,
            CollectiveContract.worker_reps,
            CollectiveContract.enterprise,
            CollectiveContract.union,
        ),
        Section(
            "期限与覆盖",
            CollectiveContract.start_on,
            CollectiveContract.end_on,
            CollectiveContract.days_left,
            CollectiveContract.covered_enterprises,
            CollectiveContract.covered_workers,
            CollectiveContract.covered_women,
            CollectiveContract.renewed_from,
            CollectiveContract.remark,
        ),
        Section(
            "工资专项",
            CollectiveContract.wage_total,
            CollectiveContract.average_wage,
            CollectiveContract.last_average_wage,
            CollectiveContract.wage_growth,
        ),
        Section(
            "审议与报送",
            CollectiveContract.congress_on,
            CollectiveContract.congress_due,
            CollectiveContract.congress_present,
            CollectiveContract.congress_agreed,
            CollectiveContract.signed_on,
            CollectiveContract.filed_on,
            CollectiveContract.receipt_no,
            CollectiveContract.review_result,
            CollectiveContract.effective_on,
            CollectiveContract.published,
        ),
        Section(
            "办理",
            CollectiveContract.title,
            CollectiveContract.contract_no,
            CollectiveContract.registered_on,
            CollectiveContract.status,
            CollectiveContract.ended_on,
            CollectiveContract.end_reason,
            CollectiveContract.handled_by,
        ),
    ),
    filters=(
        CollectiveContract.status,
        CollectiveContract.kind,
        CollectiveContract.signer_type,
        CollectiveContract.scope,
        CollectiveContract.signed_on,
        CollectiveContract.end_on,
        Condition("现行有效", _in_force_today, usual=True),
        Condition("三个月内到期", _ends_soon, usual=True),
        Condition("已到期未续签", _over_yet_not_renewed),
    ),
    search=(
        CollectiveContract.employer,
        CollectiveContract.union_name,
        CollectiveContract.contract_no,
        CollectiveContract.employer_chief,
        CollectiveContract.worker_chief,
    ),
    checks=(
        checks.sides_are_equal,
        checks.congress_agreed,
        checks.filed_in_time,
        checks.not_objected,
        checks.term_is_usual,
        checks.scope_fits_signer,
        checks.signer_is_the_union,
        coverage.coverage_adds_up,
        checks.signed_once,
        checks.renewal_follows,
    ),
    consistency=CONSISTENCY,
    children=(Child(COVERED, ContractCoverage.contract),),
    steps=(
        Step("开始协商", (ContractStatus.DRAFT,), ContractStatus.NEGOTIATED),
        Step("提交职代会审议", (ContractStatus.NEGOTIATED,), ContractStatus.DEBATED),
        Step(
            "签订",
            (ContractStatus.DEBATED,),
            ContractStatus.SIGNED,
            asks=(
                CollectiveContract.congress_on,
                CollectiveContract.congress_due,
                CollectiveContract.congress_present,
                CollectiveContract.congress_agreed,
                CollectiveContract.signed_on,
            ),
            prepare=acts.forget_the_objection,
            guard=checks.congress_passed,
        ),
        Step("未通过，重新协商", (ContractStatus.DEBATED,), ContractStatus.NEGOTIATED, usual=False),
        Step(
            "报送劳动部门",
            (ContractStatus.SIGNED,),
            ContractStatus.FILED,
            asks=(CollectiveContract.filed_on,),
            many=True,
        ),
        Step(
            "登记生效",
            (ContractStatus.FILED,),
            ContractStatus.EFFECTIVE,
            asks=(CollectiveContract.review_result, CollectiveContract.effective_on),
            prepare=acts.effect_of_silence,
            guard=checks.not_objected,
        ),
        Step(
            "提出异议，重新协商",
            (ContractStatus.FILED,),
            ContractStatus.NEGOTIATED,
            asks=(CollectiveContract.remark,),
            prepare=acts.back_to_the_table,
            usual=False,
        ),
        Step(
            "续签",
            (ContractStatus.EFFECTIVE, ContractStatus.EXPIRED),
            ContractStatus.RENEWED,
            guard=checks.not_renewed_yet,
            effect=acts.draft_renewal,
            confirm="将按原合同起草下一期合同。",
            many=True,
        ),
        Step(
            "标记到期",
            (ContractStatus.EFFECTIVE,),
            ContractStatus.EXPIRED,
            guard=checks.may_expire,
            usual=False,
            many=True,
        ),
        Step(
            "终止",
            (*_BEFORE_SIGNING, ContractStatus.SIGNED, ContractStatus.FILED, ContractStatus.EFFECTIVE),
            ContractStatus.ENDED,
            asks=(CollectiveContract.ended_on, CollectiveContract.end_reason),
            usual=False,
        ),
    ),
    prints=(CONTRACT_LEDGER, EXPIRING_CONTRACTS, WAGE_CONTRACTS, FILING_COVER, CONTRACT_SIGN_IN),
    order=(CollectiveContract.contract_no.asc(),),
    status=CollectiveContract.status,
    states=(
        State(ContractStatus.DRAFT, "info", without=(*_EFFECTIVE, *_END)),
        State(ContractStatus.NEGOTIATED, "info", without=(*_EFFECTIVE, *_END)),
        State(ContractStatus.DEBATED, "info", without=(*_EFFECTIVE, *_END)),
        State(ContractStatus.SIGNED, "warn", needs=_SIGNED, without=(*_EFFECTIVE[1:], *_END)),
        State(ContractStatus.FILED, "warn", needs=_FILED, without=(*_EFFECTIVE[2:], *_END)),
        State(ContractStatus.EFFECTIVE, "good", needs=_EFFECTIVE, without=_END),
        State(ContractStatus.EXPIRED, "bad", needs=_EFFECTIVE, without=_END),
        State(ContractStatus.RENEWED, "quiet", needs=_EFFECTIVE, without=_END),
        State(
            ContractStatus.ENDED,
            "quiet",
            needs=(CollectiveContract.ended_on, CollectiveContract.end_reason),
        ),
    ),
    headline=_headline,
    unit="份",
    after=acts.cover_the_signer,
    after_import=_after_import,
    due=contracts_due,
    campaigns=(Campaign("集体协商要约、集体合同续签", each_year((3, 1), (5, 31))),),
)

RENEWAL_LEADS = Register(
    "settings.contracts",
    "合同到期提醒",
    RenewalLead,
    columns=(RenewalLead.kind, RenewalLead.days),
    sections=(Section("合同到期提醒", RenewalLead.kind, RenewalLead.days),),
    search=(RenewalLead.kind,),
    unique_together=((RenewalLead.kind,),),
    order=(RenewalLead.id.asc(),),
)
