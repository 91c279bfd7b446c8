"""Annual statistics returns, from the first reminder to the national software (domain 9.1)."""

from __future__ import annotations

from app.register import Register, Section, Step, Tone
from app.rules.campaigns import Campaign, each_year
from app.subjects.publications.returns import checks
from app.subjects.publications.returns.due import returns_due
from app.subjects.publications.returns.lists import RETURNS_ENTERED, RETURNS_SUMMARY, RETURNS_URGED
from app.subjects.publications.returns.records import AnnualReturn, ReturnStatus

_TONES: dict[str, Tone] = {
    ReturnStatus.MISSING: "warn",
    ReturnStatus.RECEIVED: "info",
    ReturnStatus.ENTERED: "good",
    ReturnStatus.SENT_BACK: "bad",
}


def _remind(one: AnnualReturn) -> None:
    one.reminders += 1


def _take_back(one: AnnualReturn) -> None:
    one.entered_on = one.entered_by = one.check_result = None


def _after_import(one: AnnualReturn, told: frozenset[str]) -> None:
    """A list of returns tells their days, seldom their state."""
    if "status" in told:
        return
    if one.entered_on is not None:
        one.status = ReturnStatus.ENTERED.value
    elif one.received_on is not None:
        one.status = ReturnStatus.RECEIVED.value


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
        checks.parts_within_whole,
        checks.joint_union_covers_several,
        checks.filled_in_when_received,
        checks.days_in_order,
        checks.large_change_is_explained,
    ),
    steps=(
        Step(
            "收表",
            (ReturnStatus.MISSING, ReturnStatus.SENT_BACK),
            ReturnStatus.RECEIVED,
            asks=(AnnualReturn.received_on, AnnualReturn.workers, AnnualReturn.members),
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
    tones=_TONES,
    unit="家",
    sums=(AnnualReturn.workers, AnnualReturn.members),
    after_import=_after_import,
    due=returns_due,
    campaigns=(Campaign("工会统计年报", each_year((10, 1), (10, 31))),),
)
