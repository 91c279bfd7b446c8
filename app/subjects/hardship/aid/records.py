"""Aid batches (发放批次), payments, and the lists as they were approved (domain 3.7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from peewee import SQL, ColumnBase, fn

from app.fields import (
    BankCardField,
    ChoiceField,
    CountField,
    DateField,
    Derived,
    FlagField,
    MobileField,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
    When,
)
from app.records.base import Query, Record
from app.records.terms import FUND_SOURCES, TRANSFERS
from app.rules import regulations
from app.rules.dates import write_date
from app.rules.money import write_fen
from app.subjects.hardship.files.records import CATEGORY_SYNONYMS, Category, HardshipFile
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.unions.enterprises.records import Enterprise

FESTIVE_KIND = "送温暖慰问"
SCHOOL_KIND, SCHOOL_OCCASION = "子女助学", "金秋助学"
AID_KINDS = (
    "生活救助",
    "医疗救助",
    SCHOOL_KIND,
    FESTIVE_KIND,
    "临时救助",
    "就业帮扶",
    "法律援助",
    "职业培训",
)
OCCASIONS = ("元旦", "春节", "三八", "五一", "端午", "高温", SCHOOL_OCCASION, "中秋", "国庆", "重阳", "日常")
BY_CARD, IN_KIND = "银行卡", "实物"
PAY_MODES = (BY_CARD, "现金", IN_KIND)
_OCCASIONS_ALSO = {
    **dict.fromkeys(("新年", "元旦节"), "元旦"),
    **dict.fromkeys(("新春", "春节慰问", "农历新年"), "春节"),
    **dict.fromkeys(("妇女节", "三八妇女节", "三八节"), "三八"),
    **dict.fromkeys(("劳动节", "五一劳动节", "五一节"), "五一"),
    **dict.fromkeys(("送清凉", "防暑降温", "高温慰问"), "高温"),
    **dict.fromkeys(("重阳节", "敬老节"), "重阳"),
    **dict.fromkeys(("平时", "日常救助"), "日常"),
    "端午节": "端午",
    "中秋节": "中秋",
    "国庆节": "国庆",
    "助学": SCHOOL_OCCASION,
}
_PAY_MODES_ALSO = {
    **dict.fromkeys((*TRANSFERS, "转账", "打卡", "银行打卡", "打卡发放"), BY_CARD),
    **dict.fromkeys(("物品", "物资", "慰问品"), IN_KIND),
    **dict.fromkeys(("发现金", "现金发放"), "现金"),
}
KIND_SYNONYMS = {SCHOOL_OCCASION: SCHOOL_KIND, "慰问": FESTIVE_KIND, "送温暖": FESTIVE_KIND}


class AidStatus(StrEnum):
    """Where a batch or a payment stands."""

    DRAFT = "拟定"
    APPROVED = "已审批"
    PAID = "已发放"
    RETURNED = "退回"
    VOID = "作废"


COMMITTED = (AidStatus.DRAFT.value, AidStatus.APPROVED.value, AidStatus.PAID.value)
SPENT = (AidStatus.APPROVED.value, AidStatus.PAID.value)


def live_payments(batch: AidBatch) -> Query[AidPayment]:
    """Select a batch's payments that are neither binned nor void."""
    payments = AidPayment.alive().where(AidPayment.batch == batch, AidPayment.status.in_(COMMITTED))
    return payments.order_by(AidPayment.id)


def batch_sum(batch: AidBatch) -> int:
    """Add up a batch's payments, in fen."""
    return int(live_payments(batch).select(fn.COALESCE(fn.SUM(AidPayment.amount), 0)).order_by().scalar())


def _count(batch: AidBatch) -> str:
    return str(live_payments(batch).count()) if batch.id else ""


def _sum(batch: AidBatch) -> str:
    return AidPayment.amount.format(batch_sum(batch)) if batch.id else ""


def _by_count() -> Query[AidPayment]:
    return _of_each_batch(fn.COUNT(1))


def _by_sum() -> Query[AidPayment]:
    return _of_each_batch(fn.COALESCE(fn.SUM(AidPayment.amount), 0))


