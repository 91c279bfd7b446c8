"""Job fairs (招聘会), the employers who come to them, and the posts they offer (domain 7)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import fn

from app.fields import (
    ChoiceField,
    ChoicesField,
    CountField,
    DateField,
    Derived,
    FlagField,
    MoneyField,
    NotesField,
    PhoneField,
    ReferenceField,
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


def employers_of(fair: JobFair) -> Query[FairEmployer]:
    """Select the employers entered for a fair that did not stay away."""
    came_or_will = fn.IFNULL(FairEmployer.came, True)
    return FairEmployer.alive().where(FairEmployer.fair == fair.id, came_or_will)


def openings_of(fair: JobFair) -> int:
    """Add up the openings that these employers offer: 岗位数 counts persons wanted (domain 7.1)."""
    posts = JobPost.alive().where(JobPost.employer.in_(employers_of(fair).select(FairEmployer.id)))
    return int(posts.select(fn.COALESCE(fn.SUM(JobPost.headcount), 0)).scalar())


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
        aliases=("参会单位数", "招聘单位数", "参会企业数", "进场企业数"),
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
        aliases=("意向人数", "达成意向人数", "达成意向", "达成意向人次"),
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
        aliases=(
            "参会单位",
            "招聘单位",
        ),
        about="参会单位的全称，一个单位一个展位",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=name, backref="fairs")
    contact_name = TextField("联系人", null=True, about="单位负责招聘的人")
    phone = PhoneField(
        "联系电话",
        null=True,
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
