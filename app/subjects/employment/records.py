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
from app.rules import regulations
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
        about="招聘会举办的日子，跨年的按这一天归年度",
    )
    fair_no = SerialField("招聘会编号", "ZP", dated_by=held_on, unique=True, aliases=("编号",))
    name = TextField(
        "招聘会名称",
        aliases=("名称", "活动名称"),
        help_text="写明年度，例如 2011年农民工专场招聘会",
        about="招聘会的全称，写上年度和对象",
    )
    co_hosts = TextField(
        "联办单位", null=True, suggest=True, aliases=("主办单位",), about="一起举办的单位，例如 市、区总工会"
    )
    hours = TextField("时间", null=True, longest=30, help_text="例如 9:00—11:30", about="从几点到几点")
    place = TextField(
        "地点", null=True, suggest=True, aliases=("举办地点",), about="写到广场或场馆，通知和海报上照印"
    )
    stands = CountField("展位数", null=True, unit="个", about="一共设了多少个展位")
    employers_came = CountField(
        "进场单位数",
        null=True,
        unit="家",
        short="进场单位",
        aliases=("参会单位数", "招聘单位数"),
        about="当天到场的用工单位有多少家",
    )
    openings = CountField(
        "岗位数",
        null=True,
        unit="个",
        help_text="按招聘人数计",
        aliases=("招聘人数", "提供岗位"),
        about="各单位招聘人数合计，不是岗位名称的个数",
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
        about="进场求职的人次，一人来两回算两次",
    )
    registered_there = CountField(
        "现场登记人数", null=True, unit="人", about="在登记台留了姓名电话的求职人数"
    )
    agreed = CountField(
        "达成意向数",
        null=True,
        unit="人",
        short="达成意向",
        aliases=("意向人数", "达成意向人数"),
        about="和单位当场谈成意向的人数，总结里要报",
    )
    hired = CountField(
        "录用数", null=True, unit="人", aliases=("录用人数",), about="会后回访确认上了班的人数"
    )
    source = ChoiceField(
        "数据来源",
        ("逐项登记", "现场估算"),
        default="逐项登记",
        help_text="估算的数在总结中写成“近”“多”",
        about="上面的数是逐项数出来的，还是估计的",
    )
    entered = Derived("已录单位和岗位", _entered, about="已登记的参会单位和岗位有多少")
    summary = NotesField("小结", null=True, about="招聘会办得怎样，统计表上照印")
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
        about="参会单位的全称，一个单位一个展位",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=name, backref="fairs")
    contact_name = TextField("联系人", null=True, about="单位负责招聘的人")
    phone = PhoneField(
        "联系电话",
        null=True,
        aliases=(
            "电话",
            "手机",
            "手机号码",
        ),
        about="单位招聘的联系电话，岗位表上会公布",
    )
    papers = ChoicesField(
        "已交材料",
        ("单位介绍信", "执照复印件(盖章)", "经办人身份证"),
        null=True,
        about="单位已经交来的证明材料，勾选",
        rule=regulations.JOB_FAIR_PAPERS,
    )
    licence_checked = FlagField(
        "执照核验",
        default=False,
        help_text="已核对营业执照",
        about="营业执照核对无误的选“是”",
        rule=regulations.JOB_FAIR_PAPERS,
    )
    stand_no = TextField(
        "展位号", null=True, longest=10, aliases=("摊位号",), about="现场按这个号找单位，例如 A12"
    )
    came = FlagField(
        "到场", null=True, help_text="当天登记；没有到场的，下一次不再安排", about="招聘会当天到场的选“是”"
    )
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

    employer = ReferenceField(
        "用工单位",
        FairEmployer,
        backref="posts",
        aliases=("招聘单位", "单位名称"),
        about="哪个参会单位招这个岗位",
    )
    fair = ReferenceField(
        "招聘会", JobFair, null=True, derive=_fair_of, backref="posts", about="随用工单位带出的招聘会"
    )
    title = TextField(
        "岗位名称",
        suggest=True,
        aliases=("岗位", "职位", "招聘岗位", "招聘职位"),
        about="岗位的名称，例如 保洁员",
    )
    headcount = CountField(
        "招聘人数",
        least=1,
        unit="人",
        aliases=(
            "人数",
            "需求人数",
            "招聘数量",
        ),
        about="这个岗位要招多少人",
    )
    trade = TextField("工种", null=True, suggest=True, about="岗位属于什么工种")
    sex_wanted = ChoiceField(
        "性别要求",
        ("不限", *terms.Sex),
        default="不限",
        aliases=("性别",),
        synonyms={**terms.Sex.synonyms(), **_NO_DEMAND},
        about="没有法定理由不能限制性别，一般选不限",
        rule=regulations.FAIR_HIRING,
    )
    age_wanted = TextField(
        "年龄要求", null=True, longest=20, aliases=("年龄",), about="对年龄的要求，没有的不填"
    )
    education_wanted = ChoiceField(
        "学历要求",
        ("不限", *terms.EDUCATIONS),
        default="不限",
        aliases=("学历",),
        synonyms={**terms.EDUCATION_SHORT, **_NO_DEMAND},
        likely=terms.EDUCATION_LIKELY,
        about="单位要求的最低学历，没有要求的选不限",
    )
    wage_from = MoneyField(
        "月薪起",
        null=True,
        unit="元",
        aliases=("最低月薪", "月薪", "薪资", "薪资待遇", "工资待遇", "月工资"),
        about="每月到手前的最低工资，岗位表上公布",
    )
    wage_to = MoneyField(
        "月薪止",
        null=True,
        unit="元",
        since=wage_from,
        aliases=("最高月薪",),
        about="每月工资的上限，只有一个数的与月薪起相同",
    )
    workplace = TextField("工作地点", null=True, suggest=True, about="上班的地址，求职人据此看远近")
    form = ChoiceField(
        "用工形式",
        ("全日制", "非全日制", "劳务派遣", "见习", "其他"),
        default="全日制",
        about="全日制、非全日制还是派遣",
    )
    remark = TextField("备注", null=True, help_text="其他要求和待遇")

    def __str__(self) -> str:
        return self.title or super().__str__()


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
        about="只在核对就业困难身份时填",
        rule=regulations.MINIMAL,
    )
    mobile = MobileField(
        "手机号码", aliases=("电话", "联系电话", "手机", "联系方式"), about="有合适岗位时联系求职人的手机"
    )
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
        aliases=("推荐单位",),
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
        "录用日期", null=True, after=(interviewed_on,), about="上班的第一天，就业人数统计归在这一年"
    )
    jobless_reason = TextField("未就业原因", null=True, suggest=True, about="没有找到工作的原因")
    followed_up_on = DateField("回访日期", null=True, after=(registered_on,), about="打电话问近况的日子")
    follow_up = TextField("回访情况", null=True, about="现在在哪里上班、还要不要帮忙")
    outcome = ChoiceField("处理情况", Outcome, default=Outcome.OPEN.value, about="帮他找工作找到哪一步")
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, intention_no)


