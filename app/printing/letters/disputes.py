"""The letters of a labour dispute, from the application to the notice that it ended (domain 4.6)."""

from __future__ import annotations

from app.printing.letter import BLANK, LetterSheet, Passage, body, heading, to, told, written
from app.printing.letters.cases import (
    body_name,
    case_of,
    matter,
    mediators,
    names,
    number_of,
    parties,
    rows_asked,
    seal_of,
)
from app.printing.lists.disputes import cases_asked
from app.printing.lists.heads import BLANK_DATE
from app.records.disputes import (
    LIMIT_DAYS,
    MEETING,
    DisputeAgreement,
    DisputeCase,
    DisputeParty,
    DisputeStep,
    arbitration_ends,
    rows_of,
)
from app.records.mediation import Outcome
from app.register import FormPrint
from app.rules.dates import write_date
from app.rules.money import in_words

_BOTH_SIGN = ("申请人（签章）：", "被申请人（签章）：")
_ENDED = (Outcome.FAILED, Outcome.UNWILLING, Outcome.ARBITRATION, Outcome.COURT)


def _application(case: DisputeCase, full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "劳动争议调解申请书",
        (
            *parties(case, full_ids),
            heading("请求事项"),
            body(case.claims, 3),
            heading("事实与理由"),
            body(case.facts, 9),
            body("此致"),
            Passage(told(body_name(case), 14), "addressee"),
        ),
        signatures=(("申请人（签名或者盖章）：", f"日期：{written(case.applied_on)}"),),
    )


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
                f"自收到调解申请之日起{LIMIT_DAYS}日内未达成协议的，可以依法申请劳动争议仲裁。"
                "申请仲裁的时效一般为一年，自知道或者应当知道权利被侵害之日起计算。"
            ),
        ),
        number=number_of(case),
        signatures=(_BOTH_SIGN, ("告知人：", f"日期：{BLANK_DATE}")),
        notes=("本告知书由当事人签收后存卷，当事人各执一份。",),
    )


def _summons(party: DisputeParty, full_ids: bool) -> LetterSheet:
    """Call one party to the mediation; time and day are agreed by telephone and written in by hand."""
    case = case_of(party)
    about = matter(case) or f"{BLANK * 8}争议"
    place = told(case.body.address if case.body is not None else None, 16)
    between = f"{told(case.applicants, 10)}与{told(case.respondents, 10)}"
    return LetterSheet(
        "调解通知书",
        (
            to(party.name),
            body(f"{between}之间的{about}，本组织已经受理，现定于{written(None)}＿＿时＿＿分进行调解。"),
            body(f"地点：{place}\n调解员：{told(mediators(case))}\n联系电话：{told(_body_phone(case), 11)}"),
            body(
                "请带好身份证明和与争议有关的材料按时参加；委托他人参加的，请带好授权委托书。"
                "不愿意调解或者不能按时参加的，请在调解日之前告知。"
            ),
        ),
        number=number_of(case),
        seal=seal_of(case),
        notes=("送达回执　　收件人（签章）：　　　　　　　　　　　　收到日期：" + BLANK_DATE,),
    )


def _minutes(step: DisputeStep, _full_ids: bool) -> LetterSheet:
    case = case_of(step)
    return LetterSheet(
        "调解笔录",
        (
            body(f"时间：{written(step.held_on)}＿＿时＿＿分至＿＿时＿＿分"),
            body(f"地点：{told(step.place, 22)}"),
            body(f"案由：{told(matter(case), 22)}"),
            body(f"申请人：{told(case.applicants, 21)}"),
            body(f"被申请人：{told(case.respondents, 20)}"),
            body(f"参加人：{told(step.present, 21)}"),
            body(f"调解员：{told(mediators(case), 12)}"),
            body(f"记录人：{told(step.recorded_by, 12)}"),
            heading("记录"),
            body(step.record, 9),
            body("以上笔录已当场宣读，当事人认为无误，签名如下。"),
        ),
        number=number_of(case),
        signatures=(_BOTH_SIGN, ("调解员：", "记录人：")),
    )


