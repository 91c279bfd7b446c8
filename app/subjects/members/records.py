"""The office's own members (会员), what happened to their membership, and their dues."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import SQL, ColumnBase, Node, fn

from app.fields import (
    Age,
    ChoiceField,
    DateField,
    Described,
    DiffersReasonField,
    FlagField,
    IdentityNumberField,
    MobileField,
    MoneyField,
    NotesField,
    OverTime,
    PartialDateField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
    When,
)
from app.records import consent, terms
from app.records.base import Record
from app.records.earlier import earlier_values
from app.records.naming import NamedLink, NamedUnit
from app.records.profile import office_name
from app.rules import regulations
from app.subjects.unions.enterprises.records import Enterprise


class MemberStatus(StrEnum):
    """Where a membership (会籍) stands (domain 1.4)."""

    PENDING = "待审批"
    ACTIVE = "在册"
    TRANSFERRED = "已转出"
    RETAINED = "保留会籍"
    LEFT = "退会"
    LAPSED = "自动退会"
    EXPELLED = "开除会籍"
    DEAD = "死亡"


NEW_WORK = (
    "货车司机",
    "网约车司机",
    "快递员",
    "外卖配送员",
    "代驾司机",
    "家政服务员",
    "护理员",
    "房产中介员",
    "网络主播",
    "其他",
)
"""Those in new forms of work (新就业形态劳动者): the four that unions are to win first, then others."""
_NEW_WORK_ALSO = {
    "卡车司机": "货车司机",
    "货运司机": "货车司机",
    "出租车网约车司机": "网约车司机",
    "快递小哥": "快递员",
    "快递从业人员": "快递员",
    "网约配送员": "外卖配送员",
    "网约送餐员": "外卖配送员",
    "外卖送餐员": "外卖配送员",
    "外卖员": "外卖配送员",
    "外卖骑手": "外卖配送员",
    "外卖小哥": "外卖配送员",
    "骑手": "外卖配送员",
    "代驾": "代驾司机",
    "家政": "家政服务员",
    "家政工": "家政服务员",
    "护工": "护理员",
    "护工护理员": "护理员",
    "中介员": "房产中介员",
    "主播": "网络主播",
}
ONLINE, MOBILE_WINDOW = "网上申请", "流动窗口"
JOIN_MODES = ("本人申请", "集体登记", ONLINE, MOBILE_WINDOW, "转入", "重新入会")
_JOIN_MODES_ALSO = {
    "线上": ONLINE,
    "线上入会": ONLINE,
    "线上申请": ONLINE,
    "网上入会": ONLINE,
    "扫码入会": ONLINE,
    "移动窗口": MOBILE_WINDOW,
    "流动服务窗口": MOBILE_WINDOW,
    "流动入会窗口": MOBILE_WINDOW,
}


class Member(Record):
    """A member of the office's own union (domain 1.3)."""

    applied_on = DateField(
        "申请日期",
        null=True,
        default=date.today,
        aliases=("申请入会日期",),
        about="本人递交入会申请的日子，不晚于批准日期",
    )
    member_no = SerialField("会员编号", "HY", dated_by=applied_on, unique=True, aliases=("编号",))
    card_no = TextField(
        "会员证号码",
        null=True,
        aliases=("会员证号", "证号", "会员卡号", "会员证编号", "工会会员卡号", "工会卡号", "会员卡号码"),
        longest=30,
        about="会员证上印的号码，前面的 0 照写",
    )
    name = PersonNameField(
        "姓名", alone=True, aliases=("会员姓名", "名字", "职工姓名", "员工姓名"), index=True
    )
    sex = ChoiceField("性别", terms.Sex)
    birth_date = DateField("出生日期", aliases=("出生时间",))
    age = Age("年龄", born=birth_date)
    ethnicity = ChoiceField(
        "民族",
        terms.ETHNICITIES,
        null=True,
        default="汉族",
        synonyms=terms.ETHNICITY_SHORT,
        about="登记表和年报都要按民族统计，与身份证一致",
    )
    id_type = ChoiceField(
        "身份证件类型",
        terms.IdType,
        null=True,
        default=terms.IdType.RESIDENT.value,
        aliases=("证件类型",),
        about="登记所凭的证件，没有居民身份证的在这里另选",
    )
    id_differs_reason = DiffersReasonField()
    id_number = IdentityNumberField(
        "证件号码",
        kind=id_type,
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        aliases=(
            "身份证件号码",
            "身份证编号",
        ),
        help_text="填身份证号，性别和出生日期会自动填好",
        about="照抄证件；同一号码只能登记一名会员，在列表和公示中隐去",
    )
    joined = PartialDateField(
        "入会年月",
        null=True,
        help_text="批准的日子不知道时，填到月或年",
        aliases=("入会月份", "入会年份"),
        about="旧名册只写到年月的入会时间，有批准日期的不用填",
    )
    approved_on = DateField(
        "批准日期",
        partly=joined,
        null=True,
        past=True,
        after=(applied_on,),
        aliases=("入会时间", "入会日期", "批准入会日期", "入会批准日期", "批准时间", "批准入会时间"),
        help_text="会籍自批准之日起算",
        about="工会批准入会的日子，新发展会员按这一天统计",
        rule=regulations.MEMBERSHIP_FROM_APPROVAL,
    )
    told_on = DateField(
        "情况变动日期",
        null=True,
        past=True,
        help_text="工作单位、政治面貌、文化程度、农民工身份、新就业形态、平台或月工资有变动时，"
        "填从哪天起；更正填错的不填",
        about="工作单位、学历、工资等从哪一天起是现在这样",
    )
    political_status = ChoiceField(
        "政治面貌",
        terms.POLITICAL,
        null=True,
        synonyms=terms.POLITICAL_SHORT,
        over_time=OverTime(told_on, begins=approved_on),
    )
    education = ChoiceField(
        "文化程度",
        terms.EDUCATIONS,
        null=True,
        aliases=(
            "学历",
            "教育程度",
            "受教育程度",
            "最高学历",
        ),
        synonyms=terms.EDUCATION_SHORT,
        likely=terms.EDUCATION_LIKELY,
        over_time=OverTime(told_on, begins=approved_on),
        about="已取得的最高学历，在读的不算",
    )
    native_place = TextField("籍贯", null=True, suggest=True, about="祖居或出生的省、县，照登记表填写")
    household_type = ChoiceField(
        "户籍类型",
        ("非农业", "农业", "农转居", "本市城镇", "本市农村", "外地城镇", "外地农村"),
        null=True,
        synonyms=terms.HUKOU_SHORT,
        about="户口簿上的户籍性质，旧表和新表的说法都可以选",
    )
    is_migrant_worker = FlagField(
        "是否农民工",
        default=False,
        aliases=(
            "农民工",
            "是否为农民工",
        ),
        short="农民工",
        over_time=OverTime(told_on, begins=approved_on),
        about="户籍在农村而在城镇务工的选“是”，按本人所说登记，不由户籍推定",
    )
    is_dispatched = FlagField(
        "是否劳务派遣", default=False, aliases=("劳务派遣",), about="由劳务派遣单位派到用工单位上班的选“是”"
    )
    new_work = ChoiceField(
        "新就业形态类别",
        NEW_WORK,
        null=True,
        synonyms=_NEW_WORK_ALSO,
        over_time=OverTime(told_on, begins=approved_on),
        aliases=("新就业形态", "新就业形态群体", "新就业群体", "群体类别", "新业态类别", "职业类别"),
        help_text="依托平台就业的填写，例如 外卖配送员；其他会员不填",
        about="靠平台接单干活的算哪一类，统计按它分",
    )
    platform = TextField(
        "所属平台",
        null=True,
        suggest=True,
        over_time=OverTime(told_on, begins=approved_on),
        aliases=("平台", "平台企业", "平台名称", "所在平台"),
        help_text="例如 某某外卖",
        about="接单的平台，可以与签合同的单位不同",
    )
    employer = TextField(
        "工作单位",
        suggest=True,
        longest=100,
        help_text="可从企业台账中选，也可直接填写，例如 灵活就业",
        over_time=OverTime(told_on, begins=approved_on),
        about="现在劳动关系所在的单位，没有单位的写灵活就业",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=employer, backref="members")
    job_title = TextField(
        "职务/工种",
        null=True,
        suggest=True,
        aliases=("职务", "工种", "岗位", "工作岗位"),
        about="在单位担任的职务，或所做的工种，例如 保洁员",
    )
    skill_level = TextField(
        "职称/技能等级",
        null=True,
        suggest=True,
        aliases=("职称", "技能等级", "技术等级", "职业技能等级", "职业资格等级"),
        about="最高的职称或职业技能等级，例如 高级工",
    )
    monthly_wage = MoneyField(
        "月工资",
        null=True,
        unit="元",
        aliases=(
            "工资",
            "月收入",
            "月工资收入",
            "工资收入",
            "月平均工资",
        ),
        help_text="会费按月工资计算，不在列表中显示",
        over_time=OverTime(told_on, begins=approved_on),
        about="本人每月应发工资，用来计算应交会费",
        rule=regulations.DUES,
    )
    mobile = MobileField(
        "手机号码",
        about="通知活动、核对会籍时联系本人用的手机号码",
    )
    address = TextField(
        "现住址",
        null=True,
        aliases=("住址", "家庭住址", "地址", "居住地址", "家庭地址", "联系地址", "通讯地址", "居住地"),
        about="现在实际居住的地方，寄通知、上门慰问时用",
    )
    work_start = PartialDateField(
        "参加工作时间",
        null=True,
        aliases=(
            "参加工作年月",
            "参加工作日期",
            "工作时间",
        ),
        help_text="可只填到年或月",
        about="第一次参加工作的时间，旧档案只有年月的照填",
    )
    join_mode = ChoiceField(
        "入会方式",
        JOIN_MODES,
        null=True,
        default=JOIN_MODES[0],
        synonyms=_JOIN_MODES_ALSO,
        aliases=("入会途径", "入会渠道"),
        help_text="扫码、小程序填“网上申请”，流动服务车、现场摊位填“流动窗口”",
        about="这次成为本会会员的途径，转入和重新入会的另有手续",
    )
    other_union = TextField(
        "对方工会名称",
        null=True,
        only_then=True,
        wanted_if=(When(join_mode, "转入"),),
        suggest=True,
        aliases=("原工会", "转入工会"),
        help_text="转入、转出时填写",
        about="从哪个工会转来，或转到哪个工会",
        rule=regulations.TRANSFER,
    )
    union_name = TextField(
        "所属工会",
        default=office_name,
        suggest=True,
        aliases=("所在工会",),
        about="会员组织关系所在的基层工会，一般就是本会",
    )
    group_name = TextField(
        "工会小组",
        null=True,
        suggest=True,
        aliases=("所属小组", "小组"),
        about="会员参加活动、交会费的工会小组",
    )
    union_post = ChoiceField(
        "工会职务",
        ("主席", "副主席", "委员", "经审委员", "女工委员", "小组长", "会员"),
        null=True,
        default="会员",
        about="在工会中担任的职务，普通会员选“会员”",
    )
    status = ChoiceField(
        "会籍状态",
        MemberStatus,
        default=MemberStatus.PENDING.value,
        aliases=("状态", "会籍"),
        about="现在的会籍情况，只有“在册”计入会员数",
        rule=regulations.LEAVING,
    )
    status_date = DateField(
        "状态变动日期", null=True, aliases=("变动日期",), about="会籍最近一次变动的日子，由会籍变动记录带来"
    )
    status_reason = TextField(
        "变动原因", null=True, suggest=True, about="会籍为什么变动，例如 换了单位、达到退休年龄"
    )
    model_worker = ChoiceField(
        "劳模类型",
        terms.MODEL_WORKERS,
        null=True,
        synonyms=terms.MODEL_WORKER_SHORT,
        about="获得过的最高一级劳动模范称号，没有的选“非劳模”",
    )
    data_purpose = consent.purpose("会籍管理和会员服务")
    data_consent_on = consent.agreed_on("证件号码、工资")
    data_consent_mode = consent.agreed_how(data_consent_on)
    confirm_mode = ChoiceField(
        "信息确认方式",
        ("本人签字", "电话确认", "代填"),
        null=True,
        about="登记内容由谁确认：本人签字、电话核对，或由别人代填",
    )
    handled_by = TextField("经办人", null=True, suggest=True, about="办理这名会员入会手续的本会工作人员")
    remark = NotesField("备注", null=True)

    naming = (name, member_no, id_number)


