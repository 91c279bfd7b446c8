"""The forms of a labour dispute: taking it in, closing it, asking after it (domain 4.6)."""

from __future__ import annotations

from app.printing.filling import Filling, Row, labelled, opinion, story
from app.printing.form import Cell, FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint
from app.rules.dates import write_date
from app.subjects.disputes.cases.heads import age, case_of, mediators, number_of, rows_asked, side
from app.subjects.disputes.cases.lists import CASES
from app.subjects.disputes.cases.records import (
    DisputeAgreement,
    DisputeCase,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
    agreements_of,
    rows_of,
)
from app.subjects.disputes.mediation.records import CaseStatus, Role

_OPINION_HEIGHT = 50.0


def _session(case: DisputeCase, _full_ids: bool) -> FormSheet:
    filling = Filling(case, full_ids=True)
    boxed = filling.boxed
    everybody = [*side(case, Role.APPLICANT), *side(case, Role.RESPONDENT)]
    return FormSheet(
        "劳动争议调解受理登记表",
        (
            (
                *boxed(DisputeCase.applied_on, 5, wide=3),
                *boxed(DisputeCase.apply_mode, 5, wide=3),
                *boxed(DisputeCase.source, 5, wide=3),
            ),
            *(row for party in everybody for row in _party(party, case)),
            (
                *boxed(DisputeCase.category, 11, wide=3, align="left"),
                *boxed(DisputeCase.subcategory, 7, wide=3),
            ),
            (
                *boxed(DisputeCase.people_count, 5, wide=3),
                *boxed(DisputeCase.migrant_count, 5, wide=3),
                *boxed(DisputeCase.claim_amount, 5, "争议金额（元）", wide=3, align="right"),
            ),
            story("申请请求", case.claims, 24),
            story("简要情况", case.facts, 40),
            (
                *boxed(DisputeCase.arbitration_open_on, 9, wide=3),
                *boxed(DisputeCase.due_on, 9, "调解期限", wide=3),
            ),
            _decision(case),
        ),
        head_left=f"案号：{number_of(case)}",
        head_right=f"编号：{case.serial_no or '＿＿＿＿＿＿＿＿'}",
        closing=("申请人（签名）：", "被申请人（签名）：", "登记人（签名）："),
    )


def _party(party: DisputeParty, case: DisputeCase) -> tuple[Row, ...]:
    boxed = Filling(party, full_ids=True).boxed
    return (
        (
            *labelled(party.role, party.name or "", 8, wide=3, align="left"),
            *boxed(DisputeParty.sex, 2),
            *labelled("年龄", age(party, case), 2),
            *boxed(DisputeParty.ethnicity, 3),
        ),
        (
            *boxed(DisputeParty.id_number, 8, wide=3),
            *boxed(DisputeParty.phone, 5),
            *boxed(DisputeParty.post, 4, "职务"),
        ),
        (
            *boxed(DisputeParty.employer, 8, wide=3, align="left"),
            *boxed(DisputeParty.legal_rep, 3, wide=3),
            *boxed(DisputeParty.agent, 4, wide=3),
        ),
    )


def _decision(case: DisputeCase) -> Row:
    if case.status == CaseStatus.REFUSED:
        text = f"不予受理。原因：{case.refuse_reason or ''}"
    elif case.accepted_on:
        text = f"予以受理，{write_date(case.accepted_on)}。调解员：{mediators(case)}"
    else:
        text = "□予以受理　□不予受理，原因："
    return opinion("受理意见", _OPINION_HEIGHT, text)


