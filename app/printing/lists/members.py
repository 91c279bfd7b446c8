"""The roster of members (工会会员花名册), full for the office and short for the wall (domain 1.5)."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.lists.heads import office_head
from app.records.members import Member, members_on_roll
from app.register import ListPrint, Occasion, Part, PrintColumn


def _on_roll(occasion: Occasion) -> Iterator[Part]:
    query = members_on_roll(occasion.as_of)
    if occasion.record is not None:
        query = query.where(Member.id == occasion.record)
    if occasion.ids is not None:
        query = query.where(Member.id.in_(occasion.ids))
    people = list(query.order_by(Member.search_key, Member.id))
    day = Member.approved_on.format(occasion.as_of)
    yield Part(people, heads=(office_head(), f"截至{day}", f"共 {len(people)} 人"))


def _birth_month(member: Member) -> str:
    return f"{member.birth_date.year}年{member.birth_date.month}月" if member.birth_date else ""


_PUBLIC = ListPrint(
    "members.roster",
    "工会会员花名册（张贴版）",
    (
        PrintColumn(Member.name, 36),
        PrintColumn(Member.sex, 14, align="center"),
        PrintColumn(Member.employer, 80),
        PrintColumn(Member.is_migrant_worker, 22, "农民工", align="center"),
        PrintColumn(Member.approved_on, 36, "入会时间", align="center"),
        PrintColumn(None, 40, "备注"),
    ),
    _on_roll,
    is_public=True,
)

MEMBER_ROSTER = ListPrint(
    "members.roster",
    "工会会员花名册",
    (
        PrintColumn(Member.name, 31),
        PrintColumn(Member.sex, 11, align="center"),
        PrintColumn(Member.ethnicity, 17, align="center"),
        PrintColumn(None, 22, "出生年月", align="center", text=_birth_month),
        PrintColumn(Member.id_number, 39, "身份证号", masked=True, align="center"),
        PrintColumn(Member.education, 20, align="center"),
        PrintColumn(Member.political_status, 20, align="center"),
        PrintColumn(Member.employer, 48),
        PrintColumn(Member.is_migrant_worker, 15, "农民工", align="center"),
        PrintColumn(Member.approved_on, 36, "入会时间", align="center"),
        PrintColumn(Member.card_no, 26, "会员证号", align="center"),
        PrintColumn(Member.mobile, 26, "联系电话", align="center"),
        PrintColumn(Member.remark, 20),
    ),
    _on_roll,
    public=_PUBLIC,
)
