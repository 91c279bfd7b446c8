"""What an inquiry into a labour dispute brought out (调查笔录, domain 4.6)."""

from __future__ import annotations

from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import BLANK, LetterSheet, body, heading, or_blank, written
from app.subjects.disputes.cases.heads import body_name, case_of, matter, mediators, number_of, rows_asked
from app.subjects.disputes.cases.records import INQUIRY, DisputeStep


def _inquiry(step: DisputeStep, _full_ids: bool) -> LetterSheet:
    case = case_of(step)
    return LetterSheet(
        "调查笔录",
        (
            body(f"时间：{written(step.held_on)}＿＿时＿＿分至＿＿时＿＿分"),
            body(f"地点：{or_blank(step.place, 22)}"),
            body(f"调查人：{or_blank(mediators(case), 9)}　　记录人：{or_blank(step.recorded_by, 8)}"),
            body(f"被调查人：{or_blank(step.present, 10)}　　性别：{BLANK * 2}　　年龄：{BLANK * 2}"),
            body(f"电话：{BLANK * 9}"),
            body(f"单位、职务或住址：{BLANK * 18}"),
            body(f"与当事人的关系：{BLANK * 19}"),
            body(f"调查事项：{or_blank(matter(case), 22)}"),
            body(
                f"告知：我们是{or_blank(body_name(case), 12)}的调解员，现就上述事项向你了解情况，请如实陈述。"
                "与本案有利害关系的，请说明。"
            ),
            heading("记录"),
            body(step.record, 9),
            body("以上笔录已交被调查人看过（向被调查人宣读），与所述相符。"),
        ),
        number=number_of(case),
        signatures=(("被调查人（签名）：", "日期："), ("调查人（签名）：", "记录人（签名）：")),
    )


INQUIRIES = FormPrint(
    "disputes.inquiry",
    "调查笔录",
    DisputeStep,
    lambda request: rows_asked(DisputeStep, request).where(DisputeStep.kind == INQUIRY),
    _inquiry,
    hides_ids=False,
    single="调查笔录",
    kind=PaperKind.LETTER,
)
