"""Annual statistics returns, from the first reminder to the national software (domain 9.1)."""

from __future__ import annotations

from app.register import Register, Section, State, Step
from app.rules.campaigns import Campaign, each_year
from app.subjects.publications.returns import checks
from app.subjects.publications.returns.consistency import CONSISTENCY
from app.subjects.publications.returns.due import returns_due
from app.subjects.publications.returns.lists import RETURNS_ENTERED, RETURNS_SUMMARY, RETURNS_URGED
from app.subjects.publications.returns.records import AnnualReturn, ReturnStatus

_RECEIPT = (AnnualReturn.received_on, AnnualReturn.workers, AnnualReturn.members)


def _remind(record: AnnualReturn) -> None:
    record.reminders += 1


def _take_back(record: AnnualReturn) -> None:
    record.entered_on = record.entered_by = record.check_result = None


def _after_import(record: AnnualReturn, names: frozenset[str]) -> None:
    """Settle the state: a list of returns tells their days, seldom their state."""
    if "status" in names:
        return
    if record.entered_on is not None:
        record.status = ReturnStatus.ENTERED.value
    elif record.received_on is not None:
        record.status = ReturnStatus.RECEIVED.value


RETURNS = Register(
    "publications.returns",
    "统计年报",
    AnnualReturn,
    columns=(
        AnnualReturn.year,
        AnnualReturn.union_name,
        AnnualReturn.union_type,
        AnnualReturn.ownership,
        AnnualReturn.workers,
        AnnualReturn.members,
        AnnualReturn.status,
    ),
    sections=(
        Section(
            "基层工会",
            AnnualReturn.year,
            AnnualReturn.union_name,
            AnnualReturn.code,
            AnnualReturn.union_type,
            AnnualReturn.ownership,
            AnnualReturn.covered_units,
        ),
        Section(
            "报送",
            AnnualReturn.status,
            AnnualReturn.received_on,
            AnnualReturn.check_result,
            AnnualReturn.check_note,
            AnnualReturn.change_note,
            AnnualReturn.entered_on,
            AnnualReturn.entered_by,
            AnnualReturn.reminders,
            AnnualReturn.reminded_on,
            AnnualReturn.remark,
        ),
        Section(
            "人数",
            AnnualReturn.workers,
            AnnualReturn.women_workers,
            AnnualReturn.migrant_workers,
            AnnualReturn.dispatched_workers,
            AnnualReturn.members,
            AnnualReturn.women_members,
            AnnualReturn.migrant_members,
            AnnualReturn.full_time,
            AnnualReturn.part_time,
            AnnualReturn.delegates,
        ),
        Section(
            "组织与制度",
            AnnualReturn.has_women_committee,
            AnnualReturn.has_audit_committee,
            AnnualReturn.has_congress,
            AnnualReturn.has_open_affairs,
            AnnualReturn.has_safety_inspection,
            AnnualReturn.has_legal_inspection,
            AnnualReturn.has_mediation,
        ),
    ),
    filters=(
        AnnualReturn.year,
        AnnualReturn.status,
        AnnualReturn.union_type,
        AnnualReturn.ownership,
        AnnualReturn.check_result,
        AnnualReturn.received_on,
    ),
    search=(AnnualReturn.union_name, AnnualReturn.code),
    checks=(
        checks.reported_once,
        checks.code_used_once,
        checks.joint_union_covers_several,
        checks.passed_before_entered,
        checks.received_after_its_year,
        checks.large_change_is_explained,
    ),
    consistency=CONSISTENCY,
    steps=(
        Step(
            "收表",
            (ReturnStatus.MISSING, ReturnStatus.SENT_BACK),
            ReturnStatus.RECEIVED,
            asks=_RECEIPT,
        ),
        Step(
            "录入国家软件",
            (ReturnStatus.RECEIVED,),
            ReturnStatus.ENTERED,
            asks=(AnnualReturn.check_result, AnnualReturn.entered_on, AnnualReturn.entered_by),
        ),
        Step(
            "登记催报",
            (ReturnStatus.MISSING,),
            ReturnStatus.MISSING,
            asks=(AnnualReturn.reminded_on,),
            prepare=_remind,
            usual=False,
            many=True,
        ),
        Step(
            "退回修改",
            (ReturnStatus.RECEIVED, ReturnStatus.ENTERED),
            ReturnStatus.SENT_BACK,
            asks=(AnnualReturn.check_note,),
            prepare=_take_back,
            usual=False,
        ),
    ),
    prints=(RETURNS_URGED, RETURNS_SUMMARY, RETURNS_ENTERED),
    order=(AnnualReturn.year.desc(), AnnualReturn.search_key.asc()),
    status=AnnualReturn.status,
    states=(
        State(ReturnStatus.MISSING, "warn"),
        State(ReturnStatus.RECEIVED, "info", needs=_RECEIPT),
        State(ReturnStatus.ENTERED, "good", needs=(*_RECEIPT, AnnualReturn.entered_on)),
        State(ReturnStatus.SENT_BACK, "bad", needs=(AnnualReturn.check_note,)),
    ),
    unique_together=((AnnualReturn.union_name, AnnualReturn.year),),
    unit="家",
    sums=(AnnualReturn.workers, AnnualReturn.members),
    after_import=_after_import,
    due=returns_due,
    campaigns=(Campaign("工会统计年报", each_year((10, 1), (10, 31))),),
)
