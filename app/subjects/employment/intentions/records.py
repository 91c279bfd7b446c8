"""Wishes for a job (求职意向), and what became of them (domain 7.2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import Case, ColumnBase, fn

from app.fields import (
    ChoiceField,
    DateField,
    DiffersReasonField,
    FlagField,
    MobileField,
    MoneyField,
    NotesField,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
)
from app.records import terms
from app.records.base import Query, Record
from app.rules import regulations
from app.subjects.employment.fairs.records import JobFair


class Outcome(StrEnum):
    """What became of a wish for a job."""

    OPEN = "待处理"
    RECOMMENDED = "推荐单位"
    INTERVIEWED = "面试"
    HIRED = "录用"
    JOBLESS = "未就业"


def intentions_of(fair: JobFair) -> Query[JobIntention]:
    """Select the wishes that were taken down at a fair."""
    return JobIntention.alive().where(JobIntention.fair == fair.id)


class JobIntention(Record):
    """A worker's wish for a job (就业意向登记), taken at the window or at a fair."""

    registered_on = DateField(
        "登记日期",
        default=date.today,
        past=True,
        aliases=("登记时间", "日期"),
        about="求职人来登记的日子，同一人一天只登记一次",
    )
    intention_no = SerialField("登记编号", "QZ", dated_by=registered_on, unique=True, aliases=("编号",))
    window = TextField(
        "登记窗口",
        null=True,
        suggest=True,
        aliases=("窗口",),
        about="在几号窗口或哪个服务点登记，例如 1号窗口",
    )
    fair = ReferenceField(
        "招聘会",
        JobFair,
        null=True,
        backref="intentions",
        help_text="在招聘会上登记的填写",
        about="在哪场招聘会上登记的，平时登记的不选",
    )
    name = PersonNameField(
        "姓名",
        alone=True,
        index=True,
        aliases=(
            "求职人",
            "求职者",
            "求职者姓名",
            "求职人员姓名",
        ),
    )
    sex = ChoiceField("性别", terms.Sex, null=True)
    birth_date = DateField(
        "出生日期",
        null=True,
    )
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        null=True,
        help_text="可不填：只收必要信息",
        about="只在核对就业困难身份时填",
        rule=regulations.MINIMAL,
    )
    mobile = MobileField("手机号码", about="有合适岗位时联系求职人的手机")
    household_type = ChoiceField(
        "户籍",
        ("本市城镇", "本市农村", "外地城镇", "外地农村"),
        null=True,
        aliases=("户籍类型",),
        about="求职人的户籍在本市还是外地、城镇还是农村",
    )
    is_migrant_worker = FlagField(
        "是否农民工", default=False, aliases=("农民工",), short="农民工", about="农村户籍进城务工的选“是”"
    )
    education = ChoiceField(
        "学历",
        terms.EDUCATIONS,
        null=True,
        aliases=("文化程度",),
        synonyms=terms.EDUCATION_SHORT,
        likely=terms.EDUCATION_LIKELY,
        about="照毕业证选最高的，单位常按它挑人",
    )
    skills = TextField(
        "技能/工种", null=True, suggest=True, aliases=("技能", "工种"), about="会什么手艺，有什么证书"
    )
    wanted_post = TextField(
        "求职岗位",
        suggest=True,
        aliases=(
            "求职意向",
            "意向岗位",
            "期望岗位",
            "应聘岗位",
        ),
        help_text="最多三个，用顿号分开",
        about="想找什么工作",
    )
    monthly_wage = MoneyField(
        "期望月薪",
        null=True,
        unit="元",
        aliases=(
            "月薪",
            "期望工资",
            "期望薪资",
            "薪资要求",
        ),
        about="希望每月拿多少钱",
    )
    available_on = DateField("可到岗日期", null=True, about="最早哪天可以上班")
    former_employer = TextField("原单位", null=True, suggest=True, about="离开前的单位，没有工作过的不填")
    jobless_since = PartialDateField(
        "失业时间", null=True, help_text="可只填到年或月", aliases=("失业日期",), about="从什么时候起没有工作"
    )
    difficulty = ChoiceField(
        "就业困难类型",
        ("大龄失业", "零就业家庭", "低保家庭", "残疾", "连续失业一年以上", "高校毕业生", "其他"),
        null=True,
        about="属于就业困难人员的选明类型，可以享受援助",
    )
    recommended_to = TextField(
        "推荐单位名称",
        null=True,
        suggest=True,
        aliases=("推荐单位", "应聘单位", "意向单位", "意向企业"),
        about="介绍去面试的单位，几家的写最近一家",
    )
    recommended_on = DateField(
        "推荐日期", null=True, after=(registered_on,), about="把人介绍给单位的日子，过几天要问结果"
    )
    interviewed_on = DateField(
        "面试日期", null=True, after=(recommended_on,), about="去单位见面的日子，问本人或单位得知"
    )
    hired_by = TextField("录用单位", null=True, suggest=True, about="真正上班的单位，可以不是推荐的那家")
    hired_on = DateField(
        "录用日期",
        null=True,
        after=(interviewed_on,),
        aliases=("上岗时间", "上岗日期"),
        about="上班的第一天，就业人数统计归在这一年",
    )
    jobless_reason = TextField("未就业原因", null=True, suggest=True, about="没有找到工作的原因")
    followed_up_on = DateField("回访日期", null=True, after=(registered_on,), about="打电话问近况的日子")
    follow_up = TextField("回访情况", null=True, about="现在在哪里上班、还要不要帮忙")
    outcome = ChoiceField("处理情况", Outcome, default=Outcome.OPEN.value, about="帮他找工作找到哪一步")
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, intention_no)


def outcome_on(day: date) -> ColumnBase:
    """Return the SQL for how far a wish for a job had come by a day: what happened later is next year's.

    A step whose day nobody told had been taken by then.
    """
    wish = JobIntention
    hired = (wish.outcome == Outcome.HIRED) & fn.IFNULL(wish.hired_on <= day, True)
    interviewed = fn.IFNULL(wish.interviewed_on <= day, wish.outcome == Outcome.INTERVIEWED)
    recommended = fn.IFNULL(wish.recommended_on <= day, wish.outcome == Outcome.RECOMMENDED)
    reached: ColumnBase = Case(
        None,
        [
            (wish.outcome.in_((Outcome.OPEN, Outcome.JOBLESS)), wish.outcome),
            (hired, Outcome.HIRED.value),
            (interviewed, Outcome.INTERVIEWED.value),
            (recommended, Outcome.RECOMMENDED.value),
        ],
        Outcome.OPEN.value,
    )
    return reached
