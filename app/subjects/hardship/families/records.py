"""Who lives in the household of a hardship file beside its holder (domain 3.6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from peewee import ColumnBase, ModelAlias, Node, fn

from app.fields import (
    Age,
    ChoiceField,
    CountField,
    DateField,
    DiffersReasonField,
    FlagField,
    MobileField,
    MoneyField,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    TextField,
)
from app.records import terms
from app.records.base import Record
from app.rules import regulations
from app.subjects.hardship.files.records import HardshipFile


class HardshipFamily(Record):
    """A member of the household beside the file's holder (domain 3.6)."""

    file_id: int | None

    file = ReferenceField("档案", HardshipFile, backref="family")
    name = PersonNameField(
        "姓名", alone=True, index=True, aliases=("成员姓名", "家属姓名"), about="家庭成员的姓名，与户口簿一致"
    )
    relation = ChoiceField(
        "关系",
        ("配偶", "子", "女", "父", "母", "公婆(岳父母)", "祖父母", "兄弟姐妹", "其他"),
        synonyms=terms.KIN_SHORT,
        aliases=(
            "与职工关系",
            "与户主关系",
            "与本人关系",
            "与申请人关系",
            "称谓",
            "家庭关系",
            "与困难职工关系",
        ),
        about="这位成员是建档职工的什么人",
    )
    sex = ChoiceField("性别", terms.Sex, null=True)
    birth_date = DateField(
        "出生日期",
        null=True,
    )
    age = Age("年龄", born=birth_date)
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        null=True,
        index=True,
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        help_text="没有时请写明原因",
        about="家庭成员的号码，用来防止一户建两份档案",
        rule=regulations.ONE_FILE,
    )
    no_id_reason = TextField("无身份证号原因", null=True, about="没有号码的原因，例如 新生儿尚未上户")
    ethnicity = ChoiceField(
        "民族", terms.ETHNICITIES, null=True, default="汉族", synonyms=terms.ETHNICITY_SHORT
    )
    political_status = ChoiceField("政治面貌", terms.POLITICAL, null=True, synonyms=terms.POLITICAL_SHORT)
    monthly_income = MoneyField(
        "月收入",
        null=True,
        default=0,
        unit="元",
        aliases=("月均收入", "月平均收入", "收入"),
        about="这位成员平均每月的收入，没有的填 0",
    )
    model_worker = ChoiceField(
        "劳模类型", terms.MODEL_WORKERS, null=True, default="非劳模", synonyms=terms.MODEL_WORKER_SHORT
    )
    health = ChoiceField(
        "健康状况",
        terms.HEALTHS,
        null=True,
        default="良好",
        synonyms=terms.HEALTH_SHORT,
        aliases=("身体状况", "健康情况", "健康"),
        about="这位成员的健康状况，大病按诊断选",
        rule=regulations.SENSITIVE,
    )
    illness = TextField(
        "疾病/残疾类别",
        null=True,
        aliases=("疾病", "残疾类别"),
        about="疾病的名称或残疾的类别等级，只在需要时填",
    )
    medical_insurance = ChoiceField(
        "医保状况",
        terms.MEDICAL_INSURANCES,
        null=True,
        default="居民医保(城镇居民、新农合)",
        synonyms=terms.MEDICAL_SHORT,
        about="这位成员参加了哪一种医疗保险",
    )
    marital = ChoiceField(
        "婚姻状况",
        terms.MARITALS,
        null=True,
        default="未婚",
        synonyms=terms.MARITAL_SHORT,
        about="子女成家另过的一般不再算共同生活",
    )
    household_type = ChoiceField(
        "户口类型",
        terms.HUKOUS,
        null=True,
        default="非农业",
        synonyms=terms.HUKOU_SHORT,
        about="这位成员户口是非农业、农业还是农转居",
    )
    mobile = MobileField(
        "手机号码",
        null=True,
        about="这位成员的手机号码，找不到本人时联系",
    )
    occupation = ChoiceField(
        "人员身份",
        ("在职", "退休", "失业", "学生", "学龄前", "务农", "丧失劳动能力", "其他"),
        synonyms=terms.OCCUPATION_SHORT,
        likely={"无业": "失业"},
        aliases=("身份", "就业状况", "从业状况", "职业", "职业状况", "工作状态"),
        about="这位成员上班、上学、退休还是失业",
    )
    education = TextField(
        "当前学历",
        null=True,
        suggest=True,
        aliases=("学历", "文化程度"),
        about="在读的填现在的学段，例如 高中、大学本科",
    )
    school_from = PartialDateField("入学年份", null=True, about="现在这个学段是哪年入学的")
    school_years = CountField("学制", null=True, unit="年", about="现在这个学段一共要读几年")
    workplace = TextField(
        "单位或学校",
        null=True,
        suggest=True,
        aliases=("工作单位", "工作或学习单位", "工作(学习)单位", "单位", "学校", "就读学校", "所在单位"),
        about="上班的写单位，上学的写学校，都没有的不填",
    )
    lives_together = FlagField("是否共同生活", default=True, about="与职工一起吃住的选“是”，计入家庭人口")
    joined_on = DateField(
        "共同生活起",
        null=True,
        past=True,
        help_text="建档以后才成为家庭成员的，例如结婚、出生，填从哪天起",
        about="从哪一天起与职工共同生活，建档时就在的不填",
    )
    left_on = DateField(
        "共同生活止",
        null=True,
        past=True,
        after=(joined_on,),
        help_text="不再共同生活的，填到哪天止，以前年度仍计入家庭人口",
        about="从哪一天起不再共同生活，还在一起的空着",
    )

    naming = (name, id_number)


def at_home(kin: ModelAlias[HardshipFamily], day: date | Node) -> ColumnBase:
    """Return the SQL for who of a family lived in the household on a day.

    Nobody did before being born. Who left on a day nobody told of is taken never to have lived there.
    """
    begun = fn.COALESCE(kin.joined_on, kin.birth_date, day) <= day
    lived: ColumnBase = begun & (kin.lives_together | (kin.left_on > day))
    return lived


def size_on(day: date) -> ColumnBase:
    """Return the SQL for how many people the household of a file had on a day, its holder counted."""
    kin = HardshipFamily.alias()
    living: Any = kin.select(fn.COUNT(1) + 1).where(
        kin.file == HardshipFile.id, kin.deleted_at.is_null(), at_home(kin, day)
    )
    size: ColumnBase = living
    return size
