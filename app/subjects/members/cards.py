"""Members' cards, eight to a page, and envelopes to members."""

from __future__ import annotations

from app.printing.envelope import envelope
from app.printing.filling import Filling
from app.printing.labels import LabelSheet, Stock, Words
from app.printing.layout import FormPrint, PaperKind
from app.printing.roles import Role
from app.printing.styles import Style
from app.records.profile import office_name
from app.subjects.members.forms import MEMBERS
from app.subjects.members.records import Member

_EIGHT = Stock(210, 297, 90, 60, columns=2, rows=4, gap=6)
_OFFICE = Style(Role.HEI, 11)
_TITLE = Style(Role.HEI, 15)
_LINE = Style(Role.SONG, 10.5)
_PHOTO = Style(Role.SONG, 9)


def _card(member: Member, _full_ids: bool) -> LabelSheet:
    value = Filling(member, full_ids=False).value
    lines = (
        ("姓名", value(Member.name), 19, 9),
        ("性别", value(Member.sex), 28, 5.5),
        ("证号", value(Member.card_no) or value(Member.member_no), 33.5, 5.5),
        ("入会", value(Member.approved_on), 39, 5.5),
    )
    return LabelSheet(
        "会员卡",
        _EIGHT,
        (
            (
                Words(office_name(), 4, 4, 82, 6, _OFFICE, "center"),
                Words("工会会员卡", 4, 10, 82, 8, _TITLE, "center"),
                Words("照片", 63, 18.5, 22, 27, _PHOTO, "center", framed=True),
                *(Words(f"{label}：{text}", 5, top, 57, height, _LINE) for label, text, top, height in lines),
                Words(f"单位：{value(Member.employer)}", 5, 46.5, 80, 12, _LINE),
            ),
        ),
        framed=True,
    )


MEMBER_CARDS = FormPrint(
    "members.cards",
    "会员卡（每页8张）",
    Member,
    MEMBERS,
    _card,
    hides_ids=False,
    single="会员卡",
    kind=PaperKind.LABEL,
)


def _envelope(member: Member, _full_ids: bool) -> LabelSheet:
    return envelope("信封", member.name, member.address, None)


MEMBER_ENVELOPES = FormPrint(
    "members.envelopes",
    "信封",
    Member,
    MEMBERS,
    _envelope,
    hides_ids=False,
    kind=PaperKind.LABEL,
)