def _of_each_batch(measure: ColumnBase) -> Query[AidPayment]:
    return AidPayment.select(measure).where(
        AidPayment.batch == AidBatch.id,
        AidPayment.deleted_at.is_null(),
        AidPayment.status.in_(COMMITTED),
    )


def fund_balance(source: str) -> int:
    """Return what is left of a fund, in fen: received less what was approved or paid."""
    received = FundIncome.alive().where(FundIncome.fund_source == source)
    spent = AidPayment.alive().where(
        AidPayment.fund_source == source,
        AidPayment.status.in_(SPENT),
    )
    return int(received.select(fn.COALESCE(fn.SUM(FundIncome.amount), 0)).scalar()) - int(
        spent.select(fn.COALESCE(fn.SUM(AidPayment.amount), 0)).scalar()
    )


def fund_notes() -> dict[str, str]:
    """Return what is said beside each source of money while one is chosen: what is left of it."""
    return {source: f"余额 {write_fen(fund_balance(source))} 元" for source in FUND_SOURCES}


class AidBatch(Record):
    """One hand-out of aid to several people (发放批次)."""

    planned_on = DateField(
        "发放日期", default=date.today, aliases=("发放时间",), about="打算哪天发到人手里，到期没发列为待办"
    )
    batch_no = SerialField("批次编号", "FF", dated_by=planned_on, unique=True)
    name = TextField(
        "批次名称",
        help_text="例如 2011年春节困难职工慰问",
        aliases=("名称", "发放名称"),
        about="这一次发放的名称，发放表的标题用它",
    )
    year = CountField("年度")
    occasion = ChoiceField(
        "节日",
        OCCASIONS,
        default="日常",
        synonyms=_OCCASIONS_ALSO,
        help_text="同一人同一年同一节日只发一次",
        about="为哪个节日发放，平时救助的不选",
    )
    aid_kind = ChoiceField(
        "帮扶类别",
        AID_KINDS,
        default=FESTIVE_KIND,
        synonyms=KIND_SYNONYMS,
        aliases=("帮扶类型", "救助类别", "慰问类型"),
        about="这一批属于哪一类帮扶，批内每笔相同",
    )
    fund_source = ChoiceField(
        "资金来源",
        FUND_SOURCES,
        default="本级工会经费",
        notes=fund_notes,
        about="这一批的钱从哪里来，审批时核对余额",
        rule=regulations.FUND_USE,
    )
    pay_mode = ChoiceField(
        "发放方式",
        PAY_MODES,
        default="现金",
        synonyms=_PAY_MODES_ALSO,
        about="这一批一般怎样发，个别人可以另选",
    )
    persons = Derived("人数", _count, align="right", sort=_by_count, about="这一批发给多少人，自动计算")
    total = Derived("合计金额", _sum, align="right", sort=_by_sum, about="这一批一共多少钱，自动计算")
    approved_by = TextField(
        "审批人",
        null=True,
        suggest=True,
        stays=True,
        about="审批同意这一批的负责人",
    )
    approved_on = DateField(
        "审批日期", null=True, aliases=("审批时间",), about="审批同意的日子，审批后金额不能再改"
    )
    paid_on = DateField(
        "实发日期", null=True, aliases=("实际发放日期",), about="整批发完的日子，办“发放”时填写"
    )
    balance_before = MoneyField(
        "发放前余额", null=True, unit="元", about="发放前这一资金来源还剩多少，审批时记下"
    )
    balance_after = MoneyField(
        "发放后余额", null=True, unit="元", about="发放后这一资金来源还剩多少，审批时记下"
    )
    status = ChoiceField("状态", AidStatus, default=AidStatus.DRAFT.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, batch_no)


def batch_of(payment: AidPayment) -> AidBatch | None:
    """Return the batch a payment belongs to, also one not kept yet; None where none was chosen."""
    batch: AidBatch | None = payment.__rel__.get("batch")
    if batch is None and payment.batch_id is not None:
        batch = payment.batch
    return batch


def _of_batch(name: str) -> Callable[[AidPayment], Any]:
    def value(payment: AidPayment) -> Any:  # noqa: ANN401  # as typed as the batch's field
        batch = batch_of(payment)
        return getattr(batch, name) if batch is not None else None

    return value


