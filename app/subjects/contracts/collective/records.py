"""Collective contracts and the enterprises they cover (domain 6.3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import ColumnBase, fn

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    Derived,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
)
from app.figures.once import Ids
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.naming import NamedLink
from app.rules import regulations
from app.rules.dates import write_date
from app.rules.numbers import permille, write_percent
from app.subjects.unions.enterprises.records import Enterprise, closed_units
from app.subjects.unions.grassroots.records import GrassrootsUnion


class ContractKind(StrEnum):
    """Kinds of collective contract."""

    GENERAL = "集体合同"
    WAGE = "工资专项集体合同"
    WOMEN = "女职工权益保护专项集体合同"
    SAFETY = "劳动安全卫生专项"
    OTHER = "其他专项"


class Scope(StrEnum):
    """How far a contract reaches."""

    ENTERPRISE = "企业"
    AREA = "区域性"
    TRADE = "行业性"


class Signer(StrEnum):
    """Who signs for the workers."""

    OWN_UNION = "独立工会"
    COMPOUND_UNION = "小区工会"
    TRADE_UNION = "行业工会"
    WORKERS = "职工代表"


class ContractStatus(StrEnum):
    """Where a contract stands."""

    DRAFT = "起草"
    NEGOTIATED = "协商"
    DEBATED = "待审议"
    SIGNED = "已签订"
    FILED = "已报送"
    EFFECTIVE = "生效"
    EXPIRED = "到期"
    RENEWED = "续签"
    ENDED = "终止"


class Review(StrEnum):
    """What the labour authority said; its silence for 15 days makes a contract effective."""

    ACCEPTED = "无异议"
    SILENT = "15日内未答复"
    OBJECTED = "提出异议"


KIND_SYNONYMS = {
    "团体合同": ContractKind.GENERAL.value,
    "综合集体合同": ContractKind.GENERAL.value,
    "综合": ContractKind.GENERAL.value,
    "工资协议": ContractKind.WAGE.value,
    "工资团体协议": ContractKind.WAGE.value,
    "工资集体协议": ContractKind.WAGE.value,
    "工资专项": ContractKind.WAGE.value,
    "女职工专项": ContractKind.WOMEN.value,
    "女职工权益保护专项": ContractKind.WOMEN.value,
    "劳动安全卫生专项集体合同": ContractKind.SAFETY.value,
    "其他专项集体合同": ContractKind.OTHER.value,
}
SCOPE_SYNONYMS = {
    "区域性(小区、街道)": Scope.AREA.value,
    "区域": Scope.AREA.value,
    "小区": Scope.AREA.value,
    "街道": Scope.AREA.value,
    "行业": Scope.TRADE.value,
}
SIGNED = (
    ContractStatus.SIGNED.value,
    ContractStatus.FILED.value,
    ContractStatus.EFFECTIVE.value,
    ContractStatus.EXPIRED.value,
    ContractStatus.RENEWED.value,
)
IN_FORCE_SINCE = SIGNED[2:]
"""The states of a contract that is, or once was, effective."""

_USUAL_LEAD, _WAGE_LEAD = 90, 60  # 期满前三个月; wage contracts 60 days (domain 6.2)


class RenewalLead(Record):
    """How many days before its end the renewal of a contract is called to mind (domain 0.8)."""

    kind = ChoiceField(
        "合同种类", ContractKind, synonyms=KIND_SYNONYMS, about="哪一种合同按这个天数提醒，工资专项可以短些"
    )
    days = CountField("提前天数", unit="天", about="合同到期前多少天提醒续签", rule=regulations.CONTRACT_TERM)


def lead_of(kind: str) -> int:
    """Return how many days ahead the renewal of such a contract is due: as set, else as is usual."""
    leads = RenewalLead.alive().where(RenewalLead.kind == kind)
    lead = leads.select(RenewalLead.days).tuples().first()
    if lead is not None:
        return int(lead[0])
    return _WAGE_LEAD if kind == ContractKind.WAGE else _USUAL_LEAD


def _title(contract: CollectiveContract) -> str | None:
    if not contract.employer or not contract.kind:
        return None
    year = f"{contract.start_on.year}年" if contract.start_on else ""
    return f"{contract.employer}{year}{contract.kind}"


def _days_left(contract: CollectiveContract) -> str:
    if contract.end_on is None or contract.status != ContractStatus.EFFECTIVE:
        return ""
    left = (contract.end_on - date.today()).days
    return str(left) if left >= 0 else f"已过期{-left}天"


def _by_end() -> ColumnBase:
    return fn.JULIANDAY(CollectiveContract.end_on)


def _wage_growth(contract: CollectiveContract) -> str:
    """Say by how much the average wage rises above last year's; nothing where one of them is not known."""
    now, before = contract.average_wage, contract.last_average_wage
    return write_percent(permille(now - before, before)) if now is not None and before else ""


def _by_growth() -> ColumnBase:
    return CollectiveContract.average_wage * 1000 / CollectiveContract.last_average_wage


