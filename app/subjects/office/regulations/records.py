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

    issued_on = DateField("出台日期", default=date.today, forgotten=True, aliases=("日期", "制定日期"))
    rule_no = SerialField("制度编号", "ZD", dated_by=issued_on, unique=True, aliases=("编号",))
    title = TextField("制度名称", index=True, aliases=("名称",))
    kind = ChoiceField("类别", KINDS, synonyms={"妇女工作": "女职工工作", "财务": "财务经审"})
    document_no = TextField("文号", null=True)
    joint_unit = TextField(
        "联合单位", null=True, suggest=True, help_text="与其他单位共同建立的，例如 社区妇联"
    )
    posted = FlagField("已上墙", default=False, help_text="已在办公场所张贴公布")
    content = NotesField("主要内容", null=True)
    review_by = DateField("下次检查日期", null=True, short="检查日期", help_text="到期提醒核对是否需要修订")
    text_name = TextField("文件名", null=True, longest=200)
    text = AttachmentField("制度全文", called=text_name, null=True)
    status = ChoiceField(
        "状态", RuleStatus, default=RuleStatus.IN_FORCE.value, synonyms={"有效": "现行", "失效": "废止"}
    )
    revised_on = DateField("修订日期", null=True, past=True, after=(issued_on,))
    repealed_on = DateField("废止日期", null=True, past=True, after=(revised_on,))
    change_reason = TextField("修订或废止原因", null=True, suggest=True)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (title, rule_no)
