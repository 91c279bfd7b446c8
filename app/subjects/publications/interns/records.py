"""Interns (见习大学生): the person, the training plan, the monthly assessments (domain 9.4)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import SQL

from app.fields import (
    ChoiceField,
    ChoicesField,
    CountField,
    DateField,
    Derived,
    FlagField,
    MobileField,
    NotesField,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
    When,
)
from app.records import terms
from app.records.base import Record
from app.rules.dates import months_between, write_partial

AREAS = ("日常工作", "走访企业", "文档管理", "接触社会", "其他")


class InternStatus(StrEnum):
    """Where an internship stands."""

    RUNNING = "见习中"
    FINISHED = "见习期满"
    BROKEN_OFF = "提前终止"


def months_unassessed(intern: Intern, today: date) -> list[str]:
    """Return the months of an internship that are over and were not assessed, as 2011-07."""
    if intern.id is None or intern.first_day is None:
        return []
    assessments = InternAssessment.alive().where(InternAssessment.intern == intern.id)
    done = {month for (month,) in assessments.select(InternAssessment.month).tuples()}
    last = min(intern.last_day or today, today)
    over = [month for month in months_between(intern.first_day, last) if month < f"{today:%Y-%m}"]
    return [month for month in over if month not in done]


def _unassessed(intern: Intern) -> str:
    return "、".join(write_partial(month) for month in months_unassessed(intern, date.today()))


def _assessed(intern: Intern) -> int:
    if intern.id is None:
        return 0
    return int(InternAssessment.alive().where(InternAssessment.intern == intern.id).count())


class Intern(Record):
    """A student who learns in the office for some months."""

    first_day = DateField(
        "见习开始",
        default=date.today,
        aliases=("见习起始", "开始日期", "起始日期", "实习开始日期", "见习时间", "见习期间"),
        about="协议上的开始日子，每月考评从这个月起",
    )
    intern_no = SerialField("见习编号", "JX", dated_by=first_day, unique=True, aliases=("编号",))
    last_day = DateField(
        "见习结束",
        since=first_day,
        aliases=("见习截止", "结束日期", "截止日期", "实习结束日期"),
        about="协议上的结束日子，到期做见习鉴定",
    )
    name = PersonNameField("姓名", alone=True, index=True, about="照学生证写，见习鉴定表上照印")
    sex = ChoiceField("性别", terms.Sex, null=True)
    school = TextField("学校", suggest=True, aliases=("毕业学校", "院校"), about="学校全称，鉴定表要寄回那里")
    major = TextField("专业", null=True, suggest=True, about="学的什么专业，安排工作时参考")
    education = ChoiceField(
        "学历",
        terms.EDUCATIONS,
        null=True,
        default="本科",
        synonyms=terms.EDUCATION_SHORT,
        likely=terms.EDUCATION_LIKELY,
        aliases=("文化程度",),
        about="在读或已取得的学历",
    )
    mobile = MobileField("手机号码", null=True, about="通知上岗、考评时找他的手机")
    mentor = TextField(
        "带教人", suggest=True, aliases=("带教老师", "指导老师"), about="手把手带他、写考评的本会人员"
    )
    agreement_on = DateField("协议签订日期", null=True, about="三方协议签好的日子，没有签的空着")
    assessed = CountField(
        "已考评月数", derive=_assessed, unit="个月", short="已考评", about="已经写了考评的月数，自动计算"
    )
    unassessed = Derived("未考评月份", _unassessed, wide=True, about="还没有写考评的月份")
    status = ChoiceField("状态", InternStatus, default=InternStatus.RUNNING.value)
    own_view = NotesField(
        "自我鉴定", null=True, wanted_if=(When(status, InternStatus.FINISHED),), about="学生自己写的见习小结"
    )
    mentor_view = NotesField(
        "带教意见",
        null=True,
        wanted_if=(When(status, InternStatus.FINISHED),),
        about="带教人写他学会了什么、还差什么",
    )
    office_view = NotesField(
        "单位意见",
        null=True,
        wanted_if=(When(status, InternStatus.FINISHED),),
        about="本会的鉴定意见，打印后盖章",
    )
    status_reason = TextField("终止原因", null=True, about="为什么提前结束见习")
    remark = NotesField("备注", null=True)

    naming = (name, intern_no)


class InternPlan(Record):
    """What an intern is to learn in a month, and what came of it (带教计划)."""

    intern_id: int | None

    intern = ReferenceField("见习人员", Intern, backref="plans")
    month = PartialDateField("月份", help_text="例如 2011年7月", about="一个月写一行，照月份排下去")
    areas = ChoicesField("锻炼方面", AREAS, null=True, about="这个月锻炼哪些方面，可选几项")
    content = TextField("内容", longest=300, about="这个月安排做什么")
    goal = TextField("目标", null=True, longest=300, about="做到什么程度算达到")
    progress = ChoiceField(
        "完成情况", ("未开始", "进行中", "已完成"), default="未开始", about="计划做了没有、做完没有"
    )
    remark = TextField("备注", null=True)


class InternAssessment(Record):
    """How an intern did in a month (月度考评)."""

    intern_id: int | None

    intern = ReferenceField("见习人员", Intern, backref="assessments")
    month = PartialDateField(
        "考评月份",
        past=True,
        help_text="例如 2011年7月",
        aliases=("月份",),
        about="一个月考评一次，漏了的月份会提醒",
    )
    days_present = CountField(
        "出勤天数", null=True, unit="天", aliases=("出勤",), about="这个月来了几天，照考勤"
    )
    tasks_done = ChoiceField(
        "任务完成", ("全部完成", "大部分完成", "部分完成", "未完成"), about="对照带教计划，这个月做到几成"
    )
    score = CountField("评分", most=100, unit="分", about="这个月评多少分，满分 100")
    comment = TextField("评语", null=True, longest=300, about="这个月的表现，写一两句")
    mentor = TextField("带教人", suggest=True, about="写这次考评的带教人，默认是他的带教人")
    signed = FlagField("带教人已签名", default=False, about="带教人已在考评表上签名的选“是”")

    naming = (month,)


InternAssessment.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS intern_assessment_once ON intern_assessment (intern_id, month) "
        "WHERE deleted_at IS NULL"
    )
)
