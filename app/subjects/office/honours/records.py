"""Honours (荣誉): a title granted to the office, a unit or a person, by whom and at what level (domain 18).

Ranks and prizes of an event are awards of that event (文体活动), no honours.
"""

from __future__ import annotations

from datetime import date

from app.fields import (
    AttachmentField,
    ChoiceField,
    DateField,
    NotesField,
    ReferenceField,
    TextField,
    When,
    taken,
)
from app.records.base import Record
from app.records.naming import NamedLink
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import GrassrootsUnion

OURSELVES, UNIT, PERSON = "本会", "单位", "个人"
LEVELS = ("国家级", "省级", "市级", "区级", "街道级", "其他")
LEVELS_ALSO = {
    "全国": "国家级",
    "省部级": "省级",
    "省": "省级",
    "地市级": "市级",
    "市": "市级",
    "区县级": "区级",
    "县级": "区级",
    "区": "区级",
    "乡镇级": "街道级",
    "街道": "街道级",
}


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
        aliases=("日期", "表彰日期", "获奖日期", "授奖日期", "获奖时间", "授予时间", "表彰时间"),
        about="授予荣誉的日子，照证书或文件",
    )
    title = TextField(
        "荣誉名称",
        suggest=True,
        aliases=("荣誉", "荣誉称号", "称号"),
        help_text="例如 模范职工小家；比赛的名次和奖项在“文体活动”登记",
        about="照证书或奖牌上的字写",
    )
    level = ChoiceField(
        "级别", LEVELS, synonyms=LEVELS_ALSO, aliases=("荣誉级别",), about="授予单位是哪一级，统计按级别分"
    )
    granted_by = TextField(
        "授予单位",
        suggest=True,
        aliases=("表彰单位", "颁发单位", "颁奖单位"),
        about="证书落款的单位，几家的用顿号",
    )
    recipient_kind = ChoiceField(
        "获得者类别",
        (OURSELVES, UNIT, PERSON),
        default=UNIT,
        short="类别",
        synonyms={"集体": UNIT},
        about="授予本会、别的单位，还是个人",
    )
    recipient = TextField(
        "获得者",
        null=True,
        suggest=True,
        required_if=(When(recipient_kind, UNIT, PERSON),),
        aliases=("姓名", "单位名称", "获奖者", "获奖单位或个人"),
        help_text="本会获得的可不填",
        about="照证书上写的单位或人名",
    )
    member = ReferenceField(
        "会员",
        Member,
        null=True,
        fills=taken("employer", recipient="name"),
        about="获得者是本会会员时，从名册中选",
    )
    employer = TextField(
        "所在单位",
        null=True,
        suggest=True,
        units=Enterprise,
        aliases=("工作单位",),
        about="得奖的人在哪家单位",
    )
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