class CollectiveContract(Record):
    """A collective contract of one employer, or of the employers of an area or a trade.

    `employer` and `union_name` sign it; whom an area's contract covers stands in its rows.
    """

    renewed_from_id: int | None
    union_id: int | None

    registered_on = DateField("登记日期", entered=True, default=date.today)
    contract_no = SerialField(
        "合同编号", "JT", dated_by=registered_on, unique=True, aliases=("编号", "集体合同编号")
    )
    kind = ChoiceField(
        "合同种类",
        ContractKind,
        synonyms=KIND_SYNONYMS,
        aliases=("种类", "合同类型", "合同类别"),
        about="综合的选集体合同，只谈一件事的选专项",
        rule=regulations.CONTRACT_KINDS,
    )
    scope = ChoiceField(
        "层级",
        Scope,
        synonyms=SCOPE_SYNONYMS,
        aliases=("合同层级",),
        about="一家企业签的、一个片区签的，还是一个行业签的",
        rule=regulations.AREA_CONTRACTS,
    )
    signer_type = ChoiceField(
        "签约主体类型",
        Signer,
        synonyms={"联合工会": Signer.COMPOUND_UNION.value},
        aliases=("签约主体",),
        short="签约主体",
        about="职工一方由哪一类工会或职工代表签约",
    )
    employer = TextField(
        "签约单位(企业方)",
        index=True,
        suggest=True,
        aliases=("签约单位", "企业方", "单位名称", "企业名称", "单位", "公司名称", "用人单位", "签约企业"),
        help_text="可从企业台账中选；区域性、行业性合同填片区或行业",
        short="签约单位",
        about="与工会签约的企业，或区域、行业的企业方",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=employer, backref="contracts")
    union_name = TextField(
        "职工方(工会)", suggest=True, aliases=("职工方", "工会名称", "工会"), about="代表职工签约的工会全称"
    )
    union = NamedLink("所属工会", GrassrootsUnion, by=union_name, backref="contracts")
    title = TextField("合同名称", null=True, derive=_title, longest=200, about="签约单位和合同种类合成的名称")
    employer_chief = PersonNameField(
        "企业首席代表",
        aliases=("企业方首席代表",),
        about="企业一方的首席代表，一般是法定代表人",
        rule=regulations.NEGOTIATORS,
    )
    worker_chief = PersonNameField(
        "职工首席代表",
        aliases=("职工方首席代表",),
        about="职工一方的首席代表，一般是工会主席",
        rule=regulations.NEGOTIATORS,
    )
    employer_reps = CountField(
        "企业方代表人数",
        least=3,
        unit="人",
        about="企业一方坐到桌前的有几人，至少三人",
        rule=regulations.NEGOTIATORS,
    )
    worker_reps = CountField(
        "职工方代表人数",
        least=3,
        unit="人",
        aliases=("代表人数",),
        help_text="每方3至10人，双方人数相等",
        about="职工一方参加协商的代表人数，与企业方相等",
        rule=regulations.NEGOTIATORS,
    )
    congress_on = DateField(
        "职代会审议日期",
        null=True,
        aliases=("审议日期", "职代会通过日期", "职代会审议", "职代会讨论日期"),
        about="职代会或全体职工讨论草案的日子",
        rule=regulations.DRAFT_AGREED,
    )
    congress_due = CountField(
        "应到", null=True, unit="人", aliases=("应到人数",), about="应当到会的代表或职工人数"
    )
    congress_present = CountField(
        "实到",
        null=True,
        at_most=(congress_due,),
        unit="人",
        aliases=("实到人数",),
        about="实际到会人数，要有三分之二以上",
        rule=regulations.DRAFT_AGREED,
    )
    congress_agreed = CountField(
        "同意",
        null=True,
        at_most=(congress_present,),
        unit="人",
        aliases=("同意人数",),
        about="同意草案的人数，半数以上才算通过",
        rule=regulations.DRAFT_AGREED,
    )
    signed_on = DateField(
        "签订日期",
        null=True,
        past=True,
        after=(congress_on,),
        aliases=(
            "签订时间",
            "签约时间",
        ),
        about="双方首席代表签字的日子",
    )
    filed_on = DateField(
        "报送日期",
        null=True,
        past=True,
        after=(signed_on,),
        help_text="签订后10日内报送劳动部门，一式三份",
        aliases=("报送时间", "报审日期"),
        about="把合同文本报送劳动部门的日子",
        rule=regulations.FILING,
    )
    receipt_no = TextField(
        "受理回执号",
        null=True,
        aliases=("回执号", "备案号", "登记号", "备案编号"),
        about="劳动部门收件回执上的号码",
    )
    review_result = ChoiceField(
        "审查结果",
        Review,
        null=True,
        about="劳动部门审查的结果，十五日没有回复即生效",
        rule=regulations.EFFECT,
    )
    effective_on = DateField(
        "生效日期",
        null=True,
        past=True,
        after=(filed_on,),
        aliases=("生效时间",),
        about="合同从哪一天起生效",
        rule=regulations.EFFECT,
    )
    start_on = DateField(
        "期限起",
        aliases=(
            "合同期限起",
            "合同期限",
            "合同有效期",
            "起止日期",
            "起始日期",
            "合同起始日期",
            "合同开始日期",
            "起始时间",
            "有效期起",
            "开始日期",
            "有效期",
        ),
        about="合同写明的开始日子",
    )
    end_on = DateField(
        "期限止",
        since=start_on,
        aliases=(
            "合同期限止",
            "到期日",
            "到期日期",
            "合同终止日期",
            "合同到期日",
            "到期时间",
            "有效期止",
            "截止日期",
            "结束日期",
        ),
        short="到期日",
        about="合同写明的截止日子，期限一般一至三年",
        rule=regulations.CONTRACT_TERM,
    )
    days_left = Derived("剩余天数", _days_left, sort=_by_end, align="right", about="离合同到期还有多少天")
    covered_enterprises = CountField(
        "覆盖企业数",
        unit="家",
        aliases=(
            "覆盖企业",
            "覆盖企业数量",
        ),
        short="覆盖企业",
        about="合同对多少家企业有效，单独签的为 1 家",
    )
    covered_workers = CountField(
        "覆盖职工数",
        unit="人",
        aliases=(
            "覆盖职工",
            "覆盖职工人数",
            "职工人数",
            "覆盖人数",
        ),
        short="覆盖职工",
        about="合同对多少名职工有效",
    )
    covered_women = CountField(
        "其中女职工",
        at_most=(covered_workers,),
        unit="人",
        aliases=("覆盖女职工",),
        about="有效的职工中女性有多少人",
    )
    wage_total = MoneyField(
        "年度工资总额",
        null=True,
        unit="元",
        aliases=("工资总额",),
        help_text="工资专项集体合同填写",
        about="企业上一年度全部职工工资总额",
    )
    average_wage = MoneyField(
        "职工平均工资",
        null=True,
        unit="元",
        aliases=("平均工资", "月平均工资"),
        help_text="每人每月，协商确定的数额",
        about="合同里写明的职工月平均工资",
    )
    last_average_wage = MoneyField(
        "上年职工平均工资",
        null=True,
        unit="元",
        aliases=("上年平均工资",),
        help_text="每人每月",
        about="上一年职工的平均工资，用来算增幅",
    )
    wage_growth = Derived(
        "平均工资增幅",
        _wage_growth,
        align="right",
        sort=_by_growth,
        about="协商工资比上年高百分之几，自动算出",
    )
    published = TextField(
        "公布方式、日期", null=True, aliases=("公布方式",), about="怎样向全体职工公布，哪天公布的"
    )
    renewed_from = ReferenceField(
        "续签自",
        "self",
        null=True,
        backref="renewals",
        about="这份是续签的，就选原来那一份",
        rule=regulations.CONTRACT_TERM,
    )
    status = ChoiceField("状态", ContractStatus, default=ContractStatus.DRAFT.value)
    ended_on = DateField(
        "终止日期",
        null=True,
        past=True,
        after=(effective_on,),
        about="没有到期就解除的日子，从这天起不再计入",
    )
    end_reason = TextField("终止原因", null=True, suggest=True, about="为什么提前终止，例如 企业关闭")
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (title, contract_no)


