"""Uses of the office's seals (用印登记); no image of a seal is ever kept (domain 10)."""

from __future__ import annotations

from datetime import date

from app.fields import ChoiceField, CountField, DateField, NotesField, PersonNameField, SerialField, TextField
from app.records.base import Record

SEALS = ("工会公章", "财务专用章", "法定代表人章", "女职工委员会章", "调解委员会章", "其他")


class SealUse(Record):
    """One use of a seal: on what, for what, who allowed it."""

    used_on = DateField(
        "用印日期",
        default=date.today,
        past=True,
        aliases=(
            "日期",
            "用印时间",
            "盖章日期",
        ),
        about="印章盖下去的那一天",
    )
    use_no = SerialField("用印编号", "YY", dated_by=used_on, unique=True, aliases=("编号",))
    seal = ChoiceField(
        "印章",
        SEALS,
        default=SEALS[0],
        synonyms={"公章": SEALS[0], "财务章": "财务专用章"},
        about="盖公章、财务章还是别的章",
    )
    document = TextField(
        "文件名",
        longest=200,
        suggest=True,
        aliases=(
            "用印文件",
            "用印内容",
        ),
        about="盖在什么文件上，写题目",
    )
    copies = CountField(
        "份数",
        default=1,
        least=1,
        unit="份",
        aliases=("用印份数", "盖章份数"),
        about="盖了几份，一份盖几处也算一份",
    )
    reason = TextField("事由", suggest=True, aliases=("用印事由",), about="为什么要盖章")
    applicant = PersonNameField(
        "申请人",
        null=True,
        aliases=(
            "用印人",
            "申请用印人",
        ),
        about="谁来要求盖章，外单位的写上单位",
    )
    approved_by = PersonNameField("批准人", stays=True, about="同意盖章的负责人，先批准后盖章")
    handled_by = PersonNameField("经手人", aliases=("经办人", "盖章人"), about="保管印章、亲手盖章的人")
    remark = NotesField("备注", null=True)

    naming = (document, use_no)
