"""Aid: the batches, and what each person got (domain 3.7)."""

from __future__ import annotations

from app.register import Child, Register, Section, State, Step
from app.subjects.hardship.aid import checks
from app.subjects.hardship.aid import steps as payout
from app.subjects.hardship.aid.campaigns import CAMPAIGNS
from app.subjects.hardship.aid.consistency import CONSISTENCY
from app.subjects.hardship.aid.due import batches_due
from app.subjects.hardship.aid.ledger import AID_LEDGER, AID_SPENDING
from app.subjects.hardship.aid.lists import AID_LIST, PAYOUT, TRANSFERS
from app.subjects.hardship.aid.records import AidBatch, AidPayment, AidStatus
from app.subjects.hardship.bank_sheets.sheet import BANK_SHEET
from app.subjects.hardship.standards.checks import PAYMENT

_PERSON = Section(
    "受助人",
    AidPayment.file,
    AidPayment.outside,
    AidPayment.name,
    AidPayment.id_number,
    AidPayment.employer,
    AidPayment.category,
    AidPayment.mobile,
)
_AID = Section(
    "发放",
    AidPayment.aid_kind,
    AidPayment.occasion,
    AidPayment.year,
    AidPayment.fund_source,
    AidPayment.amount,
    AidPayment.goods,
    AidPayment.goods_count,
    AidPayment.pay_mode,
    AidPayment.bank_card,
    AidPayment.bank_name,
    AidPayment.bank_holder,
    AidPayment.paid_on,
    AidPayment.signed,
    AidPayment.receiver,
    AidPayment.receiver_relation,
    AidPayment.voucher_no,
    AidPayment.override_reason,
    AidPayment.other_aid,
    AidPayment.status,
    AidPayment.status_reason,
    AidPayment.remark,
)
_SCHOOLING = Section(
    "助学与医疗",
    AidPayment.student_name,
    AidPayment.school,
    AidPayment.grade,
    AidPayment.tuition,
    AidPayment.admission_notice,
    AidPayment.own_share,
)

PAYMENTS = Register(
    "hardship.payments",
    "帮扶记录",
    AidPayment,
    columns=(
        AidPayment.name,
        AidPayment.year,
        AidPayment.occasion,
        AidPayment.amount,
        AidPayment.paid_on,
        AidPayment.status,
    ),
    sections=(Section("批次", AidPayment.batch, AidPayment.title), _PERSON, _AID, _SCHOOLING),
    filters=(
        AidPayment.year,
        AidPayment.occasion,
        AidPayment.aid_kind,
        AidPayment.fund_source,
        AidPayment.status,
        AidPayment.outside,
    ),
    search=(AidPayment.name, AidPayment.id_number, AidPayment.employer, AidPayment.mobile),
    checks=PAYMENT,
    consistency=CONSISTENCY,
    order=(AidPayment.id.desc(),),
    status=AidPayment.status,
    states=(
        State(AidStatus.DRAFT, "info"),
        State(AidStatus.APPROVED, "warn"),
        State(AidStatus.PAID, "good", needs=(AidPayment.paid_on,), stays=True),
        State(AidStatus.RETURNED, "bad", needs=(AidPayment.status_reason,)),
        State(AidStatus.VOID, "quiet", needs=(AidPayment.status_reason,)),
    ),
    unit="人次",
    sums=(AidPayment.amount,),
)

APPROVE = Step(
    "审批",
    (AidStatus.DRAFT,),
    AidStatus.APPROVED,
    asks=(AidBatch.approved_by, AidBatch.approved_on),
    guard=payout.may_be_approved(PAYMENTS),
    prepare=payout.note_balance,
    effect=payout.keep_the_list,
)
PAY = Step(
    "标记已发放并签收",
    (AidStatus.APPROVED,),
    AidStatus.PAID,
    asks=(AidBatch.paid_on,),
    effect=payout.hand_out,
)
PAY_UNSIGNED = Step(
    "标记已发放，尚未签收",
    (AidStatus.APPROVED,),
    AidStatus.PAID,
    asks=(AidBatch.paid_on,),
    effect=payout.hand_out_unsigned,
)
WITHDRAW = Step(
    "撤回审批",
    (AidStatus.APPROVED,),
    AidStatus.DRAFT,
    asks=(AidBatch.remark,),
    effect=payout.take_the_list_back,
    confirm="撤回后，已打印的发放表作废。",
)

VOID = Step(
    "作废",
    (AidStatus.APPROVED, AidStatus.PAID),
    AidStatus.VOID,
    asks=(AidBatch.remark,),
    effect=payout.void,
    confirm="批次中的帮扶记录一并作废，不再计入。请在备注中写明原因。",
    usual=False,
)

BATCHES = Register(
    "hardship.batches",
    "发放批次",
    AidBatch,
    columns=(
        AidBatch.batch_no,
        AidBatch.name,
        AidBatch.fund_source,
        AidBatch.persons,
        AidBatch.total,
        AidBatch.status,
    ),
    identity=((AidBatch.name, AidBatch.planned_on),),
    sections=(
        Section(
            "批次",
            AidBatch.name,
            AidBatch.year,
            AidBatch.occasion,
            AidBatch.aid_kind,
            AidBatch.fund_source,
            AidBatch.planned_on,
            AidBatch.pay_mode,
            AidBatch.persons,
            AidBatch.total,
        ),
        Section(
            "审批与发放",
            AidBatch.approved_by,
            AidBatch.approved_on,
            AidBatch.paid_on,
            AidBatch.balance_before,
            AidBatch.balance_after,
            AidBatch.handled_by,
            AidBatch.batch_no,
            AidBatch.remark,
        ),
    ),
    filters=(AidBatch.year, AidBatch.occasion, AidBatch.aid_kind, AidBatch.fund_source, AidBatch.status),
    search=(AidBatch.name, AidBatch.batch_no),
    checks=(checks.not_a_copy_of_last_year,),
    children=(Child(PAYMENTS, AidPayment.batch),),
    steps=(APPROVE, PAY, PAY_UNSIGNED, WITHDRAW, VOID),
    prints=(PAYOUT, TRANSFERS, AID_LIST, AID_LEDGER, AID_SPENDING),
    record_sheets=(BANK_SHEET,),
    order=(AidBatch.planned_on.desc(),),
    status=AidBatch.status,
    states=(
        State(AidStatus.DRAFT, "info"),
        State(AidStatus.APPROVED, "warn"),
        State(AidStatus.PAID, "good", stays=True),
        State(AidStatus.RETURNED, "bad"),
        State(AidStatus.VOID, "quiet"),
    ),
    headline=lambda batch: "；".join(payout.differences(batch)) if batch.id else "",
    unit="批",
    due=batches_due,
    campaigns=CAMPAIGNS,
)