Member.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS member_card_once ON member (card_no) "
        "WHERE deleted_at IS NULL AND card_no IS NOT NULL"
    )
)
Member.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS member_id_once ON member (id_number) "
        "WHERE deleted_at IS NULL AND id_number IS NOT NULL"
    )
)


EarlierMember = earlier_values(Member, "会员")


def person_told(member: ReferenceField, name: Described, unit: Described) -> ColumnBase:
    """Return the SQL by which people differ: by membership, else by name and unit together.

    Who is entered by name at one place and as a member at another is the one member of that name and unit;
    a unit is one under each of its names (domain 0.3).
    """
    place = fn.COALESCE(NamedUnit(unit, Enterprise), unit, "")
    told: ColumnBase = fn.COALESCE(member, _member_named(name, unit), name.concat("|").concat(place))
    return told


def _member_named(name: Described, employer: Described) -> Node:
    """Return the SQL for the id of the only member of a name and a unit, where she works or worked before."""
    member, unit = Member.alias(), NamedUnit(employer, Enterprise)
    before = EarlierMember.described()
    worked = EarlierMember.alive().where(
        before["owner"] == member.id, NamedUnit(before["employer"], Enterprise) == unit
    )
    there = (NamedUnit(member.employer, Enterprise) == unit) | fn.EXISTS(worked)
    known = member.select(fn.MIN(member.id)).where(member.deleted_at.is_null(), member.name == name, there)
    only: Node = known.having(fn.COUNT(1) == 1)
    return only


