"""The application to join, and the letter that takes a membership to another union (domain 1.5)."""

from __future__ import annotations

from app.printing.filling import Filling
from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import LetterSheet, Passage, body, heading, or_blank, to, written
from app.records.profile import office_name, profile
from app.subjects.members.forms import MEMBERS
from app.subjects.members.membership.records import LATEST_FIRST, DuesPayment, EventKind, MembershipEvent
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
    """Introduce a member to another union: counterfoil, letter and receipt, each with the letter's number."""
    number, dues = _letter_number(member), f"会费已交至{_dues_until(member)}"
    return LetterSheet(
        "会员组织关系接转介绍信",
        (
            heading(f"存根　　{number}"),
            body(
                f"{_who(member)}，会员编号：{or_blank(member.member_no)}，"
                f"原工作单位：{or_blank(member.employer, 14)}，会员组织关系转往"
                f"{or_blank(member.other_union, 14)}，{dues}。"
            ),
            body(f"经办人：{or_blank(member.handled_by, 8)}　　日期：{written(member.status_date)}"),
            Passage(_CUT, "addressee"),
            heading(f"介绍信　　{number}"),
            to(member.other_union or ""),
            body(
                f"兹介绍我会会员{_who(member)}，因工作单位变动，将会员组织关系转至你会，请予接收。"
                f"其{dues}。（本介绍信有效期＿＿天）"
            ),
            body(f"{office_name()}（盖章）　　{written(member.status_date)}"),
            Passage(_CUT, "addressee"),
            heading(f"回执　　{number}"),
            to(office_name()),
            body(
                f"你会会员{or_blank(member.name)}同志的会员组织关系，我会已于{written(None)}接收，特此回复。"
            ),
            body(f"接收单位（盖章）：{or_blank(None, 16)}"),
            body(f"经办人：{or_blank(None, 8)}　　联系电话：{or_blank(None, 8)}"),
        ),
    )


def _letter_number(member: Member) -> str:
    """Return the number of the letter, which is the voucher of the leaving; room for it where it has none."""
    left = (
        MembershipEvent.alive()
        .where(MembershipEvent.member == (member.id or 0), MembershipEvent.kind == EventKind.MOVED_OUT)
        .order_by(*LATEST_FIRST)
        .first()
    )
    return f"第 {left.voucher_no} 号" if left is not None and left.voucher_no else "第＿＿＿＿＿号"


def _dues_until(member: Member) -> str:
    """Return the last month that dues were paid for; a blank where none were."""
    months = DuesPayment.alive().where(DuesPayment.member == (member.id or 0), DuesPayment.paid > 0)
    last = months.order_by(DuesPayment.month.desc()).first()
    return DuesPayment.month.format(last.month) if last is not None else "＿＿＿＿年＿＿月"


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
