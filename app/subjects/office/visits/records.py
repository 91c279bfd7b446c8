"""Visitors at the window (来访接待): what they came for, and what came of it (domain 10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    MobileField,
    NotesField,
    PersonNameField,
    SerialField,
    TextField,
)
from app.records.base import Record

SUBJECTS = ("困难帮扶", "劳动争议", "互助保障", "就业服务", "入会", "政策咨询", "意见建议", "其他")


class VisitStatus(StrEnum):
    """What became of a visitor's matter."""

    OPEN = "待处理"
    ANSWERED = "已答复"
    PASSED_ON = "已转办"


class Visit(Record):
    """One visit, call or letter; several people with the same matter are one visit."""

    visited_on = DateField(
        "来访日期",
        default=date.today,
        past=True,
        aliases=("日期", "接待日期", "来访时间", "接待时间"),
        about="来访、来电或收到来信的日子",
    )
    visit_no = SerialField("来访编号", "LF", dated_by=visited_on, unique=True, aliases=("编号",))
    name = PersonNameField(
        "姓名",
        aliases=(
            "来访人",
            "来访人姓名",
            "来访者",
        ),
        about="来访人的姓名，几个人一起来的写领头的",
    )
    people = CountField(
        "来访人数",
        default=1,
        least=1,
        unit="人",
        short="人数",
        aliases=("人数",),
        about="为同一件事一起来的有多少人",
    )
    unit = TextField(
        "单位或住址",
        null=True,
        suggest=True,
        aliases=("单位", "住址", "所在单位", "工作单位"),
        about="来访人从哪里来，转办和上门答复时用",
    )
    mobile = MobileField(
        "手机号码",
        null=True,
        about="答复时联系来访人的手机",
    )
    mode = ChoiceField(
        "来访方式",
        ("来访", "来电", "来信", "网上"),
        default="来访",
        short="方式",
        about="自己来的、打电话，还是写信、网上",
    )
    subject = ChoiceField(
        "事由类别",
        SUBJECTS,
        default="其他",
        short="类别",
        aliases=("问题类别",),
        about="为哪一类事来，统计按类别分",
    )
    matter = NotesField(
        "事由",
        aliases=("反映问题", "来访事由", "反映事项", "反映内容", "来访内容", "诉求", "诉求内容", "诉求事项"),
        about="来访人说了什么、要求什么",
    )
    received_by = PersonNameField("接待人", aliases=("接待人员",), about="接待的本会人员，有事还找他")
    answer_by = DateField(
        "答复期限",
        null=True,
        after=(visited_on,),
        help_text="不填则一直列为待办",
        about="答应来访人的最后日子，快到时列为待办",
    )
    result = NotesField(
        "处理",
        null=True,
        aliases=("处理情况", "处理结果", "答复", "处理意见", "答复情况"),
        about="怎样答复、怎样处理的",
    )
    passed_to = TextField("转办单位", null=True, suggest=True, about="转给哪个部门，例如 街道司法所")
    closed_on = DateField(
        "处理日期",
        null=True,
        past=True,
        after=(visited_on,),
        aliases=("办结日期", "答复时间", "答复日期", "处理时间"),
        about="给了答复或转出去的日子",
    )
    status = ChoiceField(
        "状态", VisitStatus, default=VisitStatus.OPEN.value, about="还没办、已答复，还是转给别处"
    )
    remark = NotesField("备注", null=True)

    naming = (name, visit_no)
