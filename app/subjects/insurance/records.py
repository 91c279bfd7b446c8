"""Mutual medical insurance (职工互助保障): products, enrolments, consultations (domain 8)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from peewee import SQL, fn

from app.fields import (
    BankCardField,
    ChoiceField,
    ChoicesField,
    CountField,
    DateField,
    Derived,
    DiffersReasonField,
    MobileField,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
    When,
    taken,
)
from app.records import terms
from app.records.base import Query, Record
from app.records.naming import NamedLink
from app.rules import regulations
from app.rules.dates import age_on
from app.rules.money import write_fen
from app.subjects.unions.enterprises.records import Enterprise

WORK_STATES = ("在职", "退休")
SINGLE, WITH_UNIT = "散户", "单位集体"


class GroupStatus(StrEnum):
    """Where the enrolment of a unit stands."""

    OPEN = "办理中"
    DONE = "已完成"


class EnrolmentStatus(StrEnum):
    """Where an enrolment stands."""

    UNPAID = "待缴"
    IN_FORCE = "有效"
    ENDED = "到期"
    WITHDRAWN = "退保"


def _title(product: MutualProduct) -> str | None:
    return f"{product.year}年{product.name}" if product.year and product.name else None


class MutualProduct(Record):
    """An insurance product in the terms of one year: premium and cover change from year to year."""

    name = TextField(
        "产品名称",
        suggest=True,
        aliases=(
            "名称",
            "险种",
            "险种名称",
        ),
        help_text="不写年度，例如 在职住院保障",
        about="保障产品的名称，每年同名",
    )
    year = CountField("年度", aliases=("保障年度",), about="产品是哪一年的，保费每年可以不同")
    title = TextField("产品全称", null=True, derive=_title, index=True, about="年度和产品名称合成的全称")
    kind = ChoiceField(
        "类别",
        ("住院", "大病", "女职工", "意外", "退休住院"),
        aliases=("产品类别",),
        about="保障住院、大病、女职工还是意外",
    )
    audience = ChoicesField(
        "对象", (*WORK_STATES, SINGLE), aliases=("参保对象",), about="哪些人可以参加，可选几项"
    )
    premium = MoneyField("保费", unit="元", aliases=("每份保费",), about="每人每份一年多少钱")
    cover_from = DateField(
        "保障起",
        aliases=(
            "保障期限",
            "保障期间",
            "保障开始日期",
            "保障期起",
            "起始日期",
        ),
        about="全年保障从哪天开始",
    )
    cover_to = DateField(
        "保障止",
        since=cover_from,
        aliases=(
            "保障结束日期",
            "保障期止",
            "终止日期",
        ),
        about="全年保障到哪天为止",
    )
    product_no = SerialField("产品编号", "BZ", dated_by=cover_from, unique=True, aliases=("编号",))
    waiting_days = CountField(
        "等待期天数",
        default=0,
        unit="天",
        help_text="新参保的从保障开始日算起",
        aliases=("等待期",),
        about="新参保的多少天内住院不给付",
    )
    claim_months = CountField(
        "申请时限",
        default=24,
        unit="个月",
        help_text="出院后多少个月内申请有效",
        about="多少个月内不申请算放弃",
    )
    yearly_cap = MoneyField(
        "年度封顶", null=True, unit="元", aliases=("封顶额",), about="一个人一年最多给付多少钱"
    )
    benefit = NotesField("给付标准", null=True, about="怎样给付，例如 每住院一天多少元")
    remark = NotesField("备注", null=True)

    naming = (title, product_no)


def _of_product(name: str) -> Callable[[MutualGroup | MutualEnrolment], Any]:
    def value(record: MutualGroup | MutualEnrolment) -> Any:  # noqa: ANN401  # as typed as the product's field
        return getattr(record.product, name) if record.product_id is not None else None

    return value


def _premium_due(group: MutualGroup) -> int | None:
    if group.product_id is None:
        return None
    persons = (group.active_count or 0) + (group.retired_count or 0)
    return int((group.product.premium or 0) * persons)


def roster_of(group: MutualGroup) -> Query[MutualEnrolment]:
    """Select the persons entered on a unit's list that were not withdrawn."""
    persons = MutualEnrolment.alive().where(MutualEnrolment.group == (group.id or 0))
    return persons.where(MutualEnrolment.status != EnrolmentStatus.WITHDRAWN)


def roster_sum(group: MutualGroup) -> tuple[int, int]:
    """Return how many persons a unit's list holds, and the sum of their premiums in fen."""
    counted = fn.COUNT(1), fn.COALESCE(fn.SUM(MutualEnrolment.premium), 0)
    persons, premiums = roster_of(group).select(*counted).tuples()[0]
    return persons, premiums


