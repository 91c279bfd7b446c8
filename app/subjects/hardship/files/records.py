"""Hardship files (困难职工档案), the household, its evidence and its reviews (domain 3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from peewee import SQL

from app.fields import (
    Age,
    BankCardField,
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
    OverTime,
    PartialDateField,
    PersonNameField,
    PostcodeField,
    ResidentIdField,
    SerialField,
    TextField,
    When,
)
from app.records import consent, terms
from app.records.base import Query, Record
from app.records.earlier import earlier_values
from app.records.known_days import first_known
from app.records.naming import NamedLink
from app.rules import income, regulations
from app.rules.dates import whole_months
from app.subjects.hardship.limits.records import poverty_line_on
from app.subjects.unions.enterprises.records import Enterprise


class FileStatus(StrEnum):
    """Where a hardship file stands (domain 3.6)."""

    APPLIED = "申请"
    SURVEYED = "调查"
    PUBLISHED = "公示中"
    PENDING = "待审批"
    OPEN = "在档"
    CLOSED_OUT = "退档(脱困)"
    CLOSED_OTHER = "退档(其他)"
    DECLINED = "不予建档"


class Category(StrEnum):
    """Layers of whom the union helps (梯度帮扶): categories of hardship, and two beside (domain 3.2, 18)."""

    DEEP = "深度困难"
    RELATIVE = "相对困难"
    ACCIDENT = "意外致困"
    LOW_INCOME = "低收入"
    GUARDED = "防困"


BESIDE_HARDSHIP = (Category.LOW_INCOME.value, Category.GUARDED.value)
"""Who is helped and watched without being in hardship (困难职工): low incomes, and who may fall into it."""
OUT_OF_HARDSHIP = "脱困"


class Outcome(StrEnum):
    """What became of an application."""

    CLOSED = "退档"
    DECLINED = "不予建档"


CLOSE_REASONS = (OUT_OF_HARDSHIP, "去世", "迁出", "退会", "弄虚作假", "其他")
CAUSES = (
    "无劳动能力",
    "有劳动能力而未就业",
    "下岗失业",
    "未参加社会保险",
    "社会保险待遇落实不到位",
    "患重特大疾病",
    "遭受自然灾害",
    "遭受意外事故",
    "子女上学",
    "其他",
)
CATEGORY_OLD = ("低保户", "低保边缘户", "意外致困户", "临时救助")
CATEGORY_SYNONYMS = {
    "深度困难职工": "深度困难",
    "相对困难职工": "相对困难",
    "意外致困职工": "意外致困",
    "低收入职工": "低收入",
    "低收入家庭": "低收入",
    "防困职工": "防困",
    "防困监测": "防困",
    "防困监测对象": "防困",
}


def members_at_home(file: HardshipFile) -> list[Any]:
    """Return the family members who live in the household, the file's holder not among them."""
    if file.id is None:
        return []
    kin: Any = file.family.model
    return list(file.family.where(kin.deleted_at.is_null(), kin.lives_together).order_by(kin.id))


def _family_size(file: HardshipFile) -> int:
    return 1 + len(members_at_home(file))


def _computed_year_income(file: HardshipFile) -> int | None:
    if file.own_monthly_income is None:
        return None
    wages = [kin.monthly_income or 0 for kin in members_at_home(file)]
    return income.family_year_income(file.own_monthly_income, wages, file.family_other_income or 0)


def _year_income(file: HardshipFile) -> int | None:
    stated: int | None = file.stated_year_income
    return stated if stated is not None else file.computed_year_income


def yearly_outlay(file: HardshipFile) -> int:
    """Add up the unavoidable expenditure (刚性支出) of the twelve months before the application."""
    outlays = (file.exp_illness, file.exp_disability, file.exp_school, file.exp_housing, file.exp_other)
    return sum(fen or 0 for fen in outlays)


def _monthly_pc(file: HardshipFile) -> int | None:
    if file.family_year_income is None or not file.family_size:
        return None
    return income.gross_monthly_pc(file.family_year_income, file.family_size)


def _net_monthly_pc(file: HardshipFile) -> int | None:
    if file.family_year_income is None or not file.family_size:
        return None
    return income.net_monthly_pc(file.family_year_income, yearly_outlay(file), file.family_size)


