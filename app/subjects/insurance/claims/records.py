"""Claims on mutual insurance (给付申请): what a stay cost, and what was paid back (domain 8.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from app.fields import (
    BankCardField,
    ChoiceField,
    ChoicesField,
    DateField,
    MoneyField,
    NotesField,
    PersonNameField,
    PrivateTextField,
    ReferenceField,
    ResidentIdField,
    SerialField,
    TextField,
    When,
    taken,
)
from app.records.base import Record
from app.rules import regulations
from app.subjects.insurance.records import MutualEnrolment, MutualProduct


class ClaimStatus(StrEnum):
    """Where a claim stands."""

    RECEIVED = "受理"
    INCOMPLETE = "补材料"
    REPORTED = "报上级"
    PAID = "已给付"
    REFUSED = "不予给付"


def _of_enrolment(name: str) -> Callable[[MutualClaim], Any]:
    def value(claim: MutualClaim) -> Any:  # noqa: ANN401  # as typed as the enrolment's field
        return getattr(claim.enrolment, name) if claim.enrolment_id is not None else None

    return value


class MutualClaim(Record):
    """A claim for medical costs (给付申请) on one person's enrolment."""

    enrolment_id: int | None

    admitted_on = DateField(
        "就诊/入院日期",
        aliases=("入院日期", "就诊日期", "住院日期", "入院时间", "就诊时间", "住院时间", "住院期间"),
        short="入院日期",
        about="看病或住院的第一天，要在保障期限内",
    )
    applied_on = DateField(
        "申请日期",
        default=date.today,
        past=True,
        after=(admitted_on,),
        aliases=("申请时间", "申报日期", "受理日期"),
        about="交来给付申请的日子，过了申请时限不予给付",
    )
    claim_no = SerialField("给付编号", "JF", dated_by=applied_on, unique=True, aliases=("编号",))
    enrolment = ReferenceField(
        "参保记录",
        MutualEnrolment,
        backref="claims",
        fills=taken("bank_card"),
        aliases=("参保编号",),
        about="凭哪一份参保申请，出险要在它的期限内",
    )
    name = PersonNameField("姓名", derive=_of_enrolment("name"), index=True, about="参保人的姓名，随参保记录")
    id_number = ResidentIdField(
        "身份证号", derive=_of_enrolment("id_number"), about="参保人的号码，随参保记录"
    )
    product = ReferenceField(
        "产品",
        MutualProduct,
        null=True,
        derive=_of_enrolment("product"),
        backref="claims",
        about="参加的产品，随参保记录",
    )
    address = TextField(
        "住址", null=True, aliases=("家庭住址", "联系地址"), about="申请人现在的住址，申请表上要填"
    )
    kind = ChoiceField(
        "给付类型",
        ("住院", "大病", "其他"),
        default="住院",
        aliases=(
            "类型",
            "理赔类型",
            "给付类别",
        ),
        about="因住院、大病还是其他情形申请",
    )
    discharged_on = DateField(
        "出院日期",
        null=True,
        past=True,
        since=admitted_on,
        aliases=("出院时间",),
        about="出院的日子，申请时限从这一天算",
    )
    hospital = TextField(
        "医院",
        null=True,
        suggest=True,
        aliases=("就诊医院", "治疗医院", "医院名称", "住院医院"),
        about="在哪家医院看的，写全称",
    )
    diagnosis = PrivateTextField(
        "诊断",
        null=True,
        help_text="敏感信息，只在需要时填写，不打印在名单上",
        aliases=("病种", "疾病名称", "诊断结果"),
        about="照出院小结抄，只用来判断属于哪种给付",
        rule=regulations.SENSITIVE,
    )
    total_cost = MoneyField(
        "医疗总费用",
        null=True,
        unit="元",
        aliases=("总费用", "医疗费用", "医疗费总额", "医疗费"),
        about="这次看病一共花了多少钱，照结算单",
    )
    insurance_paid = MoneyField(
        "医保支付",
        null=True,
        at_most=(total_cost,),
        unit="元",
        aliases=("医保支付金额", "统筹支付", "医保报销"),
        about="结算单上医保统筹和附加支付的合计",
    )
    own_share = MoneyField(
        "个人自付",
        null=True,
        unit="元",
        aliases=("自付金额", "自付费用", "个人自付金额", "个人负担"),
        about="自己负担了多少，给付不超过它",
    )
    claimed = MoneyField(
        "申请金额",
        null=True,
        unit="元",
        aliases=("申报金额",),
        about="本人在申请书上要求的数，不超过个人自付",
    )
    assessed = MoneyField(
        "审核金额", null=True, unit="元", aliases=("核定金额",), about="按产品标准算下来应给多少"
    )
    granted = MoneyField(
        "给付金额",
        null=True,
        at_most=(assessed,),
        unit="元",
        aliases=(
            "报销金额",
            "理赔金额",
            "赔付金额",
            "补助金额",
        ),
        about="实际给付多少钱，统计报销金额用",
    )
    granted_on = DateField(
        "给付日期",
        null=True,
        past=True,
        after=(applied_on,),
        aliases=(
            "报销日期",
            "理赔日期",
            "赔付日期",
            "给付时间",
        ),
        about="钱打到卡上的日子，统计按这一天",
    )
    bank_card = BankCardField("银行卡号", null=True, about="给付打到哪张银行卡")
    bank_name = TextField(
        "开户银行",
        null=True,
        wanted_if=(When(bank_card),),
        suggest=True,
        about="写到支行，打款退回时好核对",
    )
    bank_holder = PersonNameField(
        "户名",
        null=True,
        wanted_if=(When(bank_card),),
        help_text="一般是本人",
        about="收款卡的户名，应是参保人本人",
    )
    papers = ChoicesField(
        "材料清单",
        (
            "互助金申请书",
            "身份证复印件",
            "银行卡复印件",
            "会员证明",
            "出院小结",
            "医保结算单",
            "费用收据",
            "大病证明",
        ),
        null=True,
        about="已经收齐的申请材料，勾选",
    )
    lacking = TextField("待补材料", null=True, about="还缺哪些材料，通知本人补来")
    refused_reason = TextField("不予给付原因", null=True, suggest=True, about="为什么不予给付，要告诉申请人")
    status = ChoiceField("状态", ClaimStatus, default=ClaimStatus.RECEIVED.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (name, claim_no)
