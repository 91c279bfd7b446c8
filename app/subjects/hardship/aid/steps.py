"""The pay-out list: kept as it was approved, handed out, compared with what is true today."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, blocks
from app.keeping import keeping
from app.records.references import fetch_references
from app.register import Check, Register
from app.subjects.hardship.aid import checks
from app.subjects.hardship.aid.records import (
    AidBatch,
    AidPayment,
    AidStatus,
    ApprovedLine,
    batch_sum,
    fund_balance,
    live_payments,
)

_LISTED = (
    "name",
    "id_number",
    "employer",
    "category",
    "aid_kind",
    "fund_source",
    "amount",
    "mobile",
    "bank_card",
    "remark",
)
_COMPARED = ("name", "id_number", "employer", "category", "amount", "mobile", "bank_card")


def may_be_approved(payments: Register[AidPayment]) -> Check[AidBatch]:
    """Return the check of a batch on the day of approval: its payments once more, and the fund's balance."""

    def check(batch: AidBatch) -> Iterator[Problem]:
        listed = list(live_payments(batch))
        if not listed:
            yield Block(AidBatch.name, "批次中还没有受助人，请先添加")
        draft = AidBatch(**{**batch.__data__, "status": AidStatus.DRAFT.value})
        yield from checks.within_balance(draft)
        for payment in listed:
            forbidding = blocks(keeping.problems(payments, payment))
            for problem in (*forbidding, *checks.papers_are_known(payment)):
                yield Block(AidBatch.name, f"{payment.name}：{problem.sentence}")

    return check


def note_balance(batch: AidBatch) -> None:
    """Write down the fund's balance before and after, as it is at approval."""
    batch.balance_before = fund_balance(batch.fund_source)
    batch.balance_after = batch.balance_before - batch_sum(batch)


def keep_the_list(batch: AidBatch) -> None:
    """Keep the list as it is approved: it is printed from these lines for ever after."""
    for payment in live_payments(batch):
        payment.status = AidStatus.APPROVED.value
        keeping.store(payment)
        ApprovedLine.create(
            batch=batch, payment=payment, **{name: getattr(payment, name) for name in _LISTED}
        )


def take_the_list_back(batch: AidBatch) -> None:
    """Approval withdrawn: the lines go, and stay in the history."""
    for payment in live_payments(batch):
        payment.status = AidStatus.DRAFT.value
        keeping.store(payment)
    ApprovedLine.delete().where(ApprovedLine.batch == batch).execute()


def void(batch: AidBatch) -> None:
    """Void the batch's payments with its reason; the list stays as it was approved."""
    reason = " ".join((batch.remark or "").split())[: AidPayment.status_reason.longest]
    for payment in live_payments(batch):
        payment.status, payment.status_reason = AidStatus.VOID.value, reason
        keeping.store(payment)


def hand_out(batch: AidBatch) -> None:
    """Note that everybody was paid on the batch's day, and signed."""
    _pay(batch, signed=True)


def hand_out_unsigned(batch: AidBatch) -> None:
    """Note that everybody was paid on the batch's day; signatures are still to come."""
    _pay(batch, signed=False)


def _pay(batch: AidBatch, *, signed: bool) -> None:
    for payment in live_payments(batch):
        payment.paid_on, payment.status = batch.paid_on, AidStatus.PAID.value
        payment.signed = payment.signed or signed
        keeping.compute_derived(payment)
        keeping.store(payment)


def differences(batch: AidBatch) -> list[str]:
    """Say, in one sentence each, what differs today from the approved list."""
    lines = list(ApprovedLine.alive().where(ApprovedLine.batch == batch).order_by(ApprovedLine.id))
    payments = {payment.id: payment for payment in AidPayment.select().where(AidPayment.batch == batch)}
    fetch_references(payments.values(), AidPayment)
    sentences = [sentence for line in lines for sentence in _changed(line, payments[line.payment_id])]
    listed = {line.payment_id for line in lines}
    if lines:
        sentences += [
            f"{payment.name}：审批后增加" for payment in live_payments(batch) if payment.id not in listed
        ]
    return sentences


def _changed(line: ApprovedLine, payment: AidPayment) -> Iterator[str]:
    if payment.deleted_at is not None or not checks.counted(payment):
        yield f"{line.name}：审批后{'已删除' if payment.deleted_at else '已' + payment.status}"
        return
    corrected = {name: getattr(payment, name) for name in _COMPARED}
    if payment.file_id is not None:
        filed = {name: getattr(payment.file, name) for name in ("name", "id_number", "employer", "category")}
        corrected |= {name: value for name, value in filed.items() if corrected[name] == getattr(line, name)}
    for name, new in corrected.items():
        field, old = AidPayment.described()[name], getattr(line, name)
        if old != new:
            told, now = field.format(old), field.format(new)
            yield f"{line.name}：{field.label}审批时为“{told}”，现为“{now}”"