def _working(file: HardshipFile) -> str:
    if file.family_year_income is None or not file.family_size:
        return "填好本人月平均收入后，这里显示算式"
    lines = []
    if file.stated_year_income is None:
        wages = [kin.monthly_income or 0 for kin in members_at_home(file)]
        other = file.family_other_income or 0
        lines.append("人均：" + income.gross_working(file.own_monthly_income, wages, other, file.family_size))
    else:
        lines.append("家庭年度总收入按核定数")
    lines.append(
        "净收入：" + income.net_working(file.family_year_income, yearly_outlay(file), file.family_size)
    )
    if file.poverty_line:
        lines.append(f"低保标准 {HardshipFile.poverty_line.format(file.poverty_line)} 元/月")
    return "\n".join(lines)


def asked_on(file: HardshipFile) -> date | None:
    """Return the day of applying; of a file from a list that does not tell it, the first that it tells."""
    return first_known(HardshipFile.applied_on, file.__data__)


def _line_used(file: HardshipFile) -> int | None:
    line = poverty_line_on(asked_on(file) or date.today())
    return line.monthly if line else None


def months_above(file: HardshipFile, day: date) -> int | None:
    """Return how many whole months the income had stayed above the line by a day; None where it had not."""
    until = min(day, file.closed_on or day)
    return None if file.above_since is None else max(0, whole_months(file.above_since, until))


def months_above_in_words(file: HardshipFile, day: date) -> str:
    """Write for how many months the income has stayed above the line; empty where it has not."""
    months = months_above(file, day)
    return "" if months is None else f"{months}个月"


