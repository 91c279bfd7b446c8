"""A dispute's papers as they are bound: cover, table of contents, back cover (domain 4.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.printing.form import Cell, FormSheet
from app.printing.forms.disputes import DISPUTE_CLOSING, DISPUTE_INTAKE, DISPUTE_VISIT
from app.printing.forms.pen import Filling, table
from app.printing.letter import BLANK, LetterSheet, body, heading, told, written
from app.printing.letters import dispute_notices as notices
from app.printing.letters import disputes as letters
from app.printing.letters.cases import body_name, mediators, number_of
from app.printing.lists.disputes import cases_asked
from app.records.disputes import (
    MEETING,
    TELLING,
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
_Paper = tuple[str, str | None, date | None]


def papers(case: DisputeCase) -> Iterator[_Paper]:
    """Yield the papers a file holds, in the order they are bound: name, number and day."""
    if case.id is None:
        return
    if case.apply_mode == "书面":
        yield letters.APPLICATION.title, None, case.applied_on
    yield DISPUTE_INTAKE.title, case.serial_no, case.accepted_on or case.applied_on
    yield notices.RIGHTS.title, None, case.accepted_on
    yield "当事人身份证明", None, None
    yield notices.SUMMONS.title, None, None
    steps = rows_of(DisputeStep, case).where(DisputeStep.kind != TELLING)
    for step in steps.order_by(DisputeStep.held_on, DisputeStep.id):
        yield letters.MINUTES.title if step.kind == MEETING else f"{step.kind}记录", None, step.held_on
    for agreement in rows_of(DisputeAgreement, case):
        yield letters.AGREEMENT.title, agreement.agreement_no, agreement.signed_on
    if case.outcome == Outcome.FAILED:
        yield letters.OPINION.title, None, case.closed_on
    if case.outcome in notices.ENDED:
        yield notices.ENDING.title, None, case.closed_on
    for visit in rows_of(DisputeFollowUp, case).order_by(DisputeFollowUp.visited_on):
        yield DISPUTE_VISIT.title, None, visit.visited_on
    if case.closed_on:
        yield DISPUTE_CLOSING.title, None, case.closed_on


def _cover(case: DisputeCase, full_ids: bool) -> FormSheet:
    filling = Filling(case, full_ids)
    lines = (
        ("案号", case.case_no or ""),
        ("案由", filling.value(DisputeCase.subcategory)),
        ("申请人", case.applicants or ""),
        ("被申请人", case.respondents or ""),
        ("调解员", mediators(case)),
        ("受理日期", filling.value(DisputeCase.accepted_on)),
        ("结案日期", filling.value(DisputeCase.closed_on)),
        ("结案方式", case.outcome or ""),
        ("立卷人", ""),
        ("归档日期", filling.value(DisputeCase.archived_on)),
        ("保管期限", ""),
        ("卷内页数", ""),
        ("备注", ""),
    )
    return FormSheet(
        "\n".join(text for text in (body_name(case), "劳动争议调解卷宗") if text),
        tuple((Cell(name, 5, label=True), Cell(text, 19, height_mm=15.5)) for name, text in lines),
    )


def _contents(case: DisputeCase, _full_ids: bool) -> FormSheet:
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


def _back(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "卷宗封底",
        (
            body(f"案号：{told(case.case_no, 16)}"),
            body(f"本卷共装订{BLANK * 5}页，另有证物{BLANK * 5}件，存放于{BLANK * 8}。"),
            heading("需要说明的情况"),
            body("", 10),
        ),
        signatures=(("立卷人：", "检查人："), (f"立卷日期：{written(case.archived_on)}",)),
    )


DISPUTE_COVER = FormPrint(
    "disputes.cover", "卷宗封面", DisputeCase, cases_asked, _cover, hides_ids=False, single="卷宗封面"
)
DISPUTE_CONTENTS = FormPrint(
    "disputes.contents", "卷内目录", DisputeCase, cases_asked, _contents, hides_ids=False, single="卷内目录"
)
DISPUTE_BACK = FormPrint(
    "disputes.back_cover", "卷宗封底", DisputeCase, cases_asked, _back, hides_ids=False, single="封底"
)
