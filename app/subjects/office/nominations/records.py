"""Nominations for honours (评先评优): put forward, shown in public, handed in, granted or not (domain 18)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import ChoiceField, DateField, NotesField, TextField, When
from app.records.base import Record
from app.subjects.office.honours.recipients import (
    PERSON,
    employer_of,
    kind_of,
    level_of,
    member_of,
    named,
)


class NominationStatus(StrEnum):
    """How far a nomination has come."""

    PROPOSED = "推荐"
    PUBLISHED = "公示中"
    CLEARED = "公示无异议"
    SENT = "已上报"
    GRANTED = "已授予"
    REFUSED = "未通过"


UNOPPOSED, OPPOSED = "无异议", "有异议"


class Nomination(Record):
    """Somebody or some unit that is put forward for a title."""

    member_id: int | None

    nominated_on = DateField(
        "推荐日期",
        default=date.today,
        past=True,
        aliases=("日期", "申报日期", "推荐时间", "申报时间"),
        about="收到推荐或自荐的日子，推荐项数按它统计",
    )
    title = TextField(
        "荣誉名称",
        suggest=True,
        aliases=(
            "评选项目",
            "推荐称号",
            "拟推荐荣誉",
        ),
        about="推荐评选的荣誉，照评选通知写全称",
    )
    level = level_of("评选单位")
    granted_by = TextField(
        "评选单位",
        null=True,
        suggest=True,
        aliases=("授予单位", "表彰单位", "主办单位"),
        about="组织评选的单位，推荐材料报给它",
    )
    recipient_kind = kind_of("推荐对象类别", PERSON, "推荐本会、别的单位，还是个人")
    recipient = named(
        "推荐对象",
        recipient_kind,
        hint="推荐本会的可不填",
        about="被推荐的单位或人的名称",
        aliases=("被推荐人", "候选人", "推荐人选"),
    )
    member = member_of("推荐的")
    employer = employer_of("被推荐的人")
    deeds = NotesField(
        "主要事迹",
        null=True,
        aliases=("事迹", "先进事迹", "推荐理由", "事迹简介"),
        about="为什么推荐，公示和推荐表上用",
    )
    decided_on = DateField(
        "研究日期",
        null=True,
        past=True,
        since=nominated_on,
        aliases=("讨论日期", "审议日期", "会议日期"),
        about="委员会研究同意推荐的那次会议",
    )
    notice_from = DateField(
        "公示开始",
        null=True,
        since=nominated_on,
        aliases=("公示日期", "公示时间"),
        about="推荐对象公示贴出来的第一天",
    )
    notice_to = DateField(
        "公示截止", null=True, since=notice_from, about="公示期满的日子，几个工作日在“设置”中规定"
    )
    notice_result = ChoiceField(
        "公示结果", (UNOPPOSED, OPPOSED), null=True, about="公示期间对推荐有没有人提出异议"
    )
    objection = NotesField(
        "异议及查核",
        null=True,
        only_then=True,
        required_if=(When(notice_result, OPPOSED),),
        about="谁提出什么异议，怎么查的，结论如何",
    )
    sent_on = DateField(
        "上报日期",
        null=True,
        past=True,
        since=nominated_on,
        aliases=("报送日期", "上报时间"),
        about="推荐材料报给评选单位的日子",
    )
    granted_on = DateField(
        "授予日期", null=True, past=True, since=nominated_on, about="表彰决定的日子，授予后自动登记到荣誉"
    )
    document_no = TextField("文号", null=True, about="表彰决定的文号，没有的不填")
    status = ChoiceField(
        "状态",
        NominationStatus,
        default=NominationStatus.PROPOSED,
        aliases=("推荐状态", "评选结果"),
    )
    remark = NotesField("备注", null=True)

    naming = (recipient, title)
