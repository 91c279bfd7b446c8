"""Gifts to members on paper, with room to sign, and what all members may have (domain 18)."""

from __future__ import annotations

from app.printing.filling import Filling, opinion, story
from app.printing.form import FormSheet
from app.printing.heads import PAID_OUT, office_head
from app.printing.layout import FormPrint, ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.members.care.records import FESTIVE, MemberBenefit, MemberCare

CARES = Selection(MemberCare, (MemberCare.given_on, MemberCare.id), MemberCare.given_on)
_APPROVAL_HEIGHT = 40.0


def _occasion(care: MemberCare) -> str:
    return f"{care.festival}慰问" if care.occasion == FESTIVE and care.festival else care.occasion or ""


CARE_BOOK = ListPrint(
    "members.care_book",
    "会员慰问登记表",
    (
        PrintColumn(MemberCare.given_on, 33),
        PrintColumn(MemberCare.recipient, 36),
        PrintColumn(MemberCare.employer, 46),
        PrintColumn(
            None,
            26,
            "慰问事由",
            align="center",
            text=_occasion,
            told_by=(MemberCare.occasion, MemberCare.festival),
        ),
        PrintColumn(MemberCare.people, 14, "人数", align="center"),
        MemberCare.form,
        PrintColumn(MemberCare.goods, 36),
        PrintColumn(MemberCare.amount, 26, "金额（元）"),
        PrintColumn(MemberCare.fund_source, 28),
        PrintColumn(None, 28, "签收"),
    ),
    CARES.sheet("次"),
    amount=MemberCare.amount,
    signing=True,
    blank_rows=10,
    closing=PAID_OUT,
)
BENEFIT_BOOK = ListPrint(
    "members.benefit_book",
    "会员普惠服务登记表",
    (
        PrintColumn(MemberBenefit.held_on, 33),
        PrintColumn(MemberBenefit.title, 58),
        MemberBenefit.kind,
        PrintColumn(MemberBenefit.partner, 46),
        PrintColumn(MemberBenefit.people, 22, "受益人次"),
        PrintColumn(MemberBenefit.cost, 28, "工会支出（元）"),
        PrintColumn(MemberBenefit.remark, 40),
    ),
    Selection(MemberBenefit, (MemberBenefit.held_on, MemberBenefit.id), MemberBenefit.held_on).sheet("项"),
    amount=MemberBenefit.cost,
    blank_rows=12,
)


def _approval(care: MemberCare, full_ids: bool) -> FormSheet:
    boxed = Filling(care, full_ids).boxed
    return FormSheet(
        "会员慰问审批表",
        (
            (*boxed(MemberCare.recipient, 10), *boxed(MemberCare.people, 3), *boxed(MemberCare.given_on, 5)),
            (*boxed(MemberCare.employer, 14, align="left"), *boxed(MemberCare.recipient_kind, 6)),
            (*boxed(MemberCare.occasion, 16), *boxed(MemberCare.festival, 4)),
            (
                *boxed(MemberCare.form, 6),
                *boxed(MemberCare.amount, 6, "金额（元）"),
                *boxed(MemberCare.fund_source, 6),
            ),
            story("慰问品", care.goods, 12),
            story(
                "慰问理由\n和说明", "\n".join(text for text in (care.over_reason, care.remark) if text), 30
            ),
            opinion("工会小组\n意见", _APPROVAL_HEIGHT),
            opinion("本会审批\n意见", _APPROVAL_HEIGHT),
        ),
        head_left=office_head(),
        head_right=f"编号：{care.care_no or ''}",
        closing=("经办人：", "慰问人：", "领取人签名："),
    )


CARE_FORM = FormPrint(
    "members.care_form", "会员慰问审批表", MemberCare, CARES, _approval, hides_ids=False, single="审批表"
)
