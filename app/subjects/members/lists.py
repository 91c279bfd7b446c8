"""The roster of members (工会会员花名册), full for the office and short for the wall (domain 1.5).

Those in new forms of work have a roster of their own (新就业形态劳动者会员花名册).
"""

from __future__ import annotations

from datetime import date

from app.printing.layout import ListPrint, PrintColumn
from app.printing.selection import Selection
from app.records.base import Query
from app.records.earlier import value_on
from app.subjects.members.membership.records import members_on_roll
from app.subjects.members.records import Member

_ON_ROLL = Selection(
    Member,
    (Member.search_key, Member.id),
    where=lambda request: Member.id.in_(members_on_roll(request.as_of).select(Member.id)),
    only="在册的",
).sheet("人", as_of=True)


def _new_work_on(day: date) -> Query[Member]:
    return members_on_roll(day).where(value_on(Member.new_work, day).is_null(False)).select(Member.id)


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
        PrintColumn(None, 22, "出生年月", align="center", text=_birth_month, told_by=(Member.birth_date,)),
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

NEW_WORK_ROSTER = ListPrint(
    "members.new_work_roster",
    "新就业形态劳动者会员花名册",
    (
        PrintColumn(Member.name, 31),
        PrintColumn(Member.sex, 11),
        PrintColumn(Member.id_number, heading="身份证号"),
        Member.new_work,
        PrintColumn(Member.platform, 36),
        PrintColumn(Member.employer, 48),
        Member.join_mode,
        PrintColumn(Member.approved_on, 36, "入会时间"),
        PrintColumn(Member.mobile, heading="联系电话"),
        PrintColumn(Member.remark, 20),
    ),
    Selection(
        Member,
        (Member.new_work, Member.platform, Member.search_key, Member.id),
        where=lambda request: Member.id.in_(_new_work_on(request.as_of)),
        only="在册的新就业形态劳动者",
    ).sheet("人", as_of=True),
)
