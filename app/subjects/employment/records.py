"""Help with finding work (就业援助): job fairs, wishes for a job, notices and screens (domain 7)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import Case, ColumnBase, fn

from app.fields import (
    ChoiceField,
    ChoicesField,
    CountField,
    DateField,
    Derived,
    DiffersReasonField,
    FlagField,
    MobileField,
    MoneyField,
    NotesField,
    PartialDateField,
    PersonNameField,
    PhoneField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
)
from app.records import terms
from app.records.base import Query, Record
from app.records.naming import NamedLink
from app.subjects.unions.enterprises.records import Enterprise

_NO_DEMAND = dict.fromkeys(("无", "无要求", "不要求", "男女不限", "均可"), "不限")


class FairStatus(StrEnum):
    """Where a job fair stands."""

    PREPARING = "筹备"
    HELD = "已举办"
    SUMMED_UP = "已总结"
    CANCELLED = "取消"


class Outcome(StrEnum):
    """What became of a wish for a job."""

    OPEN = "待处理"
    RECOMMENDED = "推荐单位"
    INTERVIEWED = "面试"
    HIRED = "录用"
    JOBLESS = "未就业"


def employers_of(fair: JobFair) -> Query[FairEmployer]:
    """Select the employers entered for a fair that did not stay away."""
    came_or_will = fn.IFNULL(FairEmployer.came, True)
    return FairEmployer.alive().where(FairEmployer.fair == fair.id, came_or_will)


def openings_of(fair: JobFair) -> int:
    """Add up the openings that these employers offer: 岗位数 counts persons wanted (domain 7.1)."""
    posts = JobPost.alive().where(JobPost.employer.in_(employers_of(fair).select(FairEmployer.id)))
    return int(posts.select(fn.COALESCE(fn.SUM(JobPost.headcount), 0)).scalar())


def intentions_of(fair: JobFair) -> Query[JobIntention]:
    """Select the wishes that were taken down at a fair."""
    return JobIntention.alive().where(JobIntention.fair == fair.id)


def _entered(fair: JobFair) -> str:
    return f"{employers_of(fair).count()} 家，{openings_of(fair)} 个岗位" if fair.id else ""


class JobFair(Record):
    """A job fair (招聘会): a day on which employers meet seekers."""

    held_on = DateField(
        "举办日期",
        aliases=(
            "日期",
            "举办时间",
            "招聘会日期",
            "活动日期",
        ),
    )
    fair_no = SerialField("招聘会编号", "ZP", dated_by=held_on, unique=True, aliases=("编号",))
    name = TextField(
        "招聘会名称", aliases=("名称", "活动名称"), help_text="写明年度，例如 2011年农民工专场招聘会"
    )
    co_hosts = TextField("联办单位", null=True, suggest=True, aliases=("主办单位",))
    hours = TextField("时间", null=True, longest=30, help_text="例如 9:00—11:30")
    place = TextField("地点", null=True, suggest=True, aliases=("举办地点",))
    stands = CountField("展位数", null=True, unit="个")
    employers_came = CountField(
        "进场单位数", null=True, unit="家", short="进场单位", aliases=("参会单位数", "招聘单位数")
    )
    openings = CountField(
        "岗位数", null=True, unit="个", help_text="按招聘人数计", aliases=("招聘人数", "提供岗位")
    )
    seekers = CountField(
        "求职人次",
        null=True,
        unit="人次",
        aliases=(
            "应聘人次",
            "求职人数",
            "入场人数",
        ),
    )
    registered_there = CountField("现场登记人数", null=True, unit="人")
    agreed = CountField(
        "达成意向数", null=True, unit="人", short="达成意向", aliases=("意向人数", "达成意向人数")
    )
    hired = CountField("录用数", null=True, unit="人", aliases=("录用人数",))
    source = ChoiceField(
        "数据来源", ("逐项登记", "现场估算"), default="逐项登记", help_text="估算的数在总结中写成“近”“多”"
    )
    entered = Derived("已录单位和岗位", _entered)
    summary = NotesField("小结", null=True)
    status = ChoiceField("状态", FairStatus, default=FairStatus.PREPARING.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, fair_no)


class FairEmployer(Record):
    """An employer entered for a fair: one stand for each legal entity."""

    fair_id: int | None

    fair = ReferenceField("招聘会", JobFair, backref="employers")
    registered_on = DateField("登记日期", entered=True, default=date.today)
    entry_no = SerialField("参会编号", "CH", dated_by=registered_on, unique=True)
    name = TextField(
        "单位名称",
        suggest=True,
        index=True,
        aliases=("用工单位", "参会单位", "企业名称", "公司名称", "招聘单位"),
    )
    enterprise = NamedLink("所属企业", Enterprise, by=name, backref="fairs")
    contact_name = TextField("联系人", null=True)
    phone = PhoneField(
        "联系电话",
        null=True,
        aliases=(
            "电话",
            "手机",
            "手机号码",
        ),
    )
    papers = ChoicesField("已交材料", ("单位介绍信", "执照复印件(盖章)", "经办人身份证"), null=True)
    licence_checked = FlagField("执照核验", default=False, help_text="已核对营业执照")
    stand_no = TextField("展位号", null=True, longest=10, aliases=("摊位号",))
    came = FlagField("到场", null=True, help_text="当天登记；没有到场的，下一次不再安排")
    remark = TextField("备注", null=True)

    naming = (name, entry_no)


def _fair_of(post: JobPost) -> JobFair | None:
    if post.employer_id is None:
        return None
    fair: JobFair = post.employer.fair
    return fair


class JobPost(Record):
    """A post offered at a fair, with the number of persons wanted."""

    employer_id: int | None

    employer = ReferenceField("用工单位", FairEmployer, backref="posts", aliases=("招聘单位", "单位名称"))
    fair = ReferenceField("招聘会", JobFair, null=True, derive=_fair_of, backref="posts")
    title = TextField("岗位名称", suggest=True, aliases=("岗位", "职位", "招聘岗位", "招聘职位"))
    headcount = CountField(
        "招聘人数",
        least=1,
        unit="人",
        aliases=(
            "人数",
            "需求人数",
            "招聘数量",
        ),
    )
    trade = TextField("工种", null=True, suggest=True)
    sex_wanted = ChoiceField(
        "性别要求",
        ("不限", *terms.Sex),
        default="不限",
        aliases=("性别",),
        synonyms={**terms.Sex.synonyms(), **_NO_DEMAND},
    )
    age_wanted = TextField("年龄要求", null=True, longest=20, aliases=("年龄",))
    education_wanted = ChoiceField(
        "学历要求",
        ("不限", *terms.EDUCATIONS),
        default="不限",
        aliases=("学历",),
        synonyms={**terms.EDUCATION_SHORT, **_NO_DEMAND},
        likely=terms.EDUCATION_LIKELY,
    )
    wage_from = MoneyField("月薪起", null=True, unit="元", aliases=("最低月薪",))
    wage_to = MoneyField("月薪止", null=True, unit="元", aliases=("最高月薪",))
    workplace = TextField("工作地点", null=True, suggest=True)
    form = ChoiceField("用工形式", ("全日制", "非全日制", "劳务派遣", "见习", "其他"), default="全日制")
    remark = TextField("备注", null=True, help_text="其他要求和待遇")

    def __str__(self) -> str:
        return self.title or super().__str__()


class JobIntention(Record):
    """A worker's wish for a job (就业意向登记), taken at the window or at a fair."""

    registered_on = DateField("登记日期", default=date.today, past=True, aliases=("登记时间", "日期"))
    intention_no = SerialField("登记编号", "QZ", dated_by=registered_on, unique=True, aliases=("编号",))
    window = TextField("登记窗口", null=True, suggest=True, aliases=("窗口",))
    fair = ReferenceField(
        "招聘会", JobFair, null=True, backref="intentions", help_text="在招聘会上登记的填写"
    )
    name = PersonNameField(
        "姓名",
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
        aliases=(
            "出生年月日",
            "出生年月",
        ),
    )
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        null=True,
        aliases=(
            "身份证号码",
            "身份证",
            "证件号码",
        ),
        help_text="可不填：只收必要信息",
    )
    mobile = MobileField("手机号码", aliases=("电话", "联系电话", "手机", "联系方式"))
    household_type = ChoiceField(
        "户籍", ("本市城镇", "本市农村", "外地城镇", "外地农村"), null=True, aliases=("户籍类型",)
    )
    is_migrant_worker = FlagField("是否农民工", default=False, aliases=("农民工",), short="农民工")
    education = ChoiceField(
        "学历",
        terms.EDUCATIONS,
        null=True,
        aliases=("文化程度",),
        synonyms=terms.EDUCATION_SHORT,
        likely=terms.EDUCATION_LIKELY,
    )
    skills = TextField("技能/工种", null=True, suggest=True, aliases=("技能", "工种"))
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
    )
    available_on = DateField("可到岗日期", null=True)
    former_employer = TextField("原单位", null=True, suggest=True)
    jobless_since = PartialDateField("失业时间", null=True, help_text="可只填到年或月", aliases=("失业日期",))
    difficulty = ChoiceField(
        "就业困难类型",
        ("大龄失业", "零就业家庭", "低保家庭", "残疾", "连续失业一年以上", "高校毕业生", "其他"),
        null=True,
    )
    recommended_to = TextField("推荐单位名称", null=True, suggest=True, aliases=("推荐单位",))
    recommended_on = DateField("推荐日期", null=True, after=(registered_on,))
    interviewed_on = DateField("面试日期", null=True, after=(recommended_on,))
    hired_by = TextField("录用单位", null=True, suggest=True)
    hired_on = DateField("录用日期", null=True, after=(interviewed_on,))
    jobless_reason = TextField("未就业原因", null=True, suggest=True)
    followed_up_on = DateField("回访日期", null=True, after=(registered_on,))
    follow_up = TextField("回访情况", null=True)
    outcome = ChoiceField("处理情况", Outcome, default=Outcome.OPEN.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, intention_no)