class MemberRelative(Record):
    """A close relative, as the registration form asks (家庭主要成员)."""

    member = ReferenceField("会员", Member, backref="relatives")
    name = PersonNameField("姓名", alone=True, about="家庭主要成员的姓名，入会登记表上要填")
    relation = TextField(
        "关系",
        suggest=True,
        aliases=("与本人关系", "称谓", "与会员关系"),
        about="这位家属是会员的什么人，例如 配偶、女儿",
    )
    employer = TextField("工作单位", null=True, about="这位家属工作或上学的地方，没有的不填")


class MemberJob(Record):
    """One line of a member's working life (个人简历)."""

    member = ReferenceField("会员", Member, backref="jobs")
    first_month = PartialDateField(
        "起始年月",
        aliases=("开始年月", "起始时间", "开始时间", "开始日期", "起始日期"),
        about="在这个单位从哪年哪月开始，只记得年的填年",
    )
    last_month = PartialDateField(
        "终止年月",
        null=True,
        aliases=("截止年月", "结束年月", "终止时间", "结束时间", "结束日期", "截止日期"),
        about="在这个单位到哪年哪月为止，现在还在的不填",
    )
    employer = TextField("单位", aliases=("工作单位", "所在单位"), about="这段时间工作或上学的单位全称")
    job_title = TextField(
        "职务", null=True, aliases=("岗位", "工种"), about="这段时间担任的职务，或所做的工作"
    )
