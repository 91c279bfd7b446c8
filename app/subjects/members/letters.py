"""The application to join, and the letter that takes a membership to another union (domain 1.5)."""

from __future__ import annotations

from app.printing.filling import Filling
from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import LetterSheet, Passage, body, heading, or_blank, to, written
from app.records.profile import office_name, profile
from app.subjects.members.forms import MEMBERS
from app.subjects.members.records import Member

_CUT = "…" * 12 + "（骑缝盖章）" + "…" * 12


def _application(member: Member, _full_ids: bool) -> LetterSheet:
    value = Filling(member, full_ids=True).value
    return LetterSheet(
        "中华全国总工会入会申请书",
        (
            to(member.union_name or office_name()),
            body(profile().pledge, 6),
            body(f"姓名：{or_blank(member.name, 12)}"),
            body(f"证件号码：{or_blank(value(Member.id_number), 18)}"),
            body(f"工作单位：{or_blank(member.employer, 18)}"),
            body(f"联系电话：{or_blank(member.mobile, 12)}"),
        ),
        number=f"会员编号：{member.member_no}" if member.member_no else "",
        signatures=(("申请人（签名）：", f"日期：{written(member.applied_on)}"),),
    )


MEMBERSHIP_APPLICATION = FormPrint(
    "members.application",
    "入会申请书",
    Member,
    MEMBERS,
    _application,
    hides_ids=False,
    own_numbers=True,
    kind=PaperKind.LETTER,
)


def _transfer(member: Member, _full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "会员组织关系接转介绍信",
        (
            heading("存根"),
            body(
                f"{_who(member)}，原工作单位：{or_blank(member.employer, 14)}，会员组织关系转往"
                f"{or_blank(member.other_union, 14)}，会费已交至＿＿＿＿年＿＿月。"
            ),
            body(f"经办人：{or_blank(member.handled_by, 8)}　　日期：{written(member.status_date)}"),
            Passage(_CUT, "addressee"),
            heading("介绍信"),
            to(member.other_union or ""),
            body(
                f"兹介绍我会会员{_who(member)}，因工作单位变动，将会员组织关系转至你会，请予接收。"
                "其会费已交至＿＿＿＿年＿＿月。"
            ),
            body("（本介绍信有效期＿＿天）"),
        ),
        number=f"第＿＿＿＿号　会员编号：{or_blank(member.member_no)}",
        seal=(office_name(), written(member.status_date)),
    )


def _who(member: Member) -> str:
    sex, card = or_blank(member.sex, 2), or_blank(member.card_no)
    return f"{or_blank(member.name)}同志（性别：{sex}，会员证号码：{card}）"


MEMBERSHIP_TRANSFER = FormPrint(
    "members.transfer",
    "会员组织关系接转介绍信",
    Member,
    MEMBERS,
    _transfer,
    hides_ids=False,
    kind=PaperKind.LETTER,
)