def _agreement(agreement: DisputeAgreement, full_ids: bool) -> LetterSheet:
    case = case_of(agreement)
    return LetterSheet(
        "劳动争议调解协议书",
        (
            *parties(case, full_ids),
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
                "一方不履行的，另一方可以依法申请劳动争议仲裁。"
                "本协议一式三份，双方各执一份，调解组织存一份。"
            ),
        ),
        number=f"{number_of(case)}　协议编号：{told(agreement.agreement_no)}",
        signatures=(_BOTH_SIGN, ("调解员：",)),
        seal=seal_of(case, agreement.signed_on),
    )


def _amount(agreement: DisputeAgreement) -> str:
    if agreement.amount is None:
        return f"协议金额：{BLANK * 6}元（大写：{BLANK * 9}）。"
    if not agreement.amount:
        return "协议金额：不涉及金额。"
    figure = DisputeAgreement.amount.format(agreement.amount)
    return f"协议金额：{figure}元（大写：{in_words(agreement.amount)}）。"


def _opinion(case: DisputeCase, full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "劳动争议调解意见书",
        (
            *parties(case, full_ids),
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


def _ending(case: DisputeCase, _full_ids: bool) -> LetterSheet:
    about = matter(case) or f"{BLANK * 8}争议"
    return LetterSheet(
        "劳动争议调解终结（不成）告知书",
        (
            to(names(case)),
            body(
                f"你们之间的{about}，本组织于{written(case.accepted_on)}受理。"
                f"因{told(case.outcome, 12)}，调解于{written(case.closed_on)}终结。"
            ),
            body(
                "根据《中华人民共和国劳动争议调解仲裁法》，自收到调解申请之日起"
                f"{LIMIT_DAYS}日内未达成调解协议的，当事人可以申请仲裁。"
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
        notes=("送达回执　　收件人（签章）：　　　　　　　　　　　　收到日期：" + BLANK_DATE,),
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


def _body_phone(case: DisputeCase) -> str | None:
    return case.body.phone if case.body is not None else None


APPLICATION = FormPrint(
    "disputes.application", "劳动争议调解申请书", DisputeCase, cases_asked, _application, single="申请书"
)
RIGHTS = FormPrint(
    "disputes.rights",
    "劳动争议调解权利义务告知书",
    DisputeCase,
    cases_asked,
    _rights,
    hides_ids=False,
    single="告知书",
)
SUMMONS = FormPrint(
    "disputes.summons",
    "调解通知书",
    DisputeParty,
    lambda occasion: rows_asked(DisputeParty, occasion),
    _summons,
    hides_ids=False,
    single="通知书",
)
MINUTES = FormPrint(
    "disputes.minutes",
    "调解笔录",
    DisputeStep,
    lambda occasion: rows_asked(DisputeStep, occasion).where(DisputeStep.kind == MEETING),
    _minutes,
    hides_ids=False,
    single="笔录",
)
AGREEMENT = FormPrint(
    "disputes.agreement",
    "劳动争议调解协议书",
    DisputeAgreement,
    lambda occasion: rows_asked(DisputeAgreement, occasion),
    _agreement,
    single="协议书",
)
OPINION = FormPrint(
    "disputes.opinion",
    "劳动争议调解意见书",
    DisputeCase,
    lambda occasion: cases_asked(occasion).where(DisputeCase.outcome == Outcome.FAILED),
    _opinion,
    single="意见书",
)
ENDING = FormPrint(
    "disputes.ending",
    "劳动争议调解终结（不成）告知书",
    DisputeCase,
    lambda occasion: cases_asked(occasion).where(DisputeCase.outcome.in_(_ENDED)),
    _ending,
    hides_ids=False,
    single="终结告知书",
)
BACK_COVER = FormPrint(
    "disputes.back_cover", "卷宗封底", DisputeCase, cases_asked, _back, hides_ids=False, single="封底"
)
