"""Honours (荣誉): a title granted to the office, a unit or a person, by whom and at what level (domain 18).

Ranks and prizes of an event are awards of that event (文体活动), no honours.
"""

from __future__ import annotations

from datetime import date

from app.fields import AttachmentField, DateField, NotesField, TextField
from app.records.base import Record
from app.records.naming import NamedLink
from app.subjects.office.honours.recipients import UNIT, employer_of, kind_of, level_of, member_of, named
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import GrassrootsUnion


class Honour(Record):
    """A title that the office, a unit or a person was granted."""

    member_id: int | None
    enterprise_id: int | None
    union_id: int | None

    granted_on = DateField(
        "授予日期",
        default=date.today,
        forgotten=True,
        past=True,
        aliases=(
            "日期",
            "获奖时间",
            "授予时间",
            "表彰时间",
        ),
        about="授予荣誉的日子，照证书或文件",
    )
    title = TextField(
        "荣誉名称",
        suggest=True,
        help_text="例如 模范职工小家；比赛的名次和奖项在“文体活动”登记",
        aliases=("获奖名称", "表彰名称", "奖项", "奖项名称"),
        about="照证书或奖牌上的字写",
    )
    level = level_of("授予单位")
    granted_by = TextField(
        "授予单位",
        suggest=True,
        about="证书落款的单位，几家的用顿号",
    )
    recipient_kind = kind_of("获得者类别", UNIT, "授予本会、别的单位，还是个人")
    recipient = named(
        "获得者",
        recipient_kind,
        hint="本会获得的可不填",
        aliases=("获奖者", "获奖单位或个人", "获奖单位", "获奖个人", "获奖人", "获奖人员"),
        about="照证书上写的单位或人名",
    )
    member = member_of("获得者")
    employer = employer_of("得奖的人")
    enterprise = NamedLink(
        "所属企业", Enterprise, by=recipient, only=((recipient_kind, UNIT),), backref="honours"
    )
    union = NamedLink(
        "所属工会",
        GrassrootsUnion,
        by=recipient,
        only=((recipient_kind, UNIT),),
        backref="honours",
        about="获得荣誉的工会，按名称自动对应",
    )
    document_no = TextField("文号", null=True, about="照表彰决定抄，没有的不填")
    certificate_name = TextField(
        "文件名", null=True, longest=200, about="证书文件在台账里的名称，选了文件自动填好"
    )
    certificate = AttachmentField(
        "证书", called=certificate_name, null=True, about="证书的照片或扫描件，存进台账"
    )
    remark = NotesField("备注", null=True)

    naming = (title,)
