"""What a labour dispute leaves in writing: application, minutes, agreement, opinion (domain 4.6)."""

from __future__ import annotations

from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import BLANK, LetterSheet, Passage, body, heading, or_blank, written
from app.rules.dates import write_date
from app.rules.money import in_words
from app.subjects.disputes.cases.heads import (
    all_sign,
    body_name,
    case_of,
    matter,
    mediators,
    number_of,
    parties,
    rows_asked,
    seal_of,
)
from app.subjects.disputes.cases.lists import CASES
from app.subjects.disputes.cases.records import MEETING, DisputeAgreement, DisputeCase, DisputeStep, rows_of
from app.subjects.disputes.mediation.records import Outcome


def _application(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "劳动争议调解申请书",
        (
            *parties(case),
            heading("请求事项"),
            body(case.claims, 3),
            heading("事实与理由"),
            body(case.facts, 9),
            body("此致"),
            Passage(or_blank(body_name(case), 14), "addressee"),
        ),
        signatures=(("申请人（签名或者盖章）：", f"日期：{written(case.applied_on)}"),),
    )


def _minutes(step: DisputeStep, _full_ids: bool) -> LetterSheet:
    case = case_of(step)
    return LetterSheet(
        "调解笔录",
        (
            body(f"时间：{written(step.held_on)}＿＿时＿＿分至＿＿时＿＿分"),
            body(f"地点：{or_blank(step.place, 22)}"),
            body(f"案由：{or_blank(matter(case), 22)}"),
            body(f"申请人：{or_blank(case.applicants, 21)}"),
            body(f"被申请人：{or_blank(case.respondents, 20)}"),
            body(f"参加人：{or_blank(step.present, 21)}"),
            body(f"调解员：{or_blank(mediators(case), 12)}"),
            body(f"记录人：{or_blank(step.recorded_by, 12)}"),
            heading("记录"),
            body(step.record, 9),
            body("以上笔录已当场宣读，当事人认为无误，签名如下。"),
        ),
        number=number_of(case),
        signatures=(*all_sign(case), ("调解员：", "记录人：")),
    )


def _agreement(agreement: DisputeAgreement, _full_ids: bool) -> LetterSheet:
    case = case_of(agreement)
    return LetterSheet(
        "劳动争议调解协议书",
        (
            *parties(case),
            heading("争议事项"),
            body("\n".join(text for text in (case.claims, case.facts) if text), 2),
            body("经本组织调解，双方自愿达成如下协议："),
            heading("协议内容和履行方式"),
            body(agreement.terms, 4),
            body(_amount(agreement)),
            body(f"履行期限：{written(agreement.perform_by)}以前。"),
            body(
                "本协议自双方签名或者盖章、调解员签名并加盖调解组织印章之日起生效，"
                "对双方具有约束力，应当自觉履行。"
                "一方不履行的，另一方可以依法申请仲裁。"
                "本协议一式三份，双方各执一份，调解组织存一份。"
            ),
        ),
        number=f"{number_of(case)}　协议编号：{or_blank(agreement.agreement_no)}",
        signatures=(*all_sign(case), ("调解员：",)),
        seal=seal_of(case, agreement.signed_on),
    )


def _amount(agreement: DisputeAgreement) -> str:
    if agreement.amount is None:
        return f"协议金额：{BLANK * 6}元（大写：{BLANK * 9}）。"
    if not agreement.amount:
        return "协议金额：不涉及金额。"
    figure = DisputeAgreement.amount.format(agreement.amount)
    return f"协议金额：{figure}元（大写：{in_words(agreement.amount)}）。"


def _opinion(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "劳动争议调解意见书",
        (
            *parties(case),
            heading("争议事项"),
            body("\n".join(text for text in (case.claims, case.facts) if text), 3),
            heading("调解经过"),
            body(_course(case), 2),
            heading("调解意见"),
            body(case.outcome_note, 4),
            body("双方未能达成协议，本组织提出以上意见，供双方和有关部门参考。"),
        ),
        number=number_of(case),
        signatures=(("调解员：",),),
        seal=seal_of(case, case.closed_on),
    )


def _course(case: DisputeCase) -> str:
    """Say when the sides met; nothing for a blank letter, or where they never did."""
    met = rows_of(DisputeStep, case).where(DisputeStep.kind == MEETING).order_by(DisputeStep.held_on)
    days = "、".join(write_date(step.held_on) for step in met)
    return f"本组织于{written(case.accepted_on)}受理，{days}组织双方调解，共{len(met)}次。" if days else ""


APPLICATION = FormPrint(
    "disputes.application",
    "劳动争议调解申请书",
    DisputeCase,
    CASES,
    _application,
    hides_ids=False,
    own_numbers=True,
    single="申请书",
    kind=PaperKind.LETTER,
)
MINUTES = FormPrint(
    "disputes.minutes",
    "调解笔录",
    DisputeStep,
    lambda request: rows_asked(DisputeStep, request).where(DisputeStep.kind == MEETING),
    _minutes,
    hides_ids=False,
    single="笔录",
    kind=PaperKind.LETTER,
)
AGREEMENT = FormPrint(
    "disputes.agreement",
    "劳动争议调解协议书",
    DisputeAgreement,
    lambda request: rows_asked(DisputeAgreement, request),
    _agreement,
    hides_ids=False,
    own_numbers=True,
    single="协议书",
    kind=PaperKind.LETTER,
)
OPINION = FormPrint(
    "disputes.opinion",
    "劳动争议调解意见书",
    DisputeCase,
    lambda request: CASES(request).where(DisputeCase.outcome == Outcome.FAILED),
    _opinion,
    hides_ids=False,
    own_numbers=True,
    single="意见书",
    kind=PaperKind.LETTER,
)