def _closing(case: DisputeCase, full_ids: bool) -> FormSheet:
    boxed = Filling(case, full_ids).boxed
    return FormSheet(
        "劳动争议调解结案报告表",
        (
            (*boxed(DisputeCase.accepted_on, 9, wide=3), *boxed(DisputeCase.closed_on, 9, wide=3)),
            (
                *boxed(DisputeCase.applicants, 9, wide=3, align="left"),
                *boxed(DisputeCase.respondents, 9, wide=3, align="left"),
            ),
            (
                *boxed(DisputeCase.category, 9, wide=3, align="left"),
                *boxed(DisputeCase.subcategory, 9, wide=3),
            ),
            (
                *boxed(DisputeCase.people_count, 9, wide=3),
                *boxed(DisputeCase.claim_amount, 9, "争议金额（元）", wide=3),
            ),
            (*labelled("调解员", mediators(case), 9, wide=3), *boxed(DisputeCase.outcome, 9, wide=3)),
            (
                *boxed(DisputeCase.arbitration_open_on, 9, wide=3),
                *boxed(DisputeCase.due_on, 9, "调解期限", wide=3),
            ),
            story("争议事项", _joined(case.claims, case.facts), 34),
            story("调解经过", "\n".join(_sessions(case)), 24),
            story("处理结果", _joined(*_results(case), case.outcome_note), 30),
            (
                Cell("调解员意见", 3, label=True),
                Cell("", 21, height_mm=30, foot=f"（签名）{BLANK_DATE}"),
            ),
            opinion("调解组织意见", _OPINION_HEIGHT),
        ),
        head_left=f"案号：{number_of(case)}",
        head_right=f"填表日期：{BLANK_DATE}",
        closing=("报告人：", "审批人：", "归档人："),
    )


def _joined(*texts: str | None) -> str:
    return "\n".join(text for text in texts if text)


def _sessions(case: DisputeCase) -> list[str]:
    steps = rows_of(DisputeStep, case).order_by(DisputeStep.held_on, DisputeStep.id)
    return [f"{write_date(step.held_on)}　{step.kind}　{step.place or ''}" for step in steps]


def _results(case: DisputeCase) -> list[str]:
    """Say what was agreed, and how far it was performed."""
    money = DisputeAgreement.amount.format
    return [
        f"{agreement.agreement_no}：{agreement.terms}\n"
        f"协议金额 {money(agreement.amount)} 元，{agreement.performance or ''}。"
        for agreement in agreements_of(case)
    ]


def _visit(visit: DisputeFollowUp, full_ids: bool) -> FormSheet:
    filling, case = Filling(visit, full_ids), case_of(visit)
    boxed = filling.boxed
    agreements = list(agreements_of(case))
    numbers = "、".join(agreement.agreement_no for agreement in agreements)
    return FormSheet(
        "劳动争议调解回访记录",
        (
            (
                *labelled("申请人", case.applicants or "", 9, wide=3, align="left"),
                *labelled("被申请人", case.respondents or "", 9, wide=3, align="left"),
            ),
            (
                *boxed(DisputeFollowUp.visited_on, 5, wide=3),
                *boxed(DisputeFollowUp.mode, 5, wide=3),
                *boxed(DisputeFollowUp.visited_by, 5, wide=3),
            ),
            (
                *boxed(DisputeFollowUp.party, 9, wide=3, align="left"),
                *boxed(DisputeFollowUp.satisfaction, 9, wide=3),
            ),
            story("回访事由", _occasion(agreements), 24),
            story("协议内容", "\n".join(agreement.terms or "" for agreement in agreements), 36),
            story("回访情况", visit.findings, 60),
            story("意见", visit.opinion, 40),
        ),
        head_left=f"案号：{number_of(case)}",
        head_right=f"协议编号：{numbers or '＿＿＿＿＿＿＿＿'}",
        closing=("受访人（签名）：", "回访人（签名）：", "记录人："),
    )


def _occasion(agreements: list[DisputeAgreement]) -> str:
    terms = [
        f"履行期限{write_date(agreement.perform_by)}" for agreement in agreements if agreement.perform_by
    ]
    return f"了解调解协议的履行情况（{'、'.join(terms)}）" if terms else ""


DISPUTE_INTAKE = FormPrint(
    "disputes.intake",
    "劳动争议调解受理登记表",
    DisputeCase,
    CASES,
    _session,
    hides_ids=False,
    own_numbers=True,
    single="登记表",
)
DISPUTE_CLOSING = FormPrint(
    "disputes.closing",
    "劳动争议调解结案报告表",
    DisputeCase,
    lambda request: CASES(request).where(DisputeCase.closed_on.is_null(False)),
    _closing,
    hides_ids=False,
    single="结案报告表",
)
DISPUTE_VISIT = FormPrint(
    "disputes.visit",
    "劳动争议调解回访记录",
    DisputeFollowUp,
    lambda request: rows_asked(DisputeFollowUp, request),
    _visit,
    hides_ids=False,
    single="回访记录",
)
