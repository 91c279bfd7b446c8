"""What the parties of a labour dispute are told in writing (domain 4.6)."""

from __future__ import annotations

from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import BLANK, LetterSheet, body, heading, or_blank, to, written
from app.subjects.disputes.cases.heads import (
    BOTH_SIGN,
    case_of,
    matter,
    mediators,
    names,
    number_of,
    rows_asked,
    seal_of,
)
from app.subjects.disputes.cases.lists import CASES
from app.subjects.disputes.cases.records import (
    ARBITRATION_DAYS,
    DisputeCase,
    DisputeParty,
    arbitration_ends,
)
from app.subjects.disputes.mediation.records import CaseStatus, Outcome

ENDED = (Outcome.FAILED, Outcome.UNWILLING, Outcome.ARBITRATION, Outcome.COURT)
"""Outcomes after which the parties are told of the way to arbitration."""
_RECEIPT = "送达回执　　收件人（签名或者盖章）：　　　　　　　　收到日期：" + BLANK_DATE


def _rights(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    accepted = written(case.accepted_on)
    about = matter(case) or f"{BLANK * 8}争议"
    return LetterSheet(
        "劳动争议调解权利义务告知书",
        (
            to(names(case)),
            body(
                f"你们之间的{about}，本组织于{accepted}受理。调解以双方自愿为前提，不收取费用。现告知如下："
            ),
            heading("一、权利"),
            body(
                "1. 接受、拒绝或者随时要求终止调解；\n"
                "2. 选择或者更换调解员，委托他人代为参加；\n"
                "3. 要求调解公开或者不公开进行；\n"
                "4. 自主表达意见，自愿达成协议。"
            ),
            heading("二、义务"),
            body(
                "1. 如实说明情况，提供有关材料；\n"
                "2. 遵守调解秩序，尊重调解员和对方；\n"
                "3. 达成协议后，按约定履行。"
            ),
            heading("三、期限和其他途径"),
            body(
                f"本组织于{written(case.applied_on)}收到调解申请，"
                f"自收到申请之日起{ARBITRATION_DAYS}日内未达成协议的，可以依法申请劳动争议仲裁，"
                f"即从{written(case.arbitration_open_on)}起，双方同意延长调解的也不影响。"
                f"本组织的调解期限到{written(case.due_on)}为止。"
                "申请仲裁的时效一般为一年，自知道或者应当知道权利被侵害之日起计算。"
            ),
        ),
        number=number_of(case),
        signatures=(BOTH_SIGN, ("告知人：", f"日期：{BLANK_DATE}")),
        notes=("本告知书由当事人签收后存卷，当事人各执一份。",),
    )


def _summons(party: DisputeParty, full_ids: bool) -> LetterSheet:
    """Call one party to the mediation; time and day are agreed by telephone and written in by hand."""
    case = case_of(party)
    about = matter(case) or f"{BLANK * 8}争议"
    place = or_blank(case.body.address if case.body is not None else None, 16)
    phone = or_blank(_body_phone(case), 11)
    between = f"{or_blank(case.applicants, 10)}与{or_blank(case.respondents, 10)}"
    return LetterSheet(
        "调解通知书",
        (
            to(party.name),
            body(f"{between}之间的{about}，本组织已经受理，现定于{written(None)}＿＿时＿＿分进行调解。"),
            body(f"地点：{place}\n调解员：{or_blank(mediators(case))}\n联系电话：{phone}"),
            body(
                "请带好身份证明和与争议有关的材料按时参加；委托他人参加的，请带好授权委托书。"
                "不愿意调解或者不能按时参加的，请在调解日之前告知。"
            ),
        ),
        number=number_of(case),
        seal=seal_of(case),
        notes=(_RECEIPT,),
    )


def _body_phone(case: DisputeCase) -> str | None:
    return case.body.phone if case.body is not None else None


def _ending(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    about = matter(case) or f"{BLANK * 8}争议"
    return LetterSheet(
        "劳动争议调解终结（不成）告知书",
        (
            to(names(case)),
            body(
                f"你们之间的{about}，本组织于{written(case.accepted_on)}受理。"
                f"因{or_blank(case.outcome, 12)}，调解于{written(case.closed_on)}终结。"
            ),
            body(
                "根据《中华人民共和国劳动争议调解仲裁法》，自收到调解申请之日起"
                f"{ARBITRATION_DAYS}日内（本案到{written(case.arbitration_open_on)}）未达成调解协议的，"
                "当事人可以申请仲裁。"
                f"如需继续主张权利，可以向{BLANK * 10}劳动争议仲裁委员会提出书面申请。"
            ),
            body(
                "申请仲裁的时效一般为一年，自知道或者应当知道权利被侵害之日起计算，"
                f"本案的时效到{written(arbitration_ends(case))}届满；"
                "在职期间因拖欠劳动报酬发生争议的，不受此限，劳动关系终止的，应当自终止之日起一年内提出。"
            ),
            body("申请时请带好仲裁申请书、身份证明、劳动关系证明和有关证据材料。"),
        ),
        number=number_of(case),
        seal=seal_of(case, case.closed_on),
        notes=(_RECEIPT,),
    )


def _refusal(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    about = matter(case) or f"{BLANK * 8}争议"
    return LetterSheet(
        "不予受理通知书",
        (
            to(case.applicants or ""),
            body(
                f"你（单位）于{written(case.applied_on)}就与{or_blank(case.respondents, 12)}之间的{about}"
                f"申请调解。经审查，因{or_blank(case.refuse_reason, 16)}，本组织决定不予受理。"
            ),
            body(
                "根据《中华人民共和国劳动争议调解仲裁法》，当事人可以向有管辖权的劳动争议仲裁委员会申请仲裁。"
                "申请仲裁的时效一般为一年，自知道或者应当知道权利被侵害之日起计算，"
                f"本案的时效到{written(arbitration_ends(case))}届满。"
            ),
            body("所交材料随本通知书退还。特此通知。"),
        ),
        number=f"编号：{or_blank(case.serial_no)}",
        seal=seal_of(case),
        notes=(_RECEIPT,),
    )


REFUSAL = FormPrint(
    "disputes.refusal",
    "不予受理通知书",
    DisputeCase,
    lambda request: CASES(request).where(DisputeCase.status == CaseStatus.REFUSED),
    _refusal,
    hides_ids=False,
    single="不予受理通知书",
    kind=PaperKind.LETTER,
)
RIGHTS = FormPrint(
    "disputes.rights",
    "劳动争议调解权利义务告知书",
    DisputeCase,
    CASES,
    _rights,
    hides_ids=False,
    single="告知书",
    kind=PaperKind.LETTER,
)
SUMMONS = FormPrint(
    "disputes.summons",
    "调解通知书",
    DisputeParty,
    lambda request: rows_asked(DisputeParty, request),
    _summons,
    hides_ids=False,
    single="通知书",
    kind=PaperKind.LETTER,
)
ENDING = FormPrint(
    "disputes.ending",
    "劳动争议调解终结（不成）告知书",
    DisputeCase,
    lambda request: CASES(request).where(DisputeCase.outcome.in_(ENDED)),
    _ending,
    hides_ids=False,
    single="终结告知书",
    kind=PaperKind.LETTER,
)