class HardshipFile(Record):
    """A worker's hardship file, one for a household (domain 3.6)."""

    family: Query[Any]

    applied_on = DateField(
        "申请日期",
        null=True,
        default=date.today,
        aliases=("申请时间", "申报日期"),
        about="收到本人签字申请书的日子，十二个月收入从这天往前算",
    )
    file_no = SerialField(
        "档案编号", "HZ", dated_by=applied_on, unique=True, aliases=("职工编号", "档案号", "编号", "建档编号")
    )
    status = ChoiceField(
        "状态",
        FileStatus,
        default=FileStatus.APPLIED.value,
        aliases=("档案状态",),
        about="档案办到哪一步，“在档”的才能发放帮扶",
        rule=regulations.OPEN_FILE,
    )
    name = PersonNameField(
        "姓名",
        alone=True,
        index=True,
        aliases=("职工姓名", "户主", "困难职工姓名", "困难职工", "申请人", "户主姓名", "申请人姓名"),
    )
    sex = ChoiceField("性别", terms.Sex)
    birth_date = DateField(
        "出生日期",
        aliases=("出生时间",),
    )
    age = Age("年龄", born=birth_date)
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        index=True,
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        help_text="填好后，性别和出生日期会自动填好",
        about="建档职工本人的号码，一户只建一份档案",
        rule=regulations.ONE_FILE,
    )
    ethnicity = ChoiceField(
        "民族", terms.ETHNICITIES, null=True, default="汉族", synonyms=terms.ETHNICITY_SHORT
    )
    political_status = ChoiceField(
        "政治面貌",
        terms.POLITICAL,
        null=True,
        default="群众",
        synonyms=terms.POLITICAL_SHORT,
    )
    mobile = MobileField(
        "手机号码",
        null=True,
        about="通知入户、公示、领款时找本人的手机",
    )
    address = TextField(
        "家庭住址",
        null=True,
        aliases=("住址", "现住址", "家庭地址", "居住地址", "地址"),
        about="一家人现在居住的地方，入户调查用",
    )
    postcode = PostcodeField()
    level = ChoiceField(
        "建档级别",
        ("全国级", "省级", "市级", "区级", "本级"),
        default="本级",
        about="这份档案报到哪一级工会管理",
    )
    told_on = DateField(
        "类别变动日期",
        null=True,
        past=True,
        help_text="困难类别或主要致困原因有变动时，填从哪天起；更正填错的不填",
        about="困难类别或主要原因从哪一天起是现在这样",
    )
    category = ChoiceField(
        "困难类别",
        Category,
        synonyms=CATEGORY_SYNONYMS,
        aliases=("困难类型", "类别"),
        over_time=OverTime(told_on, begins=applied_on),
        about="按现行标准认定的困难类别，由人均收入和致困原因决定",
        rule=regulations.HARDSHIP,
    )
    category_old = ChoiceField(
        "困难类别(旧口径)", CATEGORY_OLD, null=True, about="旧表上的困难类别，保留原样，不换算"
    )
    main_cause = ChoiceField(
        "主要致困原因",
        CAUSES,
        aliases=(
            "致困原因",
            "困难原因",
            "致贫原因",
            "主要困难原因",
        ),
        over_time=OverTime(told_on, begins=applied_on),
        about="造成困难的最主要的一项原因，只选一项",
    )
    other_causes = ChoicesField(
        "次要致困原因",
        CAUSES,
        most_chosen=3,
        null=True,
        help_text="最多三项",
        about="主要原因之外的其他原因，不与主要原因重复",
    )
    cause_text = NotesField(
        "致困原因说明",
        null=True,
        required_if=(When(main_cause, "其他"),),
        about="把致困的经过说清楚，档案表上照印",
    )
    needs = ChoicesField(
        "帮扶需求",
        ("生活", "医疗", "助学", "就业", "法律", "技能培训"),
        null=True,
        aliases=("救助需求", "困难需求"),
        about="这户最需要哪方面的帮扶，可选几项",
    )
    health = ChoiceField(
        "健康状况",
        terms.HEALTHS,
        null=True,
        default="良好",
        synonyms=terms.HEALTH_SHORT,
        aliases=("身体状况", "健康情况", "健康"),
        about="本人的健康状况，大病按诊断选",
        rule=regulations.SENSITIVE,
    )
    disability = ChoiceField(
        "残疾类别",
        terms.DISABILITIES,
        null=True,
        only_then=True,
        required_if=(When(health, "残疾"),),
        aliases=("残疾类型",),
        about="照残疾证选，有几种的选多重",
    )
    disability_grade = ChoiceField(
        "残疾等级",
        terms.DISABILITY_GRADES,
        null=True,
        only_then=True,
        required_if=(When(health, "残疾"),),
        aliases=("残疾级别",),
        about="照残疾证选，一级最重，四级最轻",
    )
    medical_insurance = ChoiceField(
        "医保状况",
        terms.MEDICAL_INSURANCES,
        null=True,
        default="职工医保",
        synonyms=terms.MEDICAL_SHORT,
        about="参加了哪一种医疗保险，没有参加的选未参保",
    )
    marital = ChoiceField(
        "婚姻状况",
        terms.MARITALS,
        synonyms=terms.MARITAL_SHORT,
        about="申请时的婚姻状况，已婚的一般不算单亲",
    )
    single_parent = FlagField("是否单亲", null=True, about="独自抚养未成年子女的选“是”")
    household_type = ChoiceField(
        "户口类型",
        terms.HUKOUS,
        null=True,
        default="非农业",
        synonyms=terms.HUKOU_SHORT,
        aliases=("户籍类型",),
        about="户口簿上是非农业、农业还是农转居",
    )
    household_region = TextField(
        "户口所在地",
        null=True,
        suggest=True,
        wanted_if=(When(status, FileStatus.OPEN),),
        aliases=("户籍所在地", "户籍地址", "户籍地"),
        about="户口所在的省、市、区县，照户口簿填写",
    )
    housing = ChoiceField(
        "住房类型",
        ("承租单位公房", "政府廉租房", "自购房", "无房", "租房", "自建房", "其他"),
        aliases=("住房", "住房情况", "住房性质"),
        about="一家人现在住的房子属于哪一种",
    )
    floor_area = TextField(
        "建筑面积(㎡)",
        null=True,
        longest=10,
        aliases=("建筑面积", "住房面积", "住房建筑面积"),
        about="住房的建筑面积，可填数字或范围",
    )
    work_status = ChoiceField(
        "工作状态",
        ("在岗", "下(待)岗", "失(无)业", "退休", "病休", "内退", "农民工"),
        null=True,
        default="在岗",
        synonyms={
            "在职": "在岗",
            "下岗": "下(待)岗",
            "待岗": "下(待)岗",
            "失业": "失(无)业",
            "无业": "失(无)业",
        },
        aliases=(
            "身份",
            "就业状况",
            "就业状态",
            "工作情况",
        ),
        about="职工现在上班、待岗、失业还是退休",
    )
    model_worker = ChoiceField(
        "劳模类型", terms.MODEL_WORKERS, null=True, default="非劳模", synonyms=terms.MODEL_WORKER_SHORT
    )
    employer = TextField(
        "工作单位",
        suggest=True,
        help_text="可从企业台账中选，也可直接填写，例如 灵活就业",
        about="职工现在或原来的工作单位，失业的写灵活就业或原单位",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=employer, backref="hardship_files")
    unit_nature = ChoiceField(
        "单位性质",
        ("国有机关/事业单位", "国有企业", "集体企业", "民营/私营/个体企业", "外资/合资"),
        null=True,
        about="工作单位属于机关事业、国企、民企还是外企",
    )
    unit_state = ChoiceField(
        "企业状况",
        ("正常", "停产", "半停产", "破产", "改制", "关闭"),
        null=True,
        about="工作单位现在正常、停产还是关闭",
    )
    industry = TextField("所属行业", null=True, suggest=True, about="照工作单位的营业执照写，例如 物业管理")
    work_start = PartialDateField(
        "工作时间",
        null=True,
        aliases=(
            "参加工作时间",
            "参加工作日期",
            "参加工作年月",
        ),
        about="参加工作的时间，只知道年月的照填",
    )
    contract_date = DateField(
        "劳动合同签订时间",
        null=True,
        wanted_if=(When(work_status, "农民工"),),
        help_text="农民工须有一年以上劳动关系",
        about="照劳动合同首页填，续签的填最近一次",
        rule=regulations.MIGRANT_CONTRACT,
    )
    contract_term = ChoiceField(
        "合同期限",
        ("半年内", "半年至一年", "两年", "三年", "四年", "五年以上", "无固定期限"),
        null=True,
        about="现在这份劳动合同约定的年限",
    )
    self_help = FlagField("是否有一定自救能力", null=True, about="能靠自己就业或经营逐步脱困的选“是”")
    zero_employment = FlagField("是否零就业家庭", null=True, about="家中劳动力没有一人就业的选“是”")

    own_monthly_income = MoneyField(
        "本人月平均收入",
        unit="元",
        aliases=(
            "本人月收入",
            "本人月均收入",
            "本人收入",
            "月平均收入",
            "月收入",
            "本人月工资",
        ),
        about="本人申请前十二个月平均每月的收入",
        rule=regulations.NET_INCOME,
    )
    family_other_income = MoneyField(
        "家庭其他非薪资年收入",
        null=True,
        default=0,
        unit="元",
        aliases=("其他年收入",),
        about="全家一年里工资以外的收入，例如 房租、补助",
    )
    exp_illness = MoneyField(
        "因病刚性支出(年)",
        null=True,
        unit="元",
        about="一年里因病自己负担的必要支出，扣除报销",
        rule=regulations.NET_INCOME,
    )
    exp_disability = MoneyField(
        "因残刚性支出(年)", null=True, unit="元", about="一年里因残疾自己负担的必要支出"
    )
    exp_school = MoneyField(
        "因学刚性支出(年)",
        null=True,
        unit="元",
        help_text="不含义务教育",
        about="一年里非义务教育阶段的学费和住宿费",
    )
    exp_housing = MoneyField(
        "住房刚性支出(年)", null=True, unit="元", about="一年里房租、危房修缮等躲不开的花费，装修不算"
    )
    exp_other = MoneyField(
        "其他刚性支出(年)", null=True, unit="元", about="一年里其他躲不开的大额支出，备注里写明"
    )
    declared_size = CountField(
        "申报家庭人口",
        null=True,
        aliases=("家庭人口", "家庭人口数", "家庭人数", "家庭总人口"),
        help_text="申请表上填的人数，用来核对家庭成员表",
        about="申请表上填写的家庭人口数",
    )
    family_size = CountField(
        "家庭人口",
        derive=_family_size,
        unit="人",
        aliases=("共同生活人口",),
        about="本人加上共同生活的家庭成员，自动计算",
    )
    computed_year_income = MoneyField(
        "测算家庭年收入",
        null=True,
        derive=_computed_year_income,
        unit="元",
        about="按本人和家庭成员的收入自动算出的全年收入",
    )
    stated_year_income = MoneyField(
        "核定家庭年收入",
        null=True,
        unit="元",
        help_text="与测算不同时填写，并写明理由",
        about="入户核实后认定的全年收入，与测算相同的不填",
    )
    stated_reason = TextField(
        "核定理由",
        null=True,
        required_if=(When(stated_year_income),),
        about="为什么不采用测算的收入，例如 下半年失业",
    )
    family_year_income = MoneyField(
        "家庭年度总收入",
        null=True,
        derive=_year_income,
        unit="元",
        about="认定困难所用的全年收入，核定的优先",
    )
    monthly_pc = MoneyField(
        "家庭月人均收入",
        null=True,
        derive=_monthly_pc,
        unit="元",
        aliases=("月人均收入", "人均月收入", "家庭人均月收入"),
        short="月人均收入",
        about="全年收入除以十二个月再除以人口",
    )
    net_monthly_pc = MoneyField(
        "月人均净收入",
        null=True,
        derive=_net_monthly_pc,
        unit="元",
        about="扣除刚性支出后的月人均收入，与低保标准比较",
        rule=regulations.NET_INCOME,
    )
    poverty_line = MoneyField(
        "采用的低保标准",
        null=True,
        derive=_line_used,
        unit="元",
        about="申请时执行的当地低保标准，在“设置”中登记",
    )
    working = Derived("算式", _working, wide=True, about="上面各数是怎样算出来的，可以对着申请人讲")

    private_school = ChoiceField(
        "子女就读高收费私立学校或自费留学",
        terms.Verified,
        default="未核实",
        about="有就读高收费私校或自费留学子女的，不予认定",
    )
    controls_company = ChoiceField(
        "本人或家庭控股公司、实际控制人",
        terms.Verified,
        default="未核实",
        about="控股公司或做实际控制人的，不予认定",
    )
    second_home = ChoiceField(
        "两套以上住房且超过人均面积",
        terms.Verified,
        default="未核实",
        about="有两套以上住房又超过人均面积的，不予认定",
    )
    motor_vehicle = ChoiceField(
        "拥有或长期使用机动车",
        terms.Verified,
        default="未核实",
        about="有车或长期用车的不予认定，残疾和治病用车除外",
    )
    refuses_check = ChoiceField(
        "拒绝核查、隐瞒或提供虚假材料",
        terms.Verified,
        default="未核实",
        about="不配合核查或材料不实的，不予认定",
    )
    refuses_work = ChoiceField(
        "有劳动能力无正当理由拒绝就业",
        terms.Verified,
        default="未核实",
        about="能劳动而无故不就业的，不予认定",
    )
    hires_others = ChoiceField(
        "拥有经营用房或雇用他人",
        terms.Verified,
        default="未核实",
        about="有店面、厂房出租经营或雇了人的，不予认定",
    )

    bank_card = BankCardField(
        "银行卡号",
        null=True,
        about="收帮扶金的本人银行卡号，转账前要填",
        rule=regulations.REAL_NAME,
    )
    bank_name = TextField(
        "开户银行",
        null=True,
        suggest=True,
        required_if=(When(bank_card),),
        about="帮扶金打到哪家银行的卡上",
    )
    bank_branch = TextField("支行", null=True, suggest=True, about="开户的支行或网点，跨行转账要用")
    bank_holder = PersonNameField(
        "户名",
        null=True,
        required_if=(When(bank_card),),
        help_text="本人，或家庭成员",
        about="银行卡上的户名，应是本人或家庭成员",
        rule=regulations.REAL_NAME,
    )

    filed_by = TextField(
        "建档人", suggest=True, aliases=("经办人", "建档经办人"), about="填这份档案的工会人员，档案表末尾签名"
    )
    audited_by = TextField("审核人", null=True, suggest=True, stays=True, about="审核这份档案的工会负责人")
    visited_on = DateField(
        "入户日期",
        null=True,
        past=True,
        after=(applied_on,),
        aliases=("入户调查日期", "入户时间"),
        about="两人以上到家里看的日子，收到申请后尽快去",
    )
    discussed_on = DateField(
        "评议日期", null=True, past=True, after=(visited_on,), about="工会集体评议这户情况的日子"
    )
    notice_from = DateField(
        "公示开始",
        null=True,
        after=(discussed_on,),
        aliases=("公示时间", "公示日期", "公示期"),
        about="公示贴出来的第一天，评议以后才能贴",
    )
    notice_to = DateField(
        "公示截止", null=True, since=notice_from, about="公示期满的日子，公示天数在“设置”中规定"
    )
    notice_result = ChoiceField("公示结果", ("无异议", "有异议"), null=True, about="公示期间有没有人提出异议")
    notice_remark = TextField(
        "异议说明",
        null=True,
        only_then=True,
        required_if=(When(notice_result, "有异议"),),
        about="异议是什么，怎样核实和处理的",
    )
    approved_on = DateField(
        "审批日期",
        null=True,
        past=True,
        after=(notice_to,),
        aliases=("审批时间",),
        about="上级工会审批同意的日子",
    )
    opened_on = DateField(
        "建档日期",
        null=True,
        past=True,
        after=(approved_on,),
        aliases=("建档时间",),
        about="正式建档的日子，从这一天起可以帮扶",
    )
    consent_on = DateField(
        "同意公示日期",
        null=True,
        help_text="申请人签字同意公示的日期",
        about="本人签字同意公示的日子，没有同意的不能公示",
        rule=regulations.PUBLISHING,
    )
    data_purpose = consent.purpose("困难职工建档和帮扶")
    data_consent_on = consent.agreed_on("健康、收入、银行卡")
    data_consent_mode = consent.agreed_how(data_consent_on)
    helper = TextField(
        "结对帮扶联系人",
        null=True,
        suggest=True,
        aliases=("帮扶责任人", "结对联系人", "帮扶联系人"),
        about="一对一联系这户的干部，常去看看有什么难处",
    )
    above_since = DateField(
        "收入高于标准起",
        null=True,
        past=True,
        after=(opened_on,),
        aliases=("解困日期", "解困时间", "高于标准日期"),
        help_text="又低于标准的，清空重填",
        about="人均净收入从哪天起一直高于标准，即解困的日子",
    )
    months_above = Derived(
        "高于标准月数",
        lambda file: months_above_in_words(file, date.today()),
        align="right",
        about="收入已连续多少个月高于标准，够了才算脱困",
    )
    closed_on = DateField(
        "退档日期",
        null=True,
        past=True,
        after=(opened_on,),
        aliases=(
            "退档时间",
            "脱困日期",
        ),
        about="退档的日子，原始档案从这一天起保存十年",
        rule=regulations.KEEP_TEN_YEARS,
    )
    close_reason = ChoiceField(
        "退档原因",
        CLOSE_REASONS,
        null=True,
        aliases=("脱困原因",),
        about="为什么退档，脱困的应当随时退档",
        rule=regulations.OPEN_FILE,
    )
    national_system_on = DateField("全国系统录入日期", null=True, about="录入全国工会帮扶工作管理系统的日子")
    national_system_no = TextField("全国系统编号", null=True, about="录入后系统给的编号，上下级核对时用")
    entered_by = TextField(
        "录入人",
        null=True,
        suggest=True,
        required_if=(When(national_system_on),),
        about="把档案录入全国系统的人",
    )
    remark = NotesField("备注", null=True)

    naming = (name, file_no, id_number)


EXCLUSIONS = (
    HardshipFile.private_school,
    HardshipFile.controls_company,
    HardshipFile.second_home,
    HardshipFile.motor_vehicle,
    HardshipFile.refuses_check,
    HardshipFile.refuses_work,
    HardshipFile.hires_others,
)
"""The questions of which a single yes excludes a household (domain 3.4)."""

# A closed or declined file does not stand in the way of a new one.
HardshipFile.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS hardship_file_once ON hardship_file (id_number) "
        "WHERE deleted_at IS NULL AND status IN ('申请', '调查', '公示中', '待审批', '在档')"
    )
)


EarlierFile = earlier_values(HardshipFile, "档案")
