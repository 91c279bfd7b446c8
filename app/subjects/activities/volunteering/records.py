"""Voluntary service (志愿服务): who served where for how many hours (domain 18)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    NotesField,
    PersonNameField,
    QuantityField,
    ReferenceField,
    TextField,
    taken,
)
from app.records.base import Record
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise

KINDS = ("便民服务", "助老助残", "环境整治", "文明宣传", "普法宣传", "关爱户外劳动者", "应急和平安", "其他")


class VolunteerService(Record):
    """What one person did at one time."""

    member_id: int | None

    served_on = DateField(
        "服务日期",
        default=date.today,
        past=True,
        aliases=("日期", "活动日期", "服务时间", "活动时间"),
        about="做志愿服务的那一天",
    )
    title = TextField(
        "服务项目",
        suggest=True,
        longest=100,
        aliases=("项目", "项目名称", "活动名称", "志愿服务项目", "活动", "服务内容"),
        about="哪一次活动，同一天同名的算一次活动",
    )
    kind = ChoiceField(
        "服务类别",
        KINDS,
        default="其他",
        aliases=("类别", "活动类别"),
        about="做的是哪一类服务，统计按它分",
    )
    place = TextField("服务地点", null=True, suggest=True, aliases=("地点", "活动地点"), about="在哪里服务")
    member = ReferenceField(
        "会员",
        Member,
        null=True,
        backref="services",
        fills=taken("name", unit="employer"),
        about="志愿者在会员台账中的那一条，不是会员的不选",
    )
    name = PersonNameField(
        "志愿者", alone=True, aliases=("姓名", "志愿者姓名", "队员"), about="来服务的人的姓名"
    )
    unit = TextField(
        "所在单位",
        null=True,
        suggest=True,
        units=Enterprise,
        about="志愿者所在的单位，同名的人靠它区分",
    )
    hours = QuantityField(
        "服务时长",
        unit="小时",
        aliases=("时长", "服务时数", "小时数", "服务小时", "时长(小时)"),
        about="这一次服务了多少小时，可以写 2.5",
    )
    served = CountField(
        "服务对象人次",
        null=True,
        unit="人次",
        aliases=("服务人次", "受益人次"),
        about="这位志愿者服务了多少人次，数不清的不填",
    )
    remark = NotesField("备注", null=True)

    naming = (name, title, served_on)