def _title(payment: AidPayment) -> str | None:
    """Tell a payment from others to the same person: occasion, kind, amount and day."""
    batch = batch_of(payment)
    if not payment.name or batch is None or payment.amount is None:
        return None
    aid = f"{batch.year}年{batch.occasion}{batch.aid_kind} {write_fen(payment.amount)}元"
    return f"{payment.name} {aid} {write_date(payment.paid_on or batch.planned_on)}"


def _outside(payment: AidPayment) -> bool:
    return payment.file_id is None


class AidPayment(Record):
    """Aid given to one person: the person's particulars are kept as they were then."""

    batch_id: int | None
    file_id: int | None

    batch = ReferenceField(
        "发放批次", AidBatch, backref="payments", about="这笔帮扶属于哪一次发放，节日和资金来源随批次"
    )
    file = ReferenceField(
        "困难档案",
        HardshipFile,
        null=True,
        backref="payments",
        help_text="没有档案的填姓名和身份证号",
        aliases=("档案编号",),
        about="受助人的困难档案，在档的才能发放",
        rule=regulations.OPEN_FILE,
    )
    outside = FlagField("建档外", derive=_outside, about="没有建档而只在节日慰问的自动标出")
    name = PersonNameField(
        "姓名",
        alone=True,
        index=True,
        aliases=("受助人", "受助人姓名", "困难职工姓名", "慰问对象", "职工姓名"),
        about="受助人的姓名，选了档案自动填好",
    )
    title = TextField("发放名称", null=True, derive=_title, longest=200, about="所在批次的名称，自动带出")
    id_number = ResidentIdField(
        "身份证号",
        about="受助人的号码，同一人同一节日只发一次",
    )
    employer = TextField(
        "工作单位",
        null=True,
        suggest=True,
        units=Enterprise,
        about="受助人的工作单位，统计帮扶了多少家单位用",
    )
    category = ChoiceField(
        "困难类别",
        Category,
        null=True,
        synonyms=CATEGORY_SYNONYMS,
        aliases=("困难类型",),
        about="发放时的困难类别，以后改了档案也不变",
    )
    mobile = MobileField(
        "手机号码",
        null=True,
        about="受助人的手机号码，通知领取用",
    )
    aid_kind = ChoiceField(
        "帮扶类别",
        AID_KINDS,
        derive=_of_batch("aid_kind"),
        about="属于哪一类帮扶，随批次",
        aliases=(
            "帮扶项目",
            "慰问类别",
            "慰问项目",
            "救助类型",
            "救助项目",
            "帮扶类型",
            "救助类别",
            "慰问类型",
        ),
    )
    occasion = ChoiceField("节日", OCCASIONS, derive=_of_batch("occasion"), about="为哪个节日发放，随批次")
    year = CountField("年度", derive=_of_batch("year"), about="计入哪一年，随批次")
    fund_source = ChoiceField(
        "资金来源", FUND_SOURCES, derive=_of_batch("fund_source"), about="钱从哪里来，随批次"
    )
    amount = MoneyField(
        "金额",
        least=1,
        unit="元",
        help_text="实物填折价",
        aliases=(
            "金额(元)",
            "金额（元）",
            "慰问金",
            "慰问金额",
            "发放金额",
            "帮扶金额",
            "救助金额",
            "补助金额",
            "补助金",
            "救助金",
            "帮扶金",
            "帮困金",
            "帮困金额",
        ),
        about="发给这个人的钱数，节日慰问受“设置”中帮扶限额约束",
    )
    pay_mode = ChoiceField(
        "发放方式",
        PAY_MODES,
        default="现金",
        synonyms=_PAY_MODES_ALSO,
        about="打卡、现金还是实物；实名打卡最稳妥",
        rule=regulations.REAL_NAME,
    )
    goods = TextField(
        "物品名称",
        null=True,
        only_then=True,
        required_if=(When(pay_mode, IN_KIND),),
        help_text="发实物时填，金额填折价",
        aliases=("慰问品",),
        about="发的是什么东西，例如 大米、食用油",
    )
    goods_count = CountField(
        "数量", null=True, wanted_if=(When(pay_mode, IN_KIND),), about="发给这个人多少件"
    )
    paid_on = DateField(
        "发放日期",
        null=True,
        aliases=(
            "发放时间",
            "慰问日期",
        ),
        about="实际发到本人手里的日子，不早于建档",
    )
    bank_card = BankCardField(
        "银行卡号",
        null=True,
        required_if=(When(pay_mode, BY_CARD),),
        about="收款的银行卡号，选了档案自动填好",
    )
    bank_name = TextField(
        "开户银行",
        null=True,
        suggest=True,
        about="写到支行，银行退回时好核对",
    )
    bank_holder = PersonNameField(
        "户名",
        null=True,
        required_if=(When(pay_mode, BY_CARD),),
        about="收款卡的户名，应是本人或家庭成员",
        rule=regulations.REAL_NAME,
    )
    receiver = PersonNameField(
        "领款人",
        null=True,
        help_text="不是本人领取时填写",
        aliases=("领取人", "签收人", "代领人"),
        about="代领人的姓名，本人领取的空着",
    )
    receiver_relation = TextField(
        "与受助人关系",
        null=True,
        suggest=True,
        aliases=("与本人关系",),
        about="代领的人是配偶、子女还是同事，发放表上写明",
    )
    signed = FlagField("已签收", default=False, about="现金或实物已由本人签字领取的选“是”")
    voucher_no = TextField("凭证号", null=True, about="支付这笔钱的会计凭证编号")
    own_share = MoneyField(
        "医疗自付金额",
        null=True,
        unit="元",
        help_text="医疗救助填写",
        about="报销以后自己负担的医疗费，医疗救助不超过它",
    )
    student_name = PersonNameField(
        "学生姓名",
        alone=True,
        null=True,
        help_text="助学填写",
        about="受助学的子女姓名，同一家两个孩子分两笔",
    )
    school = TextField(
        "学校", null=True, suggest=True, aliases=("录取学校", "就读学校"), about="学生就读或录取的学校全称"
    )
    grade = TextField("录取批次/年级", null=True, about="录取批次，或现在读几年级")
    tuition = MoneyField("学费", null=True, unit="元", about="照学费收据或录取通知书，助学金不超过它")
    admission_notice = FlagField("有录取通知书", null=True, about="已看过录取通知书原件的选“是”")
    other_aid = TextField(
        "已获其他来源资助",
        null=True,
        help_text="写明来源和金额",
        about="别的单位已经资助过的来源和金额，避免重复",
    )
    override_reason = TextField(
        "重复发放理由", null=True, help_text="同一节日再次发放时必须写明", about="为什么要在同一节日再发一次"
    )
    status = ChoiceField("状态", AidStatus, default=AidStatus.DRAFT.value)
    status_reason = TextField("退回或作废原因", null=True, about="为什么退回或作废这笔发放")
    remark = NotesField("备注", null=True)

    naming = (name, title, id_number)

    def __str__(self) -> str:
        return self.title or super().__str__()


# One payment for a person or student, kind, occasion and year, unless a reason overrides the rule (design 3).
AidPayment.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS aid_payment_once ON aid_payment "
        "(id_number, aid_kind, occasion, year, COALESCE(student_name, '')) "
        "WHERE deleted_at IS NULL AND override_reason IS NULL "
        "AND status IN ('拟定', '已审批', '已发放')"
    )
)


class ApprovedLine(Record):
    """One line of a pay-out list as it stood when the list was approved; never edited."""

    payment_id: int

    batch = ReferenceField("发放批次", AidBatch, backref="approved_lines")
    payment = ReferenceField("发放记录", AidPayment, backref="approved_lines")
    name = PersonNameField("姓名", alone=True)
    id_number = ResidentIdField("身份证号")
    employer = TextField("工作单位", null=True)
    category = ChoiceField("困难类别", Category, null=True)
    aid_kind = ChoiceField("帮扶类别", AID_KINDS)
    fund_source = ChoiceField("资金来源", FUND_SOURCES)
    amount = MoneyField("金额", unit="元")
    mobile = MobileField("手机号码", null=True)
    bank_card = BankCardField("银行卡号", null=True)
    remark = NotesField("备注", null=True)
