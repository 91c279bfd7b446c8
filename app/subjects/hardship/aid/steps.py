"""The pay-out list: kept as it was approved, handed out, compared with what is true today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.fields.problems import Block, Problem, blocks
from app.keeping import deriving, judging, keeping
from app.records.batch import open_batch
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
        yield from _of_payments(payments, listed)

    return check


def _of_payments(payments: Register[AidPayment], listed: Sequence[AidPayment]) -> list[Problem]:
    """Say what forbids payments; what they ask of the file is read at once."""
    fetch_references(listed, AidPayment)
    found: list[Problem] = []
    with open_batch() as known:
        known.remember(listed)
        checks.know_households(known, {payment.id_number for payment in listed if payment.id_number})
        for payment in listed:
            forbidding = blocks(judging.problems(payments, payment))
            found += [
                Block(AidBatch.name, f"{payment.name}：{problem.sentence}")
                for problem in (*forbidding, *checks.papers_are_known(payment))
            ]
    return found


def note_balance(batch: AidBatch) -> None:
    """Write down the fund's balance before and after, as it is at approval."""
    batch.balance_before = fund_balance(batch.fund_source)
    batch.balance_after = batch.balance_before - batch_sum(batch)


def keep_the_list(batch: AidBatch) -> None:
    """Keep the list as it is approved: it is printed from these lines for ever after."""
    payments = _all_become(batch, AidStatus.APPROVED)
    with open_batch() as lines:
        for payment in payments:
            listed = {name: getattr(payment, name) for name in _LISTED}
            lines.add(ApprovedLine(batch=batch, payment=payment, **listed))


def _all_become(batch: AidBatch, status: AidStatus) -> list[AidPayment]:
    payments = list(live_payments(batch))
    for payment in payments:
        payment.status = status.value
    keeping.store_together(payments)
    return payments


def take_the_list_back(batch: AidBatch) -> None:
    """Approval withdrawn: the lines go, and stay in the history."""
    _all_become(batch, AidStatus.DRAFT)
    ApprovedLine.delete().where(ApprovedLine.batch == batch).execute()


def void(batch: AidBatch) -> None:
    """Void the batch's payments with its reason; the list stays as it was approved."""
    reason = " ".join((batch.remark or "").split())[: AidPayment.status_reason.longest]
    payments = list(live_payments(batch))
    for payment in payments:
        payment.status, payment.status_reason = AidStatus.VOID.value, reason
    keeping.store_together(payments)


def hand_out(batch: AidBatch) -> None:
    """Note that everybody was paid on the batch's day, and signed."""
    _pay(batch, signed=True)


def hand_out_unsigned(batch: AidBatch) -> None:
    """Note that everybody was paid on the batch's day; signatures are still to come."""
    _pay(batch, signed=False)


def _pay(batch: AidBatch, *, signed: bool) -> None:
    payments = list(live_payments(batch))
    fetch_references(payments, AidPayment)
    for payment in payments:
        payment.paid_on, payment.status = batch.paid_on, AidStatus.PAID.value
        payment.signed = payment.signed or signed
        deriving.compute_derived(payment)
    keeping.store_together(payments)


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