def _roster(group: MutualGroup) -> str:
    if group.id is None:
        return ""
    persons, premiums = roster_sum(group)
    return f"{persons} 人，{write_fen(premiums)} 元"


class MutualGroup(Record):
    """The enrolment of a unit's workers as a group (参保单): head counts, and the fee received."""

    product_id: int | None

    registered_on = DateField("登记日期", default=date.today, aliases=("参保日期", "日期"))
    group_no = SerialField("参保单编号", "CD", dated_by=registered_on, unique=True, aliases=("编号",))
    product = ReferenceField(
        "产品",
        MutualProduct,
        backref="groups",
        aliases=(
            "产品全称",
            "产品名称",
            "险种",
            "险种名称",
        ),
        about="单位参加的是哪一年的哪个产品",
    )
    year = CountField("年度", derive=_of_product("year"), about="保障属于哪一年，随产品")
    unit_name = TextField(
        "单位名称",
        suggest=True,
        index=True,
        aliases=(
            "参保单位",
            "投保单位",
        ),
        about="照公章写，一个单位一年一个产品一张单",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=unit_name, backref="mutual_groups")
    unit_kind = ChoiceField(
        "单位性质", ("机关", "事业", "企业", "社会组织", "其他"), about="单位是机关、事业、企业还是社会组织"
    )
    active_count = CountField(
        "在职人数", default=0, unit="人", aliases=("在职参保人数",), about="单子上的在职人数，与名册核对"
    )
    retired_count = CountField(
        "退休人数", default=0, unit="人", aliases=("退休参保人数",), about="单子上的退休人数，与名册核对"
    )
    premium_due = MoneyField(
        "应收保费", unit="元", null=True, derive=_premium_due, about="人数乘保费，自动算出"
    )
    fee_received = MoneyField(
        "实收保费",
        null=True,
        unit="元",
        aliases=("保费", "实收金额", "实缴保费"),
        about="单位实际交来多少钱，与应收核对",
    )
    received_on = DateField("收费日期", null=True, about="单位的保费到账的日子")
    roster = Derived("名册合计", _roster, about="随这张参保单登记的人数和保费")
    papers = ChoicesField(
        "已交材料",
        ("参保单(一式两份)", "名册(纸质)", "名册(电子)", "劳模名单", "特困名单"),
        null=True,
        about="单位已经交来的材料，勾选",
    )
    contact_name = TextField("联系人", null=True, about="单位里办参保的人")
    mobile = MobileField("联系人手机", null=True, about="催材料、发通知时找联系人的手机")
    completed_on = DateField(
        "完成日期", null=True, after=(received_on,), about="名册、材料、保费都齐了的日子"
    )
    status = ChoiceField(
        "办理情况",
        GroupStatus,
        default=GroupStatus.OPEN.value,
        aliases=("状态",),
        about="还在办，还是已经办完",
    )
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (unit_name, group_no)


def _age_at_start(enrolment: MutualEnrolment) -> int | None:
    if enrolment.birth_date is None or enrolment.cover_from is None:
        return None
    return age_on(enrolment.birth_date, enrolment.cover_from)


