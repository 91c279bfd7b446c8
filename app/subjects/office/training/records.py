"""Training (培训): what was taught to whom, for how long, and what came of it (domain 18)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    MoneyField,
    NotesField,
    SerialField,
    TextField,
)
from app.records.base import Record

KINDS = (
    "工会主席培训",
    "工会干部培训",
    "职工技能培训",
    "再就业培训",
    "安全生产培训",
    "法律知识培训",
    "女职工培训",
    "学习考察",
    "其他",
)
_KINDS_ALSO = {
    "工会主席": "工会主席培训",
    "工会干部": "工会干部培训",
    "业务培训": "工会干部培训",
    "技能培训": "职工技能培训",
    "安全培训": "安全生产培训",
    "普法培训": "法律知识培训",
    "外出考察": "学习考察",
    "考察学习": "学习考察",
}
HELD, SENT = "本会举办", "参加上级培训"


class Training(Record):
    """One course or study trip."""

    began_on = DateField(
        "培训日期",
        default=date.today,
        past=True,
        aliases=("日期", "开始日期", "培训时间", "开班日期", "开班时间"),
        about="开班的那一天，培训期数按它统计",
    )
    training_no = SerialField("培训编号", "PX", dated_by=began_on, unique=True, aliases=("编号",))
    ended_on = DateField(
        "结束日期",
        null=True,
        past=True,
        after=(began_on,),
        aliases=("结业日期",),
        about="结业的那一天，只有一天的不填",
    )
    title = TextField(
        "培训名称",
        suggest=True,
        longest=100,
        aliases=("名称", "培训班", "培训班名称", "班次", "培训项目", "培训主题"),
        about="培训班的名称，例如 新任工会主席培训班",
    )
    kind = ChoiceField(
        "培训类别",
        KINDS,
        default="其他",
        synonyms=_KINDS_ALSO,
        aliases=("类别", "培训类型"),
        about="培训谁、培训什么，统计按它分",
    )
    held_by_us = ChoiceField(
        "举办方式",
        (HELD, SENT),
        default=HELD,
        synonyms={"主办": HELD, "自办": HELD, "选派": SENT, "参加": SENT},
        about="本会自己办的，还是选派人员去上级参加的",
    )
    organiser = TextField(
        "举办单位",
        null=True,
        suggest=True,
        aliases=("主办单位", "承办单位"),
        about="上级或合作单位办的填写名称",
    )
    place = TextField("地点", null=True, suggest=True, aliases=("培训地点",), about="在哪里上课或考察")
    teacher = TextField(
        "授课人",
        null=True,
        suggest=True,
        aliases=("讲师", "教师", "授课老师", "主讲人", "主讲"),
        about="谁来讲课",
    )
    content = NotesField(
        "培训内容",
        null=True,
        aliases=("内容", "课程", "主要内容"),
        about="讲了哪些课，考察了哪些地方",
    )
    hours = CountField(
        "学时",
        null=True,
        least=1,
        unit="学时",
        aliases=("课时", "学时数"),
        about="每个人一共上多少学时",
    )
    people = CountField(
        "参训人数",
        unit="人",
        aliases=("人数", "培训人数", "参加人数", "参训人次"),
        about="签到参加的人数，一人几天只算一次",
    )
    units = CountField(
        "参训单位数", null=True, unit="家", aliases=("参训单位", "单位数"), about="参训的人来自多少家单位"
    )
    passed = CountField(
        "取得证书",
        null=True,
        unit="人",
        at_most=(people,),
        aliases=("取证人数", "合格人数", "结业人数"),
        about="考核合格拿到证书的人数",
    )
    cost = MoneyField(
        "培训支出",
        null=True,
        unit="元",
        aliases=("经费", "支出", "金额"),
        about="场地、资料、讲课等一共花的钱",
    )
    remark = NotesField("备注", null=True)

    naming = (title, training_no)
