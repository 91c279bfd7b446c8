"""What members are given (会员慰问), what all may have (普惠), and what the rules allow (domain 18)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    FlagField,
    MoneyField,
    NotesField,
    ReferenceField,
    SerialField,
    TextField,
    When,
    taken,
)
from app.records.base import Record
from app.records.batch import looked_up
from app.records.terms import FUND_SOURCES
from app.rules import regulations
from app.rules.dates import this_year
from app.subjects.members.records import Member
from app.subjects.unions.enterprises.records import Enterprise

FESTIVE, COOLING = "节日", "送清凉"
OCCASIONS = (
    FESTIVE,
    "生日",
    "结婚",
    "生育",
    "生病住院",
    "退休离岗",
    "会员去世",
    "亲属去世",
    COOLING,
    "其他",
)
OCCASIONS_ALSO = {
    "节日慰问": FESTIVE,
    "传统节日": FESTIVE,
    "生日慰问": "生日",
    "结婚慰问": "结婚",
    "婚庆": "结婚",
    "生育慰问": "生育",
    "生病": "生病住院",
    "住院": "生病住院",
    "患病": "生病住院",
    "住院慰问": "生病住院",
    "退休": "退休离岗",
    "退休慰问": "退休离岗",
    "去世": "会员去世",
    "丧事": "亲属去世",
    "家属去世": "亲属去世",
    "直系亲属去世": "亲属去世",
    "高温慰问": COOLING,
    "防暑降温": COOLING,
    "夏送清凉": COOLING,
}
FESTIVALS = ("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆")
_FESTIVALS_ALSO = {
    **dict.fromkeys(("新年", "元旦节"), "元旦"),
    **dict.fromkeys(("新春", "农历新年"), "春节"),
    **dict.fromkeys(("五一", "五一劳动节", "五一节"), "劳动节"),
    "清明节": "清明",
    "端午节": "端午",
    "中秋节": "中秋",
    "国庆节": "国庆",
}
PERSON, GROUP = "个人", "集体"
IN_KIND, CASH = "实物", "现金"
FORMS = (IN_KIND, CASH, "卡券")
_FORMS_ALSO = {
    "慰问品": IN_KIND,
    "物品": IN_KIND,
    "慰问金": CASH,
    "转账": CASH,
    "蛋糕券": "卡券",
    "提货券": "卡券",
}


class MemberCare(Record):
    """One gift to a member, or to the people of a place in the heat."""

    member_id: int | None

    given_on = DateField(
        "慰问日期",
        default=date.today,
        past=True,
        aliases=("日期", "慰问时间", "发放日期", "领取日期"),
        about="慰问送到的那一天，年度合计按它算",
    )
    care_no = SerialField("慰问编号", "WW", dated_by=given_on, unique=True, aliases=("编号",))
    occasion = ChoiceField(
        "慰问事由",
        OCCASIONS,
        synonyms=OCCASIONS_ALSO,
        aliases=("事由", "慰问类别", "慰问类型", "慰问项目", "慰问原因"),
        about="为什么慰问，标准和统计都按它分",
        rule=regulations.MEMBER_GIFTS,
    )
    festival = ChoiceField(
        "节日",
        FESTIVALS,
        null=True,
        synonyms=_FESTIVALS_ALSO,
        only_then=True,
        required_if=(When(occasion, FESTIVE),),
        aliases=("节日名称",),
        about="哪一个法定节日的慰问",
    )
    recipient_kind = ChoiceField(
        "对象类别", (PERSON, GROUP), default=PERSON, about="一名会员，还是一个单位或工地的职工"
    )
    member = ReferenceField(
        "会员",
        Member,
        null=True,
        backref="gifts",
        fills=taken("employer", recipient="name"),
        about="慰问的会员在会员台账中的那一条",
    )
    recipient = TextField(
        "慰问对象",
        suggest=True,
        aliases=("姓名", "会员姓名", "职工姓名", "慰问点", "慰问单位"),
        about="会员的姓名，集体慰问写单位或工地的名称",
    )
    employer = TextField(
        "工作单位",
        null=True,
        suggest=True,
        units=Enterprise,
        about="会员慰问时所在的单位，同名的人靠它区分",
    )
    people = CountField(
        "人数",
        default=1,
        least=1,
        unit="人",
        aliases=("慰问人数", "受益人数"),
        about="这一次慰问到的人数，个人为 1",
    )
    form = ChoiceField(
        "慰问形式",
        FORMS,
        default=IN_KIND,
        synonyms=_FORMS_ALSO,
        aliases=("形式", "发放形式", "发放方式"),
        about="给的是实物、现金还是卡券，支出按它分",
    )
    amount = MoneyField(
        "金额",
        least=1,
        unit="元",
        help_text="集体慰问填合计，实物填折价",
        aliases=("慰问金额", "合计金额", "折价", "标准", "金额(元)", "慰问金"),
        about="这一次一共花了多少钱",
    )
    goods = TextField(
        "慰问品",
        null=True,
        suggest=True,
        only_then=True,
        required_if=(When(form, IN_KIND),),
        aliases=("物品名称", "实物名称", "慰问品名称"),
        about="给的是什么东西，例如 绿豆汤和毛巾",
    )
    fund_source = ChoiceField("经费来源", FUND_SOURCES, default="本级工会经费", about="这笔钱从哪里来")
    visited_by = TextField(
        "慰问人", null=True, suggest=True, aliases=("经办人", "走访人"), about="代表工会去慰问的人"
    )
    signed = FlagField("已签收", default=False, about="慰问对象在登记表上签了名的选“是”")
    over_reason = TextField(
        "超标准理由", null=True, help_text="超过标准时必须写明", about="为什么可以超过慰问标准，谁批准的"
    )
    remark = NotesField("备注", null=True)

    naming = (recipient, care_no)


class MemberBenefit(Record):
    """Something that all members may have at less than others, or for nothing (普惠)."""

    held_on = DateField(
        "日期",
        default=date.today,
        past=True,
        aliases=("开展日期", "活动日期", "服务日期", "开始日期"),
        about="项目开始或发放的那一天",
    )
    title = TextField(
        "普惠项目",
        suggest=True,
        longest=100,
        aliases=("项目名称", "项目", "普惠活动", "活动名称", "服务项目"),
        about="会员得到的是什么，例如 会员观影优惠",
    )
    kind = ChoiceField(
        "项目类别",
        ("消费优惠", "观影演出", "健康体检", "疗休养", "景区文体", "生活服务", "公益课程", "其他"),
        default="其他",
        aliases=("类别", "服务类别"),
        about="属于哪一类普惠服务，统计按它分",
    )
    partner = TextField(
        "合作单位",
        null=True,
        suggest=True,
        aliases=("合作商户", "承办单位", "商家"),
        about="提供优惠或服务的单位",
    )
    people = CountField(
        "受益人次",
        unit="人次",
        aliases=("参加人数", "惠及人数", "惠及职工", "受益人数", "人次"),
        about="一共有多少人次享受到",
    )
    cost = MoneyField(
        "工会支出",
        null=True,
        unit="元",
        aliases=("金额", "经费", "投入资金", "支出"),
        about="工会为这个项目补了多少钱",
    )
    fund_source = ChoiceField(
        "经费来源",
        FUND_SOURCES,
        null=True,
        default="本级工会经费",
        about="补的钱从哪里来",
    )
    remark = NotesField("备注", null=True)

    naming = (title, held_on)


class CareLimit(Record):
    """What the rules of a year allow to be given on an occasion, of one source of money or of any."""

    year = CountField("年度", default=this_year, about="标准从哪一年起执行，以后各年照用")
    occasion = ChoiceField("慰问事由", OCCASIONS, synonyms=OCCASIONS_ALSO, about="标准管的是哪一种慰问")
    fund_source = ChoiceField(
        "经费来源",
        FUND_SOURCES,
        null=True,
        help_text="不填的各种来源合起来算",
        about="只管一种来源的钱时填写",
    )
    per_time = MoneyField("每人每次上限", null=True, unit="元", about="一个人一次最多给多少钱的东西")
    per_year = MoneyField("每人全年上限", null=True, unit="元", about="一个人一年里这种慰问最多多少钱")
    no_cash = FlagField(
        "不得发现金", default=False, about="只能发实物或指定的券的选“是”", rule=regulations.GIFTS_IN_KIND
    )
    source = TextField("依据", null=True)

    naming = (source,)


@looked_up(CareLimit)
def limits_of(occasion: str, year: int, fund_source: str | None) -> list[CareLimit]:
    """Return what holds in a year for an occasion: for any source and for this one, each the latest told."""
    told = CareLimit.alive().where(CareLimit.occasion == occasion, CareLimit.year <= year)
    latest: dict[str | None, CareLimit] = {}
    for limit in told.order_by(CareLimit.year, CareLimit.id):
        if limit.fund_source in (None, fund_source):
            latest[limit.fund_source] = limit
    return list(latest.values())