class ContractCoverage(Record):
    """An enterprise that a contract covers, and how many of its workers.

    The contract of a single enterprise has one such row, of itself, so that all are counted alike.
    """

    contract_id: int

    contract = ReferenceField("合同", CollectiveContract, backref="coverage")
    employer = TextField(
        "企业名称",
        index=True,
        suggest=True,
        aliases=("覆盖企业",),
        about="区域、行业合同覆盖的一家企业",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=employer, backref="covered_by")
    workers = CountField(
        "覆盖职工数",
        unit="人",
        aliases=("职工人数", "覆盖职工", "职工数", "覆盖职工人数", "覆盖人数"),
        about="这家企业受合同覆盖的职工人数",
    )
    women = CountField(
        "其中女职工",
        null=True,
        at_most=(workers,),
        unit="人",
        about="这家企业受覆盖的女职工人数",
    )
    remark = TextField("备注", null=True)

    naming = (employer,)


def in_force(day: date) -> Query[CollectiveContract]:
    """Select the contracts that are effective on a day, whatever became of them later.

    An expired contract is never among them, one that was ended early, or whose unit closed, only up to
    that day.
    """
    contract = CollectiveContract
    not_ended = contract.ended_on.is_null() | (contract.ended_on > day)
    running = (contract.effective_on <= day) & (contract.start_on <= day) & (contract.end_on >= day)
    standing = contract.enterprise.is_null() | contract.enterprise.not_in(closed_units(day))
    effective = Ids(contract.alive().where(running & not_ended & standing), in_force, day)
    return contract.alive().where(InWords(contract.id.in_(effective), f"{write_date(day)}有效"))


def not_renewed() -> ColumnBase:
    """Return the SQL for the contracts that no other one renews, be it a draft."""
    following = CollectiveContract.alias()
    renewed = following.select(following.renewed_from).where(
        following.deleted_at.is_null(), following.renewed_from.is_null(False)
    )
    return CollectiveContract.id.not_in(renewed)