class JobNotice(Record):
    """Notices of a recruiting campaign, put up and handed out in one compound (小区)."""

    posted_on = DateField(
        "张贴日期", default=date.today, aliases=("张贴时间", "日期"), about="贴到公告栏上的日子"
    )
    notice_no = SerialField("通知编号", "TZ", dated_by=posted_on, unique=True, aliases=("编号",))
    name = TextField(
        "通知名称",
        suggest=True,
        aliases=("名称",),
        help_text="活动的名称，例如 百家劳模帮困再就业",
        about="通知宣传的是什么活动",
    )
    compound = TextField(
        "小区",
        suggest=True,
        aliases=("张贴小区", "楼宇", "张贴地点", "张贴位置"),
        about="一个小区记一条，份数按小区合计",
    )
    copies = CountField("份数", least=1, unit="份", aliases=("张贴份数",), about="在这个小区贴了多少份")
    posted_by = TextField("张贴人", null=True, suggest=True, about="去贴的人，可以写楼组长")
    taken_down_on = DateField("撤下日期", null=True, after=(posted_on,), about="撤下来的日子，还贴着的空着")
    remark = NotesField("备注", null=True)

    naming = (notice_no,)

    def __str__(self) -> str:
        return f"{self.name}（{self.compound}）" if self.name and self.compound else super().__str__()


class ScreenBroadcast(Record):
    """An announcement that ran on an electronic screen (电子屏幕)."""

    first_on = DateField(
        "播放起",
        default=date.today,
        aliases=("开始日期", "播放时间", "播放日期", "播放期间"),
        about="屏幕上第一天放的日子",
    )
    last_on = DateField(
        "播放止", null=True, since=first_on, aliases=("结束日期",), about="屏幕上最后一天放的日子"
    )
    content = NotesField("播放内容", aliases=("内容",), about="屏幕上滚动的那段文字，原样抄下")
    place = TextField(
        "屏幕位置", suggest=True, aliases=("位置",), about="屏幕装在哪里，例如 社区服务中心大厅"
    )
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
