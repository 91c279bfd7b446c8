"""The office's own rules (规章制度): since when, with whom, and whether they hold (domain 10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import AttachmentField, ChoiceField, DateField, FlagField, NotesField, SerialField, TextField
from app.records.base import Record

KINDS = (
    "组织建设",
    "会议学习",
    "维权调解",
    "困难帮扶",
    "财务经审",
    "档案印章",
    "女职工工作",
    "信息宣传",
    "其他",
)


class RuleStatus(StrEnum):
    """Whether a rule holds; one that was revised holds as revised."""

    IN_FORCE = "现行"
    REVISED = "修订"
    REPEALED = "废止"


HOLDING = (RuleStatus.IN_FORCE.value, RuleStatus.REVISED.value)


class Regulation(Record):
    """One rule of the office, alone or together with another body such as 妇联."""

    issued_on = DateField(
        "出台日期",
        default=date.today,
        forgotten=True,
        aliases=("日期", "制定日期"),
        about="制度开始施行的日子",
    )
    rule_no = SerialField("制度编号", "ZD", dated_by=issued_on, unique=True, aliases=("编号",))
    title = TextField("制度名称", index=True, aliases=("名称",), about="例如 财务管理制度，照文件写")
    kind = ChoiceField(
        "类别",
        KINDS,
        synonyms={"妇女工作": "女职工工作", "财务": "财务经审"},
        about="管会议、财务还是档案等，台账按类别排",
    )
    document_no = TextField("文号", null=True, about="照文件头抄，没有文号的不填")
    joint_unit = TextField(
        "联合单位",
        null=True,
        suggest=True,
        help_text="与其他单位共同建立的，例如 社区妇联",
        about="两家合定的制度写对方，例如 社区妇联",
    )
    posted = FlagField(
        "已上墙", default=False, help_text="已在办公场所张贴公布", about="挂在墙上公布了的选“是”"
    )
    content = NotesField("主要内容", null=True, about="制度主要规定了什么")
    review_by = DateField(
        "下次检查日期",
        null=True,
        short="检查日期",
        help_text="到期提醒核对是否需要修订",
        about="打算哪天再看看要不要修订",
    )
    text_name = TextField("文件名", null=True, longest=200, about="制度文件在台账里的名称，选了文件自动填好")
    text = AttachmentField("制度全文", called=text_name, null=True, about="制度的全文文件，存进台账随备份走")
    status = ChoiceField(
        "状态", RuleStatus, default=RuleStatus.IN_FORCE.value, synonyms={"有效": "现行", "失效": "废止"}
    )
    revised_on = DateField(
        "修订日期", null=True, past=True, after=(issued_on,), about="上次改动后重新印发的日子"
    )
    repealed_on = DateField("废止日期", null=True, past=True, after=(revised_on,), about="从哪天起不再照它办")
    change_reason = TextField("修订或废止原因", null=True, suggest=True, about="例如 上级出了新规定")
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (title, rule_no)
