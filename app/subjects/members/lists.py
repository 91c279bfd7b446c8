"""The roster of members (工会会员花名册), full for the office and short for the wall (domain 1.5)."""

from __future__ import annotations

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.subjects.members.records import Member, members_on_roll

_ON_ROLL = Selection(
    Member,
    (Member.search_key, Member.id),
    where=lambda request: Member.id.in_(members_on_roll(request.as_of).select(Member.id)),
).sheet("人", as_of=True)


def _birth_month(member: Member) -> str:
    return f"{member.birth_date.year}年{member.birth_date.month}月" if member.birth_date else ""


_PUBLIC = ListPrint(
    "members.roster",
    "工会会员花名册（张贴版）",
    (
        PrintColumn(Member.name, 36),
        Member.sex,
        PrintColumn(Member.employer, 80),
        PrintColumn(Member.is_migrant_worker, heading="农民工"),
        PrintColumn(Member.approved_on, 36, "入会时间"),
        PrintColumn(None, 40, "备注"),
    ),
    _ON_ROLL,
    is_public=True,
)

MEMBER_ROSTER = ListPrint(
    "members.roster",
    "工会会员花名册",
    (
        PrintColumn(Member.name, 31),
        PrintColumn(Member.sex, 11),
        PrintColumn(Member.ethnicity, 17),
        PrintColumn(None, 22, "出生年月", align="center", text=_birth_month),
        PrintColumn(Member.id_number, heading="身份证号"),
        Member.education,
        Member.political_status,
        PrintColumn(Member.employer, 48),
        PrintColumn(Member.is_migrant_worker, heading="农民工"),
        PrintColumn(Member.approved_on, 36, "入会时间"),
        PrintColumn(Member.card_no, heading="会员证号", align="center"),
        PrintColumn(Member.mobile, heading="联系电话"),
        PrintColumn(Member.remark, 20),
    ),
    _ON_ROLL,
    public=_PUBLIC,
    main=True,
)
