"""Who mediates labour disputes, and the words in which cases are told (domain 4.2 and 4.3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import (
    ChoiceField,
    DateField,
    MobileField,
    NotesField,
    PersonNameField,
    PhoneField,
    ReferenceField,
    TextField,
)
from app.records.base import Record
from app.rules import regulations

DEFAULT_WORD = "劳调字"


class CaseStatus(StrEnum):
    """Where a case stands (domain 4.4)."""

    REGISTERED = "登记"
    ACCEPTED = "受理"
    REFUSED = "不予受理"
    MEDIATING = "调解中"
    CLOSED = "结案"
    FOLLOWED = "回访"
    ARCHIVED = "归档"


class Outcome(StrEnum):
    """How a case was closed (domain 4.3)."""

    AGREED = "调解成功(达成协议)"
    SETTLED = "和解"
    FAILED = "调解不成"
    WITHDRAWN = "撤回申请"
    UNWILLING = "一方不愿调解终止"
    ARBITRATION = "转仲裁"
    COURT = "转诉讼"
    ELSEWHERE = "转其他部门"


class Role(StrEnum):
    """On which side a party stands."""

    APPLICANT = "申请人"
    RESPONDENT = "被申请人"
    THIRD = "第三人"


class PartyKind(StrEnum):
    """What a party is."""

    PERSON = "个人"
    UNIT = "单位"


class Performance(StrEnum):
    """How far an agreement was performed."""

    DONE = "已履行"
    PARTLY = "部分履行"
    NOT_DONE = "未履行"
    WAITING = "待履行"


OUTCOME_SYNONYMS = {
    "调解成功": Outcome.AGREED.value,
    "成功": Outcome.AGREED.value,
    "达成协议": Outcome.AGREED.value,
    "不成": Outcome.FAILED.value,
    "撤回": Outcome.WITHDRAWN.value,
    "撤诉": Outcome.WITHDRAWN.value,
    "仲裁": Outcome.ARBITRATION.value,
    "诉讼": Outcome.COURT.value,
}
CATEGORIES = (
    "确认劳动关系",
    "订立、履行、变更、解除和终止劳动合同",
    "除名、辞退和辞职、离职",
    "工作时间、休息休假、社会保险、福利、培训以及劳动保护",
    "劳动报酬、工伤医疗费、经济补偿或者赔偿金",
    "法律法规规定的其他劳动争议",
)
"""The six kinds of dispute of 劳动争议调解仲裁法, article 2."""
PAYABLE = CATEGORIES[4]
"""What a payment order (支付令) may be asked for; the same law, article 16."""
CONFIRMED = ("已司法确认", "已仲裁审查")
"""What makes an agreement one that the court enforces."""
CATEGORY_SYNONYMS = {
    "劳动关系": CATEGORIES[0],
    "劳动合同": CATEGORIES[1],
    **dict.fromkeys(("解除劳动合同", "终止劳动合同", "变更劳动合同"), CATEGORIES[1]),
    **dict.fromkeys(("除名", "辞退", "辞职", "离职", "开除"), CATEGORIES[2]),
    **dict.fromkeys(("社会保险", "社保", "工作时间", "休息休假", "福利", "培训", "劳动保护"), CATEGORIES[3]),
    **dict.fromkeys(
        ("劳动报酬", "追索劳动报酬", "拖欠工资", "欠薪", "工资", "加班费", "工伤医疗费"), CATEGORIES[4]
    ),
    **dict.fromkeys(("经济补偿", "经济补偿金", "赔偿金"), CATEGORIES[4]),
    "其他": CATEGORIES[5],
}
"""What lists call them, by the words of the law."""
UNPAID_WAGES = "拖欠工资"
SUBCATEGORIES = (
    UNPAID_WAGES,
    "加班费",
    "工伤待遇",
    "社保",
    "经济补偿",
    "违法解除",
    "未签合同双倍工资",
    "其他",
)
SUBCATEGORY_SYNONYMS = {"欠薪": UNPAID_WAGES, "工资": UNPAID_WAGES, "工伤": "工伤待遇", "社会保险": "社保"}
HANDED_ON = "转交"
APPLY_MODES = ("书面", "口头", "主动调解", HANDED_ON)
SOURCES = ("当事人申请", "调委会主动调解", "法院委托", "仲裁委托", "信访转交", "企业求助")


class MediationBody(Record):
    """A body that mediates: a committee, or its workroom."""

    name = TextField(
        "组织名称",
        help_text="例如 泰祥社区劳动争议人民调解委员会",
        aliases=("调解组织名称", "调解组织", "名称"),
        about="印章上的调解组织全称",
    )
    form = ChoiceField("形式", ("调解委员会", "调解工作室"), about="是调解委员会，还是下设的工作室")
    kind = ChoiceField(
        "组织类别",
        ("企业劳动争议调解委员会", "基层人民调解组织", "乡镇街道调解组织"),
        help_text="劳动争议调解仲裁法规定的三类调解组织",
        about="属于法律规定的哪一类调解组织",
        rule=regulations.MEDIATION_BODIES,
    )
    case_word = TextField(
        "案号用字",
        default=DEFAULT_WORD,
        longest=12,
        help_text="例如 泰劳调字，案号写作（2011）泰劳调字第1号",
        about="案号中代表本组织的几个字",
    )
    founded_on = DateField(
        "成立日期", null=True, aliases=("成立时间",), about="批准成立或挂牌的日子，统计期末组织数用"
    )
    ended_on = DateField("撤销日期", null=True, after=(founded_on,), about="调解组织撤销的日子，还在的空着")
    address = TextField("场所", null=True, about="调解在哪里进行，通知书上照印")
    phone = PhoneField("电话", null=True, about="印在通知书上，当事人来问用的电话")
    remark = NotesField("备注", null=True)

    naming = (name,)


class Mediator(Record):
    """Somebody who mediates for the office."""

    name = PersonNameField(
        "姓名", alone=True, aliases=("调解员姓名", "调解员"), about="调解员的姓名，印在文书上"
    )
    body = ReferenceField(
        "所属调解组织",
        MediationBody,
        null=True,
        backref="mediators",
        aliases=("调解组织", "所在组织"),
        about="在哪个调解组织办案，案件按它归口",
    )
    engagement = ChoiceField(
        "专兼职",
        ("专职", "兼职"),
        default="专职",
        aliases=("专职/兼职", "专(兼)职", "专/兼职"),
        about="专门做调解的选专职，另有工作的选兼职",
    )
    post = TextField("职务", null=True, suggest=True, about="在调解组织中的职务，例如 主任")
    mobile = MobileField(
        "手机号码",
        null=True,
        about="当事人和同事联系调解员的手机",
    )
    appointed_on = DateField(
        "聘任日期",
        default=date.today,
        forgotten=True,
        aliases=("聘任时间", "受聘日期"),
        about="聘书上的开始日子，从这天起可以选为调解员",
    )
    left_on = DateField(
        "离任日期",
        null=True,
        after=(appointed_on,),
        aliases=("离任时间", "解聘日期"),
        about="不再担任调解员的日子，在任的空着",
    )
    remark = NotesField("备注", null=True)

    naming = (name,)
