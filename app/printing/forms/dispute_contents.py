"""The table of contents of a dispute's file (卷内目录): what the records say it holds (domain 4.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.printing.form import FormSheet
from app.printing.forms.pen import table
from app.printing.letters.cases import number_of
from app.printing.lists.disputes import cases_asked
from app.records.disputes import (
    MEETING,
    DisputeAgreement,
    DisputeCase,
    DisputeFollowUp,
    DisputeStep,
    rows_of,
)
from app.records.mediation import Outcome
from app.register import FormPrint
from app.rules.dates import write_date

_COLUMNS = (("序号", 2), ("文书名称", 9), ("文号", 5), ("日期", 4), ("页号", 2), ("备注", 2))
_ROWS = 22
_ENDED = (Outcome.FAILED, Outcome.UNWILLING)
_Paper = tuple[str, str | None, date | None]


def papers(case: DisputeCase) -> Iterator[_Paper]:
    """Yield the papers a file holds, in the order they are bound: name, number and day."""
    if case.id is None:
        return
    if case.apply_mode == "书面":
        yield "劳动争议调解申请书", None, case.applied_on
    yield "受理登记表", case.serial_no, case.accepted_on or case.applied_on
    yield "权利义务告知书", None, case.accepted_on
    yield "当事人身份证明", None, None
    yield "调解通知书", None, None
    for step in rows_of(DisputeStep, case).order_by(DisputeStep.held_on, DisputeStep.id):
        yield ("调解笔录" if step.kind == MEETING else f"{step.kind}记录"), None, step.held_on
    for agreement in rows_of(DisputeAgreement, case):
        yield "劳动争议调解协议书", agreement.agreement_no, agreement.signed_on
    if case.outcome == Outcome.FAILED:
        yield "劳动争议调解意见书", None, case.closed_on
    if case.outcome in _ENDED:
        yield "调解终结（不成）告知书", None, case.closed_on
    for visit in rows_of(DisputeFollowUp, case).order_by(DisputeFollowUp.visited_on):
        yield "回访记录", None, visit.visited_on
    if case.closed_on:
        yield "结案报告表", None, case.closed_on


def _sheet(case: DisputeCase, _full_ids: bool) -> FormSheet:
    rows = [
        (str(number), name, reference or "", write_date(day) if day else "", "", "")
        for number, (name, reference, day) in enumerate(papers(case), start=1)
    ]
    return FormSheet(
        "卷内目录",
        table(_COLUMNS, rows, least=_ROWS),
        head_left=f"案号：{number_of(case)}",
        closing=("立卷人：", "检查人：", "立卷日期："),
    )


DISPUTE_CONTENTS = FormPrint(
    "disputes.contents", "卷内目录", DisputeCase, cases_asked, _sheet, hides_ids=False, single="卷内目录"
)