class JobNotice(Record):
    """Notices of a recruiting campaign, put up and handed out in one compound (小区)."""

    posted_on = DateField("张贴日期", default=date.today, aliases=("张贴时间", "日期"))
    notice_no = SerialField("通知编号", "TZ", dated_by=posted_on, unique=True, aliases=("编号",))
    name = TextField(
        "通知名称", suggest=True, aliases=("名称",), help_text="活动的名称，例如 百家劳模帮困再就业"
    )
    compound = TextField("小区", suggest=True, aliases=("张贴小区", "楼宇", "张贴地点", "张贴位置"))
    copies = CountField("份数", least=1, unit="份", aliases=("张贴份数",))
    posted_by = TextField("张贴人", null=True, suggest=True)
    taken_down_on = DateField("撤下日期", null=True, after=(posted_on,))
    remark = NotesField("备注", null=True)

    naming = (notice_no,)

    def __str__(self) -> str:
        return f"{self.name}（{self.compound}）" if self.name and self.compound else super().__str__()


class ScreenBroadcast(Record):
    """An announcement that ran on an electronic screen (电子屏幕)."""

    first_on = DateField(
        "播放起", default=date.today, aliases=("开始日期", "播放时间", "播放日期", "播放期间")
    )
    last_on = DateField("播放止", null=True, since=first_on, aliases=("结束日期",))
    content = NotesField("播放内容", aliases=("内容",))
    place = TextField("屏幕位置", suggest=True, aliases=("位置",))
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = TextField("备注", null=True)

    def __str__(self) -> str:
        return (self.content or "").split("\n")[0][:20] or super().__str__()


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