class MutualEnrolment(Record):
    """One person's share in a product: one for each person and period (domain 8.1)."""

    product_id: int | None
    group_id: int | None

    registered_on = DateField("登记日期", entered=True, default=date.today)
    enrolment_no = SerialField("参保编号", "CB", dated_by=registered_on, unique=True, aliases=("编号",))
    product = ReferenceField(
        "产品",
        MutualProduct,
        backref="enrolments",
        fills=taken("premium", "cover_from", "cover_to"),
        aliases=(
            "产品全称",
            "产品名称",
            "险种",
            "险种名称",
            "保险名称",
            "保障项目",
            "保障计划",
            "保险险种",
            "参保险种",
        ),
        about="参加的是哪一年的哪个产品",
    )
    year = CountField("年度", derive=_of_product("year"), about="保障属于哪一年，随产品")
    mode = ChoiceField(
        "参保方式",
        (SINGLE, WITH_UNIT),
        default=SINGLE,
        synonyms={"个人": SINGLE, "集体": WITH_UNIT},
        aliases=("投保方式",),
        about="随单位参加的选单位集体，自己来的选散户",
    )
    group = ReferenceField(
        "参保单",
        MutualGroup,
        null=True,
        backref="enrolments",
        help_text="随单位参保的填写",
        about="集体参保的选他单位的那张单，人数和保费随之核对",
    )
    renewal = ChoiceField(
        "新保/续保",
        ("新保", "续保"),
        default="新保",
        aliases=("参保类型",),
        about="上一期参加过的选续保，免等待期",
    )
    name = PersonNameField(
        "姓名",
        alone=True,
        index=True,
        aliases=(
            "参保人",
            "被保障人",
            "被保险人",
            "参保人姓名",
            "参保职工",
            "会员姓名",
            "职工姓名",
        ),
    )
    sex = ChoiceField("性别", terms.Sex)
    birth_date = DateField(
        "出生日期",
    )
    id_differs_reason = DiffersReasonField()
    id_number = ResidentIdField(
        "身份证号",
        sex=sex,
        born=birth_date,
        differs=id_differs_reason,
        help_text="性别和出生日期会自动填好",
        about="参保人的号码，同一产品同一年度只能参保一份",
        rule=regulations.ONE_SHARE,
    )
    age_at_start = CountField(
        "参保年龄", null=True, derive=_age_at_start, unit="岁", about="保障开始那天的周岁，自动算出"
    )
    work_state = ChoiceField(
        "在职/退休",
        WORK_STATES,
        default="在职",
        aliases=(
            "人员类别",
            "人员类型",
            "人员状态",
        ),
        about="参保时在职还是退休，产品按它分",
    )
    employer = TextField(
        "单位",
        null=True,
        required_if=(When(mode, WITH_UNIT),),
        suggest=True,
        aliases=("工作单位", "单位名称", "参保单位", "所在单位", "投保单位"),
        about="参保人的单位，散户的可不填",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=employer, backref="mutual_enrolments")
    mobile = MobileField(
        "手机号码",
        null=True,
        about="通知续保和给付用的手机",
    )
    premium = MoneyField(
        "保费",
        unit="元",
        aliases=(
            "缴费金额",
            "保险费",
            "保障费",
            "缴纳金额",
            "保费金额",
            "参保金额",
            "金额",
        ),
        help_text="选了产品会自动填好",
        about="这份保障交了多少钱",
    )
    paid_on = DateField(
        "缴费日期",
        null=True,
        past=True,
        aliases=("交费日期", "缴费时间"),
        about="保费到账的日子，缴了费才有效",
    )
    cover_from = DateField(
        "期限起",
        aliases=(
            "保障起",
            "保障期限",
            "保障期间",
            "保险期限",
            "保险期间",
            "起始日期",
            "保障开始日期",
            "保障起始日期",
            "开始日期",
            "生效日期",
            "保险起期",
            "起保日期",
        ),
        about="保障从哪天零时开始",
    )
    cover_to = DateField(
        "期限止",
        since=cover_from,
        aliases=(
            "保障止",
            "终止日期",
            "到期日期",
            "保障结束日期",
            "保障终止日期",
            "结束日期",
            "截止日期",
            "保险止期",
            "到期日",
        ),
        about="保障到哪天二十四时为止",
    )
    bank_card = BankCardField("银行卡号", null=True, about="以后给付打到哪张卡")
    withdrawn_on = DateField(
        "退保日期",
        null=True,
        past=True,
        after=(paid_on,),
        aliases=("退保时间",),
        about="办理退保的日子，保障期中一般不退",
    )
    status = ChoiceField("状态", EnrolmentStatus, default=EnrolmentStatus.UNPAID.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, enrolment_no, id_number)


# One share for a person in a product of a year (domain 8.2); who withdrew may enrol again.
MutualEnrolment.add_index(
    SQL(
        "CREATE UNIQUE INDEX IF NOT EXISTS mutual_enrolment_once ON mutual_enrolment (id_number, product_id) "
        "WHERE deleted_at IS NULL AND status <> '退保'"
    )
)


class MutualConsultation(Record):
    """A question about the insurance that was answered, or a day's count of them."""

    asked_on = DateField(
        "日期",
        default=date.today,
        past=True,
        aliases=("咨询日期", "接待日期", "咨询时间", "接待时间"),
        about="来咨询的日子，按天合计的填那一天",
    )
    way = ChoiceField(
        "方式",
        ("窗口", "电话", "上门"),
        default="窗口",
        aliases=("咨询方式",),
        about="在窗口、电话里，还是上门咨询",
    )
    persons = CountField(
        "人次",
        default=1,
        least=1,
        unit="人次",
        help_text="一次登记一人，或登记一天的合计",
        aliases=("人数",),
        about="这一条算多少人次，咨询人次按它合计",
    )
    topic = TextField(
        "咨询内容",
        null=True,
        suggest=True,
        aliases=(
            "内容",
            "咨询事项",
        ),
        about="咨询了什么，例如 住院怎样报销",
    )
    handled_by = TextField(
        "接待人", null=True, suggest=True, aliases=("经办人",), about="接待来人或接电话的工作人员"
    )
    remark = TextField("备注", null=True)

    def __str__(self) -> str:
        day = MutualConsultation.asked_on.format(self.asked_on)
        return f"{day}{self.way}咨询" if day else super().__str__()
