"""Visits to enterprises (走访企业): what was seen, what is wrong, what follows (domain 10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import ChoiceField, DateField, NotesField, SerialField, TextField, taken
from app.records.base import Record
from app.records.naming import NamedLink
from app.subjects.unions.enterprises.records import Enterprise

PURPOSES = ("建会宣传", "排摸情况", "集体协商", "帮扶慰问", "民主管理", "安全生产", "收集意见", "其他")


class FollowUpStatus(StrEnum):
    """Whether something was left to do after a visit."""

    NONE = "无需跟进"
    OPEN = "待跟进"
    DONE = "已跟进"


class CompanyVisit(Record):
    """One visit to one enterprise."""

    enterprise_id: int | None

    visited_on = DateField(
        "走访日期",
        default=date.today,
        past=True,
        aliases=(
            "日期",
            "走访时间",
        ),
        about="到企业的那一天，走访次数按它统计",
    )
    visit_no = SerialField("走访编号", "ZF", dated_by=visited_on, unique=True, aliases=("编号",))
    unit_name = TextField(
        "企业名称",
        suggest=True,
        aliases=("走访单位", "走访企业"),
        about="从企业台账中选或写全称，同一家一年只算一家",
    )
    enterprise = NamedLink(
        "企业",
        Enterprise,
        by=unit_name,
        backref="visits",
        fills=taken(unit_name="name"),
        help_text="没有登记的企业只填名称",
        about="走访的企业在台账中的那一条",
    )
    purpose = ChoiceField(
        "走访目的", PURPOSES, default="收集意见", short="目的", about="为建会、协商还是慰问去的，统计按目的分"
    )
    visited_by = TextField("走访人", suggest=True, about="去走访的本会人员，几个人用顿号分开")
    received_by = TextField(
        "接待人",
        null=True,
        suggest=True,
        help_text="企业方接待的人和职务",
        about="对方出面的人和职务，下次好联系",
    )
    situation = NotesField(
        "走访情况",
        aliases=("情况", "走访内容", "了解情况"),
        about="看到什么、听到什么，照实写",
    )
    problems = NotesField("存在问题", null=True, aliases=("问题",), about="企业或职工反映的问题")
    follow_up = NotesField(
        "跟进措施", null=True, aliases=("跟进", "跟进情况", "解决情况"), about="怎样办的、结果如何"
    )
    follow_up_by = DateField("跟进期限", null=True, after=(visited_on,), about="要办的事最迟哪天办完")
    followed_on = DateField("跟进日期", null=True, past=True, after=(visited_on,), about="答应的事办完的日子")
    status = ChoiceField(
        "跟进状态",
        FollowUpStatus,
        default=FollowUpStatus.NONE.value,
        short="状态",
        about="走访后还有没有要办的事",
    )
    remark = NotesField("备注", null=True)

    naming = (unit_name, visit_no)
