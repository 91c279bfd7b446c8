"""Whether aid agrees with its batch, its list as approved, and the money there was (domain 3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from app.register import Disagreement
from app.rules.money import write_fen
from app.subjects.hardship.aid.records import AidBatch, AidPayment, AidStatus, ApprovedLine, fund_balance
from app.subjects.hardship.funds.records import FundIncome

_HANDED_OUT = (AidStatus.PAID.value, AidStatus.RETURNED.value, AidStatus.VOID.value)


def payments_stand_as_their_batch() -> Iterator[Disagreement]:
    """What is handed out is handed out as one batch: only returned and void aid stands apart from it."""
    payment, batch = AidPayment, AidBatch
    rows = payment.alive().join(batch).where(batch.deleted_at.is_null()).order_by(payment.id)
    paid_early = rows.where(payment.status == AidStatus.PAID, batch.status.not_in(_HANDED_OUT))
    late = rows.where(batch.status == AidStatus.PAID, payment.status.not_in(_HANDED_OUT))
    for query, doubt in ((paid_early, True), (late, False)):
        for row in query:
            sentence = f"“{row}”是“{row.status}”，它的批次“{row.batch}”是“{row.batch.status}”，请核对"
            yield Disagreement(f"{sentence}。", (row.id,), doubt=doubt)


def amounts_are_those_approved() -> Iterator[Disagreement]:
    """Nobody is given another amount than the list says that was approved."""
    line, payment = ApprovedLine, AidPayment
    changed = line.alive().join(payment, on=(line.payment == payment.id))
    changed = changed.where(payment.deleted_at.is_null(), line.amount != payment.amount)
    for row in changed.order_by(line.id):
        paid = row.payment
        sentence = f"“{paid}”的金额与审批时的 {write_fen(row.amount)} 元不同，请核对"
        yield Disagreement(f"{sentence}。", (paid.id,))


def funds_are_not_overdrawn() -> Iterator[Disagreement]:
    """No more is approved out of a fund than came in; where no income is registered it is not known."""
    payment = AidPayment
    sources = payment.alive().select(payment.fund_source).distinct().order_by(payment.fund_source)
    for (source,) in list(sources.tuples()):
        known = FundIncome.alive().where(FundIncome.fund_source == source).exists()
        if known and (left := fund_balance(source)) < 0:
            ids = payment.alive().where(payment.fund_source == source).select(payment.id).tuples()
            sentence = f"资金“{source}”的发放比到账多 {write_fen(-left)} 元，请补登资金到账"
            yield Disagreement(f"{sentence}。", tuple(row for (row,) in ids), doubt=True)


CONSISTENCY = (payments_stand_as_their_batch, amounts_are_those_approved, funds_are_not_overdrawn)
